//! The statements of full text: the only ones that the two engines write differently.

use crate::StoreError;
use crate::engine::{Pool, Tx, Value, places, values_of};

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

/// Takes a document out of the index for good. `words` are those it was written with: FTS5 keeps no text of its own, and
/// with its option `secure-delete` removes each word from its pages, where it would else leave it until pages are merged.
/// PostgreSQL overwrites them when it vacuums.
pub(crate) async fn forget(tx: &mut Tx, document: i64, words: &str) -> Result<(), StoreError> {
    let doing = "take a text out of the index";
    if !tx.is_sqlite() {
        let sql = "delete from search_index where held_no = $1";
        tx.execute(doing, sql, values_of![document]).await?;
        return super::word::forget(tx, words).await;
    }
    let sql = "insert into search_index (search_index, rowid, tokens) values ('delete', $1, $2)";
    tx.execute(doing, sql, values_of![document, words]).await?;
    if bounds_a_page(tx, words).await? {
        let sql = "insert into search_index (search_index) values ('optimize')";
        tx.execute("clean the index", sql, Vec::new()).await?;
    }
    super::word::forget(tx, words).await
}

/// Whether any record in the index holds a word.
pub(super) async fn stands(tx: &mut Tx, word: &str) -> Result<bool, StoreError> {
    let dialect = Dialect { sqlite: tx.is_sqlite() };
    let sql = if dialect.sqlite {
        "select rowid from search_index where search_index match $1 limit 1"
    } else {
        "select held_no from search_index where tokens @@ $1::tsquery limit 1"
    };
    Ok(tx.row("look for a word", sql, values_of![dialect.token(word)]).await?.is_some())
}

/// Whether one of these words is gone from the index but still stands between two of its pages: each page but the first
/// of a segment is found by the shortest beginning of a word that tells it from the page before. Rare, and written anew
/// by merging everything.
async fn bounds_a_page(tx: &mut Tx, words: &str) -> Result<bool, StoreError> {
    let words: Vec<&str> = words.split(' ').collect();
    let mut bounds = Vec::new();
    for some in words.chunks(500) {
        let sql =
            format!("select distinct term from search_index_idx where term in ({})", places(1, some.len()));
        // FTS5 writes `0` before the words of its main index.
        let values = some.iter().map(|word| Value::from(format!("0{word}").into_bytes())).collect();
        for row in tx.rows("look between pages of the index", sql, values).await? {
            bounds.push(String::from_utf8_lossy(row.bytes(0)?.get(1..).unwrap_or_default()).into_owned());
        }
    }
    if let (false, Some(sql)) = (bounds.is_empty(), vocabulary(tx).0) {
        tx.execute("read the words of the index", sql, Vec::new()).await?;
    }
    for word in bounds {
        let sql = "select doc from temp.search_vocabulary where term = $1";
        if tx.row("look for a word", sql, values_of![word]).await?.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
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
            "select term, doc from temp.search_vocabulary",
        )
    } else {
        (None, "select word, ndoc::bigint from ts_stat('select tokens from search_index')")
    }
}
