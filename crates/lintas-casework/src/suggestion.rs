//! Who may be the same: by name, in any script, at once from the index of the store; with the reasons.
//!
//! A suggestion is no judgement. It covers the agency's own records and what partners released, as far as the actor may see
//! them, and says which part of one name matched which of the other by what rule.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::property::Property;
use lintas_model::record::{Judgement, Statement, Verdict};
use lintas_model::{AgencyCode, EntityId, EntityKind, Kind};
use lintas_names::compare::{Comparison, Frequencies, PartMatch, compare};
use lintas_names::{Name, search_forms};
use lintas_store::{HeldQuery, SearchQuery};

use crate::item::{self, Item};
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

/// Less alike than this, in thousandths, two names are not worth a look.
const WORTH_A_LOOK: u16 = 500;
/// So many names of an entity are looked up, so many hits of each are compared, so many suggestions are made.
const NAMES: usize = 4;
const HITS: usize = 30;
const SUGGESTED: usize = 12;

/// Who may be the same as an entity of which this is stated; `cluster` are those judged to be the same already.
pub(crate) async fn of(
    ctx: &Ctx,
    kind: EntityKind,
    statements: &[Item<Statement>],
    cluster: &BTreeSet<EntityId>,
    judgements: &[Item<Judgement>],
) -> Result<Vec<Suggestion>> {
    let own = names(statements.iter().map(|item| &item.body));
    let born = birth(statements.iter().map(|item| &item.body));
    let mut candidates: BTreeSet<EntityId> = BTreeSet::new();
    for name in own.iter().take(NAMES) {
        candidates.extend(alike(ctx, name.written()).await?);
    }
    let mut suggestions = Vec::new();
    for candidate in candidates.difference(cluster) {
        let query = HeldQuery { object: Some((*candidate).into()), ..HeldQuery::default() };
        let theirs = report::distinct(item::read::<Statement>(ctx, query).await?);
        let Some(first) = theirs.first().filter(|first| first.body.kind == kind) else { continue };
        let their_names = names(theirs.iter().map(|item| &item.body));
        let Some((left, right, best)) = most_alike(&own, &their_names) else { continue };
        let score = (best.score.unwrap_or_default() * 1000.0).round() as u16;
        if score < WORTH_A_LOOK {
            continue;
        }
        let other_birth = birth(theirs.iter().map(|item| &item.body));
        let contradiction = born.clone().zip(other_birth).filter(|(a, b)| a != b);
        let verdict = judgements
            .iter()
            .rev()
            .find(|j| j.body.left == *candidate || j.body.right == *candidate)
            .map(|j| j.body.verdict);
        suggestions.push(Suggestion {
            entity: *candidate,
            kind,
            caption: entity::caption_of(&first.body),
            names: (left, right),
            score,
            parts: best.parts,
            contradiction,
            agencies: theirs.iter().map(|item| item.mark.originator.clone()).collect(),
            verdict,
        });
    }
    suggestions.sort_by_key(|one| (one.contradiction.is_some(), std::cmp::Reverse(one.score), one.entity));
    suggestions.truncate(SUGGESTED);
    Ok(suggestions)
}

/// Entities with a name alike to one as written: those that have all its words in some script, then those with its rarest.
async fn alike(ctx: &Ctx, name: &str) -> Result<BTreeSet<EntityId>> {
    let mut found = BTreeSet::new();
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.sort_by_key(|word| std::cmp::Reverse(search_forms(word).map_or(0, |forms| forms.join("").len())));
    for text in std::iter::once(name).chain(words.into_iter().take(2)) {
        let query = SearchQuery {
            text: text.to_owned(),
            kinds: vec![Kind::Statement],
            now: Some(ctx.now()),
            limit: HITS,
            ..SearchQuery::default()
        };
        for hit in ctx.node().store().search(&query).await? {
            found.insert(EntityId::from_uuid(hit.object.uuid()));
        }
    }
    Ok(found)
}

/// The names in statements, each once, as they can be read.
fn names<'s>(statements: impl Iterator<Item = &'s Statement>) -> Vec<Name> {
    const NAMED: [Property; 4] = [Property::Name, Property::Alias, Property::FormerName, Property::Nickname];
    let mut found: BTreeMap<String, Name> = BTreeMap::new();
    for statement in statements {
        for value in NAMED.iter().filter_map(|property| statement.says.get(property)).flatten() {
            let written = value.value.to_string();
            if let Ok(name) = Name::read(&written) {
                found.entry(written).or_insert(name);
            }
        }
    }
    found.into_values().collect()
}

/// The date of birth in statements, when all agree on one.
fn birth<'s>(statements: impl Iterator<Item = &'s Statement>) -> Option<String> {
    let stated: BTreeSet<String> = statements
        .filter_map(|statement| statement.says.get(&Property::BirthDate))
        .flatten()
        .map(|asserted| asserted.value.to_string())
        .collect();
    stated.into_iter().next().filter(|date| date.len() == 10)
}

fn most_alike(own: &[Name], theirs: &[Name]) -> Option<(String, String, Comparison)> {
    let frequencies = Frequencies::general();
    let mut best: Option<(String, String, Comparison)> = None;
    for left in own {
        for right in theirs {
            let comparison = compare(left, right, &frequencies);
            let better = comparison.score.is_some_and(|score| {
                best.as_ref().and_then(|(_, _, best)| best.score).is_none_or(|known| score > known)
            });
            if better {
                best = Some((left.written().to_owned(), right.written().to_owned(), comparison));
            }
        }
    }
    best
}
