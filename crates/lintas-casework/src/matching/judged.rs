//! What has been judged lately, by whom and why; and where judgements contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Judgement, Verdict};
use lintas_model::{AgencyCode, EntityId, OfficerId, Timestamp};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::{Ctx, Result, access, entity, officer};

/// A judgement as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The two, with what lists call them.
    pub pair: [(EntityId, String); 2],
    /// What was judged.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// The agency.
    pub agency: AgencyCode,
    /// The officer by name, inside the agency.
    pub officer: Option<String>,
    /// Whether the actor wrote it.
    pub own: bool,
    /// Whether its author has said nothing about the pair since.
    pub stands: bool,
}

/// So many judgements are looked through.
const LOOKED_AT: usize = 2_000;

/// The judgements of this agency, newest first.
pub async fn judged(ctx: &Ctx, limit: usize) -> Result<Vec<Judged>> {
    ctx.require_own(Action::Judge, "judgement").await?;
    let query = HeldQuery {
        agency: Some(ctx.node().code().clone()),
        order: Order::NewestFirst,
        limit,
        ..HeldQuery::default()
    };
    let judged = told(ctx, item::read::<Judgement>(ctx, query).await?).await?;
    access::viewed(ctx, "judgements", None, judged.len()).await?;
    Ok(judged)
}

/// Judgements that contradict each other: on one pair somebody says the same and somebody not, be it an officer of this
/// agency or a partner. Nothing is decided here; a pair on which agencies differ is not joined.
pub async fn contradictions(ctx: &Ctx) -> Result<Vec<Judged>> {
    let query = HeldQuery { order: Order::NewestFirst, limit: LOOKED_AT, ..HeldQuery::default() };
    let mut by_pair: BTreeMap<(EntityId, EntityId), Vec<Item<Judgement>>> = BTreeMap::new();
    for item in item::read::<Judgement>(ctx, query).await? {
        by_pair.entry((item.body.left, item.body.right)).or_default().push(item);
    }
    let mut found = Vec::new();
    for items in by_pair.into_values() {
        let mut last: BTreeMap<(AgencyCode, OfficerId), Item<Judgement>> = BTreeMap::new();
        for item in items {
            // Newest first, so the first of each author is the one that stands.
            last.entry((item.mark.originator.clone(), item.mark.author)).or_insert(item);
        }
        let said = |verdict| last.values().any(|item| item.body.verdict == verdict);
        if said(Verdict::Same) && said(Verdict::NotSame) {
            found.extend(last.into_values().filter(|item| item.body.verdict != Verdict::Withdrawn));
        }
    }
    told(ctx, found).await
}

/// Judgements with the names of those that they are about and of those who made them.
pub(super) async fn told(ctx: &Ctx, items: Vec<Item<Judgement>>) -> Result<Vec<Judged>> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let ids: BTreeSet<EntityId> = items.iter().flat_map(|item| [item.body.left, item.body.right]).collect();
    let captions = entity::captions(ctx, ids).await?;
    let officers = officer::names(ctx).await?;
    let mut newest: BTreeMap<_, (Timestamp, lintas_model::RecordId)> = BTreeMap::new();
    for item in &items {
        let said = (item.mark.at, item.mark.record);
        let key = (item.body.left, item.body.right, item.mark.author);
        newest.entry(key).and_modify(|known| *known = said.max(*known)).or_insert(said);
    }
    let named = |id: EntityId| (id, captions.get(&id).cloned().unwrap_or_default());
    Ok(items
        .into_iter()
        .map(|item| Judged {
            pair: [named(item.body.left), named(item.body.right)],
            verdict: item.body.verdict,
            at: item.mark.at,
            officer: officers
                .get(&item.mark.author)
                .filter(|_| item.mark.originator == *ctx.node().code())
                .cloned(),
            own: item.mark.author == ctx.officer(),
            stands: newest.get(&(item.body.left, item.body.right, item.mark.author))
                == Some(&(item.mark.at, item.mark.record)),
            agency: item.mark.originator,
            reason: item.body.reason,
        })
        .collect())
}
