//! Attachments: a photograph or a document that came with a report, kept byte for byte.

use serde::{Deserialize, Serialize};

use super::bytes;
use crate::{RecordId, ReportId};

/// A file that came with a report. Its bytes stand in parts of their own, so that a list of attachments stays light and
/// no body grows past what a ledger takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The report.
    pub report: ReportId,
    /// The name of the file, without folders.
    #[serde(default)]
    pub name: String,
    /// What its first bytes say it is, for example `image/jpeg`.
    #[serde(default)]
    pub media_type: String,
    /// How many bytes it has.
    #[serde(default)]
    pub size_bytes: u64,
    /// SHA-256 of all its bytes, hexadecimal.
    #[serde(default)]
    pub sha256: String,
    /// The records of its parts, in order.
    #[serde(default)]
    pub parts: Vec<RecordId>,
}

/// Some bytes of an attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentPart {
    /// The report.
    pub report: ReportId,
    /// The bytes.
    #[serde(with = "bytes", default)]
    pub bytes: Vec<u8>,
}
