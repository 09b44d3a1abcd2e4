//! Operations: planned by one agency, carried out by several.

use std::collections::BTreeSet;

use lintas_law::Day;
use lintas_model::lifecycle::{OperationMove, OperationState};
use lintas_model::record::{Operation, OperationStep, Outcome};
use lintas_model::{AgencyCode, AudienceId, Body, CaseId, Kind, OperationId, PartialDate, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::plan::gate::{self, Gate};
use crate::{CaseworkError, Ctx, Result, access, agreement, audience, case, partner};

/// An operation to plan.
#[derive(Debug, Clone)]
pub struct NewOperation {
    /// The case.
    pub case: CaseId,
    /// Its name.
    pub title: String,
    /// Its objective.
    pub objective: String,
    /// Who takes part.
    pub participants: BTreeSet<AgencyCode>,
    /// Day of action.
    pub day: Option<PartialDate>,
}

/// An operation with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationView {
    /// The operation.
    pub id: OperationId,
    /// As last described.
    pub operation: Item<Operation>,
    /// Where it stands.
    pub state: OperationState,
    /// Its steps, oldest first.
    pub steps: Vec<Item<OperationStep>>,
    /// The steps that the actor may take; none past the gate while it is shut.
    pub moves: Vec<OperationMove>,
    /// The record of the present plan, which an answer of the gate names.
    pub plan: RecordId,
    /// The risk gate as it stands for that plan.
    pub gate: Gate,
    /// Whether the actor may answer the questions of the gate for this agency.
    pub may_answer: bool,
    /// Whether the actor may describe it anew.
    pub may_change: bool,
    /// Outcomes that were claimed for it.
    pub outcomes: Vec<Item<Outcome>>,
}

/// Plans an operation in a case.
pub async fn plan(ctx: &Ctx, new: NewOperation) -> Result<OperationId> {
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteOperation, &found.facts).await?;
    let operation = described(ctx, new, found.audience).await?;
    held_to_agreement(ctx, &operation, operation.day).await?;
    let id = ctx.node().new_id(OperationId::new);
    ctx.write_one(ctx.about(found.audience, id, operation)).await?;
    Ok(id)
}

/// Describes an operation anew: other participants, another day. Whoever answered for the earlier plan is asked again.
/// `seen` is the record that was on the screen: when another has taken its place since, nothing is written.
pub async fn change(ctx: &Ctx, id: OperationId, seen: RecordId, new: NewOperation) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let held =
        ctx.node().newest(Kind::Operation, id.into()).await?.ok_or(CaseworkError::NotFound("operation"))?;
    ctx.require(Action::WriteOperation, &facts(ctx.node(), &held.mark)).await?;
    if held.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("operation", "only the leading agency changes it"));
    }
    if held.mark.record != seen {
        return Err(CaseworkError::invalid("operation", "somebody has changed it since; look at it again"));
    }
    let state = state(ctx, id, &held.mark.originator).await?;
    if state != OperationState::Planned {
        return Err(CaseworkError::invalid("operation", format!("it is {state}; plan it again first")));
    }
    let Body::Operation(known) = held.body else { return Err(CaseworkError::NotFound("operation")) };
    let operation = described(ctx, NewOperation { case: known.case, ..new }, held.mark.audience).await?;
    held_to_agreement(ctx, &operation, operation.day).await?;
    ctx.write_one(ctx.about(held.mark.audience, id, operation)).await
}

/// Where an agreement governs the case, its members alone act together, and within its period alone.
async fn held_to_agreement(ctx: &Ctx, operation: &Operation, on: Option<PartialDate>) -> Result<()> {
    let Some(governing) = agreement::governing(ctx, operation.case).await? else { return Ok(()) };
    let on = on.map_or_else(|| Day::from_timestamp(ctx.now()), Day::first_of);
    governing.act(&operation.participants, on)
}

async fn described(ctx: &Ctx, new: NewOperation, readers: AudienceId) -> Result<Operation> {
    if new.title.trim().is_empty() {
        return Err(CaseworkError::invalid("title", "give the operation a name"));
    }
    let members = audience::find(ctx.node(), readers).await?.map(|a| a.members).unwrap_or_default();
    if let Some(stranger) = new.participants.iter().find(|code| !members.contains(*code)) {
        return Err(CaseworkError::invalid("participants", format!("{stranger} does not work this case")));
    }
    for code in new.participants.iter().filter(|code| *code != ctx.node().code()) {
        if partner::find(ctx.node(), code).await?.is_some_and(|partner| !partner.active) {
            return Err(CaseworkError::invalid("participants", format!("{code} is no partner any more")));
        }
    }
    let mut participants = new.participants;
    participants.insert(ctx.node().code().clone());
    Ok(Operation {
        case: new.case,
        title: new.title.trim().to_owned(),
        objective: new.objective.trim().to_owned(),
        participants,
        day: new.day,
    })
}

/// Moves an operation. It cannot pass its risk gate, nor begin, before every agency that takes part has said yes to every
/// question; a yes that was taken back since shuts the gate again.
pub async fn step(ctx: &Ctx, id: OperationId, step: OperationMove, reason: &str) -> Result<OperationState> {
    let _turn = ctx.node().turn().await;
    let operation = item::latest::<Operation>(ctx, "operation", id).await?;
    ctx.require(Action::WriteOperation, &facts(ctx.node(), &operation.mark)).await?;
    let lead = operation.mark.originator.clone();
    if lead != *ctx.node().code() {
        return Err(CaseworkError::invalid("operation", "only the leading agency moves it"));
    }
    let steps = steps(ctx, id, &lead).await?;
    let next = after(&steps).make(step)?;
    if passes(step) {
        held_to_agreement(ctx, &operation.body, None).await?;
        let gate = gate::read(ctx, id, &operation, plan_of(&operation, &steps)).await?;
        if !gate.is_open() {
            let lacking: Vec<String> =
                gate.lacking().map(|(question, agency, _)| format!("{agency}: {question}")).collect();
            let problem = format!("the risk gate is shut; a yes is lacking of {}", lacking.join(", "));
            return Err(CaseworkError::invalid("gate", problem));
        }
    }
    let body = OperationStep { operation: id, step, reason: reason.trim().to_owned() };
    ctx.write_one(ctx.about(operation.mark.audience, id, body)).await?;
    Ok(next)
}

/// Whether a step leads past the risk gate.
const fn passes(step: OperationMove) -> bool {
    matches!(step, OperationMove::Clear | OperationMove::Begin)
}

/// Operations of a case, or all, the latest first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<OperationView>> {
    let views = read(ctx, case).await?;
    access::viewed(ctx, "operations", case.map(Into::into), views.len()).await?;
    Ok(views)
}

/// One operation.
pub async fn show(ctx: &Ctx, id: OperationId) -> Result<OperationView> {
    let operation = item::latest::<Operation>(ctx, "operation", id).await?;
    let view = view(ctx, id, operation).await?;
    access::viewed(ctx, "operation", Some(id.into()), 1).await?;
    Ok(view)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<OperationView>> {
    let query = HeldQuery { case, ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Operation>(ctx, query).await?);
    let mut views = Vec::with_capacity(latest.len());
    for (object, operation) in latest {
        views.push(view(ctx, OperationId::from_uuid(object.uuid()), operation).await?);
    }
    views.sort_by_key(|view| std::cmp::Reverse(view.operation.mark.at));
    Ok(views)
}

async fn view(ctx: &Ctx, id: OperationId, operation: Item<Operation>) -> Result<OperationView> {
    let steps = steps(ctx, id, &operation.mark.originator).await?;
    let state = after(&steps);
    let plan = plan_of(&operation, &steps);
    let gate = gate::read(ctx, id, &operation, plan).await?;
    let own = operation.mark.originator == *ctx.node().code();
    let facts = facts(ctx.node(), &operation.mark);
    let may = own && ctx.permit(Action::WriteOperation, &facts).is_ok();
    let moves = state.moves().filter(|step| may && (!passes(*step) || gate.is_open())).collect();
    let waits = matches!(state, OperationState::Planned | OperationState::Ready);
    let takes_part = operation.body.participants.contains(ctx.node().code());
    let about = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    Ok(OperationView {
        id,
        state,
        steps,
        moves,
        plan,
        gate,
        may_answer: waits && takes_part && ctx.permit(Action::AnswerGate, &facts).is_ok(),
        may_change: may && state == OperationState::Planned,
        outcomes: item::read_for::<Outcome>(ctx, Action::ViewRegion, about).await?,
        operation,
    })
}

/// The steps of the leading agency, oldest first.
async fn steps(ctx: &Ctx, id: OperationId, lead: &AgencyCode) -> Result<Vec<Item<OperationStep>>> {
    let query = HeldQuery { object: Some(id.into()), agency: Some(lead.clone()), ..HeldQuery::default() };
    item::read(ctx, query).await
}

fn after(steps: &[Item<OperationStep>]) -> OperationState {
    steps.iter().fold(OperationState::Planned, |state, step| state.make(step.body.step).unwrap_or(state))
}

/// The record of the present plan: the operation as last described, or the step that planned it again. Both stand in the
/// feed of the leading agency, and their places there tell which came last.
fn plan_of(operation: &Item<Operation>, steps: &[Item<OperationStep>]) -> RecordId {
    let again = steps.iter().filter(|step| step.body.step == OperationMove::Replan).map(|step| &step.mark);
    let last = again.chain([&operation.mark]).max_by_key(|mark| mark.place);
    last.map_or(operation.mark.record, |mark| mark.record)
}

/// Where an operation stands, and the record of its present plan.
pub(crate) async fn standing(
    ctx: &Ctx,
    id: OperationId,
    operation: &Item<Operation>,
) -> Result<(OperationState, RecordId)> {
    let steps = steps(ctx, id, &operation.mark.originator).await?;
    Ok((after(&steps), plan_of(operation, &steps)))
}

/// Where an operation stands.
async fn state(ctx: &Ctx, id: OperationId, lead: &AgencyCode) -> Result<OperationState> {
    Ok(after(&steps(ctx, id, lead).await?))
}
