//! The side that asks: a partner is met, its feeds are pulled, checked, taken and acknowledged.

mod ask;
mod feed;
mod line;
mod log;

use lintas_casework::{CaseworkError, Node, exchange, hits, partner};
use lintas_model::{AgencyCode, AudienceId};

use crate::standing::{Account, FeedAccount, Standing, by_file_only, keep, stored};
use crate::{ExchangeError, Result};
use line::Line;

pub use ask::ask;
pub(crate) use feed::take as take_entries;

/// How much of the line may be used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// Thousands of bits a second; no limit when not given.
    pub kbit_per_s: Option<u32>,
}

impl Pace {
    /// A slow line: 256 kbit/s.
    pub const SLOW: Self = Self { kbit_per_s: Some(256) };
    /// As fast as the line goes.
    pub const FULL: Self = Self { kbit_per_s: None };
}

/// What meeting a partner, or taking its bundle, did to one feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedMet {
    /// What the audience is called.
    pub name: String,
    /// Records new here.
    pub taken: u64,
    /// Records that were held already.
    pub known: u64,
    /// Among the new ones: stored and marked, because this program cannot read them.
    pub unreadable: u64,
    /// Records offered and not held afterwards.
    pub missing: u64,
    /// Bytes received.
    pub bytes: u64,
    /// Why records were refused; empty when none was.
    pub findings: Vec<String>,
}

/// What meeting a partner did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Whom.
    pub partner: AgencyCode,
    /// Feed by feed.
    pub feeds: Vec<(AudienceId, FeedMet)>,
    /// Why the partner's log was not cosigned, when it should have been.
    pub log: Option<String>,
    /// Where the partner stands now.
    pub standing: Standing,
}

impl Met {
    /// Records new here.
    pub fn taken(&self) -> u64 {
        self.feeds.iter().map(|(_, feed)| feed.taken).sum()
    }

    /// Bytes received.
    pub fn bytes(&self) -> u64 {
        self.feeds.iter().map(|(_, feed)| feed.bytes).sum()
    }
}

/// Meets a partner: pulls every feed that it offers from where our copy ends. A line that breaks is no error but a
/// [`Standing`]; what was taken before is held. An error is this node's own, or an unknown partner.
pub async fn meet(node: &Node, code: &AgencyCode, pace: Pace) -> Result<Met> {
    let known = partner::find(node, code).await?.filter(|partner| partner.active);
    let known = known.ok_or(CaseworkError::NotFound("partner"))?;
    let mut account = stored(node, code).await?;
    let mut met = Met { partner: code.clone(), feeds: Vec::new(), log: None, standing: Standing::Never };
    if by_file_only(node, code).await? {
        let since = match account.standing {
            Standing::WaitingForFile { since } => since,
            _ => account.met_at,
        };
        account.standing = Standing::WaitingForFile { since };
    } else {
        let outcome = match Line::to(node, &known, pace) {
            // First what the partner knows of our own log: a node back from an old backup learns it before anything else.
            Ok(line) => {
                let pulled = match log::learn(node, &line, code).await {
                    Ok(()) => pull_all(node, &line, &mut account, &mut met).await,
                    Err(error) => Err(error),
                };
                account.clocks = line.clocks();
                pulled
            }
            Err(error) => Err(error),
        };
        account.standing = match outcome {
            Ok(()) => judge(node, &met),
            Err(error) if error.is_refusal() => Standing::Refused { reason: error.told() },
            Err(error) => {
                tracing::info!(partner = %code, code = error.code(), "{}", error.told());
                account.fail(error.told(), node.now());
                account.standing
            }
        };
        if !matches!(account.standing, Standing::Failed { .. }) {
            account.failures = 0;
            account.met_at = Some(node.now());
        }
    }
    met.standing = account.standing.clone();
    keep(node, code, &account).await?;
    Ok(met)
}

/// Pulls all feeds. A feed in which something is wrong keeps none of the others from being pulled; a broken line does.
async fn pull_all(node: &Node, line: &Line, account: &mut Account, met: &mut Met) -> Result<()> {
    let offers = line.feeds().await?;
    // Read once for all feeds: at most meetings there is nothing new in any of them.
    let held = exchange::held_from(node, &met.partner).await?;
    for offer in offers {
        let mut feed = FeedMet { name: offer.name.clone(), ..FeedMet::default() };
        let audience = offer.head.feed.audience;
        let known = account.feeds.entry(audience).or_default();
        if held.contains(&offer.head) && known.is_settled(&offer.head) {
            note(account, audience, &feed);
            met.feeds.push((audience, feed));
            continue;
        }
        let pulled = feed::pull(node, line, &offer.head, &mut feed).await;
        note(account, audience, &feed);
        let settled = settle(node, &offer.head.feed, account.feeds.entry(audience).or_default()).await;
        met.feeds.push((audience, feed));
        pulled?;
        settled?;
    }
    met.log = log::look(node, line, &met.partner.clone()).await?;
    Ok(())
}

/// Adds what a meeting or a bundle did to the account.
pub(crate) fn note(account: &mut Account, audience: AudienceId, met: &FeedMet) {
    account.received_bytes = account.received_bytes.saturating_add(met.bytes);
    let feed = account.feeds.entry(audience).or_default();
    if !met.name.is_empty() {
        feed.name = met.name.clone();
    }
    feed.unreadable += met.unreadable;
    feed.bytes = feed.bytes.saturating_add(met.bytes);
    feed.refused = if met.findings.is_empty() { 0 } else { met.missing };
}

/// Attends to questions and answers in a feed and acknowledges what is held of it, unless that was done already.
pub(crate) async fn settle(
    node: &Node,
    feed: &lintas_ledger::FeedId,
    account: &mut FeedAccount,
) -> Result<()> {
    let head = exchange::position(node, feed).await?;
    account.held = head.next_sequence;
    if account.is_settled(&head) {
        return Ok(());
    }
    hits::attend(node, feed).await?;
    if head.next_sequence > 0 {
        exchange::acknowledge(node, feed).await?;
        account.acknowledged = Some((head.generation, head.next_sequence));
    }
    Ok(())
}

fn judge(node: &Node, met: &Met) -> Standing {
    if let Some(reason) = met.feeds.iter().find_map(|(_, feed)| feed.findings.first()) {
        return Standing::Refused { reason: reason.clone() };
    }
    if let Some(reason) = &met.log {
        return Standing::Refused { reason: reason.clone() };
    }
    match met.feeds.iter().map(|(_, feed)| feed.missing).sum() {
        0 => Standing::UpToDate { at: node.now() },
        records => Standing::Waiting { records },
    }
}

/// What a finding or refusal of casework says about a feed.
pub(crate) fn refusal(error: &ExchangeError) -> Option<String> {
    error.is_refusal().then(|| error.told())
}
