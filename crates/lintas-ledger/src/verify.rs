//! The check that lists every finding and stops at none.

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

pub mod code {
    //! The codes of all findings. A code never changes its meaning.

    /// The bytes of an entry cannot be read.
    pub const ENTRY_ENCODING: &str = "LE-001";
    /// An entry belongs to another feed.
    pub const OTHER_FEED: &str = "LE-002";
    /// An entry belongs to another generation.
    pub const OTHER_GENERATION: &str = "LE-003";
    /// A feed has a gap, or a number stands in it twice.
    pub const GAP: &str = "LE-004";
    /// An entry does not follow from the one before it.
    pub const CHAIN: &str = "LE-005";
    /// The key that an entry names is not a key of its agency.
    pub const UNKNOWN_KEY: &str = "LE-006";
    /// A signature of the node does not verify.
    pub const SIGNATURE: &str = "LE-007";
    /// An entry names another key than the one given.
    pub const OTHER_KEY: &str = "LE-008";
    /// A body is not what its header commits to.
    pub const COMMITMENTS: &str = "LE-009";
    /// A body cannot be read.
    pub const BODY_ENCODING: &str = "LE-010";
    /// A feed does not begin with a record of its audience.
    pub const NO_AUDIENCE: &str = "LE-011";
    /// A signature of the officer is missing or does not verify.
    pub const OFFICER_SIGNATURE: &str = "LE-012";
}
