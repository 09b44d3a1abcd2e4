//! The joint response plan of a case: what is to be achieved, who does what after what, what was decided and why, and
//! which operations stand before their risk gate. Everything here is folded from records of the agencies of the case.

pub mod decision;
pub mod gate;
pub mod objective;
pub mod order;

use lintas_model::CaseId;
use lintas_model::record::Decision;
use lintas_policy::Action;

use crate::item::Item;
use crate::operation::{self, OperationView};
use crate::plan::objective::ObjectiveView;
use crate::task::{self, TaskView};
use crate::{Ctx, Result, access, case};

/// The plan of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanView {
    /// Objectives in their order; dropped ones last.
    pub objectives: Vec<ObjectiveView>,
    /// Tasks in the order in which they can be done: what others wait for first.
    pub tasks: Vec<TaskView>,
    /// Decisions, the latest first.
    pub decisions: Vec<Item<Decision>>,
    /// Operations, the latest first.
    pub operations: Vec<OperationView>,
    /// Whether the actor may write objectives and decisions.
    pub may_write: bool,
    /// Whether the actor may set tasks.
    pub may_set_tasks: bool,
}

/// The plan of a case: one look, one record of it.
pub async fn show(ctx: &Ctx, id: CaseId) -> Result<PlanView> {
    let found = case::found(ctx, id).await?;
    ctx.require(Action::View, &found.facts).await?;
    let mut tasks = task::read(ctx, Some(id)).await?;
    tasks.sort_by_key(|view| (view.depth, view.task.body.due.map(|due| due.after()), view.id));
    let view = PlanView {
        objectives: objective::read(ctx, id).await?,
        tasks,
        decisions: decision::read(ctx, id).await?,
        operations: operation::read(ctx, Some(id)).await?,
        may_write: ctx.permit(Action::WritePlan, &found.facts).is_ok(),
        may_set_tasks: ctx.permit(Action::SetTask, &found.facts).is_ok(),
    };
    let shown = view.objectives.len() + view.tasks.len() + view.decisions.len() + view.operations.len();
    access::viewed(ctx, "plan", Some(id.into()), shown).await?;
    Ok(view)
}
