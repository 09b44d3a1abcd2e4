//! Imports: which file was read, how, and what became of its rows.

use serde::{Deserialize, Serialize};

use crate::ImportId;

/// A file was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub file_sha256: String,
    /// What it was read as, for example `htcds`.
    pub format: String,
    /// The mapping used, as the intake wrote it.
    pub mapping: String,
    /// Rows read.
    pub rows_read: u64,
    /// Rows that became records.
    pub rows_taken: u64,
    /// Rows already here.
    pub rows_known: u64,
    /// Rows not taken.
    pub rows_refused: u64,
}

/// An import is undone: its records leave all views.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportUndo {
    /// The import.
    pub import: ImportId,
    /// Why.
    pub reason: String,
}
