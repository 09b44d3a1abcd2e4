//! Agenda and report of a workshop: what was promised, what was done, which cases of the round wait for what.

use lintas_documents::Wording;
use lintas_documents::documents::{AgendaItem, CommitmentRow, Decision, WorkshopAgenda, WorkshopReport};
use lintas_model::lifecycle::CaseState;
use lintas_model::record::{Case, Round, Workshop, WorkshopKind};
use lintas_model::{CaseId, ObjectId, RoundId, Timestamp};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::round_report::{commitment, promises};
use super::sources::Sources;
use super::target_package;
use crate::item;
use crate::round::CommitmentView;
use crate::{CaseworkError, Result, case, round};

/// A workshop with what its papers are made from.
struct Material {
    workshop: Workshop,
    round: Round,
    items: Vec<AgendaItem>,
    /// Promises made before the workshop.
    earlier: Vec<CommitmentView>,
    /// Promises made at the workshop or after it, before the next one.
    here: Vec<CommitmentView>,
    cases: Vec<CaseId>,
}

pub(super) async fn agenda(sources: &mut Sources<'_>, of: ObjectId) -> Result<WorkshopAgenda> {
    let Material { workshop, round, items, earlier, .. } = read(sources, of).await?;
    let now = sources.ctx.now();
    Ok(WorkshopAgenda {
        round: Wording::same(round.name.clone()),
        kind: kind(workshop.kind),
        from: workshop.day.into(),
        to: workshop.day.into(),
        place: Wording::same(workshop.place.clone()),
        agencies: round.agencies.iter().map(ToString::to_string).collect(),
        items,
        commitments: rows(&earlier, now),
        frame: sources.frame(),
    })
}

pub(super) async fn report(sources: &mut Sources<'_>, of: ObjectId) -> Result<WorkshopReport> {
    let Material { workshop, round, items, earlier, here, cases } = read(sources, of).await?;
    let now = sources.ctx.now();
    let participants =
        workshop.participants.iter().map(|(agency, people)| (agency.to_string(), *people)).collect();
    Ok(WorkshopReport {
        round: Wording::same(round.name.clone()),
        kind: kind(workshop.kind),
        from: workshop.day.into(),
        to: workshop.day.into(),
        place: Wording::same(workshop.place.clone()),
        participants,
        items,
        decisions: decisions(sources, &cases, &workshop).await?,
        reviewed: rows(&earlier, now),
        commitments: rows(&here, now),
        frame: sources.frame(),
    })
}

async fn read(sources: &mut Sources<'_>, of: ObjectId) -> Result<Material> {
    let ctx = sources.ctx;
    let query = HeldQuery { object: Some(of), ..HeldQuery::default() };
    let found = item::owned(ctx, item::read_for::<Workshop>(ctx, Action::ViewRegion, query).await?);
    let found = found.into_values().next().ok_or(CaseworkError::NotFound("workshop"))?;
    let workshop = sources.subject("workshop", found).await?;
    let round_item = round::find(ctx, workshop.round).await?;
    let all = round::workshops(ctx, workshop.round).await?;
    let next =
        all.iter().map(|other| other.body.day.earliest()).filter(|day| *day > workshop.day.earliest()).min();
    let round = sources.keep(round_item).ok_or(CaseworkError::NotFound("round"))?;
    let made = promises(sources, round::commitments(ctx, workshop.round).await?);
    let at = |view: &CommitmentView| view.commitment.mark.at;
    let before = workshop.day.earliest();
    let (earlier, later): (Vec<_>, Vec<_>) = made.into_iter().partition(|view| at(view) < before);
    let here = later.into_iter().filter(|view| next.is_none_or(|next| at(view) < next)).collect();
    let (items, cases) = cases(sources, workshop.round).await?;
    Ok(Material { workshop, round, items, earlier, here, cases })
}

/// The live cases of the round that the officer may see, each with what waits in it. A steward sees none.
async fn cases(sources: &mut Sources<'_>, round: RoundId) -> Result<(Vec<AgendaItem>, Vec<CaseId>)> {
    let (mut items, mut ids) = (Vec::new(), Vec::new());
    let mut lines = case::list(sources.ctx).await?;
    lines.retain(|line| line.case.round == Some(round) && line.state != CaseState::Closed);
    lines.sort_by_key(|line| (line.mark.originator.clone(), line.id));
    for line in lines {
        let found = match item::latest::<Case>(sources.ctx, "case", line.id).await {
            Ok(found) => found,
            Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => continue,
            Err(error) => return Err(error),
        };
        let Some(body) = sources.keep(found) else { continue };
        let waiting = target_package::open_tasks(sources, line.id).await?;
        items.push(AgendaItem {
            at: String::new(),
            what: Wording::same([body.title, body.reference].join(" ").trim().to_owned()),
            lead: line.mark.originator.to_string(),
            open_points: waiting
                .into_iter()
                .map(|step| {
                    let values = [("what", Wording::same(step.agency)), ("value", step.what)];
                    Wording::sentence("says", values)
                })
                .collect(),
        });
        ids.push(line.id);
    }
    Ok((items, ids))
}

/// The decisions logged on the day of the workshop in the cases of the round.
async fn decisions(
    sources: &mut Sources<'_>,
    cases: &[CaseId],
    workshop: &Workshop,
) -> Result<Vec<Decision>> {
    let mut decisions = Vec::new();
    for case in cases {
        let query = HeldQuery { case: Some(*case), ..HeldQuery::default() };
        let logged = item::read::<lintas_model::record::Decision>(sources.ctx, query).await?;
        for decision in sources.keep_items(logged) {
            let body = decision.body;
            let that_day =
                body.on.earliest() < workshop.day.after() && body.on.after() > workshop.day.earliest();
            if that_day {
                decisions.push(Decision {
                    what: Wording::same(body.text),
                    reason: super::sources::quoted(&body.reason),
                    agencies: body.agencies.iter().map(ToString::to_string).collect(),
                });
            }
        }
    }
    Ok(decisions)
}

fn kind(kind: WorkshopKind) -> Wording {
    Wording::label(match kind {
        WorkshopKind::Opening => "workshop-opening",
        WorkshopKind::Review => "workshop-review",
        WorkshopKind::Closing => "workshop-closing",
    })
}

fn rows(promises: &[CommitmentView], now: Timestamp) -> Vec<CommitmentRow> {
    promises.iter().map(|promise| commitment(promise, now)).collect()
}
