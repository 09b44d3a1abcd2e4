//! Pulling one feed: chunks are fetched while those before are checked and taken.

use lintas_casework::{Node, exchange};
use lintas_ledger::{Chunk, FeedHead, FeedId};
use tokio::sync::mpsc;

use super::line::Line;
use super::{FeedMet, refusal};
use crate::{ExchangeError, Result};

/// How many chunks are taken in one go, and how many are fetched ahead: larger groups are stored faster.
const GROUP: usize = 8;

/// Pulls a feed from where our copy ends to where the partner says it stands. What was taken before an error is in
/// `met`, and held.
pub(super) async fn pull(node: &Node, line: &Line, offered: &FeedHead, met: &mut FeedMet) -> Result<()> {
    let feed = &offered.feed;
    let held = exchange::position(node, feed).await?;
    if let Some(problem) = contradiction(&held, offered) {
        let told = format!(
            "{problem}; it says {}:{} {}",
            offered.generation, offered.next_sequence, offered.previous
        );
        lintas_casework::contradiction::keep(node, &feed.agency, &told, None, &[]).await?;
        met.findings.push(problem);
        return Ok(());
    }
    let outcome = async {
        let mut from = held.next_sequence;
        for generation in held.generation..=offered.generation {
            let until = (generation == offered.generation).then_some(offered.next_sequence);
            if !run(node, line, feed, generation, from, until, met).await? {
                break;
            }
            from = 0;
        }
        Ok(())
    };
    let outcome = outcome.await;
    let now = exchange::position(node, feed).await?;
    met.missing = if now.generation == offered.generation {
        offered.next_sequence.saturating_sub(now.next_sequence)
    } else {
        offered.next_sequence
    };
    outcome
}

/// What the partner says now against what it has signed before.
fn contradiction(held: &FeedHead, offered: &FeedHead) -> Option<String> {
    let at = |head: &FeedHead| (head.generation, head.next_sequence);
    if at(offered) < at(held) {
        let ((generation, number), (g, n)) = (at(held), at(offered));
        return Some(format!(
            "EX-020 feed {}: {generation}:{number} is held, the partner has only {g}:{n}; it may have come back from an \
             old backup",
            held.feed
        ));
    }
    (at(offered) == at(held) && offered.previous != held.previous).then(|| {
        format!(
            "EX-021 feed {}: the partner shows another record than the one held at its end; the feed is forked",
            held.feed
        )
    })
}

/// Pulls a run of one generation; false when something was refused and the feed must not go on.
async fn run(
    node: &Node,
    line: &Line,
    feed: &FeedId,
    generation: u32,
    from: u64,
    until: Option<u64>,
    met: &mut FeedMet,
) -> Result<bool> {
    let (fetched, mut chunks) = mpsc::channel::<(Chunk, u64)>(GROUP);
    let fetching = async move {
        let mut from = from;
        while until.is_none_or(|until| from < until) {
            let Some((chunk, size_bytes)) = line.chunk(feed, generation, from).await? else { break };
            from += chunk.entries().len() as u64;
            if fetched.send((chunk, size_bytes)).await.is_err() {
                break;
            }
        }
        Ok::<(), ExchangeError>(())
    };
    let taking = async move {
        let mut group = Vec::with_capacity(GROUP);
        while chunks.recv_many(&mut group, GROUP).await > 0 {
            let mut entries = Vec::new();
            for (chunk, size_bytes) in group.drain(..) {
                met.bytes += size_bytes;
                entries.extend(chunk.entries().map(<[u8]>::to_vec));
            }
            if !take(node, feed, entries, met).await? {
                return Ok(false);
            }
        }
        Ok::<bool, ExchangeError>(true)
    };
    let (fetching, taking) = tokio::join!(fetching, taking);
    let all_taken = taking?;
    fetching?;
    Ok(all_taken)
}

/// Takes entries through the one check that the wire and the courier share; false when some were refused.
pub(crate) async fn take(
    node: &Node,
    feed: &FeedId,
    entries: Vec<Vec<u8>>,
    met: &mut FeedMet,
) -> Result<bool> {
    match exchange::take(node, &feed.agency, feed, entries).await {
        Ok(done) => {
            met.taken += done.accepted.taken;
            met.known += done.accepted.known;
            met.unreadable += done.accepted.unreadable;
            let clean = done.findings.is_empty();
            met.findings.extend(done.findings);
            Ok(clean)
        }
        Err(error) => {
            let error = ExchangeError::from(error);
            let Some(reason) = refusal(&error) else { return Err(error) };
            met.findings.push(reason);
            Ok(false)
        }
    }
}
