//! Warrants: recorded, moved, verified; and which of them a round has updated.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::lifecycle::{WarrantMove, WarrantState};
use lintas_model::offence::Offence;
use lintas_model::property::{Property, Value};
use lintas_model::record::{
    Asserted, IdentityCertainty, Report, Statement, Substance, Warrant, WarrantCheck, WarrantStep,
};
use lintas_model::{
    Body, CaseId, Country, EntityId, EntityKind, Kind, ObjectId, PartialDate, ReportId, Timestamp, WarrantId,
};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery, Mark};

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, case};

/// A warrant that has not been looked at for so many days is stale.
pub const STALE_AFTER_DAYS: i64 = 180;

/// A warrant to record.
#[derive(Debug, Clone)]
pub struct NewWarrant {
    /// The court's number.
    pub number: String,
    /// The person, when known here already.
    pub person: Option<EntityId>,
    /// Name as it stands on the warrant.
    pub name: String,
    /// The court.
    pub court: String,
    /// The country of issue.
    pub country: Country,
    /// Date of issue.
    pub issued: Option<PartialDate>,
    /// The charges.
    pub offences: BTreeSet<Offence>,
    /// Law and penalty as cited.
    pub law: String,
    /// The case.
    pub case: Option<CaseId>,
    /// The state in which it is recorded.
    pub state: WarrantState,
    /// What else is known.
    pub details: WarrantDetails,
}

/// What may be known of a warrant besides what makes it one.
#[derive(Debug, Clone, Default)]
pub struct WarrantDetails {
    /// The charges in the words of the court.
    pub charges: String,
    /// The day on which prosecution becomes barred by time.
    pub limitation: Option<PartialDate>,
    /// Where the person is believed to be.
    pub believed_in: Option<Country>,
    /// Danger to officers.
    pub caution: String,
    /// How sure it is that the person described is the person sought.
    pub identity: Option<IdentityCertainty>,
    /// When it is to be looked at again.
    pub next_review: Option<PartialDate>,
}

/// A warrant with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarrantView {
    /// The warrant.
    pub id: WarrantId,
    /// As last described.
    pub warrant: Item<Warrant>,
    /// Where it stands.
    pub state: WarrantState,
    /// Steps, oldest first.
    pub steps: Vec<Item<WarrantStep>>,
    /// Verifications, oldest first.
    pub checks: Vec<Item<WarrantCheck>>,
    /// When it was last verified or moved.
    pub last_verified: Option<PartialDate>,
    /// When it is to be looked at again.
    pub next_review: Option<PartialDate>,
    /// Where the person is now believed to be.
    pub believed_in: Option<Country>,
    /// Whether nobody has looked at it for too long, or its day of review has passed.
    pub stale: bool,
    /// The steps that the actor may take.
    pub moves: Vec<WarrantMove>,
}

/// Records a warrant. A person not known here becomes an entity, stated by a report that the warrant itself is.
pub async fn record(ctx: &Ctx, new: NewWarrant) -> Result<WarrantId> {
    ctx.require_own(Action::WriteWarrant, "warrant").await?;
    for (field, text) in [("number", &new.number), ("name", &new.name), ("court", &new.court)] {
        if text.trim().is_empty() {
            return Err(CaseworkError::invalid(field, "a warrant cannot be pursued without it"));
        }
    }
    if let Some(case) = new.case {
        let found = case::found(ctx, case).await?;
        ctx.require(Action::View, &found.facts).await?;
    }
    if let Some(person) = new.person
        && !crate::entity::visible(ctx, person).await?
    {
        return Err(CaseworkError::NotFound("person"));
    }
    let details = new.details;
    if let (Some(limitation), Some(issued)) = (details.limitation, new.issued)
        && limitation.after() <= issued.earliest()
    {
        return Err(CaseworkError::invalid("limitation", "it would be barred before it was issued"));
    }
    let said = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let mut drafts = Vec::new();
    let mut stated_by = None;
    let person = match new.person {
        Some(person) => person,
        None => {
            let (report, person) = (ctx.node().new_id(ReportId::new), ctx.node().new_id(EntityId::new));
            stated_by = Some(report);
            let title = format!("Warrant {} of {}", new.number.trim(), new.court.trim());
            drafts.push(ctx.about(
                ctx.private(),
                report,
                Report {
                    title,
                    text: String::new(),
                    language: None,
                    occurred: new.issued,
                    source_reference: None,
                    case: new.case,
                    import: None,
                },
            ));
            let name = Asserted { value: Value::Text(new.name.trim().to_owned()), note: None };
            let says = BTreeMap::from([(Property::Name, vec![name])]);
            drafts.push(ctx.about(
                ctx.private(),
                person,
                Statement { entity: person, kind: EntityKind::Person, report, row: None, says },
            ));
            person
        }
    };
    let id = ctx.node().new_id(WarrantId::new);
    let warrant = Warrant {
        number: new.number.trim().to_owned(),
        person,
        name_on_warrant: new.name.trim().to_owned(),
        court: new.court.trim().to_owned(),
        country: new.country,
        issued: new.issued,
        offences: new.offences,
        law: new.law.trim().to_owned(),
        limitation: details.limitation,
        believed_in: details.believed_in,
        caution: said(details.caution),
        charges: said(details.charges),
        identity: details.identity,
        next_review: details.next_review,
        report: stated_by,
        case: new.case,
        state: new.state,
    };
    drafts.push(ctx.about(ctx.private(), id, warrant));
    ctx.write(drafts).await?;
    Ok(id)
}

/// Moves a warrant.
pub async fn step(
    ctx: &Ctx,
    id: WarrantId,
    step: WarrantMove,
    on: PartialDate,
    reference: &str,
) -> Result<WarrantState> {
    let _turn = ctx.node().turn().await;
    let (mark, warrant) = own(ctx, id).await?;
    let next = state(ctx, id, &warrant, &mark).await?.make(step)?;
    if on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    let body = WarrantStep { warrant: id, step, on, reference: reference.trim().to_owned() };
    ctx.write_one(ctx.about(mark.audience, id, body)).await?;
    Ok(next)
}

/// A verification or correction of a warrant.
#[derive(Debug, Clone)]
pub struct NewCheck {
    /// What changed or was verified.
    pub substance: Substance,
    /// On what date.
    pub on: PartialDate,
    /// What was found.
    pub finding: String,
    /// When it is to be looked at again.
    pub next_review: Option<PartialDate>,
    /// Where the person is now believed to be.
    pub believed_in: Option<Country>,
}

/// Verifies or corrects a warrant.
pub async fn check(ctx: &Ctx, id: WarrantId, new: NewCheck) -> Result<()> {
    let (mark, _) = own(ctx, id).await?;
    if new.finding.trim().is_empty() {
        return Err(CaseworkError::invalid(
            "finding",
            "say what was found; an update without substance does not count",
        ));
    }
    if new.on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    let body = WarrantCheck {
        warrant: id,
        substance: new.substance,
        on: new.on,
        finding: new.finding.trim().to_owned(),
        next_review: new.next_review,
        believed_in: new.believed_in,
    };
    ctx.write_one(ctx.about(mark.audience, id, body)).await?;
    Ok(())
}

/// Warrants of a case, or all, those longest not looked at first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<WarrantView>> {
    let views = read(ctx, case).await?;
    access::viewed(ctx, "warrants", case.map(Into::into), views.len()).await?;
    Ok(views)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<WarrantView>> {
    let query = HeldQuery { case, ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Warrant>(ctx, query).await?);
    let mut histories = history(ctx, latest.keys().copied().collect()).await?;
    let mut views = Vec::with_capacity(latest.len());
    for (object, warrant) in latest {
        let held = histories.remove(&object).unwrap_or_default();
        views.push(view(ctx, WarrantId::from_uuid(object.uuid()), warrant, held));
    }
    views.sort_by_key(|view| (!view.stale, view.last_verified.map(PartialDate::earliest)));
    Ok(views)
}

/// One warrant.
pub async fn show(ctx: &Ctx, id: WarrantId) -> Result<WarrantView> {
    let warrant = item::latest::<Warrant>(ctx, "warrant", id).await?;
    let held = history(ctx, vec![id.into()]).await?.remove(&id.into()).unwrap_or_default();
    let view = view(ctx, id, warrant, held);
    access::viewed(ctx, "warrant", Some(id.into()), 1).await?;
    Ok(view)
}

/// Steps and checks of warrants, oldest first: one question for many warrants.
async fn history(ctx: &Ctx, warrants: Vec<ObjectId>) -> Result<BTreeMap<ObjectId, Vec<Held>>> {
    let query =
        HeldQuery { now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::WarrantStep, Kind::WarrantCheck]) };
    item::by_object(ctx, query, warrants).await
}

fn view(ctx: &Ctx, id: WarrantId, warrant: Item<Warrant>, held: Vec<Held>) -> WarrantView {
    // Only the agency that owns the warrant says what became of it.
    let held: Vec<Held> =
        held.into_iter().filter(|held| held.mark.originator == warrant.mark.originator).collect();
    let state = after(&warrant.body, &held);
    let (mut steps, mut checks) = (Vec::new(), Vec::new());
    for (mark, permit, body) in item::permitted(ctx, Action::View, held) {
        match body {
            Body::WarrantStep(body) => steps.push(Item { mark, permit, body }),
            Body::WarrantCheck(body) => checks.push(Item { mark, permit, body }),
            _ => {}
        }
    }
    let last_verified = checks
        .iter()
        .map(|c| c.body.on)
        .chain(steps.iter().map(|s| s.body.on))
        .max_by_key(|date| date.earliest());
    let looked_at: Timestamp = last_verified.map_or(warrant.mark.at, PartialDate::earliest);
    let alive = !matches!(state, WarrantState::Executed | WarrantState::Ended);
    let next_review = checks.iter().rev().find_map(|c| c.body.next_review).or(warrant.body.next_review);
    let overdue = next_review.is_some_and(|day| day.after() <= ctx.now());
    let own = warrant.mark.originator == *ctx.node().code();
    let may = own && ctx.permit(Action::WriteWarrant, &facts(ctx.node(), &warrant.mark)).is_ok();
    WarrantView {
        id,
        state,
        last_verified,
        next_review,
        believed_in: checks.iter().rev().find_map(|c| c.body.believed_in).or(warrant.body.believed_in),
        stale: alive && (overdue || looked_at.plus_days(STALE_AFTER_DAYS) < ctx.now()),
        moves: if may { state.moves().collect() } else { Vec::new() },
        warrant,
        steps,
        checks,
    }
}

async fn own(ctx: &Ctx, id: WarrantId) -> Result<(Mark, Warrant)> {
    let held =
        ctx.node().newest(Kind::Warrant, id.into()).await?.ok_or(CaseworkError::NotFound("warrant"))?;
    ctx.require(Action::WriteWarrant, &facts(ctx.node(), &held.mark)).await?;
    let Body::Warrant(warrant) = held.body else { return Err(CaseworkError::NotFound("warrant")) };
    Ok((held.mark, warrant))
}

async fn state(ctx: &Ctx, id: WarrantId, warrant: &Warrant, mark: &Mark) -> Result<WarrantState> {
    let query = HeldQuery {
        object: Some(id.into()),
        agency: Some(mark.originator.clone()),
        ..HeldQuery::kinds(&[Kind::WarrantStep])
    };
    Ok(after(warrant, &ctx.node().store().held(&query).await?))
}

/// Steps that the state does not allow are not obeyed.
fn after(warrant: &Warrant, held: &[Held]) -> WarrantState {
    held.iter().fold(warrant.state, |state, held| match &held.body {
        Body::WarrantStep(step) => state.make(step.step).unwrap_or(state),
        _ => state,
    })
}
