//! Bundles: chunks with a manifest, sealed so that only the recipient's node opens them.
//!
//! What goes onto a stick is what goes over the wire. HPKE (RFC 9180) keeps it from everybody else; it does not say who
//! sealed it, so manifest and end are signed by the sender's node. The end names all chunks: what is cut off, left out
//! or put in another order is seen. Both sides work chunk by chunk, so a bundle may be larger than memory.
//! Frozen: never change, add v2.
//!
//! Layout: first line, recipient's key id (8 bytes), encapsulated key (1120 bytes), then frames of type (1 byte), length
//! (4 bytes, big end first) and ciphertext, with the type as associated data: one manifest, any number of chunks, one end.

mod frame;
mod reader;
mod writer;

use std::io;

use lintas_model::{AgencyCode, Timestamp};
use serde::{Deserialize, Serialize};

pub use reader::BundleReader;
pub use writer::BundleWriter;

use crate::cbor::CborError;
use crate::chunk::ChunkError;
use crate::keys::KeyId;
use crate::{FeedId, Hash32};

/// What a bundle says about itself; signed by the sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleManifest {
    /// Who made it.
    pub from: AgencyCode,
    /// For whom.
    pub to: AgencyCode,
    /// When, by the sender's clock.
    pub created_at: Timestamp,
    /// What it holds; the chunks follow in this order.
    pub feeds: Vec<FeedRange>,
    /// The sender's newest checkpoints, as signed notes.
    pub checkpoints: Vec<String>,
    /// That the sender's log, as its checkpoint here states it, merely grew: from the sizes that the recipient may have
    /// cosigned so far. Absent in bundles of older programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub growth: Vec<LogGrowth>,
}

/// A proof that a log merely grew (RFC 9162, 2.1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogGrowth {
    /// The size that it grew from.
    pub from: u64,
    /// The proof.
    pub proof: Vec<Hash32>,
}

/// A run of entries of one feed without gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedRange {
    /// The feed.
    pub feed: FeedId,
    /// Its generation.
    pub generation: u32,
    /// The first sequence number.
    pub from: u64,
    /// The sequence number after the last.
    pub until: u64,
}

/// Why a bundle could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file or connection failed.
    #[error("could not read or write the bundle")]
    Io(#[from] io::Error),
    /// It is no bundle, or one of another version.
    #[error("could not open the bundle: it does not begin as one")]
    NotABundle,
    /// It is sealed to another key.
    #[error("could not open the bundle: it is sealed to key {sealed_to}, this node's is {ours}")]
    OtherRecipient {
        /// The key that opens it.
        sealed_to: KeyId,
        /// Ours.
        ours: KeyId,
    },
    /// It was altered, cut or put in another order.
    #[error("could not open the bundle: part {0} was altered or does not belong there")]
    Altered(u64),
    /// It ends too early, or something follows its end.
    #[error("could not read the bundle to its end: {0}")]
    Shape(&'static str),
    /// Its manifest cannot be read.
    #[error("could not read the manifest of the bundle: {0}")]
    Manifest(String),
    /// The agency that it names as sender did not sign it.
    #[error("could not trust the bundle: no known key of {0} signed it")]
    Sender(String),
    /// It is meant for another agency.
    #[error("could not take the bundle: it is meant for {0}")]
    OtherAgency(String),
    /// A chunk in it is malformed.
    #[error("could not read chunk {number} of the bundle")]
    Chunk {
        /// Its place, from 0.
        number: u64,
        /// Why.
        #[source]
        source: ChunkError,
    },
    /// A part is larger than allowed.
    #[error("could not take a part of {0} bytes into a bundle")]
    TooLarge(usize),
}

impl From<CborError> for BundleError {
    fn from(error: CborError) -> Self {
        Self::Manifest(error.to_string())
    }
}
