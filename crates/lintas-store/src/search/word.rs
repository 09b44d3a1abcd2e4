//! The words that stand in the index, each once, so that the beginning of a word is looked up among words and not among
//! records.
//!
//! Asked for all words that begin so, the index merges the lists of all of them before it gives the first record; asked
//! for any of some words, it reads the newest of each as far as they are needed.

use std::collections::BTreeSet;

use super::tokens;
use crate::StoreError;
use crate::engine::{Pool, Tx, Value, places, values_of};

/// So many words that begin alike are looked for: the shortest, which are what somebody most likely means.
const FOLLOWED: usize = 48;
/// So many are looked at to find the shortest.
const LOOKED_AT: usize = 3_000;

/// The shortest words that begin so.
pub(super) async fn beginning(pool: &Pool, stem: &str) -> Result<Vec<String>, StoreError> {
    let rows = pool
        .rows(
            "find words that begin so",
            "select word from (select word from word where word >= $1 and word < $2 order by word limit $3) as w \
             order by length(word), word limit $4",
            values_of![stem, format!("{stem}\u{10ffff}"), LOOKED_AT, FOLLOWED],
        )
        .await?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// Enters the words of texts.
pub(super) async fn insert<'t>(tx: &mut Tx, texts: impl Iterator<Item = &'t str>) -> Result<(), StoreError> {
    let words: BTreeSet<&str> = texts.flat_map(|text| text.split(' ')).filter(|word| begins(word)).collect();
    let words = words.into_iter().map(Value::from).collect();
    tx.insert("enter words", "insert into word (word)", 1, words, "on conflict (word) do nothing").await
}

/// Takes words out that no longer stand in the index, after a text has left it: a word that only an erased record held
/// may be a name.
pub(super) async fn forget(tx: &mut Tx, text: &str) -> Result<(), StoreError> {
    let words: Vec<&str> = text.split(' ').filter(|word| begins(word)).collect();
    let mut gone = Vec::new();
    for word in words {
        if !super::index::stands(tx, word).await? {
            gone.push(word);
        }
    }
    for some in gone.chunks(200) {
        let sql = format!("delete from word where word in ({})", places(1, some.len()));
        let values = some.iter().map(|word| Value::from(*word)).collect();
        tx.execute("take words out", sql, values).await?;
    }
    Ok(())
}

/// Whether a token is a word that somebody may begin to type: in a script with spaces, and no number.
fn begins(token: &str) -> bool {
    token.len() >= 3
        && token.chars().next().is_some_and(tokens::spaced)
        && !token.bytes().all(|b| b.is_ascii_digit())
}
