//! Records of persons from one or more lists, and which of them are the same person.
//!
//! In: rows of a list (entity views, a register, a manifest). Out: candidate pairs, explained comparisons with a
//! probability, clusters with their weakest link. Never: a database, a decision (a judgement is an officer's record), or a
//! parameter that was fitted to anything but the lists at hand.

#![warn(missing_docs)]

mod atoms;
pub mod block;
pub mod cluster;
pub mod column;
pub mod compare;
mod dictionary;
pub mod explain;
mod facts;
pub mod learn;
pub mod link;
pub mod meaning;
mod names;
pub mod read;
pub mod records;
mod rows;
mod score;
mod text;
mod variants;

pub use link::{LinkOptions, Linkage, Pair, Progress, Stage, link};
pub use meaning::Meaning;
pub use read::{Issue, ReadError, ReadOptions, Reader};
pub use records::Records;
