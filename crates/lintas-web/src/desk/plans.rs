//! The joint response plan of a case.

use lintas_casework::Ctx;
use lintas_casework::plan::decision::{self, NewDecision};
use lintas_casework::plan::objective::{self, Decided, Fate};
use lintas_casework::plan::{self, PlanView};
use lintas_model::{CaseId, ObjectId, RecordId};

use crate::problem::Problem;

/// The plan of a case.
pub(crate) async fn show(ctx: &Ctx, case: CaseId) -> Result<PlanView, Problem> {
    Ok(plan::show(ctx, case).await?)
}

/// Sets an objective.
pub(crate) async fn set_objective(ctx: &Ctx, case: CaseId, text: &str) -> Result<(), Problem> {
    objective::set(ctx, case, text).await?;
    Ok(())
}

/// Says what became of an objective.
pub(crate) async fn decide_objective(
    ctx: &Ctx,
    objective: ObjectId,
    seen: RecordId,
    fate: Fate,
) -> Result<Decided, Problem> {
    Ok(objective::decide(ctx, objective, seen, fate).await?)
}

/// Logs a decision.
pub(crate) async fn log_decision(ctx: &Ctx, new: NewDecision) -> Result<(), Problem> {
    decision::log(ctx, new).await?;
    Ok(())
}
