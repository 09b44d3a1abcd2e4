//! Erasure: the body is gone, the proof remains.

use serde::{Deserialize, Serialize};

use crate::RecordId;

/// The body of a record has been destroyed at this node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// The record whose body is gone; its header stays in the feed.
    pub record: RecordId,
    /// The ground, for example `retention period ended`.
    pub ground: String,
}
