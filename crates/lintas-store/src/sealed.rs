//! The database of the sealed space: a file, or a database of a server, apart from the node's. Every byte in it that is about
//! somebody is sealed before it comes here; this module holds rows and knows no key.

use lintas_model::OfficerId;
use uuid::Uuid;

use crate::engine::{self, Pool, Tx, in_tx, values_of};
use crate::{StoreError, migrate};

/// A dossier as it lies in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierRow {
    /// Its id, random.
    pub id: Uuid,
    /// How often it was written.
    pub version: u64,
    /// Its key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// Its body, sealed.
    pub body: Vec<u8>,
}

/// What is to be changed, all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealedChange {
    /// A new dossier.
    Add(DossierRow),
    /// The next version of a dossier; refused when it does not follow the one that is there.
    Replace(DossierRow),
    /// A dossier is destroyed with its key.
    Erase(Uuid),
    /// Somebody is admitted.
    Admit(OfficerId, Vec<u8>),
    /// Somebody is dismissed.
    Dismiss(OfficerId),
    /// A fact about the space.
    Set(&'static str, Vec<u8>),
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SealedWriteError<E> {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A dossier was changed meanwhile, or is gone.
    #[error("could not write: the dossier was changed meanwhile")]
    Changed,
    /// The caller could not make the entry of the audit.
    #[error("could not write the audit")]
    Audit(E),
}

/// A handle to the database of a sealed space; clones share it.
#[derive(Debug, Clone)]
pub struct SealedStore {
    pool: Pool,
}

impl SealedStore {
    /// Makes the database of a new sealed space; refuses where there is one.
    pub async fn create(url: &str) -> Result<Self, StoreError> {
        let pool = Pool::open(url, true).await?;
        if migrate::version(&pool).await? > 0 {
            return Err(StoreError::Exists(engine::public_address(url)));
        }
        Self::ready(pool).await
    }

    /// Opens one.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        Self::ready(Pool::open(url, false).await?).await
    }

    async fn ready(pool: Pool) -> Result<Self, StoreError> {
        migrate::migrate(&pool, migrate::SEALED).await?;
        // What is freed here is always overwritten.
        pool.overwrite_freed(true).await?;
        Ok(Self { pool })
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A fact about the space, if it was ever set.
    pub async fn fact(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "select value from sealed_space where name = $1";
        let row = self.pool.row("read a fact of the sealed space", sql, values_of![name]).await?;
        row.map(|row| row.bytes(0)).transpose()
    }

    /// All dossiers, in order of their ids.
    pub async fn dossiers(&self) -> Result<Vec<DossierRow>, StoreError> {
        let sql = "select dossier_id, version, wrapped_key, body from dossier order by dossier_id";
        let rows = self.pool.rows("read the dossiers", sql, Vec::new()).await?;
        rows.iter().map(dossier_of).collect()
    }

    /// One dossier.
    pub async fn dossier(&self, id: Uuid) -> Result<Option<DossierRow>, StoreError> {
        let sql = "select dossier_id, version, wrapped_key, body from dossier where dossier_id = $1";
        let row = self.pool.row("read a dossier", sql, values_of![id]).await?;
        row.as_ref().map(dossier_of).transpose()
    }

    /// Those admitted, in order of their ids.
    pub async fn members(&self) -> Result<Vec<(OfficerId, Vec<u8>)>, StoreError> {
        let sql = "select officer_id, admission from member order by officer_id";
        let rows = self.pool.rows("read who was admitted", sql, Vec::new()).await?;
        rows.iter().map(|row| Ok((OfficerId::from_uuid(row.uuid(0)?), row.bytes(1)?))).collect()
    }

    /// The admission of an officer.
    pub async fn member(&self, officer: OfficerId) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "select admission from member where officer_id = $1";
        let row = self.pool.row("read an admission", sql, values_of![officer]).await?;
        row.map(|row| row.bytes(0)).transpose()
    }

    /// Entries of the audit from a number on, in order.
    pub async fn audit(&self, from: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        let sql = "select entry from audit_entry where number >= $1 order by number";
        let rows = self.pool.rows("read the audit", sql, values_of![from]).await?;
        rows.iter().map(|row| row.bytes(0)).collect()
    }

    /// Changes things and appends one entry to the audit, all of it or nothing. `entry` gets the number and the bytes of the
    /// last entry, and may be asked again when the engine could not serialise the transaction.
    pub async fn write<E>(
        &self,
        changes: &[SealedChange],
        mut entry: impl FnMut(u64, Option<&[u8]>) -> Result<Vec<u8>, E> + Send,
    ) -> Result<(), SealedWriteError<E>>
    where
        E: Send,
    {
        let mut refused: Option<SealedWriteError<E>> = None;
        let done = in_tx!(self.pool, |tx| {
            let (number, last) = last_entry(tx).await?;
            let bytes = match entry(number, last.as_deref()) {
                Ok(bytes) => bytes,
                Err(error) => {
                    refused = Some(SealedWriteError::Audit(error));
                    return_looked_only()?;
                    Vec::new()
                }
            };
            for change in changes {
                if !apply(tx, change).await? {
                    refused = Some(SealedWriteError::Changed);
                    return_looked_only()?;
                }
            }
            let sql = "insert into audit_entry (number, entry) values ($1, $2)";
            tx.execute("write the audit", sql, values_of![number, bytes]).await?;
            Ok(())
        });
        if let (Err(StoreError::LookedOnly), Some(refused)) = (&done, refused) {
            return Err(refused);
        }
        done?;
        if changes.iter().any(|change| matches!(change, SealedChange::Erase(_))) {
            // The log of changes still holds the row until it is copied into the file and cut.
            self.pool.overwrite_freed(false).await?;
            self.pool.overwrite_freed(true).await?;
        }
        Ok(())
    }

    /// Puts rows of a backup in place of nothing.
    pub async fn fill(
        &self,
        facts: &[(&str, Vec<u8>)],
        dossiers: &[DossierRow],
        members: &[(Uuid, Vec<u8>)],
        audit: &[Vec<u8>],
    ) -> Result<(), StoreError> {
        in_tx!(self.pool, |tx| {
            for (name, value) in facts {
                set(tx, name, value).await?;
            }
            for row in dossiers {
                add(tx, row).await?;
            }
            for (officer, admission) in members {
                let sql = "insert into member (officer_id, admission) values ($1, $2)";
                tx.execute("admit", sql, values_of![*officer, admission.as_slice()]).await?;
            }
            for (number, entry) in audit.iter().enumerate() {
                let sql = "insert into audit_entry (number, entry) values ($1, $2)";
                tx.execute("write the audit", sql, values_of![number, entry.as_slice()]).await?;
            }
            Ok(())
        })
    }
}

/// Gives the transaction up: nothing of it is kept.
fn return_looked_only() -> Result<(), StoreError> {
    Err(StoreError::LookedOnly)
}

async fn last_entry(tx: &mut Tx) -> Result<(u64, Option<Vec<u8>>), StoreError> {
    let sql = "select number, entry from audit_entry order by number desc limit 1";
    match tx.row("read the end of the audit", sql, Vec::new()).await? {
        Some(row) => Ok((u64::try_from(row.number(0)?).unwrap_or_default() + 1, Some(row.bytes(1)?))),
        None => Ok((0, None)),
    }
}

/// Applies a change; whether there was what it changes.
async fn apply(tx: &mut Tx, change: &SealedChange) -> Result<bool, StoreError> {
    let changed = match change {
        SealedChange::Add(row) => add(tx, row).await?,
        SealedChange::Replace(row) => {
            let sql = "update dossier set version = $1, body = $2 where dossier_id = $3 and version = $4";
            let before = row.version.saturating_sub(1);
            tx.execute("write a dossier", sql, values_of![row.version, row.body.as_slice(), row.id, before])
                .await?
        }
        SealedChange::Erase(id) => {
            // First overwritten where it lies, then deleted: whatever becomes of the freed page, nothing is in it.
            let sql = "update dossier set wrapped_key = $1, body = $2 where dossier_id = $3";
            tx.execute("overwrite a dossier", sql, values_of![vec![0u8; 1], vec![0u8; 1], *id]).await?;
            tx.execute("erase a dossier", "delete from dossier where dossier_id = $1", values_of![*id])
                .await?
        }
        SealedChange::Admit(officer, admission) => {
            let sql = "insert into member (officer_id, admission) values ($1, $2) \
                       on conflict (officer_id) do update set admission = excluded.admission";
            tx.execute("admit", sql, values_of![*officer, admission.as_slice()]).await?
        }
        SealedChange::Dismiss(officer) => {
            tx.execute("dismiss", "delete from member where officer_id = $1", values_of![*officer]).await?
        }
        SealedChange::Set(name, value) => set(tx, name, value).await?,
    };
    Ok(changed > 0)
}

async fn add(tx: &mut Tx, row: &DossierRow) -> Result<u64, StoreError> {
    let sql = "insert into dossier (dossier_id, version, wrapped_key, body) values ($1, $2, $3, $4)";
    let values = values_of![row.id, row.version, row.wrapped_key.as_slice(), row.body.as_slice()];
    tx.execute("add a dossier", sql, values).await
}

async fn set(tx: &mut Tx, name: &str, value: &[u8]) -> Result<u64, StoreError> {
    let sql = "insert into sealed_space (name, value) values ($1, $2) \
               on conflict (name) do update set value = excluded.value";
    tx.execute("set a fact of the sealed space", sql, values_of![name, value]).await
}

fn dossier_of(row: &engine::Row) -> Result<DossierRow, StoreError> {
    Ok(DossierRow {
        id: row.uuid(0)?,
        version: u64::try_from(row.number(1)?).unwrap_or_default(),
        wrapped_key: row.bytes(2)?,
        body: row.bytes(3)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(n: u8, version: u64, body: &[u8]) -> DossierRow {
        DossierRow {
            id: Uuid::from_bytes([n; 16]),
            version,
            wrapped_key: b"a wrapped key of somebody".to_vec(),
            body: body.to_vec(),
        }
    }

    async fn write(store: &SealedStore, change: SealedChange) -> Result<(), SealedWriteError<&'static str>> {
        store.write(&[change], |number, _| Ok(vec![number as u8])).await
    }

    #[tokio::test]
    async fn an_erased_dossier_is_in_no_byte_of_the_file_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("sealed.db").display());
        let store = SealedStore::create(&url).await.unwrap();
        for n in 0..40 {
            write(&store, SealedChange::Add(row(n, 1, b"an early body of somebody"))).await.unwrap();
        }
        let later = [b"a later body of somebody".as_slice(), &[7; 9_000]].concat();
        write(&store, SealedChange::Replace(row(7, 2, &later))).await.unwrap();
        let holds = |needle: &[u8]| {
            std::fs::read_dir(folder.path()).unwrap().flatten().any(|file| {
                std::fs::read(file.path()).unwrap().windows(needle.len()).any(|window| window == needle)
            })
        };
        assert!(holds(b"a later body of somebody"));
        for n in 0..40 {
            write(&store, SealedChange::Erase(Uuid::from_bytes([n; 16]))).await.unwrap();
        }
        assert!(!holds(b"body of somebody") && !holds(b"a wrapped key") && !holds(&[7; 300]));
        assert!(store.dossiers().await.unwrap().is_empty());
        assert_eq!(store.audit(0).await.unwrap().len(), 81);
    }

    #[tokio::test]
    async fn of_two_who_write_the_same_dossier_one_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("sealed.db").display());
        let store = SealedStore::create(&url).await.unwrap();
        write(&store, SealedChange::Add(row(1, 1, b"one"))).await.unwrap();
        write(&store, SealedChange::Replace(row(1, 2, b"two"))).await.unwrap();
        let late = write(&store, SealedChange::Replace(row(1, 2, b"late"))).await;
        assert!(matches!(late, Err(SealedWriteError::Changed)));
        let unaudited = store.write(&[SealedChange::Erase(row(1, 1, b"").id)], |_, _| Err("no")).await;
        assert!(matches!(unaudited, Err(SealedWriteError::Audit("no"))));
        assert_eq!(store.dossier(row(1, 1, b"").id).await.unwrap().unwrap().body, b"two");
        assert_eq!(store.audit(0).await.unwrap().len(), 2, "what was refused left no entry");
    }
}
