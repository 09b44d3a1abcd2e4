//! Tasks.

use lintas_casework::Ctx;
use lintas_casework::task::{self, NewTask, TaskView};
use lintas_model::lifecycle::TaskMove;
use lintas_model::{CaseId, TaskId};

use crate::problem::Problem;
use crate::routes::cases::tasks::ReadTask;
use crate::routes::tasks::line::TaskLine;

/// A task as lists show it.
pub(crate) fn line(ctx: &Ctx, view: TaskView) -> TaskLine {
    let due = view.task.body.due;
    let answer = view.answers.last().map(|answer| answer.body.text.clone()).filter(|text| !text.is_empty());
    let mut line = TaskLine {
        task: view.id,
        case: view.task.body.case,
        title: view.task.body.title,
        detail: answer.unwrap_or(view.task.body.detail),
        set_by: view.task.mark.originator,
        asked: view.task.body.agency,
        due,
        overdue: false,
        state: view.state,
        waits_for: view.waits_for.map(|first| (first.title, first.over)),
        circle: view.circle,
        moves: view.moves,
    };
    line.overdue = !line.is_over() && due.is_some_and(|due| due.after() <= ctx.now());
    line
}

/// The tasks of a case.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<TaskLine>, Problem> {
    Ok(task::list(ctx, Some(case)).await?.into_iter().map(|view| line(ctx, view)).collect())
}

/// Sets a task.
pub(crate) async fn set(ctx: &Ctx, case: CaseId, read: ReadTask) -> Result<TaskId, Problem> {
    let new = NewTask {
        case,
        title: read.title,
        detail: read.detail,
        agency: read.agency,
        due: read.due,
        after: read.after,
    };
    Ok(task::set(ctx, new).await?)
}

/// Lets a task wait for another, or for none.
pub(crate) async fn wait_for(ctx: &Ctx, id: TaskId, after: Option<TaskId>) -> Result<(), Problem> {
    task::wait_for(ctx, id, after).await?;
    Ok(())
}

/// Whether the officer may set a task again that is over.
pub(crate) async fn may_reopen(ctx: &Ctx, id: TaskId) -> Result<bool, Problem> {
    Ok(task::may_reopen(ctx, id).await?)
}

/// Moves a task, as its owner or as the agency asked.
pub(crate) async fn step(ctx: &Ctx, id: TaskId, step: TaskMove, text: &str) -> Result<(), Problem> {
    task::step(ctx, id, step, text, None).await?;
    Ok(())
}
