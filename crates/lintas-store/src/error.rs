//! What the store could not do, in kinds a caller handles differently.

use lintas_model::RecordId;

use lintas_ledger::FeedId;

/// What went wrong in the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address names no engine that this program knows.
    #[error("could not use `{0}` as a database: expected `sqlite:///path/node.db` or `postgres://host/name`")]
    UnknownEngine(String),
    /// There is no database at the address, or it does not answer.
    #[error("could not open the database `{address}`")]
    Open {
        /// The address without its password.
        address: String,
        /// The cause.
        #[source]
        cause: sqlx::Error,
    },
    /// `create` was asked for where a database with records already is.
    #[error("could not create a database at `{0}`: there is one already")]
    Exists(String),
    /// The database was written by a newer program.
    #[error(
        "could not open a database of version {found}: this program knows version {known}; install the newer program"
    )]
    Newer {
        /// The version of the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// A shipped migration differs from the one that made the database.
    #[error("could not trust migration {number} `{name}`: the database was made by another text of it")]
    Migration {
        /// The number of the migration.
        number: i64,
        /// Its name.
        name: String,
    },
    /// The disk is full; the transaction was taken back whole.
    #[error("could not write: the disk is full; nothing was written, free some space and try again")]
    Full(#[source] sqlx::Error),
    /// The database may not be written.
    #[error("could not write: the database is read-only; check the rights of the file and its folder")]
    ReadOnly(#[source] sqlx::Error),
    /// Others kept the database busy for longer than the store waits.
    #[error("could not get the database to itself: others kept it busy; try again")]
    Busy(#[source] sqlx::Error),
    /// Entries of a feed arrived with a hole before them.
    #[error("could not accept entry {found} of feed {feed}: entry {expected} is missing")]
    Gap {
        /// The feed.
        feed: FeedId,
        /// The sequence number that comes next.
        expected: u64,
        /// The sequence number that came.
        found: u64,
    },
    /// An entry differs from the one already held at its place: the feed has been forked.
    #[error("could not accept entry {sequence} of feed {feed}: another one is held at its place")]
    Fork {
        /// The feed.
        feed: FeedId,
        /// The place.
        sequence: u64,
    },
    /// An entry was offered for a feed it does not belong to.
    #[error("could not put a record of feed {found} in feed {feed}")]
    WrongFeed {
        /// The feed it was offered for.
        feed: FeedId,
        /// The feed that stands in its header.
        found: FeedId,
    },
    /// A sealed group does not continue the head it was given.
    #[error("could not append to feed {feed}: the sealed entries do not continue its head")]
    NotNext {
        /// The feed.
        feed: FeedId,
    },
    /// Bytes in the database do not read.
    #[error("could not read {table} {id}: {problem}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// Which row.
        id: String,
        /// What is wrong.
        problem: String,
    },
    /// The record is not held here.
    #[error("could not find record {0}")]
    NoSuchRecord(RecordId),
    /// The record keeps others out of the views: without it a recall or an undone import would be undone.
    #[error("could not erase record {0}: it keeps others withdrawn and holds no personal data")]
    MustStay(RecordId),
    /// A transaction that only looked was given up, as it was meant to be.
    #[error("could not keep what was only looked at")]
    LookedOnly,
    /// The engine failed otherwise.
    #[error("could not {doing}")]
    Sql {
        /// What the store was doing.
        doing: &'static str,
        /// The cause.
        #[source]
        cause: sqlx::Error,
    },
}

/// Why nothing was appended.
#[derive(Debug, thiserror::Error)]
pub enum AppendError<E> {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The caller's sealing failed.
    #[error("could not seal the records")]
    Seal(E),
}

/// Which SQLSTATE or SQLite result code the engine gave.
fn code(error: &sqlx::Error) -> Option<String> {
    match error {
        sqlx::Error::Database(error) => error.code().map(|code| code.into_owned()),
        _ => None,
    }
}

impl StoreError {
    /// Sorts an engine's error into the kinds above.
    pub(crate) fn sql(doing: &'static str, cause: sqlx::Error) -> Self {
        let code = code(&cause);
        match code.as_deref() {
            // SQLITE_FULL; class 53100 of PostgreSQL.
            Some("13" | "53100") => Self::Full(cause),
            // SQLITE_READONLY with its extended codes, SQLITE_CANTOPEN of the journal; 25006 of PostgreSQL.
            Some("8" | "264" | "520" | "776" | "1032" | "1288" | "1544" | "25006") => Self::ReadOnly(cause),
            // SQLITE_BUSY and SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED.
            Some("5" | "261" | "517" | "6") => Self::Busy(cause),
            _ => Self::Sql { doing, cause },
        }
    }

    /// Whether the same transaction may succeed when it is run again: serialisation failure, deadlock or busy. PostgreSQL
    /// may report two writers of one place as a double key (23505) before it sees that they cannot be serialised.
    pub(crate) fn passes(&self) -> bool {
        match self {
            Self::Busy(_) => true,
            Self::Sql { cause, .. } => matches!(code(cause).as_deref(), Some("40001" | "40P01" | "23505")),
            _ => false,
        }
    }
}
