//! What the two ends of the wire agree on: addresses and the list of feeds. A change of either is a new version.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lintas_ledger::{FeedHead, FeedId, Hash32};
use lintas_model::AgencyCode;
use serde::{Deserialize, Serialize};

/// With every answer: what the clock of the node shows, in milliseconds since 1970.
pub(crate) const CLOCK: &str = "lintas-clock";

/// Where the list of feeds is.
pub(crate) const FEEDS: &str = "/peer/v1/feeds";

/// Where a chunk is: up to 256 entries from a sequence number on, never past a multiple of 256, so that the same
/// numbers always stand in the same chunk.
pub(crate) fn chunk(feed: &FeedId, generation: u32, from: u64) -> String {
    format!("{FEEDS}/{}/{generation}/{from}", feed.audience)
}

/// Where a witness finds how the log has grown since the size that follows: the body of an `add-checkpoint` of C2SP
/// tlog-witness, or, with status 409, the size of a log that is shorter.
pub(crate) const CHECKPOINT: &str = "/peer/v1/checkpoint";

/// Where an agency finds what this node has cosigned of its log last, as a signed note.
pub(crate) const WITNESSED: &str = "/peer/v1/witnessed";

/// Greatest size of an answer about checkpoints, in bytes.
pub(crate) const MAX_NOTE: usize = 128 << 10;

/// The growth of a log in the form of C2SP tlog-witness.
pub(crate) fn growth(old: u64, proof: &[Hash32], note: &str) -> String {
    let lines: String = proof.iter().map(|hash| format!("{}\n", STANDARD.encode(hash.as_bytes()))).collect();
    format!("old {old}\n{lines}\n{note}")
}

/// Reads what [`growth`] wrote: old size, proof, note.
pub(crate) fn read_growth(text: &str) -> Option<(u64, Vec<Hash32>, &str)> {
    let (head, note) = text.split_once("\n\n")?;
    let mut lines = head.split('\n');
    let old = lines.next()?.strip_prefix("old ")?;
    let size: u64 = old.parse().ok().filter(|size: &u64| size.to_string() == old)?;
    let hash = |line: &str| STANDARD.decode(line).ok()?.try_into().ok().map(Hash32);
    let proof = lines.map(hash).collect::<Option<Vec<Hash32>>>()?;
    (proof.len() <= 63).then_some((size, proof, note))
}

/// Where a partner brings what it wrote for two agencies alone, so that a question need not wait for a round.
pub(crate) const BROUGHT: &str = "/peer/v1/brought";

/// Where a chunk of one feed is brought.
pub(crate) fn brought(feed: &FeedId) -> String {
    format!("{BROUGHT}/{}", feed.audience)
}

/// What a node answers to a chunk that begins past what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HeldSoFar {
    /// The generation of the feed.
    pub(crate) generation: u32,
    /// How many records of it are held.
    pub(crate) records: u64,
}

/// What a node offers to one partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FeedList {
    /// Whose feeds.
    pub(crate) agency: AgencyCode,
    /// The feeds that the partner may read.
    pub(crate) feeds: Vec<FeedOffer>,
}

/// One feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FeedOffer {
    /// Where it stands.
    pub(crate) head: FeedHead,
    /// What its audience is called.
    pub(crate) name: String,
}
