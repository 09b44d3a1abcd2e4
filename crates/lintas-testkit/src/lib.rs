//! Agencies, their nodes and the lines between them, for tests.
//!
//! In: how many agencies. Out: a region of nodes in temporary folders, with partners pinned, clocks set by hand and
//! randomness from a seed; lines that break where a test wants it, or that lose, double, disorder, hold up and slow down what they carry. Never: the real
//! clock, another machine.

mod case;
mod fault;
mod line;
mod region;

pub use case::{joint_case, notes};
pub use fault::{Fault, Faults, Injected};
pub use line::Line;
pub use region::{Member, Region, region, region_of};
