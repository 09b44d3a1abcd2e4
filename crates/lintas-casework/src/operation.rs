//! Operations: planned by one agency, carried out by several.

use std::collections::BTreeSet;

use lintas_model::lifecycle::{OperationMove, OperationState};
use lintas_model::record::{Operation, OperationStep};
use lintas_model::{AgencyCode, Body, CaseId, Kind, OperationId, PartialDate};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, case};

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
    /// The steps that the actor may take.
    pub moves: Vec<OperationMove>,
}

/// Plans an operation in a case.
pub async fn plan(ctx: &Ctx, new: NewOperation) -> Result<OperationId> {
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteOperation, &found.facts).await?;
    if new.title.trim().is_empty() {
        return Err(CaseworkError::invalid("title", "give the operation a name"));
    }
    let members =
        crate::audience::find(ctx.node(), found.audience).await?.map(|a| a.members).unwrap_or_default();
    if let Some(stranger) = new.participants.iter().find(|code| !members.contains(*code)) {
        return Err(CaseworkError::invalid("participants", format!("{stranger} does not work this case")));
    }
    let mut participants = new.participants;
    participants.insert(ctx.node().code().clone());
    let id = ctx.node().new_id(OperationId::new);
    let operation = Operation {
        case: new.case,
        title: new.title.trim().to_owned(),
        objective: new.objective.trim().to_owned(),
        participants,
        day: new.day,
    };
    ctx.write_one(ctx.about(found.audience, id, operation)).await?;
    Ok(id)
}

/// Moves an operation.
pub async fn step(ctx: &Ctx, id: OperationId, step: OperationMove, reason: &str) -> Result<OperationState> {
    let _turn = ctx.node().turn().await;
    let held =
        ctx.node().newest(Kind::Operation, id.into()).await?.ok_or(CaseworkError::NotFound("operation"))?;
    ctx.require(Action::WriteOperation, &facts(ctx.node(), &held.mark)).await?;
    if held.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("operation", "only the leading agency moves it"));
    }
    let next = state(ctx, id, &held.mark.originator).await?.make(step)?;
    let body = OperationStep { operation: id, step, reason: reason.trim().to_owned() };
    ctx.write_one(ctx.about(held.mark.audience, id, body)).await?;
    Ok(next)
}

/// Operations of a case, or all, the latest first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<OperationView>> {
    let query = HeldQuery { case, ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Operation>(ctx, query).await?);
    let mut views = Vec::with_capacity(latest.len());
    for (object, operation) in latest {
        let id = OperationId::from_uuid(object.uuid());
        let about = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
        let mut steps = item::read::<OperationStep>(ctx, about).await?;
        steps.retain(|step| step.mark.originator == operation.mark.originator);
        let state = state(ctx, id, &operation.mark.originator).await?;
        let own = operation.mark.originator == *ctx.node().code();
        let may = own && ctx.permit(Action::WriteOperation, &facts(ctx.node(), &operation.mark)).is_ok();
        let moves = if may { state.moves().collect() } else { Vec::new() };
        views.push(OperationView { id, operation, state, steps, moves });
    }
    views.sort_by_key(|view| std::cmp::Reverse(view.operation.mark.at));
    access::viewed(ctx, "operations", case.map(Into::into), views.len()).await?;
    Ok(views)
}

async fn state(ctx: &Ctx, id: OperationId, lead: &AgencyCode) -> Result<OperationState> {
    let query = HeldQuery {
        object: Some(id.into()),
        agency: Some(lead.clone()),
        ..HeldQuery::kinds(&[Kind::OperationStep])
    };
    let mut state = OperationState::Planned;
    for held in ctx.node().store().held(&query).await? {
        if let Body::OperationStep(step) = held.body {
            state = state.make(step.step).unwrap_or(state);
        }
    }
    Ok(state)
}
