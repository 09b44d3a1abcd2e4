//! Finding pairs as records come in: from the index of the store, without reading what is not alike.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Judgement, Verdict};
use lintas_model::{Body, EntityId, EntityKind, Kind, ObjectId};
use lintas_store::{Held, HeldQuery, Mark, NameRow, PossiblePair};

use super::evidence::{Evidence, Read};
use super::{WORTH_A_LOOK, weigh};
use crate::{Ctx, Node, Result};

/// So many statements with a key in common are compared by their names.
const COMPARED: usize = 400;
/// So many entities of those alike are weighed with all that is known of them.
const WEIGHED: usize = 24;

/// Looks at statements that have come in, out of at most so many rows, and keeps the pairs that a person should look at;
/// answers how many rows are still to be looked at. Nothing is shown here, so nobody is asked whether it may be.
pub async fn look(node: &Node, rows: usize) -> Result<u64> {
    let arrived = node.store().arrived(rows).await?;
    if arrived.up_to == arrived.from {
        return Ok(0);
    }
    let mut pairs = Vec::new();
    for &entity in &arrived.entities {
        pairs.extend(pairs_of(node, entity).await?);
    }
    node.store().keep_pairs(&pairs, Some(arrived.up_to)).await?;
    Ok(arrived.behind)
}

async fn pairs_of(node: &Node, entity: EntityId) -> Result<Vec<PossiblePair>> {
    let own = evidence(node, BTreeSet::from([entity])).await?.remove(&entity);
    let Some(own) = own else { return Ok(Vec::new()) };
    let mut candidates = named_alike(node, own.kind, &own.names, &BTreeSet::from([entity])).await?;
    if !own.identifiers.is_empty() {
        candidates.extend(node.store().sharing(entity).await?.into_iter().map(|shared| shared.entity));
    }
    candidates.remove(&entity);
    let settled = settled(node, entity).await?;
    let mut pairs = Vec::new();
    for (other, theirs) in evidence(node, candidates).await? {
        let Some(weight) = weigh(&own, &theirs).filter(|weight| weight.strength >= WORTH_A_LOOK) else {
            continue;
        };
        let judged = settled.get(&other).is_some_and(|judgement| !changed(judgement, &own, &theirs));
        if !judged {
            pairs.push(PossiblePair {
                strength: weight.strength,
                left: entity.min(other),
                right: entity.max(other),
            });
        }
    }
    Ok(pairs)
}

/// Entities with a name most like one of these, best first in the choice, without those left out.
pub(crate) async fn named_alike(
    node: &Node,
    kind: EntityKind,
    names: &[Read],
    without: &BTreeSet<EntityId>,
) -> Result<BTreeSet<EntityId>> {
    let written: Vec<String> = names.iter().map(|name| name.written().to_owned()).collect();
    let mut found: BTreeMap<EntityId, u16> = BTreeMap::new();
    for NameRow { entity, written } in node.store().alike(kind, &written, COMPARED).await? {
        if without.contains(&entity) {
            continue;
        }
        let Some(theirs) = Read::of(kind, &written) else { continue };
        let scores = names.iter().filter_map(|name| name.compared(&theirs)?.score);
        let best = scores.fold(0.0, f64::max);
        let score = (best * 1000.0).round() as u16;
        if score >= WORTH_A_LOOK {
            let known = found.entry(entity).or_default();
            *known = score.max(*known);
        }
    }
    let mut ranked: Vec<(EntityId, u16)> = found.into_iter().collect();
    ranked.sort_by_key(|(entity, score)| (std::cmp::Reverse(*score), *entity));
    Ok(ranked.into_iter().take(WEIGHED).map(|(entity, _)| entity).collect())
}

/// What is known of entities, whoever may see it.
async fn evidence(node: &Node, entities: BTreeSet<EntityId>) -> Result<BTreeMap<EntityId, Evidence>> {
    if entities.is_empty() {
        return Ok(BTreeMap::new());
    }
    let query = HeldQuery {
        objects: entities.into_iter().map(ObjectId::from).collect(),
        now: Some(node.now()),
        ..HeldQuery::kinds(&[Kind::Statement])
    };
    let mut by_entity: BTreeMap<EntityId, Vec<Held>> = BTreeMap::new();
    for held in node.store().held(&query).await? {
        by_entity.entry(EntityId::from_uuid(held.mark.object.uuid())).or_default().push(held);
    }
    Ok(by_entity
        .into_iter()
        .filter_map(|(entity, held)| {
            let statements = held.iter().filter_map(|Held { mark, body }| match body {
                Body::Statement(statement) => Some((mark, statement)),
                _ => None,
            });
            Some((entity, Evidence::of(statements)?))
        })
        .collect())
}

/// The judgements of this agency on an entity that stand, by the other one.
async fn settled(node: &Node, entity: EntityId) -> Result<BTreeMap<EntityId, Judgement>> {
    let own = HeldQuery {
        agency: Some(node.code().clone()),
        now: Some(node.now()),
        ..HeldQuery::kinds(&[Kind::Judgement])
    };
    let mut all: Vec<(Mark, Judgement)> = Vec::new();
    for query in [
        HeldQuery { object: Some(entity.into()), ..own.clone() },
        HeldQuery { other: Some(entity.into()), ..own },
    ] {
        for held in node.store().held(&query).await? {
            if let Body::Judgement(judgement) = held.body {
                all.push((held.mark, judgement));
            }
        }
    }
    all.sort_by_key(|(mark, _)| (mark.at, mark.record));
    let mut latest = BTreeMap::new();
    for (_, judgement) in all {
        let other = if judgement.left == entity { judgement.right } else { judgement.left };
        latest.insert(other, judgement);
    }
    latest.retain(|_, judgement| judgement.verdict != Verdict::Withdrawn);
    Ok(latest)
}

/// Whether something is said now that did not lie before whoever judged.
pub(super) fn changed(judgement: &Judgement, one: &Evidence, other: &Evidence) -> bool {
    let known = &judgement.rests_on;
    !known.is_empty() && (one.says_more_than(known) || other.says_more_than(known))
}

/// Takes a pair off the list when it is judged, and puts it back when the judgement is taken back.
pub(crate) async fn put_back(ctx: &Ctx, judgement: &Judgement, strength: u16) -> Result<()> {
    let store = ctx.node().store();
    if judgement.verdict == Verdict::Withdrawn {
        let pair = PossiblePair { strength, left: judgement.left, right: judgement.right };
        return Ok(store.keep_pairs(&[pair], None).await?);
    }
    Ok(store.drop_pair(judgement.left, judgement.right).await?)
}
