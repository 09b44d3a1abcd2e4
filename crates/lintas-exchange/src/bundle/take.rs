//! Taking a partner's bundle.

use std::collections::BTreeMap;
use std::io::Read;

use lintas_casework::witness::{self, Seen};
use lintas_casework::{Node, exchange};
use lintas_ledger::bundle::{BundleError, BundleReader};
use lintas_ledger::chunk::MAX_ENTRIES;
use lintas_ledger::log::Checkpoint;
use lintas_ledger::{Chunk, Entry, FeedId};
use lintas_model::{AgencyCode, Timestamp};

use crate::meet::{FeedMet, note, settle, take_entries};
use crate::standing::{Standing, by_file_only, keep, stored};
use crate::{ExchangeError, Result};

/// How many entries of a bundle are taken in one go.
const GROUP_ENTRIES: usize = 8 * MAX_ENTRIES;

/// What taking a bundle did.
#[derive(Debug)]
pub struct BundleTaken {
    /// Who made it.
    pub from: AgencyCode,
    /// When, by the maker's clock.
    pub created_at: Timestamp,
    /// Feed by feed.
    pub feeds: Vec<(FeedId, FeedMet)>,
    /// Why the sender's log was not cosigned, where something is wrong with it.
    pub log: Option<String>,
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
        refused.chain(self.log.clone()).chain(self.problem.iter().map(ExchangeError::told))
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
    // What the sender has cosigned of our own log comes with the bundle.
    for note in &manifest.checkpoints {
        if Checkpoint::parse(note).is_ok_and(|(checkpoint, _)| checkpoint.agency == *node.code()) {
            witness::learn(node, &from, note).await?;
        }
    }
    let mut log = None;
    for note in &manifest.checkpoints {
        if Checkpoint::parse(note).is_ok_and(|(checkpoint, _)| checkpoint.agency == from) {
            let made = manifest.created_at;
            if let Seen::Refused(why) =
                witness::look_by_file(node, &from, made, note, &manifest.growth).await?
            {
                log = Some(why);
            }
        }
    }
    let mut feeds: BTreeMap<FeedId, FeedMet> =
        manifest.feeds.iter().map(|range| (range.feed.clone(), FeedMet::default())).collect();
    let mut group = Group::default();
    let problem = loop {
        let (given_back, next) = in_thread(move || {
            let next = reader.next();
            (reader, next)
        })
        .await?;
        reader = given_back;
        match next {
            None => break group.take(node, &mut feeds).await.err(),
            Some(Err(error)) => {
                let taken = group.take(node, &mut feeds).await;
                break Some(taken.err().unwrap_or_else(|| error.into()));
            }
            Some(Ok(chunk)) => {
                if let Err(error) = group.add(node, &from, &mut feeds, &chunk).await {
                    break Some(error);
                }
            }
        }
    };
    let mut taken = BundleTaken { from, created_at: manifest.created_at, feeds: Vec::new(), log, problem };
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

/// Entries of one feed that are taken in one go: larger groups are stored faster.
#[derive(Default)]
struct Group {
    feed: Option<FeedId>,
    entries: Vec<Vec<u8>>,
}

impl Group {
    /// Adds a chunk, after taking what stands before it when the group is full or of another feed.
    async fn add(
        &mut self,
        node: &Node,
        from: &AgencyCode,
        feeds: &mut BTreeMap<FeedId, FeedMet>,
        chunk: &Chunk,
    ) -> Result<()> {
        // A chunk is of one feed; that all its entries are is checked where they are taken.
        let first = chunk.entries().next().and_then(|bytes| Entry::decode_without_body(bytes).ok());
        let named = first.map(|entry| entry.header().feed.clone()).filter(|feed| feeds.contains_key(feed));
        let problem = match &named {
            None => Some("it does not name the feed of a chunk".to_owned()),
            Some(feed) if feed.agency != *from => Some(format!("{from} sent records of {}", feed.agency)),
            Some(_) => None,
        };
        let full = self.entries.len() + chunk.entries().len() > GROUP_ENTRIES;
        if full || problem.is_some() || self.feed != named {
            self.take(node, feeds).await?;
        }
        if let Some(problem) = problem {
            return Err(BundleError::Manifest(problem).into());
        }
        if let Some(met) = named.as_ref().and_then(|feed| feeds.get_mut(feed)) {
            met.bytes += chunk.as_bytes().len() as u64;
        }
        self.feed = named;
        self.entries.extend(chunk.entries().map(<[u8]>::to_vec));
        Ok(())
    }

    /// Takes what has been gathered. A feed in which something is wrong goes no further; the others do.
    async fn take(&mut self, node: &Node, feeds: &mut BTreeMap<FeedId, FeedMet>) -> Result<()> {
        let entries = std::mem::take(&mut self.entries);
        let Some(feed) = self.feed.take() else { return Ok(()) };
        match feeds.get_mut(&feed) {
            Some(met) if met.findings.is_empty() && !entries.is_empty() => {
                take_entries(node, &feed, entries, met).await.map(|_| ())
            }
            _ => Ok(()),
        }
    }
}

async fn in_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ExchangeError::Ended)
}
