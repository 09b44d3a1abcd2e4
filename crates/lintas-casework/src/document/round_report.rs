//! The report of a round: results counted from records, promises kept and not kept. No case data.

use std::collections::{BTreeMap, BTreeSet};

use lintas_documents::Wording;
use lintas_documents::documents::{AgencyRow, CommitmentRow, OutcomeRow, ResultRow, RoundReport};
use lintas_documents::wording::Day;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::Outcome;
use lintas_model::{AgencyCode, ObjectId, RecordId, RoundId, Timestamp};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::sources::Sources;
use crate::item::{self, Item};
use crate::region::{self, Counted, RegionView, SMALLEST, counts_persons};
use crate::round::CommitmentView;
use crate::{CaseworkError, Result};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<RoundReport> {
    let id = RoundId::from_uuid(of.uuid());
    let view = region::show(sources.ctx, id).await?;
    let round = sources.subject("round", view.round.clone()).await?;
    let query = HeldQuery { other: Some(of), ..HeldQuery::default() };
    let claims = item::read_for::<Outcome>(sources.ctx, Action::ViewRegion, query).await?;
    let claims = sources.keep_items(claims);
    let promises = promises(sources, view.commitments.clone());
    let now = sources.ctx.now();
    let agencies: Vec<String> = round.agencies.iter().map(ToString::to_string).collect();
    Ok(RoundReport {
        round: Wording::same(round.name.clone()),
        from: round.from.into(),
        to: round.to.into(),
        agencies,
        summary: None,
        results: results(&view, &claims),
        counting: counting(sources, &view),
        outcomes: outcomes(&view, &claims),
        by_agency: round.agencies.iter().map(|agency| by_agency(agency, &view, &promises, now)).collect(),
        open: promises
            .iter()
            .filter(|promise| promise.done.is_none())
            .map(|promise| {
                let body = &promise.commitment.body;
                let (what, value) =
                    (Wording::same(body.agency.to_string()), Wording::same(body.what.clone()));
                Wording::sentence("says", [("what", what), ("value", value)])
            })
            .collect(),
        commitments: promises.iter().map(|promise| commitment(promise, now)).collect(),
        frame: sources.frame(),
    })
}

/// The promises that may be printed.
pub(super) fn promises(sources: &mut Sources<'_>, all: Vec<CommitmentView>) -> Vec<CommitmentView> {
    all.into_iter()
        .filter_map(|mut view| {
            view.commitment.body = sources.keep(view.commitment.clone())?;
            view.done = view.done.and_then(|done| sources.keep_items(vec![done]).pop());
            Some(view)
        })
        .collect()
}

/// A promise as a row: what became of it by a day.
pub(super) fn commitment(view: &CommitmentView, now: Timestamp) -> CommitmentRow {
    let body = &view.commitment.body;
    let shown_by = view.done.iter().flat_map(|done| {
        let records = done.body.shown_by.iter().map(short);
        let words = Some(done.body.text.trim().to_owned()).filter(|text| !text.is_empty());
        records.chain(words).collect::<Vec<String>>()
    });
    CommitmentRow {
        agency: body.agency.to_string(),
        what: Wording::same(body.what.clone()),
        due: body.due.into(),
        done: view.done.as_ref().map(|done| Day::from(done.body.on)),
        overdue: view.done.is_none() && body.due.after() <= now,
        shown_by: shown_by.collect(),
    }
}

/// Enough of an id to find the record by.
fn short(record: &RecordId) -> String {
    record.to_string().chars().rev().take(8).collect::<Vec<char>>().into_iter().rev().collect()
}

/// The claims on a counted outcome, oldest first.
fn claims_of<'c>(counted: &Counted, claims: &'c [Item<Outcome>]) -> Vec<&'c Item<Outcome>> {
    claims
        .iter()
        .filter(|claim| claim.body.kind == counted.kind && claim.body.subject == counted.subject)
        .filter(|claim| counted.claimed_by.contains(&claim.mark.originator))
        .collect()
}

/// Those who took part, by the claims.
fn took_part(counted: &Counted, claims: &[Item<Outcome>]) -> BTreeSet<AgencyCode> {
    let said = claims_of(counted, claims).into_iter().flat_map(|claim| claim.body.participants.clone());
    said.chain(counted.claimed_by.iter().cloned()).collect()
}

/// Whether all who took part say the same number.
fn is_confirmed(counted: &Counted, claims: &[Item<Outcome>]) -> bool {
    let agrees = |agency: &AgencyCode| {
        let said = counted.claimed_by.contains(agency) || counted.confirmed_by.contains(agency);
        said && !counted.differing.contains_key(agency)
    };
    took_part(counted, claims).iter().all(agrees)
}

fn results(view: &RegionView, claims: &[Item<Outcome>]) -> Vec<ResultRow> {
    let mut rows: BTreeMap<OutcomeKind, (u32, u32, BTreeSet<AgencyCode>)> = BTreeMap::new();
    for counted in &view.outcomes {
        let (confirmed, claimed, agencies) = rows.entry(counted.kind).or_default();
        let number = if is_confirmed(counted, claims) { confirmed } else { claimed };
        *number = number.saturating_add(counted.count);
        agencies.extend(took_part(counted, claims));
    }
    rows.into_iter()
        .map(|(kind, (confirmed, claimed, agencies))| {
            let hidden = counts_persons(kind) && is_few(confirmed.saturating_add(claimed));
            ResultRow {
                kind: label(kind),
                confirmed: if hidden { 0 } else { confirmed },
                claimed: if hidden { 0 } else { claimed },
                fewer_than: hidden.then_some(SMALLEST),
                // Who took part in what cannot be told would give it away.
                agencies: if hidden {
                    Vec::new()
                } else {
                    agencies.iter().map(ToString::to_string).collect()
                },
            }
        })
        .collect()
}

const fn is_few(count: u32) -> bool {
    count > 0 && count < SMALLEST
}

fn label(kind: OutcomeKind) -> Wording {
    Wording::label(format!("outcome-{kind}"))
}

fn outcomes(view: &RegionView, claims: &[Item<Outcome>]) -> Vec<OutcomeRow> {
    let mut rows: Vec<(Timestamp, ObjectId, OutcomeRow)> = view
        .outcomes
        .iter()
        .filter_map(|counted| {
            let of_it = claims_of(counted, claims);
            let first = of_it.first()?;
            let hidden = counts_persons(counted.kind) && is_few(counted.count);
            let said = |agency: &&AgencyCode| !counted.differing.contains_key(*agency);
            let confirmed: BTreeSet<&AgencyCode> =
                counted.claimed_by.iter().chain(&counted.confirmed_by).filter(said).collect();
            let records: BTreeSet<String> =
                of_it.iter().flat_map(|claim| claim.body.shown_by.iter().take(1)).map(short).collect();
            let row = OutcomeRow {
                on: first.body.on.into(),
                kind: label(counted.kind),
                count: (!hidden).then_some(counted.count),
                summary: Wording::same(counted.summary.clone()),
                agencies: took_part(counted, claims).iter().map(ToString::to_string).collect(),
                confirmed_by: confirmed.into_iter().map(ToString::to_string).collect(),
                records: records.into_iter().collect(),
            };
            Some((first.body.on.earliest(), counted.subject, row))
        })
        .collect();
    rows.sort_by_key(|(on, subject, _)| (*on, *subject));
    rows.into_iter().map(|(.., row)| row).collect()
}

fn by_agency(
    agency: &AgencyCode,
    view: &RegionView,
    promises: &[CommitmentView],
    now: Timestamp,
) -> AgencyRow {
    let own: Vec<_> = promises.iter().filter(|promise| promise.commitment.body.agency == *agency).collect();
    let count = |wanted: &dyn Fn(&CommitmentView) -> bool| own.iter().filter(|p| wanted(p)).count() as u32;
    let claims =
        |counted: &&Counted| counted.claimed_by.contains(agency) || counted.confirmed_by.contains(agency);
    AgencyRow {
        agency: agency.to_string(),
        promised: own.len() as u32,
        done: count(&|promise| promise.done.is_some()),
        overdue: count(&|promise| promise.done.is_none() && promise.commitment.body.due.after() <= now),
        outcomes: view.outcomes.iter().filter(claims).count() as u32,
    }
}

/// How it was counted, from whose records, whose are not in it, and which numbers are not told.
fn counting(sources: &Sources<'_>, view: &RegionView) -> Wording {
    let agency = Wording::same(sources.ctx.node().code().to_string());
    let mut said = Wording::sentence("counting-round", [("agency", agency)]);
    let absent: Vec<&str> = view
        .participation
        .iter()
        .filter(|(_, records)| **records == 0)
        .map(|(agency, _)| agency.as_str())
        .collect();
    let mut add = |more: Wording| {
        let first = std::mem::replace(&mut said, Wording::same(""));
        said = Wording::sentence("both-sentences", [("first", first), ("second", more)]);
    };
    if !absent.is_empty() {
        let agencies = Wording::same(absent.join(", "));
        add(Wording::sentence("counting-absent", [("agencies", agencies)]));
    }
    if view.outcomes.iter().any(|counted| counts_persons(counted.kind) && is_few(counted.count)) {
        let number = Wording::same(SMALLEST.to_string());
        add(Wording::sentence("counting-few", [("number", number)]));
    }
    said
}

/// The newest round known here.
pub(super) async fn newest(ctx: &crate::Ctx) -> Result<RoundId> {
    crate::round::list(ctx).await?.first().map(|(id, _)| *id).ok_or(CaseworkError::NotFound("round"))
}
