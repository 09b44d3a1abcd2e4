//! Whose turn it is to seal and to write, within this process.
//!
//! Writers of one node wait for each other anyway: a feed is a chain and the log a single one. Two turns instead of one
//! let a group be sealed while the group before it is written; whoever seals holds on until the turn to write is theirs,
//! so groups are written in the order in which they were sealed.

use std::collections::BTreeMap;
use std::sync::Arc;

use lintas_ledger::{FeedHead, FeedId};
use tokio::sync::{Mutex, MutexGuard};

/// The turns of a node's writers; clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Turns {
    /// Where the next record of a feed goes once all that is sealed has been written. A guess: the database decides.
    sealing: Arc<Mutex<BTreeMap<FeedId, FeedHead>>>,
    writing: Arc<Mutex<()>>,
}

impl Turns {
    /// The turn to seal.
    pub(crate) async fn sealing(&self) -> MutexGuard<'_, BTreeMap<FeedId, FeedHead>> {
        self.sealing.lock().await
    }

    /// The turn to write. Never waited for by whoever is about to ask for the turn to seal.
    pub(crate) async fn writing(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().await
    }
}
