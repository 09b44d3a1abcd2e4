//! Search in the store, by the sort of thing that is typed.

use std::time::Instant;

use lintas_store::{SearchQuery, Store};

use super::percentiles;

/// How often each is asked.
const TIMES: usize = 40;

const ASKED: [(&str, &[&str]); 8] = [
    ("a common word", &["river", "passport", "checkpoint"]),
    ("three common words", &["grey van driver", "woman factory north", "boat night pier"]),
    ("a rare word", &["hotel31", "km3003", "plate20018"]),
    ("a common and a rare word", &["border hotel31", "bus km3003"]),
    ("the beginning of a common word", &["pass", "checkp", "fact"]),
    ("a word with a number", &["report 777", "s-4242"]),
    ("a word that is nowhere", &["zeppelin", "quagmire"]),
    ("Thai", &["ค้ามนุษย์", "หนังสือเดินทาง", "เชียง"]),
];

/// The median and the 95th percentile of each, in milliseconds, and of all together.
pub(crate) async fn speed(store: &Store) -> anyhow::Result<Vec<(String, f64, f64)>> {
    let (mut lines, mut all) = (Vec::new(), Vec::new());
    for (what, texts) in ASKED {
        let mut times = Vec::new();
        for turn in 0..TIMES {
            let text = texts[turn % texts.len()].to_owned();
            let query = SearchQuery { text, limit: 51, ..SearchQuery::default() };
            let start = Instant::now();
            store.search(&query).await?;
            times.push(start.elapsed().as_secs_f64());
        }
        all.extend(times.iter().copied());
        let (p50, p95) = percentiles(times);
        lines.push((what.to_owned(), p50, p95));
    }
    let (p50, p95) = percentiles(all);
    lines.push(("all together".to_owned(), p50, p95));
    Ok(lines)
}
