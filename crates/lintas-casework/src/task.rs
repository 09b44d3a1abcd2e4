//! Tasks: set by one agency, answered by another; each writes its own records.

use std::collections::BTreeMap;

use lintas_model::lifecycle::{TaskMove, TaskState};
use lintas_model::record::{Task, TaskAnswer, TaskStep};
use lintas_model::{AgencyCode, Body, CaseId, Kind, ObjectId, PartialDate, RecordId, TaskId};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery};

use crate::item::{self, Item, Kinded as _, facts};
use crate::plan::order;
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
    /// The task that must be done first.
    pub after: Option<TaskId>,
}

/// What a task waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitsFor {
    /// The task that must be done first.
    pub task: TaskId,
    /// Its title, as far as it is known here.
    pub title: String,
    /// Whether nothing is left to do there.
    pub over: bool,
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
    /// What it waits for.
    pub waits_for: Option<WaitsFor>,
    /// How many tasks stand before it.
    pub depth: usize,
    /// The titles of the tasks on the way on which it waits for itself: two agencies can make such a circle at the same
    /// time. Empty when there is none.
    pub circle: Vec<String>,
}

/// Sets a task in a case.
pub async fn set(ctx: &Ctx, new: NewTask) -> Result<TaskId> {
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::SetTask, &found.facts).await?;
    if new.title.trim().is_empty() {
        return Err(CaseworkError::invalid("title", "say what is to be done"));
    }
    let members =
        crate::audience::find(ctx.node(), found.audience).await?.map(|a| a.members).unwrap_or_default();
    if !members.contains(&new.agency) {
        return Err(CaseworkError::invalid("agency", format!("{} does not work this case", new.agency)));
    }
    if let Some(after) = new.after {
        of_case(ctx, new.case, after).await?;
    }
    let id = ctx.node().new_id(TaskId::new);
    let task = Task {
        case: new.case,
        title: new.title.trim().to_owned(),
        detail: new.detail.trim().to_owned(),
        agency: new.agency,
        due: new.due,
        after: new.after,
    };
    ctx.write_one(ctx.about(found.audience, id, task)).await?;
    Ok(id)
}

/// Lets a task wait for another of the case, or for none. A task that would come to wait for itself is refused with the
/// way on which it would.
pub async fn wait_for(ctx: &Ctx, id: TaskId, after: Option<TaskId>) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let held = ctx.node().newest(Kind::Task, id.into()).await?.ok_or(CaseworkError::NotFound("task"))?;
    let Body::Task(task) = held.body else { return Err(CaseworkError::NotFound("task")) };
    ctx.require(Action::SetTask, &facts(ctx.node(), &held.mark)).await?;
    if held.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("task", "only the agency that set it changes it"));
    }
    if let Some(after) = after {
        of_case(ctx, task.case, after).await?;
        let known = read(ctx, Some(task.case)).await?;
        let mut waits = waits_of(&known);
        waits.insert(id, after);
        if let Some(way) = order::circle(&waits, id) {
            let way = titles(&known, &way).join(" → ");
            return Err(CaseworkError::invalid("after", format!("it would wait for itself: {way}")));
        }
    }
    ctx.write_one(ctx.about(held.mark.audience, id, Task { after, ..task })).await
}

/// A task that must be one of a case.
async fn of_case(ctx: &Ctx, case: CaseId, id: TaskId) -> Result<()> {
    let known = read(ctx, Some(case)).await?;
    if known.iter().any(|view| view.id == id) {
        Ok(())
    } else {
        Err(CaseworkError::invalid("after", "choose a task of this case"))
    }
}

fn waits_of(views: &[TaskView]) -> order::Waits {
    views.iter().filter_map(|view| Some((view.id, view.task.body.after?))).collect()
}

fn titles(views: &[TaskView], way: &[TaskId]) -> Vec<String> {
    let title = |id: &TaskId| {
        let known = views.iter().find(|view| view.id == *id);
        known.map_or_else(|| id.to_string(), |view| format!("“{}”", view.task.body.title))
    };
    way.iter().map(title).collect()
}

/// Moves a task: its owner by a step, the agency asked by an answer.
pub async fn step(
    ctx: &Ctx,
    id: TaskId,
    step: TaskMove,
    text: &str,
    shown_by: Option<RecordId>,
) -> Result<TaskState> {
    let _turn = ctx.node().turn().await;
    let held = ctx.node().newest(Kind::Task, id.into()).await?.ok_or(CaseworkError::NotFound("task"))?;
    let Body::Task(task) = &held.body else { return Err(CaseworkError::NotFound("task")) };
    let (owner, own) = (held.mark.originator.clone(), ctx.node().code().clone());
    // Those read the steps who read the task.
    let audience = held.mark.audience;
    let facts = facts(ctx.node(), &held.mark);
    ctx.require(Action::View, &facts).await?;
    let action = match may_take(&own, &owner, task, step) {
        Some(action) => action,
        None if owner == own => {
            return Err(CaseworkError::invalid("task", format!("only {} can answer it", task.agency)));
        }
        None => return Err(CaseworkError::invalid("task", "it was set by and for other agencies")),
    };
    ctx.require(action, &facts).await?;
    let next = state(ctx, id, task, &owner).await?.make(step)?;
    if matches!(step, TaskMove::Start | TaskMove::Finish)
        && let Some(first) = blocked_by(ctx, task).await?
    {
        return Err(CaseworkError::invalid("task", format!("“{first}” must be done first")));
    }
    let text = text.trim().to_owned();
    if action == Action::SetTask {
        ctx.write_one(ctx.about(audience, id, TaskStep { task: id, step, reason: text })).await?;
    } else {
        ctx.write_one(ctx.about(audience, id, TaskAnswer { task: id, step, text, shown_by })).await?;
    }
    Ok(next)
}

/// Whether the actor may set a task again that is over: its owner may.
pub async fn may_reopen(ctx: &Ctx, id: TaskId) -> Result<bool> {
    let held = ctx.node().newest(Kind::Task, id.into()).await?.ok_or(CaseworkError::NotFound("task"))?;
    let own = held.mark.originator == *ctx.node().code();
    Ok(own && ctx.permit(Action::SetTask, &facts(ctx.node(), &held.mark)).is_ok())
}

/// The title of the task that must be done first and is not. One that this node does not know holds nothing up.
async fn blocked_by(ctx: &Ctx, task: &Task) -> Result<Option<String>> {
    let Some(first) = task.after else { return Ok(None) };
    let Some(held) = ctx.node().newest(Kind::Task, first.into()).await? else { return Ok(None) };
    let Body::Task(known) = &held.body else { return Ok(None) };
    let state = state(ctx, first, known, &held.mark.originator).await?;
    Ok((!is_over(state)).then(|| known.title.clone()))
}

/// Whether nothing is left to do in a state.
pub const fn is_over(state: TaskState) -> bool {
    matches!(state, TaskState::Done | TaskState::Declined | TaskState::Withdrawn)
}

/// Under which action an agency takes a step of a task, if the step is its to take: the owner takes back and sets again,
/// the agency asked begins, finishes and declines.
fn may_take(own: &AgencyCode, owner: &AgencyCode, task: &Task, step: TaskMove) -> Option<Action> {
    if answers(step) && task.agency == *own {
        Some(Action::AnswerTask)
    } else if !answers(step) && owner == own {
        Some(Action::SetTask)
    } else {
        None
    }
}

/// Whether a step of a task stands in the kind of record that its side writes; true of what is no step of a task.
pub(crate) const fn is_for(body: &Body) -> bool {
    match body {
        Body::TaskStep(step) => !answers(step.step),
        Body::TaskAnswer(answer) => answers(answer.step),
        _ => true,
    }
}

const fn answers(step: TaskMove) -> bool {
    matches!(step, TaskMove::Start | TaskMove::Finish | TaskMove::Decline)
}

/// The tasks of a case, or all, the latest first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<TaskView>> {
    let views = read(ctx, case).await?;
    access::viewed(ctx, "tasks", case.map(Into::into), views.len()).await?;
    Ok(views)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<TaskView>> {
    let latest = item::owned(ctx, item::read::<Task>(ctx, HeldQuery { case, ..HeldQuery::default() }).await?);
    let mut taken = steps_of(ctx, latest.keys().copied().collect()).await?;
    let mut views = Vec::with_capacity(latest.len());
    for (object, task) in latest {
        let steps = taken.remove(&object).unwrap_or_default();
        let (own, owner) = (ctx.node().code(), task.mark.originator.clone());
        let state = after(&task.body, &owner, &steps);
        let facts = facts(ctx.node(), &task.mark);
        let moves = state
            .moves()
            .filter(|step| {
                may_take(own, &owner, &task.body, *step).is_some_and(|a| ctx.permit(a, &facts).is_ok())
            })
            .collect();
        let answers = item::permitted(ctx, Action::View, steps)
            .into_iter()
            .filter(|(mark, ..)| mark.originator == task.body.agency)
            .filter_map(|(mark, permit, body)| Some(Item { mark, permit, body: TaskAnswer::of(body)? }))
            .collect();
        views.push(TaskView {
            id: TaskId::from_uuid(object.uuid()),
            task,
            state,
            answers,
            moves,
            waits_for: None,
            depth: 0,
            circle: Vec::new(),
        });
    }
    put_in_order(&mut views);
    views.sort_by_key(|view| std::cmp::Reverse(view.task.mark.at));
    Ok(views)
}

/// Says of each task what it waits for. What waits for something unfinished cannot be begun or finished.
fn put_in_order(views: &mut [TaskView]) {
    let waits = waits_of(views);
    let known: BTreeMap<TaskId, (String, bool)> =
        views.iter().map(|view| (view.id, (view.task.body.title.clone(), is_over(view.state)))).collect();
    let circles: Vec<Vec<String>> = views
        .iter()
        .map(|view| order::circle(&waits, view.id).map(|way| titles(views, &way)).unwrap_or_default())
        .collect();
    for (view, circle) in views.iter_mut().zip(circles) {
        view.depth = order::depth(&waits, view.id);
        view.circle = circle;
        view.waits_for = view.task.body.after.map(|task| {
            let (title, over) = known.get(&task).cloned().unwrap_or((String::new(), true));
            WaitsFor { task, title, over }
        });
        if view.waits_for.as_ref().is_some_and(|first| !first.over) {
            view.moves.retain(|step| !matches!(step, TaskMove::Start | TaskMove::Finish));
        }
    }
}

/// Where a task stands: the owner's steps and the answers of the agency asked, in order of time; others do not count.
async fn state(ctx: &Ctx, id: TaskId, task: &Task, owner: &AgencyCode) -> Result<TaskState> {
    let steps = steps_of(ctx, vec![id.into()]).await?.remove(&id.into()).unwrap_or_default();
    Ok(after(task, owner, &steps))
}

fn after(task: &Task, owner: &AgencyCode, steps: &[Held]) -> TaskState {
    let counts = |held: &Held| match &held.body {
        Body::TaskStep(step) => (held.mark.originator == *owner && !answers(step.step)).then_some(step.step),
        Body::TaskAnswer(answer) => {
            (held.mark.originator == task.agency && answers(answer.step)).then_some(answer.step)
        }
        _ => None,
    };
    steps.iter().filter_map(counts).fold(TaskState::Open, |state, step| state.make(step).unwrap_or(state))
}

/// The steps and answers of tasks, oldest first: one question for many tasks.
async fn steps_of(ctx: &Ctx, tasks: Vec<ObjectId>) -> Result<BTreeMap<ObjectId, Vec<Held>>> {
    let all = HeldQuery::kinds(&[Kind::TaskStep, Kind::TaskAnswer]);
    item::by_object(ctx, all, tasks).await
}
