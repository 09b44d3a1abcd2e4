//! Taking a partner's bundle.

use std::collections::BTreeMap;
use std::io::Read;

use lintas_casework::{Node, exchange};
use lintas_ledger::bundle::{BundleError, BundleReader};
use lintas_ledger::{Chunk, Entry, FeedId};
use lintas_model::{AgencyCode, Timestamp};

use crate::meet::{FeedMet, note, settle, take_entries};
use crate::standing::{Standing, by_file_only, keep, stored};
use crate::{ExchangeError, Result};

/// What taking a bundle did.
#[derive(Debug)]
pub struct BundleTaken {
    /// Who made it.
    pub from: AgencyCode,
    /// When, by the maker's clock.
    pub created_at: Timestamp,
    /// Feed by feed.
    pub feeds: Vec<(FeedId, FeedMet)>,
    /// What stopped the reading before the end of the bundle; what came before it was taken.
    pub problem: Option<ExchangeError>,
}

impl BundleTaken {
    /// Records new here.
    pub fn taken(&self) -> u64 {
        self.feeds.iter().map(|(_, feed)| feed.taken).sum()
    }

    /// Records that were held already.
    pub fn known(&self) -> u64 {
        self.feeds.iter().map(|(_, feed)| feed.known).sum()
    }

    /// Everything that is wrong with it.
    pub fn findings(&self) -> impl Iterator<Item = String> {
        let refused = self.feeds.iter().flat_map(|(_, feed)| feed.findings.iter().cloned());
        refused.chain(self.problem.iter().map(ExchangeError::told))
    }
}

/// Takes a bundle chunk by chunk. An error means that it could not be opened and nothing was taken; damage further on is
/// told in [`BundleTaken::problem`], and what stood before it is held. The same bundle again adds nothing.
pub async fn take_bundle<R: Read + Send + 'static>(node: &Node, input: R) -> Result<BundleTaken> {
    let keyring = node.keyring().await?;
    let here = node.clone();
    let mut reader = in_thread(move || {
        BundleReader::open(input, here.code(), here.opening_key(), &keyring).map_err(ExchangeError::from)
    })
    .await??;
    let manifest = reader.manifest().clone();
    let from = manifest.from.clone();
    let mut feeds: BTreeMap<FeedId, FeedMet> =
        manifest.feeds.iter().map(|range| (range.feed.clone(), FeedMet::default())).collect();
    let problem = loop {
        let (given_back, next) = in_thread(move || {
            let next = reader.next();
            (reader, next)
        })
        .await?;
        reader = given_back;
        match next {
            None => break None,
            Some(Err(error)) => break Some(error.into()),
            Some(Ok(chunk)) => {
                if let Err(error) = take_chunk(node, &from, &mut feeds, &chunk).await {
                    break Some(error);
                }
            }
        }
    };
    let mut taken = BundleTaken { from, created_at: manifest.created_at, feeds: Vec::new(), problem };
    let mut account = stored(node, &taken.from).await?;
    for (feed, mut met) in feeds {
        let head = exchange::position(node, &feed).await?;
        let range = manifest.feeds.iter().rfind(|range| range.feed == feed);
        met.missing = range.map_or(0, |range| {
            if range.generation > head.generation {
                range.until
            } else {
                range.until.saturating_sub(head.next_sequence)
            }
        });
        note(&mut account, feed.audience, &met);
        settle(node, &feed, account.feeds.entry(feed.audience).or_default()).await?;
        taken.feeds.push((feed, met));
    }
    if by_file_only(node, &taken.from).await? {
        account.met_at = Some(node.now());
        account.standing = match taken.findings().next() {
            Some(reason) => Standing::Refused { reason },
            None => Standing::WaitingForFile { since: account.met_at },
        };
    }
    keep(node, &taken.from, &account).await?;
    Ok(taken)
}

async fn take_chunk(
    node: &Node,
    from: &AgencyCode,
    feeds: &mut BTreeMap<FeedId, FeedMet>,
    chunk: &Chunk,
) -> Result<()> {
    let entries: Vec<Vec<u8>> = chunk.entries().map(<[u8]>::to_vec).collect();
    // A chunk is of one feed; that all its entries are is checked where they are taken.
    let header = entries.first().and_then(|bytes| Entry::decode_without_body(bytes).ok());
    let feed = header.map(|entry| entry.header().feed.clone());
    let Some((feed, met)) = feed.and_then(|feed| feeds.get_mut(&feed).map(|met| (feed, met))) else {
        return Err(BundleError::Manifest("it does not name the feed of a chunk".into()).into());
    };
    if feed.agency != *from {
        return Err(BundleError::Manifest(format!("{from} sent records of {}", feed.agency)).into());
    }
    met.bytes += chunk.as_bytes().len() as u64;
    // A feed in which something is wrong goes no further; the others do.
    if met.findings.is_empty() {
        take_entries(node, &feed, entries, met).await?;
    }
    Ok(())
}

async fn in_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ExchangeError::Ended)
}
