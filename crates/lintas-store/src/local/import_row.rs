//! Which rows of files were taken already.

use std::collections::BTreeSet;

use lintas_model::ImportId;

use crate::engine::{Tx, Value, in_tx, places, values_of};
use crate::{Store, StoreError};

/// How many fingerprints are looked up at once.
const AT_ONCE: usize = 500;

impl Store {
    /// Which of these fingerprints belong to rows that were taken before.
    pub async fn taken(&self, fingerprints: &[[u8; 32]]) -> Result<BTreeSet<[u8; 32]>, StoreError> {
        let mut known = BTreeSet::new();
        for some in fingerprints.chunks(AT_ONCE) {
            let values = some.iter().map(|f| Value::from(f.as_slice())).collect();
            let sql = format!(
                "select fingerprint from import_row where fingerprint in ({})",
                places(1, some.len())
            );
            for row in self.pool.rows("look up rows of files", sql, values).await? {
                if let Ok(fingerprint) = row.bytes(0)?.try_into() {
                    known.insert(fingerprint);
                }
            }
        }
        Ok(known)
    }

    /// Remembers rows as taken by an import.
    pub async fn take(&self, import: ImportId, fingerprints: &[[u8; 32]]) -> Result<(), StoreError> {
        in_tx!(self.pool, |tx| {
            let values =
                fingerprints.iter().flat_map(|f| values_of![f.as_slice(), import]).collect::<Vec<Value>>();

            tx.insert(
                "remember rows of a file",
                "insert into import_row (fingerprint, import_id)",
                2,
                values,
                "on conflict (fingerprint) do nothing",
            )
            .await
        })
    }
}

/// Forgets the rows that an import took, so that they may be taken again.
pub(crate) async fn forget(tx: &mut Tx, import: ImportId) -> Result<(), StoreError> {
    let sql = "delete from import_row where import_id = $1";
    tx.execute("forget the rows of an import", sql, values_of![import]).await.map(drop)
}
