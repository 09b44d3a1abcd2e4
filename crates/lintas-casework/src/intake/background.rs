//! Reading a file beside the work of the node.

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use lintas_intake::{IntakeError, Issue, Options, Proposal, Reading, RefusedRow, Sink};

use crate::{CaseworkError, Result};

/// Rows written in one transaction.
const GROUP: usize = 256;
/// Refused rows kept for the reject file; beyond that only their number is known.
const REFUSED_KEPT: usize = 100_000;

/// Reads a file on a thread of its own; hands rows on in groups, or only counts them.
pub(super) async fn read_in_background<R: Read + Seek + Send + 'static>(
    name: String,
    file: R,
    options: Options,
    progress: impl Fn(u64) + Send + 'static,
    rows: Option<tokio::sync::mpsc::Sender<Vec<Proposal>>>,
) -> Result<(Reading, Vec<RefusedRow>, bool)> {
    let done = tokio::task::spawn_blocking(move || {
        let mut passing =
            Passing { rows, group: Vec::new(), refused: Vec::new(), protected: false, progress };
        let reading = lintas_intake::read(&name, file, &options, &mut passing)?;
        passing.flush();
        Ok::<_, IntakeError>((reading, passing.refused, passing.protected))
    })
    .await
    .map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    Ok(done?)
}

struct Passing<P> {
    rows: Option<tokio::sync::mpsc::Sender<Vec<Proposal>>>,
    group: Vec<Proposal>,
    refused: Vec<RefusedRow>,
    /// Whether the file has protected persons.
    protected: bool,
    progress: P,
}

impl<P> Passing<P> {
    /// Hands the group on; false when nobody takes it any more.
    fn flush(&mut self) -> bool {
        let group = std::mem::take(&mut self.group);
        match &self.rows {
            Some(rows) if !group.is_empty() => rows.blocking_send(group).is_ok(),
            _ => true,
        }
    }
}

impl<P: Fn(u64)> Sink for Passing<P> {
    fn proposal(&mut self, proposal: Proposal) -> ControlFlow<()> {
        self.protected |= !proposal.protected.is_empty();
        if self.rows.is_none() {
            return ControlFlow::Continue(());
        }
        self.group.push(proposal);
        if self.group.len() < GROUP || self.flush() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }

    fn refused(&mut self, row: RefusedRow) {
        if self.refused.len() < REFUSED_KEPT {
            self.refused.push(row);
        }
    }

    fn issue(&mut self, _issue: &Issue) {}

    fn progress(&mut self, progress: lintas_intake::Progress) {
        (self.progress)(progress.rows);
    }
}
