//! The pair that an officer should look at next, side by side.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Judgement, Statement, Verdict};
use lintas_model::{EntityId, EntityKind, Kind, ObjectId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, PossiblePair};

use super::judged::{self, Judged};
use super::queue::changed;
use super::{Evidence, WORTH_A_LOOK, Weight, named_alike, weigh};
use crate::item::{self, Item};
use crate::{Ctx, Result, access, entity, judgement, report};

/// What is shown for review.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// The strongest pair that is left, if there is any.
    pub pair: Option<Pair>,
    /// The one after it.
    pub next: Option<Pair>,
    /// How many rows of the views have not been looked at yet.
    pub behind: u64,
}

/// Two entities that may be the same.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Its place in the queue.
    pub at: PossiblePair,
    /// One side.
    pub left: Side,
    /// The other side.
    pub right: Side,
    /// What speaks for it and against it.
    pub weight: Weight,
    /// How many people or bodies that the actor may see bear a name like the left one's, and whether there are more.
    pub namesakes: Option<(usize, bool)>,
    /// What has been judged of the pair, oldest first: by whom, with what reason, whether it still stands.
    pub judgements: Vec<Judged>,
    /// Whether this agency judged it and something has been said since.
    pub changed: bool,
}

/// One of the two.
#[derive(Debug, Clone)]
pub struct Side {
    /// The entity.
    pub entity: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// What lists call it.
    pub caption: String,
    /// Everything that is said of it and that the actor may see, oldest first.
    pub statements: Vec<Item<Statement>>,
    /// How many others were judged to be the same as it.
    pub merged: usize,
}

/// So many pairs are looked through at once, and so many times at most.
const PAGE: usize = 24;
const PAGES: usize = 12;
/// So many statements that came in are looked at before the queue is shown; the rest is looked at beside the work.
const BEFORE: usize = 40;

/// The strongest pair of which the actor may see both sides, after one of the queue.
pub async fn review(ctx: &Ctx, after: Option<PossiblePair>) -> Result<Review> {
    ctx.require_own(Action::Judge, "judgement").await?;
    let behind = super::look(ctx.node(), BEFORE).await?;
    let mut found: Vec<Pair> = Vec::new();
    let mut at = after;
    for _ in 0..PAGES {
        let page = ctx.node().store().pairs(at, PAGE).await?;
        let last = page.len() < PAGE;
        at = page.last().copied().or(at);
        found.extend(seen(ctx, &page, 2 - found.len()).await?);
        if last || found.len() >= 2 {
            break;
        }
    }
    let mut found = found.into_iter();
    let review = Review { pair: found.next(), next: found.next(), behind };
    for pair in review.pair.iter().chain(&review.next) {
        let count = pair.left.statements.len() + pair.right.statements.len();
        access::viewed(ctx, "match", Some(pair.at.left.into()), count).await?;
    }
    Ok(review)
}

/// The first pairs of a page that the actor may see and should judge.
async fn seen(ctx: &Ctx, page: &[PossiblePair], most: usize) -> Result<Vec<Pair>> {
    let ids: BTreeSet<EntityId> = page.iter().flat_map(|pair| [pair.left, pair.right]).collect();
    let statements = statements_of(ctx, ids).await?;
    let judged = judged_pairs(ctx, page).await?;
    let mut found = Vec::new();
    for pair in page {
        if found.len() == most {
            break;
        }
        let (Some(left), Some(right)) = (statements.get(&pair.left), statements.get(&pair.right)) else {
            continue;
        };
        let evidence =
            |all: &[Item<Statement>]| Evidence::of(all.iter().map(|item| (&item.mark, &item.body)));
        let (Some(one), Some(other)) = (evidence(left), evidence(right)) else { continue };
        let Some(weight) = weigh(&one, &other).filter(|weight| weight.strength >= WORTH_A_LOOK) else {
            continue;
        };
        let judgements = judged.get(&(pair.left, pair.right)).cloned().unwrap_or_default();
        let own = judgements.iter().rfind(|item| item.mark.originator == *ctx.node().code());
        let again = own.is_some_and(|item| changed(&item.body, &one, &other));
        if own.is_some_and(|item| item.body.verdict != Verdict::Withdrawn) && !again {
            continue;
        }
        let same = judgement::same_as(ctx, pair.left).await?;
        if same.contains(&pair.right) && own.is_none() {
            // Judged by way of a third one: who is A and who is B is C.
            continue;
        }
        let kind = one.kind;
        let namesakes = namesakes(ctx, &one).await?;
        let side = |entity, statements: Vec<Item<Statement>>, merged| Side {
            entity,
            kind,
            caption: statements.first().map(|item| entity::caption_of(&item.body)).unwrap_or_default(),
            statements,
            merged,
        };
        let merged = judgement::same_as(ctx, pair.right).await?.len() - 1;
        found.push(Pair {
            at: *pair,
            left: side(pair.left, left.clone(), same.len() - 1),
            right: side(pair.right, right.clone(), merged),
            weight,
            namesakes,
            judgements: judged::told(ctx, judgements).await?,
            changed: again,
        });
    }
    Ok(found)
}

/// Statements about entities that the actor may see, oldest first.
pub(super) async fn statements_of(
    ctx: &Ctx,
    ids: BTreeSet<EntityId>,
) -> Result<BTreeMap<EntityId, Vec<Item<Statement>>>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let query = HeldQuery { objects: ids.into_iter().map(ObjectId::from).collect(), ..HeldQuery::default() };
    let mut found: BTreeMap<EntityId, Vec<Item<Statement>>> = BTreeMap::new();
    for item in report::distinct(item::read::<Statement>(ctx, query).await?) {
        found.entry(item.body.entity).or_default().push(item);
    }
    Ok(found)
}

type ByPair = BTreeMap<(EntityId, EntityId), Vec<Item<Judgement>>>;

/// The judgements on some pairs that the actor may see, oldest first. A judgement stands under the smaller of the two.
async fn judged_pairs(ctx: &Ctx, page: &[PossiblePair]) -> Result<ByPair> {
    let lefts: BTreeSet<ObjectId> = page.iter().map(|pair| pair.left.into()).collect();
    if lefts.is_empty() {
        return Ok(ByPair::new());
    }
    let query = HeldQuery { objects: lefts.into_iter().collect(), ..HeldQuery::kinds(&[Kind::Judgement]) };
    let mut found = ByPair::new();
    for item in item::read::<Judgement>(ctx, query).await? {
        found.entry((item.body.left, item.body.right)).or_default().push(item);
    }
    for all in found.values_mut() {
        all.sort_by_key(|item| (item.mark.at, item.mark.record));
    }
    Ok(found)
}

/// How many bear a name like the first of these, counting only those that the actor may see.
async fn namesakes(ctx: &Ctx, evidence: &Evidence) -> Result<Option<(usize, bool)>> {
    const MOST: usize = 24;
    let Some(first) = evidence.names.first() else { return Ok(None) };
    let alike = named_alike(ctx.node(), evidence.kind, std::slice::from_ref(first), &BTreeSet::new()).await?;
    let full = alike.len() >= MOST;
    Ok(Some((statements_of(ctx, alike).await?.len(), full)))
}
