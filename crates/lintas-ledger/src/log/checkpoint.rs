//! Checkpoints: an agency says how long its log is and what its root is (C2SP tlog-checkpoint).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lintas_model::AgencyCode;

use super::note::{Note, NoteError};
use crate::Hash32;
use crate::keys::{Signer, VerifyingKey};

/// The first line of a checkpoint is this and the agency's code.
const ORIGIN: &str = "lintas/";

/// Size and root of an agency's log.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// Whose log.
    pub agency: AgencyCode,
    /// Number of leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash32,
}

/// Why a text is not a checkpoint that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// It is not a signed note, or not signed by the agency.
    #[error("could not trust the checkpoint")]
    Note(#[from] NoteError),
    /// The note is not a checkpoint.
    #[error("could not read the checkpoint: its {0} is malformed")]
    Form(&'static str),
}

impl Checkpoint {
    /// The name under which an agency signs its log.
    pub fn origin(&self) -> String {
        Self::origin_of(&self.agency)
    }

    /// The name under which an agency signs its own log and cosigns those of others.
    pub fn origin_of(agency: &AgencyCode) -> String {
        format!("{ORIGIN}{agency}")
    }

    /// The text that is signed.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin(), self.size, STANDARD.encode(self.root.as_bytes()))
    }

    /// The checkpoint as a signed note.
    pub fn sign(&self, signer: &Signer) -> String {
        // An origin and three lines of text always make a note.
        let mut note = Note::new(self.text()).expect("three lines without control characters");
        note.sign(&self.origin(), signer).expect("an agency code has neither space nor plus");
        note.to_string()
    }

    /// Reads a checkpoint without trusting it; lines that others added under the root are allowed.
    pub fn parse(note: &str) -> Result<(Self, Note), CheckpointError> {
        let note = Note::parse(note)?;
        let mut lines = note.text().lines();
        let agency = lines
            .next()
            .and_then(|line| line.strip_prefix(ORIGIN))
            .and_then(|code| AgencyCode::new(code).ok())
            .ok_or(CheckpointError::Form("origin"))?;
        let size = lines.next().unwrap_or_default();
        let size = size
            .parse::<u64>()
            .ok()
            .filter(|number| number.to_string() == size)
            .ok_or(CheckpointError::Form("size"))?;
        let root = STANDARD
            .decode(lines.next().unwrap_or_default())
            .ok()
            .and_then(|root| <[u8; 32]>::try_from(root).ok())
            .ok_or(CheckpointError::Form("root"))?;
        if lines.any(str::is_empty) {
            return Err(CheckpointError::Form("extension"));
        }
        Ok((Self { agency, size, root: Hash32(root) }, note))
    }

    /// Reads a checkpoint that the agency itself signed with this key.
    pub fn verify(note: &str, key: &VerifyingKey) -> Result<Self, CheckpointError> {
        let (checkpoint, note) = Self::parse(note)?;
        note.verify(&checkpoint.origin(), key)?;
        Ok(checkpoint)
    }
}
