//! Moving a task: the owner steps, the agency asked answers.

use axum::extract::Path;
use axum::response::Redirect;
use lintas_model::lifecycle::TaskMove;
use lintas_model::{CaseId, TaskId};
use serde::Deserialize;

use crate::desk;
use crate::problem::Problem;
use crate::seat::{Sent, done_unless};
use crate::undo::Deed;
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
    let over = matches!(step, TaskMove::Finish | TaskMove::Decline | TaskMove::Withdraw);
    let undo = (over && desk::tasks::may_reopen(&seat.ctx, task).await?).then(|| Deed::Task {
        case: form.case,
        task,
        was: step.as_str(),
        step: TaskMove::Reopen,
    });
    Ok(done_unless(&seat, &urls::case(form.case, CaseTab::Tasks), "step", 1, undo))
}
