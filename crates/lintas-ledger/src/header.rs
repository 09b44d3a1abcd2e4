//! The signed header of a record. It holds no personal data and outlives the body.

use lintas_model::handling::Purpose;
use lintas_model::{Kind, Marking, ObjectId, OfficerId, RecordId, ReleaseId, Timestamp};

use crate::{FeedId, Hash32, KeyId};

/// What is signed of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Version of the wire format.
    pub version: u8,
    /// The algorithms: 1 is Ed25519 and SHA-256.
    pub suite: u8,
    /// The feed.
    pub feed: FeedId,
    /// The generation of the feed.
    pub generation: u32,
    /// The place in the feed, from 0 without gaps.
    pub sequence: u64,
    /// The hash of the record before this one in the feed; zeros for the first.
    pub previous: Hash32,
    /// The record's id.
    pub record: RecordId,
    /// What it speaks about.
    pub object: ObjectId,
    /// The word for its kind; may be one that this program does not know.
    pub kind: String,
    /// Version of the body's fields.
    pub schema: u16,
    /// Who wrote it.
    pub author: OfficerId,
    /// The node key that signed it.
    pub node_key: KeyId,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// Grade and handling. Values that this program does not know are read as the strictest one and listed in
    /// `not_understood`.
    pub marking: Marking,
    /// For what purpose.
    pub purpose: Purpose,
    /// On what legal basis, when the record states one.
    pub legal_basis: Option<String>,
    /// The release that this record is or withdraws.
    pub release: Option<ReleaseId>,
    /// The record that this one takes the place of.
    pub supersedes: Option<RecordId>,
    /// The root over the salted commitments to the body's fields.
    pub commitments: Hash32,
    /// The number of fields of the body.
    pub fields: u16,
    /// Random bytes, so that equal records have different hashes.
    pub random: [u8; 16],
    /// What a newer program put into the header and this one does not know. Not empty means: for nobody's eyes here.
    pub not_understood: Vec<String>,
}

impl Header {
    /// The kind, when this program knows it.
    pub fn known_kind(&self) -> Option<Kind> {
        self.kind.parse().ok()
    }
}
