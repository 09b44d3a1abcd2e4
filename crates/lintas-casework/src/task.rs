//! Tasks: set by one agency, answered by another; each writes its own records.

use std::collections::BTreeMap;

use lintas_model::lifecycle::{TaskMove, TaskState};
use lintas_model::record::{Task, TaskAnswer, TaskStep};
use lintas_model::{AgencyCode, Body, CaseId, Kind, PartialDate, RecordId, TaskId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Mark};

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, case};

/// A task to set.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// The case.
    pub case: CaseId,
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// Who is asked.
    pub agency: AgencyCode,
    /// By when.
    pub due: Option<PartialDate>,
}

/// A task with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskView {
    /// The task.
    pub id: TaskId,
    /// What is asked.
    pub task: Item<Task>,
    /// Where it stands.
    pub state: TaskState,
    /// The answers of the agency asked.
    pub answers: Vec<Item<TaskAnswer>>,
    /// Steps that the actor's agency may take: as owner or as the agency asked.
    pub moves: Vec<TaskMove>,
}

/// Sets a task in a case.
pub async fn set(ctx: &Ctx, new: NewTask) -> Result<TaskId> {
    let found = case::found(ctx, new.case).await?;
    ctx.permit(Action::SetTask, &found.facts)?;
    if new.title.trim().is_empty() {
        return Err(CaseworkError::invalid("title", "say what is to be done"));
    }
    let members =
        crate::audience::find(ctx.node(), found.audience).await?.map(|a| a.members).unwrap_or_default();
    if !members.contains(&new.agency) {
        return Err(CaseworkError::invalid("agency", format!("{} does not work this case", new.agency)));
    }
    let id = ctx.node().new_id(TaskId::new);
    let task = Task {
        case: new.case,
        title: new.title.trim().to_owned(),
        detail: new.detail.trim().to_owned(),
        agency: new.agency,
        due: new.due,
        after: None,
    };
    ctx.write_one(ctx.about(found.audience, id, task)).await?;
    Ok(id)
}

/// Moves a task: its owner by a step, the agency asked by an answer.
pub async fn step(
    ctx: &Ctx,
    id: TaskId,
    step: TaskMove,
    text: &str,
    shown_by: Option<RecordId>,
) -> Result<TaskState> {
    let held = ctx.node().newest(Kind::Task, id.into()).await?.ok_or(CaseworkError::NotFound("task"))?;
    let Body::Task(task) = &held.body else { return Err(CaseworkError::NotFound("task")) };
    let found = case::found(ctx, task.case).await?;
    let (owner, own) = (held.mark.originator.clone(), ctx.node().code().clone());
    let next = state(ctx, id, task, &owner).await?.make(step)?;
    let text = text.trim().to_owned();
    let audience = found.audience;
    if owner == own {
        ctx.permit(Action::SetTask, &facts(ctx.node(), &held.mark))?;
        ctx.write_one(ctx.about(audience, id, TaskStep { task: id, step, reason: text })).await?;
    } else if task.agency == own && answers(step) {
        ctx.permit(Action::AnswerTask, &facts(ctx.node(), &held.mark))?;
        ctx.write_one(ctx.about(audience, id, TaskAnswer { task: id, step, text, shown_by })).await?;
    } else {
        return Err(CaseworkError::invalid("task", "it was set by and for other agencies"));
    }
    Ok(next)
}

const fn answers(step: TaskMove) -> bool {
    matches!(step, TaskMove::Start | TaskMove::Finish | TaskMove::Decline)
}

/// The tasks of a case, or all, the latest first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<TaskView>> {
    let mut latest: BTreeMap<TaskId, Item<Task>> = BTreeMap::new();
    for item in item::read::<Task>(ctx, HeldQuery { case, ..HeldQuery::default() }).await? {
        latest.insert(TaskId::from_uuid(item.mark.object.uuid()), item);
    }
    let mut views = Vec::with_capacity(latest.len());
    for (id, task) in latest {
        let about = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
        let answered = item::read::<TaskAnswer>(ctx, about).await?;
        let state = state(ctx, id, &task.body, &task.mark.originator).await?;
        let (own, owner) = (ctx.node().code(), &task.mark.originator);
        let moves = state
            .moves()
            .filter(|step| owner == own || (task.body.agency == *own && answers(*step)))
            .collect();
        views.push(TaskView { id, task, state, answers: answered, moves });
    }
    views.sort_by_key(|view| std::cmp::Reverse(view.task.mark.at));
    access::viewed(ctx, "tasks", case.map(Into::into), views.len()).await?;
    Ok(views)
}

/// Where a task stands: the owner's steps and the answers of the agency asked, in order of time; others do not count.
async fn state(ctx: &Ctx, id: TaskId, task: &Task, owner: &AgencyCode) -> Result<TaskState> {
    let query =
        HeldQuery { object: Some(id.into()), ..HeldQuery::kinds(&[Kind::TaskStep, Kind::TaskAnswer]) };
    let counts = |mark: &Mark, body: &Body| match body {
        Body::TaskStep(step) => (mark.originator == *owner).then_some(step.step),
        Body::TaskAnswer(answer) => {
            (mark.originator == task.agency && answers(answer.step)).then_some(answer.step)
        }
        _ => None,
    };
    let mut state = TaskState::Open;
    for held in ctx.node().store().held(&query).await? {
        if let Some(step) = counts(&held.mark, &held.body) {
            state = state.make(step).unwrap_or(state);
        }
    }
    Ok(state)
}
