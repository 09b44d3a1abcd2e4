//! The two engines behind one SQL text.
//!
//! Statements are written once, with `$1` placeholders, in the subset that SQLite, PostgreSQL and the engines that speak its
//! protocol share. Values and rows pass through two small enums here, so that no other file names an engine.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt as _;
use lintas_model::{
    AgencyCode, AudienceId, CaseId, CommitmentId, EntityId, ImportId, ObjectId, OfficerId, OperationId,
    RecordId, ReleaseId, ReportId, RoundId, TaskId, Timestamp, WarrantId, WorkshopId,
};
use sqlx::postgres::{PgPool, PgPoolOptions, PgRow};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Postgres, Row as _, Sqlite, Transaction};
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

use crate::StoreError;

/// How often a transaction is run again after a serialisation failure before the caller hears of it.
pub(crate) const TRIES: u32 = 12;
/// How many values one statement may bind: SQLite allows 32 766 and PostgreSQL 65 535, but a prepared one takes a hundred
/// bytes for each, and several lengths of it are kept.
const BINDS: usize = 4_000;

/// A value bound to a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A whole number, an instant in milliseconds, or 0 and 1 for no and yes.
    Number(Option<i64>),
    /// Text.
    Text(Option<String>),
    /// Bytes and ids.
    Bytes(Option<Vec<u8>>),
}

macro_rules! values {
    ($($from:ty => $variant:ident($text:ident: $value:expr);)*) => {$(
        impl From<$from> for Value {
            fn from($text: $from) -> Self {
                Self::$variant(Some($value))
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                Self::$variant(value.map(|$text| $value))
            }
        }
    )*};
}

values! {
    i64 => Number(value: value);
    u32 => Number(value: i64::from(value));
    u64 => Number(value: i64::try_from(value).unwrap_or(i64::MAX));
    usize => Number(value: i64::try_from(value).unwrap_or(i64::MAX));
    bool => Number(value: i64::from(value));
    Timestamp => Number(value: value.as_millis());
    &str => Text(value: value.to_owned());
    String => Text(value: value);
    &AgencyCode => Text(value: value.as_str().to_owned());
    Vec<u8> => Bytes(value: value);
    &[u8] => Bytes(value: value.to_vec());
    Uuid => Bytes(value: value.as_bytes().to_vec());
    RecordId => Bytes(value: value.uuid().as_bytes().to_vec());
    ObjectId => Bytes(value: value.uuid().as_bytes().to_vec());
    OfficerId => Bytes(value: value.uuid().as_bytes().to_vec());
    AudienceId => Bytes(value: value.uuid().as_bytes().to_vec());
    CaseId => Bytes(value: value.uuid().as_bytes().to_vec());
    ReportId => Bytes(value: value.uuid().as_bytes().to_vec());
    EntityId => Bytes(value: value.uuid().as_bytes().to_vec());
    TaskId => Bytes(value: value.uuid().as_bytes().to_vec());
    WarrantId => Bytes(value: value.uuid().as_bytes().to_vec());
    OperationId => Bytes(value: value.uuid().as_bytes().to_vec());
    RoundId => Bytes(value: value.uuid().as_bytes().to_vec());
    WorkshopId => Bytes(value: value.uuid().as_bytes().to_vec());
    CommitmentId => Bytes(value: value.uuid().as_bytes().to_vec());
    ReleaseId => Bytes(value: value.uuid().as_bytes().to_vec());
    ImportId => Bytes(value: value.uuid().as_bytes().to_vec());
}

/// Binds a list of different things: `values![feed.agency, feed.audience, 3_i64]`.
macro_rules! values_of {
    ($($value:expr),* $(,)?) => { vec![$($crate::engine::Value::from($value)),*] };
}
pub(crate) use values_of;

/// A row that came back; columns are read by their place.
pub(crate) enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    pub(crate) fn number(&self, column: usize) -> Result<i64, StoreError> {
        self.maybe_number(column).map(Option::unwrap_or_default)
    }

    pub(crate) fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
        .map_err(|cause| StoreError::sql("read a number from a row", cause))
    }

    pub(crate) fn flag(&self, column: usize) -> Result<bool, StoreError> {
        self.number(column).map(|n| n != 0)
    }

    pub(crate) fn at(&self, column: usize) -> Result<Timestamp, StoreError> {
        self.number(column).map(Timestamp::from_millis)
    }

    pub(crate) fn maybe_at(&self, column: usize) -> Result<Option<Timestamp>, StoreError> {
        self.maybe_number(column).map(|n| n.map(Timestamp::from_millis))
    }

    pub(crate) fn text(&self, column: usize) -> Result<String, StoreError> {
        self.maybe_text(column).map(Option::unwrap_or_default)
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
        .map_err(|cause| StoreError::sql("read text from a row", cause))
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        self.maybe_bytes(column).map(Option::unwrap_or_default)
    }

    pub(crate) fn maybe_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match self {
            Self::Sqlite(row) => row.try_get(column),
            Self::Postgres(row) => row.try_get(column),
        }
        .map_err(|cause| StoreError::sql("read bytes from a row", cause))
    }

    pub(crate) fn uuid(&self, column: usize) -> Result<Uuid, StoreError> {
        self.maybe_uuid(column)?.ok_or_else(|| StoreError::Corrupt {
            table: "a row",
            id: format!("column {column}"),
            problem: "an id is missing".to_owned(),
        })
    }

    pub(crate) fn maybe_uuid(&self, column: usize) -> Result<Option<Uuid>, StoreError> {
        self.maybe_bytes(column)?
            .map(|bytes| {
                Uuid::from_slice(&bytes).map_err(|cause| StoreError::Corrupt {
                    table: "a row",
                    id: format!("column {column}"),
                    problem: cause.to_string(),
                })
            })
            .transpose()
    }

    /// Every column as text, for comparing rows.
    pub(crate) fn text_of_all(&self) -> Result<String, StoreError> {
        let columns = match self {
            Self::Sqlite(row) => row.len(),
            Self::Postgres(row) => row.len(),
        };
        let mut all = String::new();
        for column in 0..columns {
            let value = self
                .maybe_bytes(column)
                .map(|bytes| format!("{bytes:?}"))
                .or_else(|_| self.maybe_number(column).map(|number| format!("{number:?}")))
                .or_else(|_| self.maybe_text(column).map(|text| format!("{text:?}")))?;
            all.push_str(&value);
            all.push('|');
        }
        Ok(all)
    }

    pub(crate) fn agency(&self, column: usize) -> Result<AgencyCode, StoreError> {
        let text = self.text(column)?;
        AgencyCode::new(&text).map_err(|cause| StoreError::Corrupt {
            table: "a row",
            id: text,
            problem: cause.to_string(),
        })
    }
}

macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql));
        for value in $values {
            query = match value {
                Value::Number(value) => query.bind(value),
                Value::Text(value) => query.bind(value),
                Value::Bytes(value) => query.bind(value),
            };
        }
        query
    }};
}

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

/// Runs a block in one transaction, again from the start when the engine could not serialise it.
///
/// A macro and not a function, because a closure that borrows both the transaction and its surroundings cannot be written
/// down as a `Send` future.
macro_rules! in_tx {
    ($pool:expr, |$tx:ident| $work:block) => {{
        let mut tries = 0u32;
        loop {
            tries += 1;
            let mut open = $pool.begin().await?;
            let done: Result<_, $crate::StoreError> = {
                let $tx = &mut open;
                async { $work }.await
            };
            match open.end(done).await {
                Err(error) if error.passes() && tries < $crate::engine::TRIES => {
                    tokio::task::yield_now().await
                }
                done => break done,
            }
        }
    }};
}
pub(crate) use in_tx;

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

/// `$first, $first+1, …` for a list of `count` values.
pub(crate) fn places(first: usize, count: usize) -> String {
    let mut text = String::with_capacity(count * 5);
    for n in first..first + count {
        if n > first {
            text.push(',');
        }
        text.push('$');
        text.push_str(&n.to_string());
    }
    text
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
