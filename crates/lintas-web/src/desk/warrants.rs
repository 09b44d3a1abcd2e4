//! Warrants.

use lintas_casework::Ctx;
use lintas_casework::document::{self, DocumentKind, Wanted};
use lintas_casework::notice::{self, NewNotice};
use lintas_casework::warrant::{self, NewCheck, NewWarrant, WarrantDetails, WarrantView};
use lintas_model::lifecycle::WarrantMove;
use lintas_model::record::Substance;
use lintas_model::{CaseId, Country, Language, NoticeId, PartialDate, WarrantId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::warrants::line::WarrantLine;
use crate::routes::warrants::notices::NoticeLine;
use crate::routes::warrants::record::ReadWarrant;
use crate::routes::warrants::show::{SUBSTANCES, ShownWarrant};

/// A warrant as lists show it.
pub(crate) fn line(view: &WarrantView) -> WarrantLine {
    let body = &view.warrant.body;
    WarrantLine {
        warrant: view.id,
        number: body.number.clone(),
        name: body.name_on_warrant.clone(),
        owner: view.warrant.mark.originator.clone(),
        country: body.country,
        state: view.state,
        issued: body.issued,
        limitation: body.limitation,
        believed_in: view.believed_in,
        checked: view.last_verified,
        stale: view.stale,
    }
}

/// All warrants, those longest not looked at first, and whether the officer may record one.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<WarrantLine>, bool), Problem> {
    let lines = warrant::list(ctx, None).await?.iter().map(line).collect();
    Ok((lines, ctx.permit_own(Action::WriteWarrant, "warrant").is_ok()))
}

/// The warrants of a case.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<WarrantLine>, Problem> {
    Ok(warrant::list(ctx, Some(case)).await?.iter().map(line).collect())
}

/// Records a warrant.
pub(crate) async fn record(ctx: &Ctx, read: ReadWarrant) -> Result<WarrantId, Problem> {
    let new = NewWarrant {
        number: read.number,
        person: None,
        name: read.name,
        court: read.court,
        country: read.country,
        issued: read.issued,
        offences: read.offences,
        law: read.law,
        case: read.case,
        state: read.state,
        details: WarrantDetails {
            charges: read.charges,
            limitation: read.limitation,
            believed_in: read.believed_in,
            caution: read.caution,
            identity: read.identity,
            next_review: read.next_review,
        },
    };
    Ok(warrant::record(ctx, new).await?)
}

/// One warrant with its history.
pub(crate) async fn show(ctx: &Ctx, id: WarrantId) -> Result<ShownWarrant, Problem> {
    let view = warrant::show(ctx, id).await?;
    let mut history = view
        .steps
        .iter()
        .map(|item| (item.body.on, format!("step-{}", item.body.step.as_str()), item.body.reference.clone()))
        .collect::<Vec<_>>();
    history.extend(view.checks.iter().map(|item| {
        let word =
            SUBSTANCES.iter().find(|(_, s)| *s == item.body.substance).map_or("step", |(word, _)| word);
        (item.body.on, format!("check-{word}"), item.body.finding.clone())
    }));
    history.sort_by_key(|(on, ..)| std::cmp::Reverse(on.earliest()));
    let own = view.warrant.mark.originator == *ctx.node().code();
    let mut notices = Vec::new();
    for view in notice::of_warrant(ctx, id).await? {
        notices.push(NoticeLine { lacking: lacking(ctx, view.id).await?, view });
    }
    Ok(ShownWarrant {
        notices,
        colours: notice::colours(ctx),
        line: line(&view),
        person: view.warrant.body.person,
        court: view.warrant.body.court.clone(),
        law: view.warrant.body.law.clone(),
        offences: view.warrant.body.offences.iter().copied().collect(),
        caution: view.warrant.body.caution.clone(),
        charges: view.warrant.body.charges.clone(),
        identity: view.warrant.body.identity,
        next_review: view.next_review,
        history,
        can_write: own && ctx.permit_own(Action::WriteWarrant, "warrant").is_ok(),
        moves: view.moves,
    })
}

/// How much the form of a notice lacks, for whoever may take it out of the node.
async fn lacking(ctx: &Ctx, id: NoticeId) -> Result<Option<u64>, Problem> {
    if ctx.permit_own(Action::Export, "notice_request").is_err() {
        return Ok(None);
    }
    let wanted = Wanted { kind: DocumentKind::NoticeRequest, of: id.into(), language: None };
    let preview = document::preview(ctx, &wanted, Language::En).await?;
    Ok(Some(preview.missing.len() as u64))
}

/// Asks for a notice or diffusion.
pub(crate) async fn ask_notice(ctx: &Ctx, new: NewNotice) -> Result<NoticeId, Problem> {
    Ok(notice::ask(ctx, new).await?)
}

/// Moves a warrant.
pub(crate) async fn step(
    ctx: &Ctx,
    id: WarrantId,
    step: WarrantMove,
    on: PartialDate,
    reference: &str,
) -> Result<(), Problem> {
    warrant::step(ctx, id, step, on, reference).await?;
    Ok(())
}

/// Verifies or corrects a warrant.
pub(crate) async fn check(
    ctx: &Ctx,
    id: WarrantId,
    substance: Substance,
    on: PartialDate,
    finding: &str,
    believed_in: Option<Country>,
    next_review: Option<PartialDate>,
) -> Result<(), Problem> {
    let new = NewCheck { substance, on, finding: finding.to_owned(), next_review, believed_in };
    Ok(warrant::check(ctx, id, new).await?)
}
