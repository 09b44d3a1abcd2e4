//! The warrant sheet, from a warrant's records and those of its requests.

use lintas_documents::Wording;
use lintas_documents::documents::{HopRow, LifeRow, WarrantSheet};
use lintas_documents::wording::Day;
use lintas_model::lifecycle::WarrantMove;
use lintas_model::record::{Request, Substance, Warrant};
use lintas_model::{ObjectId, PartialDate, RequestId, WarrantId};
use lintas_store::HeldQuery;

use super::passage::Passages;
use super::sources::{Sources, quoted};
use super::{note_verbale, person, request};
use crate::pursuit::RequestView;
use crate::warrant::WarrantView;
use crate::{Result, item, pursuit, warrant};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<WarrantSheet> {
    let mut view = warrant::show(sources.ctx, WarrantId::from_uuid(of.uuid())).await?;
    view.warrant.body = sources.subject("warrant", view.warrant.clone()).await?;
    view.steps = sources.keep_items(view.steps);
    view.checks = sources.keep_items(view.checks);
    let passages = Passages::read(sources, of).await?;
    let body = view.warrant.body.clone();
    let statements = person::statements(sources, body.person).await?;
    let mut person = person::told(&statements, Some(&body.name_on_warrant));
    request::describe(&mut person, &view, &passages);
    let hops = hops(sources, of).await?;
    let last_check = view.checks.iter().max_by_key(|check| check.body.on.earliest());
    Ok(WarrantSheet {
        state: body.country.into(),
        warrant: request::reference(&body),
        jurisdiction: passages.maybe("jurisdiction").or_else(|| Some(body.country.into())),
        person,
        charges: request::charges(&body, &passages),
        standing: Wording::label(format!("standing-{}", view.state.as_str())),
        caution: caution(&body),
        extradition_limits: passages.maybe("extradition-limits"),
        notice: notice(&view),
        language_versions: Vec::new(),
        last_verified: last_check.map(|check| Day::from(check.body.on)),
        verified_by: last_check.map(|check| check.mark.originator.to_string()),
        next_review: view.next_review.map(Day::from),
        life: life(&view),
        hops,
        frame: sources.frame(),
    })
}

/// Danger to officers, as the warrant has it.
pub(super) fn caution(warrant: &Warrant) -> Option<Wording> {
    warrant.caution.as_deref().and_then(quoted)
}

/// Number of the notice or diffusion, as the step that published it has it.
fn notice(view: &WarrantView) -> Option<String> {
    let published = view.steps.iter().rev().find(|step| step.body.step == WarrantMove::PublishNotice)?;
    Some(published.body.reference.clone()).filter(|reference| !reference.is_empty())
}

/// Steps and verifications in the order of their days.
fn life(view: &WarrantView) -> Vec<LifeRow> {
    let steps = view.steps.iter().map(|step| {
        let row = LifeRow {
            on: step.body.on.into(),
            step: Wording::label(format!("life-{}", step.body.step.as_str())),
            reference: Wording::same(step.body.reference.clone()),
            by: step.mark.originator.to_string(),
        };
        (step.body.on, step.mark.at, row)
    });
    let checks = view.checks.iter().map(|check| {
        let row = LifeRow {
            on: check.body.on.into(),
            step: Wording::label(format!("check-{}", substance(check.body.substance))),
            reference: Wording::same(check.body.finding.clone()),
            by: check.mark.originator.to_string(),
        };
        (check.body.on, check.mark.at, row)
    });
    let mut rows: Vec<_> = steps.chain(checks).collect();
    rows.sort_by_key(|(on, at, _): &(PartialDate, _, _)| (on.earliest(), *at));
    rows.into_iter().map(|(.., row)| row).collect()
}

const fn substance(substance: Substance) -> &'static str {
    match substance {
        Substance::Verified => "verified",
        Substance::Particulars => "particulars",
        Substance::Whereabouts => "whereabouts",
        Substance::Charge => "charge",
        Substance::Step => "step",
    }
}

/// What the actors on the way of its requests did.
async fn hops(sources: &mut Sources<'_>, warrant: ObjectId) -> Result<Vec<HopRow>> {
    let query = HeldQuery { other: Some(warrant), ..HeldQuery::default() };
    let requests = item::owned(sources.ctx, item::read::<Request>(sources.ctx, query).await?);
    let mut rows = Vec::new();
    for id in requests.into_keys() {
        let view = pursuit::show(sources.ctx, RequestId::from_uuid(id.uuid())).await?;
        if sources.keep(view.request.clone()).is_some() {
            rows.extend(passed(&view));
        }
    }
    Ok(rows)
}

fn passed(view: &RequestView) -> Vec<HopRow> {
    let owed = view.owed.as_ref();
    let holds = owed.and_then(|owed| owed.next.as_ref()).map(|hop| hop.step.as_str());
    let waiting = owed.and_then(|owed| owed.days_waiting).and_then(|days| u32::try_from(days).ok());
    let taken: Vec<_> = view.way.iter().filter(|hop| hop.planned.skipped_by.is_none()).collect();
    let rows = taken.iter().enumerate().filter_map(|(at, hop)| {
        let current = holds == Some(hop.planned.step.as_str());
        let recorded = hop.hop.as_ref().map(|hop| &hop.body);
        if recorded.is_none() && !current {
            return None;
        }
        let next = taken.get(at + 1);
        Some(HopRow {
            request: note_verbale::title(view.request.body.kind),
            from: Wording::same(hop.planned.who()),
            to: Wording::same(next.map(|next| next.planned.who()).unwrap_or_default()),
            sent: recorded.and_then(|hop| hop.passed_on).map(Day::from),
            answered: next.and_then(|next| next.hop.as_ref()?.body.received).map(Day::from),
            days_waiting: if current { waiting } else { None },
            reference: recorded.map(|hop| hop.reference.clone()).unwrap_or_default(),
        })
    });
    rows.collect()
}
