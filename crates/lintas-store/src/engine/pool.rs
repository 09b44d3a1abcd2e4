//! Connections to one database: opened, asked outside transactions, closed.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Sqlite, Transaction};
use tokio::sync::Mutex;

use super::{Row, Tx, Value, bound, in_tx};
use crate::StoreError;

/// The pool of connections to one database.
#[derive(Debug, Clone)]
pub(crate) enum Pool {
    /// One file; one writer at a time, readers beside it.
    Sqlite {
        /// Connections that only read.
        readers: SqlitePool,
        /// The one connection that writes.
        writer: SqlitePool,
    },
    /// A server.
    Postgres {
        /// All connections.
        pool: PgPool,
        /// Writers of this process take turns: the chain of a feed and the log make them wait for each other anyway, and a
        /// turn costs less than a transaction run twice. Writers of other processes are met by running it again.
        turn: Arc<Mutex<()>>,
    },
}

impl Pool {
    /// Opens the database at an address; makes the file if `create`.
    pub(crate) async fn open(url: &str, create: bool) -> Result<Self, StoreError> {
        if url.starts_with("sqlite:") {
            Self::open_sqlite(url, create).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = sqlx::postgres::PgConnectOptions::from_str(url)
                .map_err(|cause| StoreError::Open { address: public_address(url), cause })?
                .application_name("lintas")
                .disable_statement_logging();
            let pool = PgPoolOptions::new()
                .max_connections(8)
                .acquire_timeout(Duration::from_secs(10))
                .connect_with(options)
                .await
                .map_err(|cause| StoreError::Open { address: public_address(url), cause })?;
            Ok(Self::Postgres { pool, turn: Arc::default() })
        } else {
            Err(StoreError::UnknownEngine(public_address(url)))
        }
    }

    async fn open_sqlite(url: &str, create: bool) -> Result<Self, StoreError> {
        let failed = |cause| StoreError::Open { address: url.to_owned(), cause };
        let options = SqliteConnectOptions::from_str(url)
            .map_err(failed)?
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(20))
            // Freed pages are zeroed where that costs no extra write; erasing a record overwrites it in place.
            .pragma("secure_delete", "fast")
            // 20 000 pages of 4 KiB: copying the log back into the file every 1 000 pages halves the rate of ingest.
            .pragma("wal_autocheckpoint", "20000")
            .pragma("cache_size", "-65536")
            .pragma("temp_store", "memory")
            .statement_cache_capacity(400)
            .disable_statement_logging();
        // An in-memory database exists once per connection, so it has a single one for all work.
        let in_memory = url.contains(":memory:");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(Duration::from_secs(60))
            .connect_with(options.clone())
            .await
            .map_err(failed)?;
        let readers = if in_memory {
            writer.clone()
        } else {
            SqlitePoolOptions::new()
                .max_connections(6)
                .min_connections(0)
                .acquire_timeout(Duration::from_secs(30))
                .connect_lazy_with(
                    options
                        .create_if_missing(false)
                        .pragma("cache_size", "-16384")
                        .pragma("query_only", "on"),
                )
        };
        Ok(Self::Sqlite { readers, writer })
    }

    /// Closes every connection; what is committed is on disk.
    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }

    /// Rows of a query outside any transaction.
    pub(crate) async fn rows(
        &self,
        doing: &'static str,
        sql: impl Into<String>,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let sql = sql.into();
        match self {
            Self::Sqlite { readers, .. } => bound!(sql, values)
                .fetch_all(readers)
                .await
                .map(|rows| rows.into_iter().map(Row::Sqlite).collect()),
            Self::Postgres { pool, .. } => bound!(sql, values)
                .fetch_all(pool)
                .await
                .map(|rows| rows.into_iter().map(Row::Postgres).collect()),
        }
        .map_err(|cause| StoreError::sql(doing, cause))
    }

    /// The first row of a query outside any transaction.
    pub(crate) async fn row(
        &self,
        doing: &'static str,
        sql: impl Into<String>,
        values: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(doing, sql, values).await?.into_iter().next())
    }

    /// Turns the overwriting of everything freed on or off. On, an erased body leaves no trace in the file; afterwards the
    /// log of changes is copied into the file and cut.
    pub(crate) async fn overwrite_freed(&self, on: bool) -> Result<(), StoreError> {
        if let Self::Sqlite { writer, .. } = self {
            let sql = if on { "pragma secure_delete = on" } else { "pragma secure_delete = fast" };
            let doing = "overwrite what is freed";
            sqlx::query(sql).fetch_all(writer).await.map_err(|cause| StoreError::sql(doing, cause))?;
            if !on {
                sqlx::query("pragma wal_checkpoint(truncate)")
                    .fetch_all(writer)
                    .await
                    .map_err(|cause| StoreError::sql(doing, cause))?;
            }
        }
        Ok(())
    }

    /// Opens a transaction that writes; see [`in_tx`].
    pub(crate) async fn begin(&self) -> Result<Tx, StoreError> {
        let begun = match self {
            Self::Sqlite { writer, .. } => begin_sqlite(writer).await.map(Tx::Sqlite),
            Self::Postgres { pool, turn } => {
                let turn = turn.clone().lock_owned().await;
                pool.begin_with("begin isolation level serializable").await.map(|tx| Tx::Postgres(tx, turn))
            }
        };
        begun.map_err(|cause| StoreError::sql("begin a transaction", cause))
    }

    /// One statement in a transaction of its own; answers how many rows changed.
    pub(crate) async fn execute(
        &self,
        doing: &'static str,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<u64, StoreError> {
        in_tx!(self, |tx| {
            let values = values.clone();
            tx.execute(doing, sql, values).await
        })
    }
}

/// Opens the one writing transaction. When the disk is full SQLite takes a transaction back by itself, and sqlx goes on
/// counting it as open: such a connection would refuse all work from then on, so it is replaced.
async fn begin_sqlite(writer: &SqlitePool) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
    const BEGIN: &str = "begin immediate";
    match writer.begin_with(BEGIN).await {
        Err(sqlx::Error::InvalidSavePointStatement) => {
            writer.acquire().await?.close().await?;
            writer.begin_with(BEGIN).await
        }
        begun => begun,
    }
}

/// The address without a password, for messages.
pub(crate) fn public_address(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(start), Some(end)) if start + 3 < end => {
            let user = url[start + 3..end].split(':').next().unwrap_or_default();
            format!("{}{}@{}", &url[..start + 3], user, &url[end + 1..])
        }
        _ => url.chars().take(200).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::public_address;

    #[test]
    fn a_message_never_shows_a_password() {
        assert_eq!(public_address("postgres://node:secret@db/lintas"), "postgres://node@db/lintas");
        assert_eq!(public_address("sqlite:///srv/node.db"), "sqlite:///srv/node.db");
    }
}
