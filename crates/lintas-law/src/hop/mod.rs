//! The way of a request: which actors it passes, who owes the next step, which clocks run.
//!
//! The ways stand in `data/hops.toml`, the names of the actors in `data/authorities.toml`. A basis can let two states
//! skip steps; the article that allows it is kept beside the step.

mod actor;
mod clock;
mod owed;
mod sequence;

pub use actor::{Actor, Authorities, Authority, Side};
pub use clock::{ClockKind, ClockRule, Deadline, Event, EventKind, Standing, clock, run};
pub use owed::{Hop, HopIssue, Owed, owed};
pub use sequence::{PlannedHop, Sequence, Sequences, Step, way};
