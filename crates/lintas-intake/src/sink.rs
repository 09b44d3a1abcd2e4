//! Where the rows go: one after the other, so that a file of any size fits.

use std::ops::ControlFlow;

use crate::{Issue, Proposal};

/// A row that was not taken, with its cells as they stood: also those that name a victim. It goes back to whoever gave
/// the file, never into a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// The sheet; empty in files without sheets.
    pub sheet: String,
    /// The row, the first being 1.
    pub row: u64,
    /// The headers of its sheet.
    pub headers: std::sync::Arc<[String]>,
    /// The cells.
    pub cells: Vec<String>,
    /// Why; at least one.
    pub issues: Vec<Issue>,
}

/// How far a file has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Rows read so far.
    pub rows: u64,
    /// Bytes of the file read so far; 0 for workbooks, whose sheets are unpacked on the way.
    pub bytes: u64,
    /// Bytes of the file.
    pub of_bytes: u64,
}

/// Takes what is read. Rows come in the order of the file.
pub trait Sink {
    /// A row that can be taken. `Break` stops the reading with [`IntakeError::Stopped`](crate::IntakeError::Stopped).
    fn proposal(&mut self, proposal: Proposal) -> ControlFlow<()>;

    /// A row that cannot.
    fn refused(&mut self, _row: RefusedRow) {}

    /// Anything worth knowing; also the issues of refused rows.
    fn issue(&mut self, _issue: &Issue) {}

    /// Called every thousand rows or so.
    fn progress(&mut self, _progress: Progress) {}
}

/// Takes nothing: for dry runs that only need the [`Reading`](crate::Reading).
#[derive(Debug, Clone, Copy, Default)]
pub struct DryRun;

impl Sink for DryRun {
    fn proposal(&mut self, _: Proposal) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Keeps everything: for small files and previews.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gather {
    /// The rows taken.
    pub proposals: Vec<Proposal>,
    /// The rows not taken.
    pub refused: Vec<RefusedRow>,
    /// All issues.
    pub issues: Vec<Issue>,
}

impl Sink for Gather {
    fn proposal(&mut self, proposal: Proposal) -> ControlFlow<()> {
        self.proposals.push(proposal);
        ControlFlow::Continue(())
    }

    fn refused(&mut self, row: RefusedRow) {
        self.refused.push(row);
    }

    fn issue(&mut self, issue: &Issue) {
        self.issues.push(issue.clone());
    }
}
