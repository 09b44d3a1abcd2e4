//! Requests for information between agencies.

use lintas_casework::Ctx;
use lintas_casework::inquiry::{self, InquiryView, NewInquiry, Offer};
use lintas_model::lifecycle::InquiryMove;
use lintas_model::{AgencyCode, CaseId, InquiryId, RecordId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::cases::head::CaseFace;
use crate::routes::inquiries::show::Shown;
use crate::urls;

/// The questions of a case.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<InquiryView>, Problem> {
    Ok(inquiry::list(ctx, Some(case)).await?)
}

/// All questions, or those to and from one agency.
pub(crate) async fn of_agency(ctx: &Ctx, agency: Option<&AgencyCode>) -> Result<Vec<InquiryView>, Problem> {
    let mut views = inquiry::list(ctx, None).await?;
    if let Some(agency) = agency {
        views.retain(|view| view.inquiry.body.agency == *agency || view.inquiry.mark.originator == *agency);
    }
    Ok(views)
}

/// One question, what can be given as an answer, and what was.
pub(crate) async fn show(ctx: &Ctx, id: InquiryId) -> Result<(InquiryView, Vec<Offer>, Shown), Problem> {
    let view = inquiry::show(ctx, id).await?;
    let offers =
        if view.moves.contains(&InquiryMove::Yes) { inquiry::offers(ctx, id).await? } else { Vec::new() };
    let shown = inquiry::shown(ctx, &view).await?;
    let shown = shown.into_iter().map(|offer| (offer.record, (urls::report(offer.report), offer.title)));
    Ok((view, offers, shown.collect()))
}

/// The agencies of a case that this officer can ask.
pub(crate) fn can_be_asked(ctx: &Ctx, face: &CaseFace) -> Vec<AgencyCode> {
    if !face.is_open() || ctx.permit_own(Action::WriteInquiry, "inquiry").is_err() {
        return Vec::new();
    }
    face.members.iter().filter(|code| *code != ctx.node().code()).cloned().collect()
}

/// Asks a question.
pub(crate) async fn ask(ctx: &Ctx, new: NewInquiry) -> Result<InquiryId, Problem> {
    Ok(inquiry::ask(ctx, new).await?)
}

/// Takes a step.
pub(crate) async fn step(
    ctx: &Ctx,
    id: InquiryId,
    step: InquiryMove,
    text: &str,
    shown_by: Option<RecordId>,
) -> Result<(), Problem> {
    inquiry::step(ctx, id, step, text, shown_by).await?;
    Ok(())
}
