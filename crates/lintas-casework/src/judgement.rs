//! Judgements: the same or not the same. Each is a record, has an author and a reason, and can be taken back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use lintas_model::record::{Judgement, Verdict};
use lintas_model::{AgencyCode, EntityId, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, entity, matching};

/// Judges two entities.
pub async fn judge(ctx: &Ctx, a: EntityId, b: EntityId, verdict: Verdict, reason: &str) -> Result<RecordId> {
    ctx.require_own(Action::Judge, "judgement").await?;
    if a == b {
        return Err(CaseworkError::invalid("entity", "an entity is always the same as itself"));
    }
    for id in [a, b] {
        if !entity::visible(ctx, id).await? {
            return Err(CaseworkError::NotFound("entity"));
        }
    }
    let mut judgement = Judgement::new(a, b, verdict, reason.trim().to_owned(), None);
    let mut strength = matching::WORTH_A_LOOK;
    if let (Some(one), Some(other)) = (entity::evidence(ctx, a).await?, entity::evidence(ctx, b).await?) {
        judgement.rests_on = one.rests_on().union(&other.rests_on()).copied().collect();
        if let Some(weight) = matching::weigh(&one, &other) {
            judgement.score_permille = weight.name.map(|name| name.score);
            strength = weight.strength;
        }
    }
    let draft = ctx.about(ctx.private(), judgement.left, judgement.clone());
    let record = ctx.write_one(draft).await?;
    matching::put_back(ctx, &judgement, strength).await?;
    Ok(record)
}

/// Judgements on an entity, oldest first.
pub async fn on(ctx: &Ctx, id: EntityId) -> Result<Vec<Item<Judgement>>> {
    let judgements = of(ctx, id).await?;
    access::viewed(ctx, "judgements", Some(id.into()), judgements.len()).await?;
    Ok(judgements)
}

pub(crate) async fn of(ctx: &Ctx, id: EntityId) -> Result<Vec<Item<Judgement>>> {
    let left = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let right = HeldQuery { other: Some(id.into()), ..HeldQuery::default() };
    let mut all = item::read::<Judgement>(ctx, left).await?;
    all.extend(item::read::<Judgement>(ctx, right).await?);
    all.sort_by_key(|j| (j.mark.at, j.mark.record));
    Ok(all)
}

/// The entities judged to be the same as this one, itself included, by the judgements that the actor may see. The latest
/// judgement of each agency on a pair counts. A pair on which agencies contradict each other is not joined, and nothing is
/// joined to a group of which one member was judged not to be the same as it.
pub(crate) async fn same_as(ctx: &Ctx, id: EntityId) -> Result<BTreeSet<EntityId>> {
    let mut found = BTreeSet::from([id]);
    let mut apart: BTreeSet<EntityId> = BTreeSet::new();
    let mut open = VecDeque::from([id]);
    // A chain of judgements longer than this joins strangers, not spellings.
    while let Some(next) = open.pop_front().filter(|_| found.len() < 200) {
        let verdicts = verdicts(ctx, next).await?;
        apart.extend(verdicts.iter().filter(|(_, v)| **v == Verdict::NotSame).map(|(end, _)| *end));
        for (end, verdict) in verdicts {
            let contradicted = || async {
                let theirs = self::verdicts(ctx, end).await?;
                Ok::<bool, CaseworkError>(
                    theirs.iter().any(|(other, v)| *v == Verdict::NotSame && found.contains(other)),
                )
            };
            if verdict == Verdict::Same
                && !found.contains(&end)
                && !apart.contains(&end)
                && !contradicted().await?
            {
                found.insert(end);
                open.push_back(end);
            }
        }
    }
    Ok(found)
}

/// What is now judged of an entity and each other one: the same only if nobody says otherwise.
async fn verdicts(ctx: &Ctx, id: EntityId) -> Result<BTreeMap<EntityId, Verdict>> {
    let mut latest: BTreeMap<EntityId, BTreeMap<AgencyCode, Verdict>> = BTreeMap::new();
    for judgement in of(ctx, id).await? {
        let body = &judgement.body;
        let other = if body.left == id { body.right } else { body.left };
        latest.entry(other).or_default().insert(judgement.mark.originator, body.verdict);
    }
    Ok(latest
        .into_iter()
        .filter_map(|(other, by_agency)| {
            let said = |verdict| by_agency.values().any(|v| *v == verdict);
            match (said(Verdict::Same), said(Verdict::NotSame)) {
                (_, true) => Some((other, Verdict::NotSame)),
                (true, false) => Some((other, Verdict::Same)),
                (false, false) => None,
            }
        })
        .collect())
}
