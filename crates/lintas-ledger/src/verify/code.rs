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
/// A checkpoint cannot be read, or its signature does not verify.
pub const CHECKPOINT: &str = "LE-013";
/// A checkpoint states another root than the log has at that size.
pub const LOG_ROOT: &str = "LE-014";
/// A checkpoint is longer than the log.
pub const LOG_SHORT: &str = "LE-015";
/// A record is missing from the log, or a leaf of the log is no record's hash.
pub const LOG_LEAF: &str = "LE-016";
/// A bundle cannot be opened or read, or it is not from whom it says.
pub const BUNDLE: &str = "LE-017";
/// A bundle holds other entries than its manifest names.
pub const BUNDLE_RANGE: &str = "LE-018";
/// A key manifest cannot be read, or its root did not sign it.
pub const MANIFEST: &str = "LE-019";
/// The root key of an agency is not the one confirmed by whoever checks, or none was confirmed.
pub const ROOT: &str = "LE-020";
/// A release discloses what is no sound record of its own agency.
pub const DISCLOSED: &str = "LE-021";
/// The cosignature of a witness does not verify.
pub const COSIGNATURE: &str = "LE-022";
/// A court file cannot be read to its end, or it is not from whom it says.
pub const COURT: &str = "LE-023";
