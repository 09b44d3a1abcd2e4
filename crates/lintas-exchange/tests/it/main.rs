//! Nodes that exchange records over real TLS on loopback and by file.

mod clocks;
mod courier;
mod doors;
mod faults;
mod hits;
mod order;
mod wire;
mod witness;

use lintas_casework::{Node, exchange};
use lintas_ledger::{FeedId, Hash32};
use lintas_testkit::Member;

/// Feeds, each with the hash of every record's bytes.
type Records = Vec<(FeedId, Vec<Hash32>)>;

/// What a node holds of a partner.
async fn held(node: &Node, from: &Member) -> anyhow::Result<Records> {
    let mut all = Vec::new();
    for head in exchange::held_from(node, from.code()).await? {
        all.push((head.feed.clone(), hashes(node, &head.feed).await?));
    }
    Ok(all)
}

/// What an agency has written for a partner.
async fn written(by: &Member, reader: &Member) -> anyhow::Result<Records> {
    let mut all = Vec::new();
    for offer in exchange::offered(&by.node, reader.code()).await? {
        all.push((offer.head.feed.clone(), hashes(&by.node, &offer.head.feed).await?));
    }
    Ok(all)
}

async fn hashes(node: &Node, feed: &FeedId) -> anyhow::Result<Vec<Hash32>> {
    let entries = exchange::held_entries(node, feed).await?;
    Ok(entries.iter().map(|entry| Hash32::of(&[entry])).collect())
}
