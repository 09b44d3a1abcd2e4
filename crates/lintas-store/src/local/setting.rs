//! Small facts by name.

use crate::engine::values_of;
use crate::{Store, StoreError};

impl Store {
    /// A fact, if it was ever set.
    pub async fn setting(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self
            .pool
            .row("read a setting", "select value from setting where name = $1", values_of![name])
            .await?;
        row.map(|row| row.bytes(0)).transpose()
    }

    /// All facts whose name begins so, in order of name.
    pub async fn settings(&self, beginning: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let rows = self
            .pool
            .rows("read settings", "select name, value from setting order by name", Vec::new())
            .await?;
        let mut found = Vec::new();
        for row in rows {
            let name = row.text(0)?;
            if name.starts_with(beginning) {
                found.push((name, row.bytes(1)?));
            }
        }
        Ok(found)
    }

    /// Sets a fact.
    pub async fn set(&self, name: &str, value: &[u8]) -> Result<(), StoreError> {
        self.pool
            .execute(
                "set a setting",
                "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
                values_of![name, value],
            )
            .await?;
        Ok(())
    }
}
