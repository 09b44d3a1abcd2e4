//! One request: where it stands, who owes the next step, which clocks run.

use lintas_law::Day;
use lintas_law::hop::{self, Deadline, Event, EventKind, Owed, PlannedHop, Standing};
use lintas_law::instrument::InstrumentId;
use lintas_model::lifecycle::{RequestMove, RequestState};
use lintas_model::record::{Hop, Request, RequestStep};
use lintas_model::{Body, Kind, RequestId};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery};

use super::{after, as_hop, as_step, in_order, way_of};
use crate::item::{self, Item, facts};
use crate::{Ctx, Result, access};

/// A step of the way with what is recorded of it.
#[derive(Debug, Clone, PartialEq)]
pub struct HopView {
    /// The step, with the actor by name.
    pub planned: PlannedHop,
    /// What the actor did, as last recorded.
    pub hop: Option<Item<Hop>>,
}

/// A request with everything that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestView {
    /// The request.
    pub id: RequestId,
    /// As last described.
    pub request: Item<Request>,
    /// Where it stands.
    pub state: RequestState,
    /// Steps, oldest first.
    pub steps: Vec<Item<RequestStep>>,
    /// Its way.
    pub way: Vec<HopView>,
    /// Who owes the next step, and what in the dates cannot be right. Nothing when the basis is not in the data on law.
    pub owed: Option<Owed>,
    /// The clocks that have started, each with how it stands today.
    pub clocks: Vec<(Deadline, Standing)>,
    /// The steps that the actor may take.
    pub moves: Vec<RequestMove>,
}

/// One request.
pub async fn show(ctx: &Ctx, id: RequestId) -> Result<RequestView> {
    let request = item::latest::<Request>(ctx, "request", id).await?;
    let query = HeldQuery {
        object: Some(id.into()),
        now: Some(ctx.now()),
        ..HeldQuery::kinds(&[Kind::RequestStep, Kind::Hop])
    };
    let held = ctx.node().store().held(&query).await?;
    let view = view(ctx, id, request, held);
    access::viewed(ctx, "request", Some(id.into()), 1).await?;
    Ok(view)
}

pub(super) fn view(ctx: &Ctx, id: RequestId, request: Item<Request>, held: Vec<Held>) -> RequestView {
    let (law, today) = (ctx.node().law(), Day::from_timestamp(ctx.now()));
    // Only the agency that makes the request says what became of it.
    let held: Vec<Held> =
        held.into_iter().filter(|held| held.mark.originator == request.mark.originator).collect();
    let state = after(held.iter().filter_map(as_step));
    let hops: Vec<Hop> = held.iter().filter_map(as_hop).cloned().collect();
    // The way is that of the day on which the request was written: names of authorities change.
    let written = Day::from_timestamp(request.mark.at);
    let planned = way_of(law, &request.body, written).unwrap_or_default();
    let owed =
        (!planned.is_empty() && state.runs()).then(|| hop::owed(&planned, &in_order(&planned, &hops), today));
    let events: Vec<Event> =
        held.iter().filter_map(as_step).filter_map(|step| event(&request.body, step)).collect();
    let basis = InstrumentId(request.body.basis.clone());
    let clocks = hop::clock(law, request.body.kind, &basis, request.body.requested, &events)
        .unwrap_or_default()
        .into_iter()
        .map(|deadline| {
            let standing = deadline.standing(today);
            (deadline, standing)
        })
        .collect();
    let (mut steps, mut recorded) = (Vec::new(), Vec::new());
    for (mark, permit, body) in item::permitted(ctx, Action::View, held) {
        match body {
            Body::RequestStep(body) => steps.push(Item { mark, permit, body }),
            Body::Hop(body) => recorded.push(Item { mark, permit, body }),
            _ => {}
        }
    }
    let way = planned
        .into_iter()
        .map(|planned| {
            let hop = recorded.iter().rev().find(|hop| hop.body.step == planned.step).cloned();
            HopView { planned, hop }
        })
        .collect();
    let own = request.mark.originator == *ctx.node().code();
    let may = own && ctx.permit(Action::WriteWarrant, &facts(ctx.node(), &request.mark)).is_ok();
    let moves = if may { state.moves().collect() } else { Vec::new() };
    RequestView { id, state, steps, way, owed, clocks, moves, request }
}

/// What a step means to the clocks. A day that is not known exactly starts one as early as it can have been.
fn event(request: &Request, step: &RequestStep) -> Option<Event> {
    Some(Event { on: Day::first_of(step.on), kind: EventKind::of(step.step, request.kind)? })
}
