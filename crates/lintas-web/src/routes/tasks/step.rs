//! Moving a task: the owner steps, the agency asked answers.

use axum::extract::Path;
use axum::response::Redirect;
use lintas_model::lifecycle::TaskMove;
use lintas_model::{CaseId, TaskId};
use serde::Deserialize;

use crate::desk;
use crate::problem::Problem;
use crate::seat::{Sent, done};
use crate::urls::{self, CaseTab};

/// What the button sends.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct StepForm {
    step: String,
    case: CaseId,
    #[serde(default)]
    text: String,
}

/// Moves a task.
pub(crate) async fn step(
    Path(task): Path<TaskId>,
    Sent { seat, form }: Sent<StepForm>,
) -> Result<Redirect, Problem> {
    let step = TaskMove::named(&form.step).ok_or(Problem::Missing)?;
    desk::tasks::step(&seat.ctx, task, step, form.text.trim()).await?;
    Ok(done(&urls::case(form.case, CaseTab::Tasks), "step", 1))
}
