//! The two engines behind one SQL text.
//!
//! Statements are written once, with `$1` for the values, in the subset that SQLite, PostgreSQL and the engines that speak its
//! protocol share. Values and rows pass through two small enums here, so that no other file names an engine.

mod pool;
mod row;
mod transaction;
mod value;

pub(crate) use pool::{Pool, public_address};
pub(crate) use row::Row;
pub(crate) use transaction::Tx;
pub(crate) use value::{Value, values_of};

/// How often a transaction is run again after a serialisation failure before the caller hears of it.
pub(crate) const TRIES: u32 = 12;

/// A query with its values bound, for whichever engine it goes to.
macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query(sqlx::AssertSqlSafe($sql));
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
use bound;

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
