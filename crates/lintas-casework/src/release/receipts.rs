//! What was taken back and by whom it has not been confirmed.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Receipt, ReceiptFor};
use lintas_model::{AgencyCode, AudienceId, Body, Kind, RecordId, Timestamp};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery, Order};

use crate::{Ctx, Result, access, audience};

/// How something was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TakenBack {
    /// A release was recalled or narrowed.
    Recall,
    /// A record was erased.
    Erasure,
}

/// A receipt that has not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Who has not confirmed.
    pub agency: AgencyCode,
    /// What it should confirm.
    pub what: TakenBack,
    /// The record that orders it.
    pub order: RecordId,
    /// Why, in the originator's words.
    pub reason: String,
    /// Since when.
    pub since: Timestamp,
}

/// All recalls and erasures of this agency that some reader has not confirmed, the oldest first: what is longest overdue
/// stands at the top.
pub async fn missing(ctx: &Ctx) -> Result<Vec<Missing>> {
    ctx.require_plain(Action::ViewExchange, "partner").await?;
    let store = ctx.node().store();
    let own = HeldQuery {
        agency: Some(ctx.node().code().clone()),
        order: Order::OldestFirst,
        ..HeldQuery::kinds(&[Kind::Recall, Kind::Tombstone])
    };
    let orders = store.held(&own).await?;
    let confirmed = Confirmed::of(store.held(&HeldQuery::kinds(&[Kind::Receipt])).await?, ctx.node().code());
    let mut readers: BTreeMap<AudienceId, BTreeSet<AgencyCode>> = BTreeMap::new();
    let mut missing = Vec::new();
    for Held { mark, body } in orders {
        let (what, reason) = match body {
            Body::Recall(recall) => (TakenBack::Recall, recall.reason),
            Body::Tombstone(tombstone) => (TakenBack::Erasure, tombstone.ground),
            _ => continue,
        };
        if mark.audience == ctx.private() {
            continue;
        }
        if let std::collections::btree_map::Entry::Vacant(unknown) = readers.entry(mark.audience) {
            let members = audience::own(ctx.node(), mark.audience).await?.map(|a| a.members);
            unknown.insert(members.unwrap_or_default());
        }
        for agency in readers.get(&mark.audience).into_iter().flatten() {
            let done = match what {
                TakenBack::Recall => confirmed.recalls.contains(&(agency.clone(), mark.record)),
                TakenBack::Erasure => {
                    let held = confirmed.feeds.get(&(agency.clone(), mark.audience));
                    held.is_some_and(|held| *held >= mark.place)
                }
            };
            if !done && agency != ctx.node().code() {
                let (agency, order, since, reason) = (agency.clone(), mark.record, mark.at, reason.clone());
                missing.push(Missing { agency, what, order, reason, since });
            }
        }
    }
    access::viewed(ctx, "missing receipts", None, missing.len()).await?;
    Ok(missing)
}

/// What partners have confirmed.
#[derive(Default)]
struct Confirmed {
    recalls: BTreeSet<(AgencyCode, RecordId)>,
    /// Up to where a feed of ours is held: generation and number. An erasure is carried out when its tombstone is taken.
    feeds: BTreeMap<(AgencyCode, AudienceId), (u32, u64)>,
}

impl Confirmed {
    fn of(receipts: Vec<Held>, own: &AgencyCode) -> Self {
        let mut confirmed = Self::default();
        for Held { mark, body } in receipts {
            match body {
                Body::Receipt(Receipt { of: ReceiptFor::Recall { recall, .. }, .. }) => {
                    confirmed.recalls.insert((mark.originator, recall));
                }
                Body::Receipt(Receipt {
                    of: ReceiptFor::FeedUpTo { agency, audience, generation, sequence },
                    ..
                }) if agency == *own => {
                    let held = confirmed.feeds.entry((mark.originator, audience)).or_default();
                    *held = (*held).max((generation, sequence));
                }
                _ => {}
            }
        }
        confirmed
    }
}
