//! What the two ends of the wire agree on: addresses and the list of feeds. A change of either is a new version.

use lintas_ledger::{FeedHead, FeedId};
use lintas_model::AgencyCode;
use serde::{Deserialize, Serialize};

/// Where the list of feeds is.
pub(crate) const FEEDS: &str = "/peer/v1/feeds";

/// Where a chunk is: up to 256 entries from a sequence number on, never past a multiple of 256, so that the same
/// numbers always stand in the same chunk.
pub(crate) fn chunk(feed: &FeedId, generation: u32, from: u64) -> String {
    format!("{FEEDS}/{}/{generation}/{from}", feed.audience)
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
