//! The agency's log and the checkpoints of all logs.

use lintas_ledger::Hash32;
use lintas_ledger::log::Tree;
use lintas_model::{AgencyCode, Timestamp};

use crate::engine::values_of;
use crate::{Store, StoreError};

impl Store {
    /// The state of an agency's log as far as it is kept here; empty for one never written.
    pub async fn log(&self, agency: &AgencyCode) -> Result<Tree, StoreError> {
        let row = self
            .pool
            .row("read the log", "select tree from log where agency = $1", values_of![agency])
            .await?;
        row.map_or_else(
            || Ok(Tree::new()),
            |row| {
                Tree::decode(&row.bytes(0)?).map_err(|why| StoreError::Corrupt {
                    table: "log",
                    id: agency.to_string(),
                    problem: why.to_string(),
                })
            },
        )
    }

    /// Leaves of the agency's own log from an index on.
    pub async fn log_leaves(&self, from: u64, limit: usize) -> Result<Vec<Hash32>, StoreError> {
        let rows = self
            .pool
            .rows(
                "read the log",
                "select leaf from log_leaf where leaf_index >= $1 order by leaf_index limit $2",
                values_of![from, limit],
            )
            .await?;
        rows.iter()
            .map(|row| {
                row.bytes(0)?.try_into().map(Hash32).map_err(|_| StoreError::Corrupt {
                    table: "log_leaf",
                    id: from.to_string(),
                    problem: "a leaf is not 32 bytes".to_owned(),
                })
            })
            .collect()
    }

    /// Keeps a signed checkpoint.
    pub async fn keep_checkpoint(
        &self,
        agency: &AgencyCode,
        size: u64,
        note: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.pool
            .execute(
                "keep a checkpoint",
                "insert into checkpoint (agency, size, note, received_at) values ($1, $2, $3, $4) \
                 on conflict (agency, size) do nothing",
                values_of![agency, size, note, at],
            )
            .await?;
        Ok(())
    }

    /// The checkpoints of an agency's log, smallest first.
    pub async fn checkpoints(&self, agency: &AgencyCode) -> Result<Vec<String>, StoreError> {
        let rows = self
            .pool
            .rows(
                "read the checkpoints",
                "select note from checkpoint where agency = $1 order by size",
                values_of![agency],
            )
            .await?;
        rows.iter().map(|row| row.text(0)).collect()
    }
}
