//! Requests for information: one agency asks another that works the same case, and gets a released record as answer.
//!
//! The question is a record of the agency that asks; the agency asked answers with records of its own. "Yes" names a
//! record that the asking agency has been given, so that nothing leaves by the answer itself (UNTOC Arts 18(4), 27(1)).

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::lifecycle::{InquiryMove, InquiryState};
use lintas_model::record::{Inquiry, InquiryStep, Report};
use lintas_model::{AgencyCode, Body, CaseId, InquiryId, Kind, ObjectId, PartialDate, RecordId, ReportId};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery, Mark, Order};

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, audience, case, partner};

/// A question to ask.
#[derive(Debug, Clone)]
pub struct NewInquiry {
    /// The case.
    pub case: CaseId,
    /// Who is asked.
    pub agency: AgencyCode,
    /// The question.
    pub question: String,
    /// On what legal basis, for example `UNTOC Art. 27`.
    pub legal_basis: String,
    /// By when an answer is needed.
    pub due: Option<PartialDate>,
}

/// A question with its answers and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InquiryView {
    /// The inquiry.
    pub id: InquiryId,
    /// What is asked.
    pub inquiry: Item<Inquiry>,
    /// Where it stands.
    pub state: InquiryState,
    /// The steps that count, oldest first: the conversation.
    pub steps: Vec<Item<InquiryStep>>,
    /// Steps that the actor may take.
    pub moves: Vec<InquiryMove>,
    /// Whether it waits although its day has passed.
    pub overdue: bool,
}

impl InquiryView {
    /// Whether an answer is still owed.
    pub const fn waits(&self) -> bool {
        waits(self.state)
    }
}

/// A report that can be given as the answer: its record, its id and its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The record, as it was released.
    pub record: RecordId,
    /// The report.
    pub report: ReportId,
    /// Its title.
    pub title: String,
}

const fn waits(state: InquiryState) -> bool {
    matches!(state, InquiryState::Asked | InquiryState::WithLead)
}

/// Asks an agency that works the case.
pub async fn ask(ctx: &Ctx, new: NewInquiry) -> Result<InquiryId> {
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteInquiry, &found.facts).await?;
    for (field, text, problem) in [
        ("question", &new.question, "say what is asked"),
        ("legal_basis", &new.legal_basis, "say on what legal basis it is asked"),
    ] {
        if text.trim().is_empty() {
            return Err(CaseworkError::invalid(field, problem));
        }
    }
    if new.agency == *ctx.node().code() {
        return Err(CaseworkError::invalid("agency", "an agency does not ask itself; set a task"));
    }
    // Only the members of the audience read the question: an agency that is not among them could never answer.
    let members = audience::find(ctx.node(), found.audience).await?.map(|a| a.members).unwrap_or_default();
    if !members.contains(&new.agency) {
        return Err(CaseworkError::invalid("agency", format!("{} does not work this case", new.agency)));
    }
    if partner::find(ctx.node(), &new.agency).await?.is_some_and(|partner| !partner.active) {
        return Err(CaseworkError::invalid("agency", format!("{} is no partner any more", new.agency)));
    }
    if new.due.is_some_and(|due| due.after() <= ctx.now()) {
        return Err(CaseworkError::invalid("due", "this day has passed"));
    }
    let id = ctx.node().new_id(InquiryId::new);
    let body = Inquiry {
        case: new.case,
        agency: new.agency,
        question: new.question.trim().to_owned(),
        legal_basis: new.legal_basis.trim().to_owned(),
        due: new.due,
    };
    ctx.write_one(ctx.about(found.audience, id, body)).await?;
    Ok(id)
}

/// Answers a question, passes it to the lead, or takes it back. "Yes" needs a record that the asking agency was given.
pub async fn step(
    ctx: &Ctx,
    id: InquiryId,
    step: InquiryMove,
    text: &str,
    shown_by: Option<RecordId>,
) -> Result<InquiryState> {
    let _turn = ctx.node().turn().await;
    let held =
        ctx.node().newest(Kind::Inquiry, id.into()).await?.ok_or(CaseworkError::NotFound("inquiry"))?;
    let Body::Inquiry(inquiry) = &held.body else { return Err(CaseworkError::NotFound("inquiry")) };
    let object = facts(ctx.node(), &held.mark);
    ctx.require(Action::View, &object).await?;
    let state = after(inquiry, &held.mark.originator, &steps_of(ctx, vec![id.into()]).await?, id.into());
    let action = may_take(ctx.node().code(), &held.mark.originator, inquiry, step, state)
        .ok_or_else(|| CaseworkError::invalid("inquiry", "this step belongs to the other agency"))?;
    ctx.require(action, &object).await?;
    let next = state.make(step)?;
    let text = text.trim().to_owned();
    if step == InquiryMove::Decline && text.is_empty() {
        return Err(CaseworkError::invalid("text", "say why it cannot be given"));
    }
    let shown_by = if step == InquiryMove::Yes {
        let record = shown_by.ok_or_else(|| {
            CaseworkError::invalid("shown_by", "choose the released record that answers the question")
        })?;
        if !given(ctx, &held.mark.originator).await?.iter().any(|offer| offer.record == record) {
            let asker = &held.mark.originator;
            return Err(CaseworkError::invalid("shown_by", format!("release it to {asker} first")));
        }
        Some(record)
    } else {
        None
    };
    // Those read the answer who read the question.
    let body = InquiryStep { inquiry: id, step, text, shown_by };
    ctx.write_one(ctx.about(held.mark.audience, id, body)).await?;
    Ok(next)
}

/// Under which action an agency takes a step in a state, if the step is its to take. What has gone to the lead is for a
/// lead to answer, and only a lead says that something held will not be given.
fn may_take(
    own: &AgencyCode,
    owner: &AgencyCode,
    inquiry: &Inquiry,
    step: InquiryMove,
    state: InquiryState,
) -> Option<Action> {
    if !step.answers() {
        return (own == owner).then_some(Action::WriteInquiry);
    }
    let decides = state == InquiryState::WithLead || step == InquiryMove::Decline;
    (inquiry.agency == *own).then_some(if decides { Action::DecideInquiry } else { Action::AnswerInquiry })
}

/// The questions of a case, or all; what waits longest over its day first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<InquiryView>> {
    let views = read(ctx, case).await?;
    access::viewed(ctx, "inquiries", case.map(Into::into), views.len()).await?;
    Ok(views)
}

/// One question.
pub async fn show(ctx: &Ctx, id: InquiryId) -> Result<InquiryView> {
    let inquiry = item::latest::<Inquiry>(ctx, "inquiry", id).await?;
    let taken = steps_of(ctx, vec![id.into()]).await?;
    let view = view(ctx, id.into(), inquiry, taken);
    access::viewed(ctx, "inquiry", Some(id.into()), 1).await?;
    Ok(view)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: Option<CaseId>) -> Result<Vec<InquiryView>> {
    let query = HeldQuery { case, ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Inquiry>(ctx, query).await?);
    let mut taken = steps_of(ctx, latest.keys().copied().collect()).await?;
    let mut views: Vec<InquiryView> = latest
        .into_iter()
        .map(|(object, inquiry)| {
            let steps = BTreeMap::from([(object, taken.remove(&object).unwrap_or_default())]);
            view(ctx, object, inquiry, steps)
        })
        .collect();
    views.sort_by_key(|view| {
        let due = view.inquiry.body.due.map(|due| due.after());
        (!view.waits(), due.is_none(), due, std::cmp::Reverse(view.inquiry.mark.at))
    });
    Ok(views)
}

/// The reports of this agency that the agency which asks has been given: one of them is a "yes".
pub async fn offers(ctx: &Ctx, id: InquiryId) -> Result<Vec<Offer>> {
    let inquiry = item::latest::<Inquiry>(ctx, "inquiry", id).await?;
    given(ctx, &inquiry.mark.originator).await
}

/// The reports that were given as answers, as far as they are held here and may be seen.
pub async fn shown(ctx: &Ctx, view: &InquiryView) -> Result<Vec<Offer>> {
    let mut found = Vec::new();
    for record in view.steps.iter().filter_map(|step| step.body.shown_by) {
        let query = HeldQuery { record: Some(record), ..HeldQuery::default() };
        found.extend(item::read::<Report>(ctx, query).await?.into_iter().next().map(offer));
    }
    Ok(found)
}

fn offer(report: Item<Report>) -> Offer {
    Offer {
        record: report.mark.record,
        report: ReportId::from_uuid(report.mark.object.uuid()),
        title: report.body.title,
    }
}

/// Own reports that an agency was given by a release that stands.
async fn given(ctx: &Ctx, to: &AgencyCode) -> Result<Vec<Offer>> {
    let own = |kinds: &[Kind]| HeldQuery {
        agency: Some(ctx.node().code().clone()),
        order: Order::NewestFirst,
        ..HeldQuery::kinds(kinds)
    };
    let (mut released, mut recalled) = (Vec::new(), Vec::new());
    for held in ctx.node().store().held(&own(&[Kind::Release, Kind::Recall])).await? {
        match held.body {
            Body::Release(release) => released.push((held.mark, release)),
            Body::Recall(recall) => recalled.push(recall),
            _ => {}
        }
    }
    let mut records = BTreeSet::new();
    for (mark, release) in released {
        let members = audience::own(ctx.node(), mark.audience).await?.map(|a| a.members).unwrap_or_default();
        if !members.contains(to) || release.expires_at.is_some_and(|end| end <= ctx.now()) {
            continue;
        }
        let back = |record: &RecordId| {
            recalled
                .iter()
                .filter(|recall| ObjectId::from(recall.release) == mark.object)
                .any(|recall| recall.records.is_empty() || recall.records.contains(record))
        };
        let standing = release.disclosed.iter().map(|disclosed| disclosed.record);
        records.extend(standing.filter(|record| !back(record)));
    }
    let reports = item::read::<Report>(ctx, own(&[Kind::Report])).await?;
    Ok(reports.into_iter().filter(|report| records.contains(&report.mark.record)).map(offer).collect())
}

fn view(
    ctx: &Ctx,
    object: ObjectId,
    inquiry: Item<Inquiry>,
    taken: BTreeMap<ObjectId, Vec<Held>>,
) -> InquiryView {
    let (own, owner) = (ctx.node().code(), inquiry.mark.originator.clone());
    let state = after(&inquiry.body, &owner, &taken, object);
    let object_facts = facts(ctx.node(), &inquiry.mark);
    let moves = state
        .moves()
        .filter(|step| {
            may_take(own, &owner, &inquiry.body, *step, state)
                .is_some_and(|action| ctx.permit(action, &object_facts).is_ok())
        })
        .collect();
    let steps = item::permitted(ctx, Action::View, taken.into_values().flatten().collect())
        .into_iter()
        .filter_map(|(mark, permit, body)| match body {
            Body::InquiryStep(body) if counts(&mark, &owner, &inquiry.body, body.step) => {
                Some(Item { mark, permit, body })
            }
            _ => None,
        })
        .collect();
    let overdue = waits(state) && inquiry.body.due.is_some_and(|due| due.after() <= ctx.now());
    InquiryView { id: InquiryId::from_uuid(object.uuid()), inquiry, state, steps, moves, overdue }
}

/// Whether a step is its writer's to take: the agency asked answers, the agency that asks takes back.
fn counts(mark: &Mark, owner: &AgencyCode, inquiry: &Inquiry, step: InquiryMove) -> bool {
    mark.originator == if step.answers() { inquiry.agency.clone() } else { owner.clone() }
}

fn after(
    inquiry: &Inquiry,
    owner: &AgencyCode,
    taken: &BTreeMap<ObjectId, Vec<Held>>,
    object: ObjectId,
) -> InquiryState {
    taken
        .get(&object)
        .into_iter()
        .flatten()
        .filter_map(|held| match &held.body {
            Body::InquiryStep(body) if counts(&held.mark, owner, inquiry, body.step) => Some(body.step),
            _ => None,
        })
        .fold(InquiryState::Asked, |state, step| state.make(step).unwrap_or(state))
}

async fn steps_of(ctx: &Ctx, inquiries: Vec<ObjectId>) -> Result<BTreeMap<ObjectId, Vec<Held>>> {
    item::by_object(ctx, HeldQuery::kinds(&[Kind::InquiryStep]), inquiries).await
}
