//! Making a bundle for a partner.

use std::collections::BTreeMap;
use std::io::Write;

use lintas_casework::{Node, exchange};
use lintas_ledger::Chunk;
use lintas_ledger::bundle::FeedRange;
use lintas_ledger::chunk::MAX_ENTRIES;
use lintas_model::record::ReceiptFor;
use lintas_model::{AgencyCode, AudienceId};

use crate::Result;

/// What went into a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// How many feeds.
    pub feeds: u64,
    /// How many records.
    pub records: u64,
}

/// Writes a bundle for a partner: every feed that it may read, from what it has acknowledged on, or from the start when
/// `all` is asked for. Only the partner's node can open it.
pub async fn bundle_for<W: Write + Send>(node: &Node, to: &AgencyCode, all: bool, out: W) -> Result<Given> {
    let acknowledged = if all { BTreeMap::new() } else { acknowledged(node, to).await? };
    let mut ranges = Vec::new();
    for offer in exchange::offered(node, to).await? {
        let head = offer.head;
        let held = acknowledged.get(&(head.feed.audience, head.generation)).copied().unwrap_or(0);
        let from = held.min(head.next_sequence);
        if from < head.next_sequence {
            let (generation, until) = (head.generation, head.next_sequence);
            ranges.push(FeedRange { feed: head.feed, generation, from, until });
        }
    }
    let mut writer = exchange::begin_bundle(node, out, to, ranges.clone()).await?;
    let mut given = Given { feeds: ranges.len() as u64, records: 0 };
    for range in ranges {
        let mut from = range.from;
        while from < range.until {
            let boundary = MAX_ENTRIES as u64 - from % MAX_ENTRIES as u64;
            let limit = usize::try_from(boundary.min(range.until - from)).unwrap_or(MAX_ENTRIES);
            let entries = exchange::entries_for(node, to, &range.feed, range.generation, from, limit).await?;
            if entries.is_empty() {
                break;
            }
            for chunk in Chunk::pack_all(&entries)? {
                writer.chunk(&chunk)?;
            }
            from += entries.len() as u64;
            given.records += entries.len() as u64;
        }
    }
    writer.finish()?;
    Ok(given)
}

/// How many records of each feed of ours the partner has said to hold.
pub(crate) async fn acknowledged(node: &Node, by: &AgencyCode) -> Result<BTreeMap<(AudienceId, u32), u64>> {
    let mut held = BTreeMap::new();
    for receipt in exchange::receipts(node, by).await? {
        if let ReceiptFor::FeedUpTo { agency, audience, generation, sequence } = receipt.of
            && agency == *node.code()
        {
            let known: &mut u64 = held.entry((audience, generation)).or_default();
            *known = (*known).max(sequence.saturating_add(1));
        }
    }
    Ok(held)
}
