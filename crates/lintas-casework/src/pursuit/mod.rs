//! The pursuit of warrants: requests to other states, the hops by which they travel, the clocks that run.
//!
//! A request belongs to the agency that makes it and is confidential (UNTOC Art. 18(20)): it is written for the agency
//! alone and leaves only by a release. Its way, its clocks and what it needs come from the data on law, never from here.

mod board;
mod paths;
mod view;

use lintas_law::hop::{self, PlannedHop};
use lintas_law::instrument::InstrumentId;
use lintas_law::{Day, Library, RequestKind};
use lintas_model::lifecycle::{RequestMove, RequestState};
use lintas_model::offence::Offence;
use lintas_model::record::{Hop, Request, RequestStep};
use lintas_model::{Body, CaseId, Country, Kind, Language, PartialDate, RecordId, RequestId, WarrantId};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery, Mark};

use crate::item::facts;
use crate::{CaseworkError, Ctx, Result, case};

pub(crate) use board::lines;
pub use board::{BoardLine, Urgency, board};
pub use paths::{PathsView, for_warrant, paths};
pub use view::{HopView, RequestView, show};

/// A request to make.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What is asked.
    pub kind: RequestKind,
    /// The requested state.
    pub requested: Country,
    /// The offence it is about.
    pub offence: Offence,
    /// The instrument that it rests on, by its id in the data on law, for example `untoc`.
    pub basis: String,
    /// The agency's reference.
    pub reference: String,
    /// What is sought.
    pub sought: String,
    /// Languages in which it is written.
    pub languages: Vec<Language>,
    /// By when an answer is needed.
    pub needed_by: Option<PartialDate>,
    /// Whether it is urgent.
    pub urgent: bool,
    /// The case.
    pub case: Option<CaseId>,
    /// The warrant that is pursued.
    pub warrant: Option<WarrantId>,
}

/// What one actor did with a request.
#[derive(Debug, Clone, Default)]
pub struct NewHop {
    /// The step of the way, by its word.
    pub step: String,
    /// Date in.
    pub received: Option<PartialDate>,
    /// Date out.
    pub passed_on: Option<PartialDate>,
    /// The actor's reference number.
    pub reference: String,
    /// By whom or how it was carried.
    pub carrier: String,
    /// Language of the papers.
    pub language: Option<Language>,
    /// By when the actor owes the next step.
    pub deadline: Option<PartialDate>,
}

/// Records a request.
pub async fn record(ctx: &Ctx, new: NewRequest) -> Result<RequestId> {
    ctx.require_own(Action::WriteWarrant, "request").await?;
    let requesting = ctx.node().country().ok_or_else(|| {
        CaseworkError::invalid("requesting", "this node does not say which state it serves")
    })?;
    if new.requested == requesting {
        return Err(CaseworkError::invalid("requested", "a state makes no request of itself"));
    }
    if new.sought.trim().is_empty() {
        return Err(CaseworkError::invalid("sought", "say what is asked for"));
    }
    if let Some(case) = new.case {
        let found = case::found(ctx, case).await?;
        ctx.require(Action::View, &found.facts).await?;
    }
    if let Some(warrant) = new.warrant {
        crate::item::latest::<lintas_model::record::Warrant>(ctx, "warrant", warrant).await?;
    }
    let today = Day::from_timestamp(ctx.now());
    way(ctx.node().law(), new.kind, &new.basis, requesting, new.requested, today)?;
    let id = ctx.node().new_id(RequestId::new);
    let request = Request {
        kind: new.kind,
        requesting,
        requested: new.requested,
        offence: new.offence,
        basis: new.basis,
        reference: new.reference.trim().to_owned(),
        sought: new.sought.trim().to_owned(),
        languages: new.languages,
        needed_by: new.needed_by,
        urgent: new.urgent,
        case: new.case,
        warrant: new.warrant,
    };
    ctx.write_one(ctx.about(ctx.private(), id, request)).await?;
    Ok(id)
}

/// Moves a request. A step cannot take place before the one before it, nor on a day that has not come.
pub async fn step(
    ctx: &Ctx,
    id: RequestId,
    step: RequestMove,
    on: PartialDate,
    reference: &str,
) -> Result<RequestState> {
    let _turn = ctx.node().turn().await;
    let (mark, _) = own(ctx, id).await?;
    if on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    let taken = of_request(ctx, id, &mark, Kind::RequestStep).await?;
    let steps = taken.iter().filter_map(as_step);
    if let Some(last) = steps.clone().map(|step| step.on).max_by_key(|on| on.earliest())
        && on.after() <= last.earliest()
    {
        return Err(CaseworkError::invalid("on", format!("the step before it took place on {last}")));
    }
    let next = after(steps).make(step)?;
    let body = RequestStep { request: id, step, on, reference: reference.trim().to_owned() };
    ctx.write_one(ctx.about(ctx.private(), id, body)).await?;
    Ok(next)
}

/// Records what one actor on the way did with a request. Dates that cannot be right are refused with the hop they clash with.
pub async fn hop(ctx: &Ctx, id: RequestId, new: NewHop) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let (mark, request) = own(ctx, id).await?;
    if new.received.is_none() && new.passed_on.is_none() {
        return Err(CaseworkError::invalid("received", "give the date in, the date out, or both"));
    }
    let today = Day::from_timestamp(ctx.now());
    let way = way_of(ctx.node().law(), &request, today)?;
    let body = Hop {
        request: id,
        step: new.step,
        received: new.received,
        passed_on: new.passed_on,
        reference: new.reference.trim().to_owned(),
        carrier: new.carrier.trim().to_owned(),
        language: new.language,
        deadline: new.deadline,
    };
    let mut hops: Vec<Hop> =
        of_request(ctx, id, &mark, Kind::Hop).await?.iter().filter_map(as_hop).cloned().collect();
    hops.retain(|known| known.step != body.step);
    hops.push(body.clone());
    if let Some(issue) = hop::owed(&way, &in_order(&way, &hops), today).issues.first() {
        return Err(CaseworkError::invalid("hop", issue.to_string()));
    }
    ctx.write_one(ctx.about(ctx.private(), id, body)).await
}

/// The way of a request under its basis.
fn way_of(library: &Library, request: &Request, on: Day) -> Result<Vec<PlannedHop>> {
    way(library, request.kind, &request.basis, request.requesting, request.requested, on)
}

fn way(
    library: &Library,
    kind: RequestKind,
    basis: &str,
    requesting: Country,
    requested: Country,
    on: Day,
) -> Result<Vec<PlannedHop>> {
    let unknown = || CaseworkError::invalid("basis", format!("the data on law have no `{basis}`"));
    let instrument = library.get(&InstrumentId(basis.to_owned())).ok_or_else(unknown)?;
    hop::way(library, kind, instrument, requesting, requested, on)
        .map_err(|error| CaseworkError::invalid("basis", error.to_string()))
}

/// Hops as the law reads them, in the order of the way; the latest on each step counts.
fn in_order(way: &[PlannedHop], hops: &[Hop]) -> Vec<hop::Hop> {
    let place = |step: &str| way.iter().position(|planned| planned.step == step).unwrap_or(usize::MAX);
    let mut latest: Vec<&Hop> = Vec::new();
    for hop in hops {
        latest.retain(|known| known.step != hop.step);
        latest.push(hop);
    }
    latest.sort_by_key(|hop| place(&hop.step));
    latest.into_iter().map(hop::Hop::from).collect()
}

/// Where a request stands by its owner's steps; illegal ones are not obeyed.
fn after<'s>(steps: impl Iterator<Item = &'s RequestStep>) -> RequestState {
    steps.fold(RequestState::Drafted, |state, step| state.make(step.step).unwrap_or(state))
}

fn as_step(held: &Held) -> Option<&RequestStep> {
    if let Body::RequestStep(step) = &held.body { Some(step) } else { None }
}

fn as_hop(held: &Held) -> Option<&Hop> {
    if let Body::Hop(hop) = &held.body { Some(hop) } else { None }
}

async fn own(ctx: &Ctx, id: RequestId) -> Result<(Mark, Request)> {
    let held =
        ctx.node().newest(Kind::Request, id.into()).await?.ok_or(CaseworkError::NotFound("request"))?;
    ctx.require(Action::WriteWarrant, &facts(ctx.node(), &held.mark)).await?;
    let Body::Request(request) = held.body else { return Err(CaseworkError::NotFound("request")) };
    Ok((held.mark, request))
}

/// The owner's records of one kind about a request, oldest first.
async fn of_request(ctx: &Ctx, id: RequestId, mark: &Mark, kind: Kind) -> Result<Vec<Held>> {
    let query = HeldQuery {
        object: Some(id.into()),
        agency: Some(mark.originator.clone()),
        now: Some(ctx.now()),
        ..HeldQuery::kinds(&[kind])
    };
    Ok(ctx.node().store().held(&query).await?)
}
