//! Feeds: one agency writes, one audience reads, no number is left out.

use std::fmt;

use lintas_model::{AgencyCode, AudienceId};
use serde::{Deserialize, Serialize};

use crate::Hash32;

/// One agency's records for one audience.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FeedId {
    /// Who writes.
    pub agency: AgencyCode,
    /// Who reads.
    pub audience: AudienceId,
}

impl fmt::Display for FeedId {
    /// `KH-CIB/` and the audience's id.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.agency, self.audience)
    }
}

/// Where the next record of a feed goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FeedHead {
    /// The feed.
    pub feed: FeedId,
    /// Counts restores: a node that came back from an old backup starts a new generation.
    pub generation: u32,
    /// The sequence number of the next record; the first is 0.
    pub next_sequence: u64,
    /// The hash of the last record, zeros before the first.
    pub previous: Hash32,
}

impl FeedHead {
    /// The start of a generation of a feed.
    pub const fn start(feed: FeedId, generation: u32) -> Self {
        Self { feed, generation, next_sequence: 0, previous: Hash32::ZERO }
    }

    /// Where a record stands: feed, generation and sequence number, as findings name it.
    pub(crate) fn place(feed: &FeedId, generation: u32, sequence: u64) -> String {
        format!("{feed} {generation}:{sequence}")
    }
}
