//! The region: rounds with what they brought.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::region::{self, RegionView, SMALLEST, counts_persons};
use lintas_casework::{Ctx, Node, round};
use lintas_model::WorkshopId;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{RoleLevel, WorkshopKind};

use crate::numbers;
use crate::problem::Problem;
use crate::routes::region::show::{CommitmentLine, ParticipationLine, ResultLine, RoundFace};
use crate::words::Words;

/// All rounds, the newest first.
pub(crate) async fn rounds(ctx: &Ctx, words: &Words) -> Result<Vec<RoundFace>, Problem> {
    let mut known = round::list(ctx).await?;
    known.sort_by_key(|(_, item)| std::cmp::Reverse(item.body.from.earliest()));
    let mut faces = Vec::with_capacity(known.len());
    for (id, _) in known {
        faces.push(face(ctx, words, region::show(ctx, id).await?));
    }
    Ok(faces)
}

const fn kind_word(kind: WorkshopKind) -> &'static str {
    match kind {
        WorkshopKind::Opening => "opening",
        WorkshopKind::Review => "review",
        WorkshopKind::Closing => "closing",
    }
}

fn face(ctx: &Ctx, words: &Words, view: RegionView) -> RoundFace {
    let results = OutcomeKind::ALL
        .into_iter()
        .map(|kind| {
            let of_kind = view.outcomes.iter().filter(|outcome| outcome.kind == kind).collect::<Vec<_>>();
            let count = u64::from(view.results.get(&kind).copied().unwrap_or(0));
            let hidden = counts_persons(kind) && count > 0 && count < u64::from(SMALLEST);
            let agencies = of_kind.iter().flat_map(|outcome| outcome.claimed_by.iter().cloned());
            ResultLine {
                kind,
                count: (!hidden).then_some(count),
                claims: of_kind.iter().map(|outcome| outcome.claimed_by.len() as u64).sum(),
                agencies: agencies.collect::<BTreeSet<_>>().into_iter().collect(),
                confirmed: !of_kind.is_empty()
                    && of_kind.iter().all(|outcome| !outcome.confirmed_by.is_empty()),
            }
        })
        .collect();
    let participation = view.participation.iter().map(|(agency, records)| ParticipationLine {
        agency: agency.clone(),
        workshops: view
            .workshops
            .iter()
            .map(|item| {
                let kind = words.word("workshop", kind_word(item.body.kind));
                (kind, item.body.participants.get(agency).copied())
            })
            .collect(),
        records: *records,
    });
    let commitments = view.commitments.iter().map(|promise| CommitmentLine {
        agency: promise.commitment.body.agency.clone(),
        what: promise.commitment.body.what.clone(),
        due: promise.commitment.body.due,
        done: promise.done.as_ref().map(|done| (done.body.on, done.body.text.clone())),
        overdue: promise.done.is_none() && promise.commitment.body.due.after() <= ctx.now(),
    });
    let workshops = view.workshops.iter().map(|item| {
        let id = WorkshopId::from_uuid(item.mark.object.uuid());
        (id, words.word("workshop", kind_word(item.body.kind)))
    });
    RoundFace {
        id: view.id,
        workshops: workshops.collect(),
        name: view.round.body.name.clone(),
        from: view.round.body.from,
        to: view.round.body.to,
        results,
        participation: participation.collect(),
        commitments: commitments.collect(),
        levels: if view.results.get(&OutcomeKind::Convictions).is_some_and(|count| *count > 0) {
            told(region::levels(&view.outcomes))
        } else {
            Vec::new()
        },
        smallest: SMALLEST.into(),
    }
}

/// Levels without numbers that are too small to be told. Where one alone would be hidden it could be computed from the
/// total, so that all are hidden then.
fn told(levels: BTreeMap<RoleLevel, u32>) -> Vec<(RoleLevel, Option<u64>)> {
    let small = |count: u64| count > 0 && count < u64::from(SMALLEST);
    let hidden = levels.values().filter(|count| small(u64::from(**count))).count();
    levels
        .into_iter()
        .map(|(level, count)| {
            let count = u64::from(count);
            (level, (count == 0 || (!small(count) && hidden != 1)).then_some(count))
        })
        .collect()
}

/// The results of the latest round over the nodes of the demo; nothing where they cannot be counted.
pub(crate) async fn figures(nodes: &[Node], words: &Words) -> Vec<(String, String)> {
    match region::results(nodes).await {
        Ok(results) => OutcomeKind::ALL
            .into_iter()
            .filter_map(|kind| Some((kind, *results.get(&kind)?)))
            .filter(|(_, count)| *count > 0)
            .map(|(kind, count)| {
                (words.word("outcome", kind.as_str()), numbers::whole(words.language(), count.into()))
            })
            .collect(),
        Err(error) => {
            tracing::warn!(%error, "the results of the demo cannot be counted");
            Vec::new()
        }
    }
}
