//! Where each partner stands. "Nothing to do", "refused", "failed" and "waiting for a file" are different things, and a
//! page that says one word for all of them makes people stop looking.

use std::collections::BTreeMap;

use lintas_casework::{Node, exchange, partner};
use lintas_ledger::FeedHead;
use lintas_model::{AgencyCode, AudienceId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::Result;

/// Where a partner stands after it was last met.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum Standing {
    /// Never met so far.
    #[default]
    Never,
    /// Everything offered is held here.
    UpToDate {
        /// When that was so.
        at: Timestamp,
    },
    /// Records are offered that are not held here yet.
    Waiting {
        /// How many.
        records: u64,
    },
    /// The partner refuses this node, or this node refuses what the partner offers.
    Refused {
        /// Why.
        reason: String,
    },
    /// The partner could not be met, or the line broke.
    Failed {
        /// Why.
        reason: String,
        /// When it is tried again, by this node's clock.
        retry_at: Timestamp,
    },
    /// The partner is met by file only.
    WaitingForFile {
        /// When the last file was taken.
        since: Option<Timestamp>,
    },
}

/// What is kept about a partner's feed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedAccount {
    /// What its audience is called.
    pub name: String,
    /// How many of its records are held.
    pub held: u64,
    /// How many of them this program cannot read.
    pub unreadable: u64,
    /// How many were offered and refused at the last meeting.
    pub refused: u64,
    /// How many bytes came over the wire or by file, repeated ones included.
    pub bytes: u64,
    /// Generation and number of records that were last acknowledged.
    pub acknowledged: Option<(u32, u64)>,
}

/// What is kept about a partner.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Where it stands.
    pub standing: Standing,
    /// When it was last met with success.
    pub met_at: Option<Timestamp>,
    /// How many meetings in a row have failed.
    pub failures: u32,
    /// Its clock beside ours, where they differed when it was last asked.
    #[serde(default)]
    pub clocks: Option<ClocksDiffer>,
    /// Bytes received in all.
    pub received_bytes: u64,
    /// Bytes given in all.
    #[serde(skip)]
    pub sent_bytes: u64,
    /// Records of ours that it may read and has not acknowledged; receipts call for none and do not count.
    #[serde(skip)]
    pub unacknowledged: u64,
    /// The last time the partner acknowledged what it holds of ours.
    #[serde(skip)]
    pub acknowledged_at: Option<Timestamp>,
    /// Its feeds.
    pub feeds: BTreeMap<AudienceId, FeedAccount>,
}

impl FeedAccount {
    /// Whether everything up to this head was attended to and acknowledged already.
    pub(crate) fn is_settled(&self, head: &FeedHead) -> bool {
        self.acknowledged == Some((head.generation, head.next_sequence))
    }
}

const ACCOUNT: &str = "account";
const SENT: &str = "sent";
/// The first wait after a failure; it doubles with every further one.
const FIRST_WAIT_MS: i64 = 15_000;
/// The longest wait: a partner that comes back is met within the hour.
const LONGEST_WAIT_MS: i64 = 3_600_000;

/// What two clocks showed at one moment. Records are dated and material expires by them, so one must be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClocksDiffer {
    /// This node's.
    pub ours: Timestamp,
    /// The partner's.
    pub theirs: Timestamp,
}

impl ClocksDiffer {
    /// Clocks that are further apart than a slow line explains: five minutes, as in Kerberos (RFC 4120, 8.2).
    pub(crate) fn between(ours: Timestamp, theirs: Timestamp) -> Option<Self> {
        let apart_ms = ours.as_millis().abs_diff(theirs.as_millis());
        (apart_ms > 5 * 60_000).then_some(Self { ours, theirs })
    }
}

impl Account {
    /// Notes a failure and when to try again.
    pub(crate) fn fail(&mut self, reason: String, now: Timestamp) {
        let wait_ms = (FIRST_WAIT_MS << self.failures.min(10)).min(LONGEST_WAIT_MS);
        self.failures = self.failures.saturating_add(1);
        self.standing = Standing::Failed { reason, retry_at: now.plus_millis(wait_ms) };
    }

    /// Whether the partner is to be met at this instant without anybody asking for it.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        !matches!(self.standing, Standing::Failed { retry_at, .. } if now < retry_at)
    }
}

/// The account of a partner, with what it has received and acknowledged.
pub async fn account(node: &Node, code: &AgencyCode) -> Result<Account> {
    let mut account = stored(node, code).await?;
    account.sent_bytes = sent(node, code).await?;
    account.acknowledged_at =
        exchange::receipts(node, code).await?.into_iter().map(|receipt| receipt.at).max();
    account.unacknowledged = exchange::unacknowledged(node, code).await?;
    if account.standing == Standing::Never && by_file_only(node, code).await? {
        account.standing = Standing::WaitingForFile { since: None };
    }
    Ok(account)
}

/// Whether one of the two nodes meets others by file only.
pub(crate) async fn by_file_only(node: &Node, code: &AgencyCode) -> Result<bool> {
    let address = partner::find(node, code).await?.and_then(|partner| partner.address);
    Ok(node.config().public_address.is_none() || address.is_none())
}

pub(crate) async fn stored(node: &Node, code: &AgencyCode) -> Result<Account> {
    let bytes = exchange::remembered(node, code, ACCOUNT).await?;
    // An account that does not read is one of another version: it is only a memory, and is made anew.
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

pub(crate) async fn keep(node: &Node, code: &AgencyCode, account: &Account) -> Result<()> {
    let bytes = serde_json::to_vec(account).unwrap_or_default();
    Ok(exchange::remember(node, code, ACCOUNT, &bytes).await?)
}

async fn sent(node: &Node, code: &AgencyCode) -> Result<u64> {
    let bytes = exchange::remembered(node, code, SENT).await?;
    Ok(bytes.and_then(|bytes| Some(u64::from_be_bytes(bytes.try_into().ok()?))).unwrap_or(0))
}

pub(crate) async fn add_sent(node: &Node, code: &AgencyCode, size_bytes: u64) -> Result<()> {
    let total = sent(node, code).await?.saturating_add(size_bytes);
    Ok(exchange::remember(node, code, SENT, &total.to_be_bytes()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_that_cannot_be_met_is_tried_less_and_less_often_but_never_given_up() {
        let (mut account, now) = (Account::default(), Timestamp::from_millis(0));
        let mut waits_ms = Vec::new();
        for _ in 0..12 {
            account.fail("the line is down".into(), now);
            let Standing::Failed { retry_at, .. } = account.standing else { panic!("it failed") };
            assert!(!account.is_due(now));
            assert!(account.is_due(retry_at));
            waits_ms.push(retry_at.as_millis());
        }
        assert_eq!(waits_ms[..3], [15_000, 30_000, 60_000]);
        assert_eq!(waits_ms[11], LONGEST_WAIT_MS);
    }
}
