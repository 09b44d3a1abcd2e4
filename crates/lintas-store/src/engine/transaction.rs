//! A transaction that writes.

use std::sync::Arc;

use futures::StreamExt as _;
use sqlx::{Postgres, Sqlite, Transaction};
use tokio::sync::OwnedMutexGuard;

use super::{Row, Value, bound, places};
use crate::StoreError;

/// How many values one statement may bind: SQLite allows 32 766 and PostgreSQL 65 535, but a prepared one takes a hundred
/// bytes for each, and several lengths of it are kept.
const BINDS: usize = 4_000;

/// An open transaction that writes.
pub(crate) enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(
        Transaction<'static, Postgres>,
        #[expect(dead_code, reason = "held so that the turn ends with the transaction")] OwnedMutexGuard<()>,
    ),
}

impl Tx {
    /// Commits when the work was done, else rolls back.
    pub(crate) async fn end<T>(self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        let ended = match (self, done.is_ok()) {
            (Self::Sqlite(tx), true) => tx.commit().await,
            (Self::Postgres(tx, _), true) => tx.commit().await,
            (Self::Sqlite(tx), false) => tx.rollback().await,
            (Self::Postgres(tx, _), false) => tx.rollback().await,
        };
        match (done, ended) {
            (Ok(_), Err(cause)) => Err(StoreError::sql("commit a transaction", cause)),
            // The first error tells why; that the engine had given up by itself says nothing new.
            (done, _) => done,
        }
    }

    /// Whether this is SQLite: asked only where full-text statements have two dialects.
    pub(crate) const fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// Runs a statement; answers how many rows changed.
    pub(crate) async fn execute(
        &mut self,
        doing: &'static str,
        sql: impl Into<String>,
        values: Vec<Value>,
    ) -> Result<u64, StoreError> {
        let sql = sql.into();
        match self {
            Self::Sqlite(tx) => bound!(sql, values).execute(&mut **tx).await.map(|done| done.rows_affected()),
            Self::Postgres(tx, _) => {
                bound!(sql, values).execute(&mut **tx).await.map(|done| done.rows_affected())
            }
        }
        .map_err(|cause| StoreError::sql(doing, cause))
    }

    /// Rows of a query.
    pub(crate) async fn rows(
        &mut self,
        doing: &'static str,
        sql: impl Into<String>,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let sql = sql.into();
        match self {
            Self::Sqlite(tx) => bound!(sql, values)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| rows.into_iter().map(Row::Sqlite).collect()),
            Self::Postgres(tx, _) => bound!(sql, values)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| rows.into_iter().map(Row::Postgres).collect()),
        }
        .map_err(|cause| StoreError::sql(doing, cause))
    }

    /// Hands the rows of a query to `take` one by one, as they come from the engine.
    pub(crate) async fn each(
        &mut self,
        doing: &'static str,
        sql: &'static str,
        mut take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        macro_rules! each {
            ($tx:expr, $row:path) => {{
                let mut rows = sqlx::query(sql).fetch(&mut **$tx);
                while let Some(row) = rows.next().await {
                    take($row(row.map_err(|cause| StoreError::sql(doing, cause))?))?;
                }
            }};
        }
        match self {
            Self::Sqlite(tx) => each!(tx, Row::Sqlite),
            Self::Postgres(tx, _) => each!(tx, Row::Postgres),
        }
        Ok(())
    }

    /// The first row of a query.
    pub(crate) async fn row(
        &mut self,
        doing: &'static str,
        sql: impl Into<String>,
        values: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(doing, sql, values).await?.into_iter().next())
    }

    /// Inserts rows of equal width with as few statements as the limit of bound values allows.
    ///
    /// `head` is everything before `values`, `tail` what follows the rows (a conflict clause or nothing).
    pub(crate) async fn insert(
        &mut self,
        doing: &'static str,
        head: &str,
        width: usize,
        values: Vec<Value>,
        tail: &str,
    ) -> Result<(), StoreError> {
        let mut values = values.into_iter();
        loop {
            // Whole powers of two, so that few statement texts occur and the prepared ones are met again.
            let left = values.len() / width;
            let most = (BINDS / width).max(1);
            if left == 0 {
                return Ok(());
            }
            let count = 1usize << left.min(most).ilog2();
            let sql = rows_text(head, width, count, tail, self.is_sqlite());
            let some = values.by_ref().take(count * width);
            match self {
                Self::Sqlite(tx) => bound!(sql, some).execute(&mut **tx).await.map(drop),
                Self::Postgres(tx, _) => bound!(sql, some).execute(&mut **tx).await.map(drop),
            }
            .map_err(|cause| StoreError::sql(doing, cause))?;
        }
    }
}

/// The text of an insert of so many rows. Few occur, and each is long, so they are kept. SQLite gets `?`: it looks for a
/// value with a name or a number from the start of the list each time.
fn rows_text(head: &str, width: usize, count: usize, tail: &str, sqlite: bool) -> Arc<str> {
    type Texts = std::sync::Mutex<std::collections::HashMap<(String, usize, String, bool), Arc<str>>>;
    static TEXTS: std::sync::LazyLock<Texts> = std::sync::LazyLock::new(Texts::default);
    let mut texts = TEXTS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let text = texts.entry((head.to_owned(), count, tail.to_owned(), sqlite)).or_insert_with(|| {
        let rows: Vec<String> = (0..count)
            .map(|row| {
                let places = if sqlite { vec!["?"; width].join(",") } else { places(row * width + 1, width) };
                format!("({places})")
            })
            .collect();
        format!("{head} values {} {tail}", rows.join(",")).into()
    });
    text.clone()
}
