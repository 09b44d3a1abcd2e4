//! The statements of full text: the only ones that the two engines write differently.

use crate::StoreError;
use crate::engine::{Pool, Tx, Value};

/// Writes the tokens of documents: pairs of number and text.
pub(crate) async fn write(tx: &mut Tx, values: Vec<Value>) -> Result<(), StoreError> {
    let (head, tail) = if tx.is_sqlite() {
        ("insert into search_index (rowid, tokens)", "")
    } else {
        (
            "insert into search_index (held_no, tokens) \
             select v.n, array_to_tsvector(string_to_array(v.t, ' ')) from (",
            ") as v (n, t)",
        )
    };
    tx.insert("index a text", head, 2, values, tail).await
}

/// Takes the tokens of a document out of the index.
pub(crate) async fn take_out(tx: &mut Tx, document: i64) -> Result<(), StoreError> {
    let sql = if tx.is_sqlite() {
        "delete from search_index where rowid = $1"
    } else {
        "delete from search_index where held_no = $1"
    };
    tx.execute("take a text out of the index", sql, vec![Value::Number(Some(document))]).await?;
    Ok(())
}

/// Destroys what deletions have left behind in the index: FTS5 keeps the tokens of a deleted text until its segments are
/// merged. PostgreSQL overwrites them when it vacuums.
pub(crate) async fn scour(tx: &mut Tx) -> Result<(), StoreError> {
    if tx.is_sqlite() {
        tx.execute(
            "clean the index",
            "insert into search_index (search_index) values ('optimize')",
            Vec::new(),
        )
        .await?;
    }
    Ok(())
}

/// Empties the index.
pub(crate) async fn empty(tx: &mut Tx) -> Result<(), StoreError> {
    let sql = if tx.is_sqlite() {
        "insert into search_index (search_index) values ('delete-all')"
    } else {
        "delete from search_index"
    };
    tx.execute("empty the index", sql, Vec::new()).await?;
    Ok(())
}

/// How a query is spelled for an engine.
pub(crate) struct Dialect {
    sqlite: bool,
}

impl Dialect {
    pub(crate) const fn of(pool: &Pool) -> Self {
        Self { sqlite: matches!(pool, Pool::Sqlite { .. }) }
    }

    /// A token.
    pub(crate) fn token(&self, token: &str) -> String {
        if self.sqlite {
            format!("\"{}\"", token.replace('"', "\"\""))
        } else {
            format!("'{}'", token.replace('\\', "\\\\").replace('\'', "''"))
        }
    }

    /// All tokens that begin so.
    pub(crate) fn prefix(&self, token: &str) -> String {
        let token = self.token(token);
        if self.sqlite { format!("{token}*") } else { format!("{token}:*") }
    }

    /// All of several conditions.
    pub(crate) fn all(&self, parts: &[String]) -> String {
        self.join(parts, " AND ", " & ")
    }

    /// Any of several conditions.
    pub(crate) fn any(&self, parts: &[String]) -> String {
        self.join(parts, " OR ", " | ")
    }

    fn join(&self, parts: &[String], sqlite: &str, postgres: &str) -> String {
        match parts {
            [one] => one.clone(),
            many => format!("({})", many.join(if self.sqlite { sqlite } else { postgres })),
        }
    }

    /// The beginning of a query over documents `d` and the condition that names the text `$1`.
    pub(crate) const fn matching(&self) -> (&'static str, &'static str) {
        if self.sqlite {
            ("search_index s join held h on h.held_no = s.rowid", "s.search_index match $1")
        } else {
            ("search_index s join held h on h.held_no = s.held_no", "s.tokens @@ $1::tsquery")
        }
    }

    /// The column by which the newest document comes first without reading all that match.
    pub(crate) const fn newest(&self) -> &'static str {
        if self.sqlite { "s.rowid desc" } else { "s.held_no desc" }
    }
}

/// A statement to set up, where one is needed, and a query for all tokens with the number of their records.
pub(crate) const fn vocabulary(tx: &Tx) -> (Option<&'static str>, &'static str) {
    if tx.is_sqlite() {
        (
            Some(
                "create virtual table if not exists temp.search_vocabulary using fts5vocab (main, search_index, row)",
            ),
            "select term, doc from temp.search_vocabulary order by term",
        )
    } else {
        (
            None,
            "select word, ndoc::bigint from ts_stat('select tokens from search_index') order by word collate \"C\"",
        )
    }
}
