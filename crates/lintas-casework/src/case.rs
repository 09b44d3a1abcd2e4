//! Cases: opened, worked together, moved; only their owner writes their state.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::lifecycle::{CaseMove, CaseState};
use lintas_model::offence::Offence;
use lintas_model::record::{Audience, Case, CaseStep, Note, ProtectedPerson, Report};
use lintas_model::{AgencyCode, AudienceId, Body, CaseId, Country, Kind, ObjectId, RoundId};
use lintas_policy::{Action, ObjectFacts};
use lintas_store::{HeldQuery, Mark};

use crate::item::{self, Item, facts};
use crate::statement::Thing;
use crate::task::TaskView;
use crate::{CaseworkError, Ctx, Result, access, audience, report, statement, task, victim};

/// A case to open.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// The operational name.
    pub title: String,
    /// The agency's reference.
    pub reference: String,
    /// What it is about.
    pub summary: String,
    /// The offences.
    pub offences: BTreeSet<Offence>,
    /// The countries.
    pub countries: BTreeSet<Country>,
    /// The round in which it is worked.
    pub round: Option<RoundId>,
}

/// A case as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// The case.
    pub id: CaseId,
    /// As last described.
    pub case: Case,
    /// The mark of that description.
    pub mark: Mark,
    /// Where it stands.
    pub state: CaseState,
    /// The agencies that work it; the owner alone when it is not joint.
    pub members: BTreeSet<AgencyCode>,
    /// How many protected persons it has.
    pub protected: u64,
}

/// A case with what its overview shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    /// The case.
    pub line: CaseLine,
    /// Its history: steps as they were taken.
    pub steps: Vec<Item<CaseStep>>,
    /// The journal, newest first.
    pub notes: Vec<Item<Note>>,
    /// How many records of each kind it has.
    pub counts: BTreeMap<Kind, u64>,
    /// The steps that the actor may take.
    pub moves: Vec<CaseMove>,
}

/// A case with all that its first page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOverview {
    /// The case.
    pub view: CaseView,
    /// Its reports, own and released, newest first.
    pub reports: Vec<Item<Report>>,
    /// The people and things that they speak of.
    pub things: Vec<Thing>,
    /// Its tasks, the latest first.
    pub tasks: Vec<TaskView>,
    /// Its protected persons, by code.
    pub protected: Vec<Item<ProtectedPerson>>,
}

/// A case found for writing in it.
pub(crate) struct Found {
    pub(crate) facts: ObjectFacts,
    /// Where records of the case are written: the joint audience, else our own.
    pub(crate) audience: AudienceId,
    pub(crate) case: Case,
    pub(crate) owner: AgencyCode,
}

/// Opens a case.
pub async fn open(ctx: &Ctx, new: NewCase) -> Result<CaseId> {
    ctx.require_own(Action::OpenCase, "case").await?;
    let title = new.title.trim();
    if title.is_empty() {
        return Err(CaseworkError::invalid("title", "give the case a name"));
    }
    if new.offences.is_empty() {
        return Err(CaseworkError::invalid("offences", "choose trafficking, smuggling or both"));
    }
    let id = ctx.node().new_id(CaseId::new);
    let case = Case {
        title: title.to_owned(),
        reference: new.reference.trim().to_owned(),
        summary: new.summary.trim().to_owned(),
        offences: new.offences,
        countries: new.countries,
        audience: None,
        round: new.round,
    };
    ctx.write_one(ctx.about(ctx.private(), id, case)).await?;
    Ok(id)
}

/// Invites agencies to work a case together: an audience is made, and the case is described there. Agencies already
/// working it stay. Nobody is ever added to an audience that was made for others: whoever comes later gets a new one, and
/// what was written or released before stays with those for whom it was.
pub async fn make_joint(ctx: &Ctx, id: CaseId, invited: &BTreeSet<AgencyCode>) -> Result<AudienceId> {
    let _turn = ctx.node().turn().await;
    let found = found(ctx, id).await?;
    ctx.require(Action::OpenCase, &found.facts).await?;
    if found.owner != *ctx.node().code() {
        return Err(CaseworkError::invalid("case", "only its owner can invite agencies"));
    }
    if invited.is_empty() {
        return Err(CaseworkError::invalid("members", "choose at least one partner"));
    }
    for code in invited {
        if crate::partner::find(ctx.node(), code).await?.is_none_or(|partner| !partner.active) {
            return Err(CaseworkError::invalid("members", format!("{code} is no partner of this node")));
        }
    }
    let mut members: BTreeSet<AgencyCode> = invited.clone();
    members.insert(ctx.node().code().clone());
    if let Some(present) = found.case.audience
        && let Some(known) = audience::find(ctx.node(), present).await?
    {
        if members.is_subset(&known.members) {
            return Ok(present);
        }
        members.extend(known.members);
    }
    let audience = ctx.node().new_id(AudienceId::new);
    let body = Audience { name: found.case.title.clone(), members, case: Some(id), round: found.case.round };
    let mut drafts = vec![ctx.node().audience_draft(audience, body, ctx.officer())];
    let state = state(ctx, id, &found.owner).await?;
    let case = Case { audience: Some(audience), ..found.case };
    drafts.push(ctx.about(audience, id, case));
    // The newcomers have not seen the steps so far; those who have are told nothing new by this one.
    let step = match state {
        CaseState::Open => None,
        CaseState::Active => Some(CaseMove::Activate),
        CaseState::Suspended => Some(CaseMove::Suspend),
        CaseState::Closed => Some(CaseMove::Close),
    };
    if let Some(step) = step {
        drafts.push(ctx.about(audience, id, CaseStep { case: id, step, reason: String::new() }));
    }
    ctx.write(drafts).await?;
    Ok(audience)
}

/// Moves a case.
pub async fn step(ctx: &Ctx, id: CaseId, step: CaseMove, reason: &str) -> Result<CaseState> {
    let _turn = ctx.node().turn().await;
    let found = found(ctx, id).await?;
    ctx.require(Action::OpenCase, &found.facts).await?;
    if found.owner != *ctx.node().code() {
        return Err(CaseworkError::invalid("case", "only its owner moves a case"));
    }
    let next = state(ctx, id, &found.owner).await?.make(step)?;
    let body = CaseStep { case: id, step, reason: reason.trim().to_owned() };
    ctx.write_one(ctx.about(found.audience, id, body)).await?;
    Ok(next)
}

/// All cases that the actor may see, newest first.
pub async fn list(ctx: &Ctx) -> Result<Vec<CaseLine>> {
    let lines = lines(ctx).await?;
    access::viewed(ctx, "cases", None, lines.len()).await?;
    Ok(lines)
}

/// The cases that the actor may see, as they were last described.
pub(crate) async fn known(ctx: &Ctx) -> Result<BTreeMap<CaseId, Case>> {
    let latest = item::owned(ctx, item::read::<Case>(ctx, HeldQuery::default()).await?);
    Ok(latest.into_iter().map(|(object, item)| (CaseId::from_uuid(object.uuid()), item.body)).collect())
}

/// The same as the list, for a page that is recorded as a whole.
pub(crate) async fn lines(ctx: &Ctx) -> Result<Vec<CaseLine>> {
    let latest = item::owned(ctx, item::read::<Case>(ctx, HeldQuery::default()).await?);
    let mut lines = Vec::with_capacity(latest.len());
    for (object, item) in latest {
        lines.push(line(ctx, CaseId::from_uuid(object.uuid()), item).await?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.mark.at));
    Ok(lines)
}

/// One case.
pub async fn show(ctx: &Ctx, id: CaseId) -> Result<CaseView> {
    let view = head(ctx, id).await?;
    access::viewed(ctx, "case", Some(id.into()), 1).await?;
    Ok(view)
}

/// One case with all that its first page shows: one look, one record of it.
pub async fn overview(ctx: &Ctx, id: CaseId) -> Result<CaseOverview> {
    let view = head(ctx, id).await?;
    let reports = report::read(ctx, Some(id), 0, 0).await?;
    let overview = CaseOverview {
        things: statement::in_reports(ctx, &reports).await?,
        tasks: task::read(ctx, Some(id)).await?,
        protected: victim::read(ctx, id).await?,
        reports,
        view,
    };
    let shown =
        overview.reports.len() + overview.things.len() + overview.tasks.len() + overview.protected.len();
    access::viewed(ctx, "case", Some(id.into()), shown + 1).await?;
    Ok(overview)
}

/// What stands above every page of a case. The page records that it was viewed.
pub async fn head(ctx: &Ctx, id: CaseId) -> Result<CaseView> {
    let item = item::latest::<Case>(ctx, "case", id).await?;
    let line = line(ctx, id, item).await?;
    let in_case = || HeldQuery { case: Some(id), ..HeldQuery::default() };
    let mut steps = item::read::<CaseStep>(ctx, in_case()).await?;
    steps.retain(|step| step.mark.originator == line.mark.originator);
    let mut notes = item::read::<Note>(ctx, in_case()).await?;
    notes.reverse();
    let mut counts = BTreeMap::new();
    for kind in [
        Kind::Report,
        Kind::Inquiry,
        Kind::Objective,
        Kind::Task,
        Kind::Warrant,
        Kind::Operation,
        Kind::Finding,
        Kind::Exhibit,
        Kind::ProtectedPerson,
        Kind::Release,
    ] {
        counts.insert(kind, count(ctx, id, kind).await?);
    }
    // What partners released for the case stands among its reports, so it counts among them.
    let released = report::released_for(ctx, id).await?;
    let elsewhere: BTreeSet<ObjectId> =
        released.iter().filter(|item| item.body.case != Some(id)).map(|item| item.mark.object).collect();
    *counts.entry(Kind::Report).or_default() += elsewhere.len() as u64;
    let owner = line.mark.originator == *ctx.node().code();
    let may = owner && ctx.permit(Action::OpenCase, &facts(ctx.node(), &line.mark)).is_ok();
    let moves = if may { line.state.moves().collect() } else { Vec::new() };
    Ok(CaseView { line, steps, notes, counts, moves })
}

/// So many records are looked at one by one to count those that the actor may see.
const LOOKED_AT: u64 = 2_000;

/// How many objects of a kind a case has, as far as the actor may see them. Of what the agency wrote itself more than a
/// few thousand are counted by the store: the rules ask nothing of a single one of them that they do not ask of all.
async fn count(ctx: &Ctx, case: CaseId, kind: Kind) -> Result<u64> {
    let query = HeldQuery { case: Some(case), now: Some(ctx.now()), ..HeldQuery::kinds(&[kind]) };
    let store = ctx.node().store();
    if store.held_count(&query).await? > LOOKED_AT {
        let own = HeldQuery { agency: Some(ctx.node().code().clone()), ..query.clone() };
        let sample = HeldQuery { limit: 100, ..own.clone() };
        let sample = store.held(&sample).await?;
        let looked_at = sample.len();
        let all = item::permitted(ctx, Action::View, sample).len() == looked_at;
        return if all { Ok(store.held_count(&own).await?) } else { Ok(0) };
    }
    let held = store.held(&query).await?;
    let objects: BTreeSet<_> =
        item::permitted(ctx, Action::View, held).into_iter().map(|(mark, ..)| mark.object).collect();
    Ok(objects.len() as u64)
}

async fn line(ctx: &Ctx, id: CaseId, item: Item<Case>) -> Result<CaseLine> {
    let members = match item.body.audience {
        Some(audience) => audience::find(ctx.node(), audience).await?.map(|a| a.members).unwrap_or_default(),
        None => BTreeSet::from([item.mark.originator.clone()]),
    };
    Ok(CaseLine {
        id,
        state: state(ctx, id, &item.mark.originator).await?,
        members,
        protected: count(ctx, id, Kind::ProtectedPerson).await?,
        case: item.body,
        mark: item.mark,
    })
}

/// Where a case stands by its owner's steps; steps by others and illegal ones are not obeyed.
async fn state(ctx: &Ctx, id: CaseId, owner: &AgencyCode) -> Result<CaseState> {
    let query =
        HeldQuery { case: Some(id), agency: Some(owner.clone()), ..HeldQuery::kinds(&[Kind::CaseStep]) };
    let mut state = CaseState::Open;
    for held in ctx.node().store().held(&query).await? {
        if let Body::CaseStep(step) = held.body {
            state = state.make(step.step).unwrap_or(state);
        }
    }
    Ok(state)
}

/// Finds a case that is to be written in.
pub(crate) async fn found(ctx: &Ctx, id: CaseId) -> Result<Found> {
    let held = ctx.node().newest(Kind::Case, id.into()).await?.ok_or(CaseworkError::NotFound("case"))?;
    let Body::Case(case) = held.body else { return Err(CaseworkError::NotFound("case")) };
    Ok(Found {
        facts: facts(ctx.node(), &held.mark),
        audience: case.audience.unwrap_or_else(|| ctx.private()),
        owner: held.mark.originator,
        case,
    })
}
