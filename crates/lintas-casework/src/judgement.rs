//! Judgements: the same or not the same. Each is a record, has an author and a reason, and can be taken back.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Judgement, Verdict};
use lintas_model::{AgencyCode, EntityId, Kind, ObjectId, RecordId};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery};

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result};

/// Judges two entities.
pub async fn judge(ctx: &Ctx, a: EntityId, b: EntityId, verdict: Verdict, reason: &str) -> Result<RecordId> {
    ctx.permit_own(Action::Judge, "judgement")?;
    if a == b {
        return Err(CaseworkError::invalid("entity", "an entity is always the same as itself"));
    }
    for id in [a, b] {
        item::latest::<lintas_model::record::Statement>(ctx, "entity", id).await?;
    }
    let judgement = Judgement::new(a, b, verdict, reason.trim().to_owned(), None);
    ctx.write_one(ctx.about(ctx.private(), judgement.left, judgement)).await
}

/// Judgements on an entity, oldest first.
pub async fn on(ctx: &Ctx, id: EntityId) -> Result<Vec<Item<Judgement>>> {
    let left = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let right = HeldQuery { other: Some(id.into()), ..HeldQuery::default() };
    let mut all = item::read::<Judgement>(ctx, left).await?;
    all.extend(item::read::<Judgement>(ctx, right).await?);
    all.sort_by_key(|j| (j.mark.at, j.mark.record));
    Ok(all)
}

/// The entities judged to be the same as this one, itself included. The latest judgement of each agency on a pair
/// counts; a pair on which agencies contradict each other is not joined.
pub(crate) async fn same_as(ctx: &Ctx, id: EntityId) -> Result<BTreeSet<EntityId>> {
    let mut found = BTreeSet::from([id]);
    let mut open = vec![id];
    // A chain of judgements longer than this joins strangers, not spellings.
    while let Some(next) = open.pop().filter(|_| found.len() < 200) {
        for (left, right) in joined(ctx, next).await? {
            for end in [left, right] {
                if found.insert(end) {
                    open.push(end);
                }
            }
        }
    }
    Ok(found)
}

async fn joined(ctx: &Ctx, id: EntityId) -> Result<Vec<(EntityId, EntityId)>> {
    let mut latest: BTreeMap<(EntityId, EntityId), BTreeMap<AgencyCode, Verdict>> = BTreeMap::new();
    for (object, other) in [(Some(ObjectId::from(id)), None), (None, Some(ObjectId::from(id)))] {
        let query = HeldQuery { object, other, ..HeldQuery::kinds(&[Kind::Judgement]) };
        for Held { mark, body } in ctx.node().store().held(&query).await? {
            if let lintas_model::Body::Judgement(judgement) = body {
                latest
                    .entry((judgement.left, judgement.right))
                    .or_default()
                    .insert(mark.originator, judgement.verdict);
            }
        }
    }
    Ok(latest
        .into_iter()
        .filter(|(_, verdicts)| {
            verdicts.values().any(|v| *v == Verdict::Same)
                && !verdicts.values().any(|v| *v == Verdict::NotSame)
        })
        .map(|(pair, _)| pair)
        .collect())
}
