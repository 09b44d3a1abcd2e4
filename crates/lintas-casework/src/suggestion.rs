//! Who may be the same as one entity: by name, in any script, at once from the index of the store; with the reasons.
//!
//! A suggestion is no judgement. It covers the agency's own records and what partners released, as far as the actor may see
//! them, and says which part of one name matched which of the other by what rule.

use std::collections::BTreeSet;

use lintas_model::record::{Judgement, Statement, Verdict};
use lintas_model::{AgencyCode, EntityId, EntityKind, ObjectId};
use lintas_names::compare::PartMatch;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::matching::{Evidence, WORTH_A_LOOK, named_alike, weigh};
use crate::{Ctx, Result, entity, report};

/// Another entity that may be the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The other entity.
    pub entity: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// What lists call it.
    pub caption: String,
    /// The two names that are most alike: of this one, of the other.
    pub names: (String, String),
    /// How probable it is that both are names of one person, in thousandths, as far as names can tell.
    pub score: u16,
    /// Which part matched which, and by what rule.
    pub parts: Vec<PartMatch>,
    /// Dates of birth that contradict each other, when both are known: of this one, of the other.
    pub contradiction: Option<(String, String)>,
    /// The agencies that state the other one.
    pub agencies: BTreeSet<AgencyCode>,
    /// Whether the two have been judged.
    pub verdict: Option<Verdict>,
}

/// So many suggestions are made.
const SUGGESTED: usize = 12;

/// Who may be the same as an entity of which this is stated; `cluster` are those judged to be the same already.
pub(crate) async fn of(
    ctx: &Ctx,
    statements: &[Item<Statement>],
    cluster: &BTreeSet<EntityId>,
    judgements: &[Item<Judgement>],
) -> Result<Vec<Suggestion>> {
    let evidence = |all: &[Item<Statement>]| Evidence::of(all.iter().map(|item| (&item.mark, &item.body)));
    let Some(own) = evidence(statements) else { return Ok(Vec::new()) };
    let candidates = named_alike(ctx.node(), own.kind, &own.names, cluster).await?;
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let query =
        HeldQuery { objects: candidates.into_iter().map(ObjectId::from).collect(), ..HeldQuery::default() };
    let mut held = report::distinct(item::read::<Statement>(ctx, query).await?);
    held.sort_by_key(|item| (item.body.entity, item.mark.at, item.mark.record));
    let mut suggestions = Vec::new();
    for theirs in held.chunk_by(|one, other| one.body.entity == other.body.entity) {
        let weight = evidence(theirs).and_then(|other| weigh(&own, &other));
        let (Some(first), Some(weight)) = (theirs.first(), weight) else { continue };
        let Some(name) = weight.name.filter(|name| name.score >= WORTH_A_LOOK) else { continue };
        let candidate = first.body.entity;
        let verdict = judgements
            .iter()
            .rev()
            .find(|j| j.body.left == candidate || j.body.right == candidate)
            .map(|j| j.body.verdict);
        suggestions.push(Suggestion {
            entity: candidate,
            kind: own.kind,
            caption: entity::caption_of(&first.body),
            names: name.names,
            score: name.score,
            parts: name.parts,
            contradiction: weight.births_differ,
            agencies: theirs.iter().map(|item| item.mark.originator.clone()).collect(),
            verdict,
        });
    }
    suggestions.sort_by_key(|one| (one.contradiction.is_some(), std::cmp::Reverse(one.score), one.entity));
    suggestions.truncate(SUGGESTED);
    Ok(suggestions)
}
