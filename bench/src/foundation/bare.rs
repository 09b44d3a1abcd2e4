//! The peer of ingest: the same rows in the same tables with the same indexes, put into a bare SQLite database in groups
//! of the same size, just as durable, with the plain text of each record in a full-text table of its own. Nothing is
//! sealed, nothing computed: rows are copied from the node's database and texts come from memory.

use std::str::FromStr as _;
use std::time::Instant;

use lintas_testkit::Member;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Row as _, SqliteConnection};

use super::GROUP;

/// The tables that ingest writes, with the column by which their rows grow.
const TABLES: [(&str, &str); 3] = [("record", "rowid"), ("held", "held_no"), ("log_leaf", "leaf_index")];

/// A bare database beside a node's.
pub(crate) struct Bare {
    connection: SqliteConnection,
    copied: [i64; 3],
    texts: i64,
    folder: tempfile::TempDir,
}

impl Bare {
    /// An empty one with the tables and indexes of a node's database.
    pub(crate) async fn beside(member: &Member) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let url = format!("sqlite://{}", folder.path().join("bare.db").display());
        let mut connection = SqliteConnectOptions::from_str(&url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("wal_autocheckpoint", "20000")
            .pragma("cache_size", "-65536")
            .disable_statement_logging()
            .connect()
            .await?;
        let database = &member.node.config().database;
        let path = database.trim_start_matches("sqlite://").split('?').next().unwrap_or_default();
        sqlx::query("attach $1 as node").bind(path).execute(&mut connection).await?;
        let made = sqlx::query(
            "select sql from node.sqlite_master where sql is not null \
             and tbl_name in ('feed', 'record', 'held', 'log_leaf') order by type desc",
        )
        .fetch_all(&mut connection)
        .await?;
        for row in made {
            sqlx::query(AssertSqlSafe(row.get::<String, _>(0))).execute(&mut connection).await?;
        }
        for sql in [
            "insert into main.feed select * from node.feed",
            "create virtual table text using fts5 (tokens, content = '', columnsize = 0, detail = none)",
        ] {
            sqlx::query(sql).execute(&mut connection).await?;
        }
        let mut bare = Self { connection, copied: [0; 3], texts: 0, folder };
        for at in 0..TABLES.len() {
            bare.copied[at] = bare.last(at).await?;
        }
        Ok(bare)
    }

    async fn last(&mut self, at: usize) -> anyhow::Result<i64> {
        let (table, key) = TABLES[at];
        let sql = format!("select coalesce(max({key}), 0) from node.{table}");
        Ok(sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut self.connection).await?.get(0))
    }

    /// Puts in what the node has written since, a transaction for each group; answers seconds.
    pub(crate) async fn follow(&mut self, groups: Vec<Vec<String>>) -> anyhow::Result<f64> {
        // One read of the rows first, so that they come from memory like the texts.
        let mut last = [0; 3];
        for (at, last) in last.iter_mut().enumerate() {
            *last = self.last(at).await?;
        }
        let start = Instant::now();
        for (number, group) in groups.iter().enumerate() {
            sqlx::query("begin immediate").execute(&mut self.connection).await?;
            for (at, (table, key)) in TABLES.into_iter().enumerate() {
                let from = self.copied[at];
                let to = if number + 1 == groups.len() { last[at] } else { from + group.len() as i64 };
                let sql = format!(
                    "insert into main.{table} select * from node.{table} where {key} > $1 and {key} <= $2"
                );
                sqlx::query(AssertSqlSafe(sql)).bind(from).bind(to).execute(&mut self.connection).await?;
                self.copied[at] = to;
            }
            for some in group.chunks(GROUP / 8) {
                let rows = vec!["(?, ?)"; some.len()].join(",");
                let sql = format!("insert into text (rowid, tokens) values {rows}");
                let mut insert = sqlx::query(AssertSqlSafe(sql));
                for text in some {
                    self.texts += 1;
                    insert = insert.bind(self.texts).bind(text);
                }
                insert.execute(&mut self.connection).await?;
            }
            sqlx::query("commit").execute(&mut self.connection).await?;
        }
        Ok(start.elapsed().as_secs_f64())
    }

    /// Ends it and removes its file.
    pub(crate) async fn close(self) -> anyhow::Result<()> {
        self.connection.close().await?;
        Ok(self.folder.close()?)
    }
}
