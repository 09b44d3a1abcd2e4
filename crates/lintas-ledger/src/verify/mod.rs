//! The check that lists every finding and stops at none.
//!
//! | code | finding |
//! |---|---|
//! | LE-001 | the bytes of an entry cannot be read |
//! | LE-002 | an entry belongs to another feed |
//! | LE-003 | an entry belongs to another generation |
//! | LE-004 | a feed has a gap, or a number stands in it twice |
//! | LE-005 | an entry does not follow from the one before it |
//! | LE-006 | the key that an entry names is not a key of its agency |
//! | LE-007 | a signature of the node does not verify |
//! | LE-008 | an entry names another key than the one given |
//! | LE-009 | a body is not what its header commits to |
//! | LE-010 | a body cannot be read |
//! | LE-011 | a feed does not begin with a record of its audience |
//! | LE-012 | a signature of the officer is missing where officers sign, or does not verify |
//! | LE-013 | a checkpoint cannot be read, or its signature does not verify |
//! | LE-014 | a checkpoint states another root than the log has at that size |
//! | LE-015 | a checkpoint is longer than the log |
//! | LE-016 | a record is missing from the log, or a leaf of the log is no record's hash |
//! | LE-017 | a bundle cannot be opened or read, or it is not from whom it says |
//! | LE-018 | a bundle or court file holds other entries than it names |
//! | LE-019 | a key manifest cannot be read, or its root did not sign it |
//! | LE-020 | the root key of an agency is not the one confirmed by whoever checks, or none was confirmed |
//! | LE-021 | a release discloses what is no sound record of its own agency |
//! | LE-022 | the cosignature of a witness does not verify |
//! | LE-023 | a court file cannot be read to its end, or it is not from whom it says |
//!
//! An erased body, withheld fields and kinds of a newer program are no findings: the ledger is made for them.

pub mod code;

mod bundle;
mod court;
mod disclosed;
mod feed;
mod log;
mod officers;

pub use bundle::bundle;
pub use court::{CourtChecked, court};
pub use disclosed::disclosed;
pub use feed::{Checked, FeedCheck, feed};
pub use log::LogCheck;
pub use officers::OfficerKeys;

/// Something that is wrong with the bytes, at a place, with a code that stays the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{code} {place}: {problem}")]
pub struct Finding {
    /// Where: feed, generation and sequence number, a checkpoint or a file.
    pub place: String,
    /// The stable code, for example `LE-007`.
    pub code: &'static str,
    /// What is wrong.
    pub problem: String,
}
