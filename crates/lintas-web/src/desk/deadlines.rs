//! Everything that has a day, and the agenda of a round.

use lintas_casework::Ctx;
use lintas_casework::agenda::{self, Agenda};
use lintas_casework::deadline::{self, Deadline};
use lintas_model::RoundId;
use lintas_policy::Action;

use crate::problem::Problem;

/// What is due, and whether the officer may take it along as a calendar.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<Deadline>, bool), Problem> {
    Ok((deadline::list(ctx).await?, ctx.permit_own(Action::Export, "deadline").is_ok()))
}

/// What is due, for a calendar.
pub(crate) async fn for_calendar(ctx: &Ctx) -> Result<Vec<Deadline>, Problem> {
    Ok(deadline::for_calendar(ctx).await?)
}

/// The agenda of a round.
pub(crate) async fn agenda(ctx: &Ctx, round: RoundId) -> Result<Agenda, Problem> {
    Ok(agenda::show(ctx, round).await?)
}
