//! Pairs that may be the same.

use lintas_casework::Ctx;
use lintas_casework::matching::{self, Judged, Pair, PossiblePair, Side};
use lintas_model::EntityId;
use lintas_model::property::Property;
use lintas_model::record::Verdict;

use super::entities::shown;
use crate::problem::Problem;
use crate::routes::matches::pair::{JudgedLine, PartLine, SaidLine, ShownPair, ShownSide};
use crate::routes::matches::review::ShownReview;
use crate::words::Words;

/// So many judgements are shown below the pair.
const JUDGED: usize = 10;
/// A part of a name that weighs less than this is common or short, so that it says little.
const TELLING: f64 = 0.6;

/// The pair to judge after a place in the queue, the one after it, and what was judged.
pub(crate) async fn review(ctx: &Ctx, words: &Words, after: &str) -> Result<ShownReview, Problem> {
    let review = matching::review(ctx, place(after)).await?;
    Ok(ShownReview {
        pair: review.pair.map(|pair| pair_of(words, pair)),
        next: review.next.map(|pair| pair_of(words, pair)),
        behind: review.behind,
        contradictions: matching::contradictions(ctx).await?.into_iter().map(judged).collect(),
        judged: matching::judged(ctx, JUDGED).await?.into_iter().map(judged).collect(),
    })
}

/// The place in the queue from which a pair that was taken back is shown again: right before it when it stood at `after`,
/// else where the officer was.
pub(crate) fn before(after: &str, one: EntityId, other: EntityId) -> String {
    match place(after) {
        Some(pair) if (pair.left, pair.right) == (one.min(other), one.max(other)) => {
            address(matching::just_before(pair))
        }
        _ => after.to_owned(),
    }
}

/// A place in the queue as addresses have it: strength and both ids.
fn address(pair: PossiblePair) -> String {
    format!("{}.{}.{}", pair.strength, pair.left, pair.right)
}

fn place(address: &str) -> Option<PossiblePair> {
    let mut parts = address.split('.');
    Some(PossiblePair {
        strength: parts.next()?.parse().ok()?,
        left: parts.next()?.parse().ok()?,
        right: parts.next()?.parse().ok()?,
    })
}

fn pair_of(words: &Words, pair: Pair) -> ShownPair {
    let mut parts = Vec::new();
    if let Some(name) = &pair.weight.name {
        for part in &name.parts {
            let rule = serde_json::to_value(part.rule).ok();
            parts.push(PartLine {
                left: part.left.clone(),
                rule: rule.as_ref().and_then(|rule| rule.as_str()).map(str::to_owned),
                right: part.right.clone(),
                common: part.weight < TELLING,
            });
        }
        let alone = |left: &str, right: &str| PartLine {
            left: left.to_owned(),
            rule: None,
            right: right.to_owned(),
            common: false,
        };
        parts.extend(name.left_only.iter().map(|part| alone(part, "")));
        parts.extend(name.right_only.iter().map(|part| alone("", part)));
    }
    ShownPair {
        at: address(pair.at),
        score_permille: pair.weight.name.as_ref().map(|name| name.score),
        parts,
        shared: pair
            .weight
            .shared
            .into_iter()
            .map(|(property, value)| (property.as_str().to_owned(), value))
            .collect(),
        births_differ: pair.weight.births_differ,
        birth: pair.weight.birth,
        namesakes: pair.namesakes.map(|(n, more)| (n as u64, more)),
        judgements: pair.judgements.into_iter().map(judged).collect(),
        changed: pair.changed,
        sides: [side(words, pair.left), side(words, pair.right)],
    }
}

fn side(words: &Words, side: Side) -> ShownSide {
    let mut lines = Vec::new();
    for item in &side.statements {
        for (property, values) in &item.body.says {
            let named = matches!(
                property,
                Property::Name | Property::Alias | Property::FormerName | Property::Nickname
            );
            lines.extend(values.iter().map(|asserted| {
                let value = shown(words, &asserted.value);
                SaidLine {
                    property: property.as_str().to_owned(),
                    romanised: if named { matching::romanised(&value) } else { None },
                    value,
                    report: item.body.report,
                    at: item.mark.at,
                    agency: item.mark.originator.clone(),
                    grade: item.mark.grade,
                    handling: item.mark.handling.clone(),
                }
            }));
        }
    }
    ShownSide {
        entity: side.entity,
        kind: side.kind,
        caption: side.caption,
        merged: side.merged as u64,
        lines,
    }
}

fn judged(one: Judged) -> JudgedLine {
    JudgedLine {
        verdict: match one.verdict {
            Verdict::Same => "same",
            Verdict::NotSame => "not_same",
            Verdict::Withdrawn => "withdrawn",
        },
        undo: one.own && one.stands && one.verdict != Verdict::Withdrawn,
        by: match one.officer {
            Some(officer) => format!("{} · {officer}", one.agency),
            None => one.agency.to_string(),
        },
        pair: one.pair,
        reason: one.reason,
        at: one.at,
    }
}
