//! The seat of a mentor, and what the agency opens to it.

use lintas_casework::Ctx;
use lintas_casework::mentor::{self, MentorCase, SanitisedCase};
use lintas_model::CaseId;
use lintas_model::record::AdviceGrade;

use crate::problem::Problem;

/// The cases that are open to mentors.
pub(crate) async fn list(ctx: &Ctx) -> Result<Vec<MentorCase>, Problem> {
    Ok(mentor::list(ctx).await?)
}

/// A case as a mentor sees it.
pub(crate) async fn show(ctx: &Ctx, case: CaseId) -> Result<SanitisedCase, Problem> {
    Ok(mentor::show(ctx, case).await?)
}

/// Leaves advice.
pub(crate) async fn advise(ctx: &Ctx, case: CaseId, grade: AdviceGrade, text: &str) -> Result<(), Problem> {
    mentor::advise(ctx, case, grade, text).await?;
    Ok(())
}

/// Opens a case to mentors, or closes it to them.
pub(crate) async fn set_open(ctx: &Ctx, case: CaseId, open: bool) -> Result<(), Problem> {
    mentor::set_open(ctx, case, open).await?;
    Ok(())
}
