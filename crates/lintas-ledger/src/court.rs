//! Court files: records with all that is needed to check them where there is no Lintas.
//!
//! A court file is what a bundle is, but open: anybody can read it, so it is made for a court, an inspector or a defence
//! lawyer and not for the post. It brings the signed key manifests of the agencies in it and, for each record of the agency
//! that made it, the proof that the record stands in that agency's log. `docs/format.md` describes it byte by byte, and
//! `verify/lintas_verify.py` checks it without this program. Frozen: never change, add v2.

mod frame;
mod reader;
mod statement;
mod writer;

use std::io;

use lintas_model::record::KeyManifest;
use lintas_model::{AgencyCode, Timestamp};

pub(crate) use reader::CourtFile;
pub use writer::CourtWriter;

use crate::Hash32;
use crate::bundle::FeedRange;
use crate::cbor::CborError;
use crate::chunk::ChunkError;

/// What a court file says about itself; signed by whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourtStatement {
    /// Who made it.
    pub agency: AgencyCode,
    /// When, by the maker's clock.
    pub created_at: Timestamp,
    /// For what proceedings; at most 1024 bytes.
    pub about: String,
    /// The keys of all agencies in it, each signed by its root.
    pub keys: Vec<KeyManifest>,
    /// What it holds; the chunks follow in this order.
    pub runs: Vec<FeedRange>,
    /// Checkpoints, as signed notes with the signatures of witnesses.
    pub checkpoints: Vec<String>,
}

/// Where a record stands in its agency's log, and the way from there to the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLog {
    /// Index of the leaf, from 0.
    pub index: u64,
    /// The hashes beside the way, from the leaf to the root.
    pub path: Vec<Hash32>,
}

/// Why a court file could not be made or read.
#[derive(Debug, thiserror::Error)]
pub enum CourtError {
    /// The file could not be written.
    #[error("could not write the court file")]
    Io(#[from] io::Error),
    /// It is none, or one of another version.
    #[error("could not open the court file: it does not begin as one")]
    NotACourtFile,
    /// Its statement cannot be read or written.
    #[error("could not read the statement of the court file: {0}")]
    Statement(String),
    /// It is not put together as it should be.
    #[error("could not read part {part} of the court file: {problem}")]
    Shape {
        /// Its place in the file, from 0.
        part: u64,
        /// What is wrong.
        problem: &'static str,
    },
    /// A chunk in it is malformed.
    #[error("could not read chunk {number} of the court file")]
    Chunk {
        /// Its place, from 0.
        number: u64,
        /// Why.
        #[source]
        source: ChunkError,
    },
    /// A part is larger than allowed.
    #[error("could not take a part of {0} bytes into a court file")]
    TooLarge(usize),
}

impl From<CborError> for CourtError {
    fn from(error: CborError) -> Self {
        Self::Statement(error.to_string())
    }
}
