//! Records as casework reads them: typed, each with its mark, each permitted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use lintas_model::handling::Handling;
use lintas_model::record::*;
use lintas_model::{AgencyCode, Body, Kind, ObjectId, RecordId};
use lintas_policy::{Action, ObjectFacts, Permit};
use lintas_store::{Held, HeldQuery, Mark};

use crate::{CaseworkError, Ctx, Node, Result};

/// A record of one kind with its mark and the permit under which it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<B> {
    /// Who wrote it, when, how it is marked and how it came here.
    pub mark: Mark,
    /// Why it may be seen, and what of it may not.
    pub permit: Permit,
    /// What it says.
    pub body: B,
}

/// A body of one kind.
pub trait Kinded: Sized + Send {
    /// The kind.
    const KIND: Kind;
    /// The body, if it is of that kind.
    fn of(body: Body) -> Option<Self>;
}

macro_rules! kinded {
    ($($name:ident)*) => {$(
        impl Kinded for $name {
            const KIND: Kind = Kind::$name;
            fn of(body: Body) -> Option<Self> {
                if let Body::$name(body) = body { Some(body) } else { None }
            }
        }
    )*};
}

kinded! {
    Agency Officer KeyManifest Partner NewLog OfficerKey Audience Case CaseStep Note Mentoring Advice Report Grading Attachment AttachmentPart Statement Relation Sighting Judgement Task
    TaskStep TaskAnswer Warrant WarrantStep WarrantCheck Operation OperationStep Outcome OutcomeConfirmation Round
    Workshop Commitment CommitmentDone Finding ChartView Request RequestStep Hop NoticeRequest Passage Inquiry InquiryStep ContactPoint Objective
    Decision RiskAnswer Agreement AgreementSignature Exhibit Custody Proof CourtVerdict ProtectedPerson Release Recall ReleaseAsk ReleaseAnswer
    Receipt Import ImportUndo HitInputs HitQuery HitSet HitAnswer HitNotice Access Tombstone
}

/// What the rules need to know about a record.
pub(crate) fn facts(node: &Node, mark: &Mark) -> ObjectFacts {
    let relation = if mark.originator == *node.code() {
        lintas_policy::Relation::Own
    } else if mark.release.is_some() {
        lintas_policy::Relation::Released
    } else {
        lintas_policy::Relation::Joint
    };
    ObjectFacts {
        kind: mark.kind.as_str().to_owned(),
        originator: mark.originator.clone(),
        relation,
        handling: mark.handling.clone(),
        recalled: false,
        case_data: has_case_data(mark.kind),
    }
}

/// Whether records of a kind can hold case data; results and promises of a round, partners and keys do not.
const fn has_case_data(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Agency
            | Kind::Officer
            | Kind::KeyManifest
            | Kind::Partner
            | Kind::NewLog
            | Kind::OfficerKey
            | Kind::Audience
            | Kind::Outcome
            | Kind::OutcomeConfirmation
            | Kind::Round
            | Kind::Workshop
            | Kind::Commitment
            | Kind::CommitmentDone
            | Kind::ContactPoint
            | Kind::Receipt
            | Kind::Access
            | Kind::Tombstone
    )
}

/// So many objects are asked about at once.
const AT_ONCE: usize = 400;

/// Records about some objects by object, oldest first, whoever may see them.
pub(crate) async fn by_object(
    ctx: &Ctx,
    query: HeldQuery,
    objects: Vec<ObjectId>,
) -> Result<BTreeMap<ObjectId, Vec<Held>>> {
    let mut found: BTreeMap<ObjectId, Vec<Held>> = BTreeMap::new();
    for some in objects.chunks(AT_ONCE) {
        let about = HeldQuery { objects: some.to_vec(), ..query.clone() };
        for held in ctx.node().store().held(&about).await? {
            found.entry(held.mark.object).or_default().push(held);
        }
    }
    Ok(found)
}

/// Reads records of one kind that the actor may see, leaving out the others without a word.
pub(crate) async fn read<B: Kinded>(ctx: &Ctx, query: HeldQuery) -> Result<Vec<Item<B>>> {
    read_for(ctx, Action::View, query).await
}

/// Reads records of one kind under another action than viewing, such as seeing the region or the audit.
pub(crate) async fn read_for<B: Kinded>(ctx: &Ctx, action: Action, query: HeldQuery) -> Result<Vec<Item<B>>> {
    let query = HeldQuery { kinds: vec![B::KIND], now: Some(ctx.now()), ..query };
    let held = ctx.node().store().held(&query).await?;
    Ok(permitted(ctx, action, held)
        .into_iter()
        .filter_map(|(mark, permit, body)| Some(Item { mark, permit, body: B::of(body)? }))
        .collect())
}

/// The records among these that the actor may act on, asking the rules once for records of equal standing.
pub(crate) fn permitted(ctx: &Ctx, action: Action, held: Vec<Held>) -> Vec<(Mark, Permit, Body)> {
    let mut asked: HashMap<(Kind, lintas_policy::Relation, Handling), Option<Permit>> = HashMap::new();
    held.into_iter()
        .filter_map(|Held { mark, body }| {
            let facts = facts(ctx.node(), &mark);
            let permit = asked
                .entry((mark.kind, facts.relation, mark.handling.clone()))
                .or_insert_with(|| ctx.permit(action, &facts).ok())
                .clone()?;
            let body = redacted(body, permit.redacted())?;
            Some((mark, permit, body))
        })
        .collect()
}

/// A body without the fields that a permit leaves out; nothing at all where it cannot be told without them.
pub(crate) fn redacted(body: Body, fields: &BTreeSet<String>) -> Option<Body> {
    if fields.is_empty() {
        return Some(body);
    }
    let kind = body.kind();
    let mut value = serde_json::to_value(&body).ok()?;
    let told = value.as_object_mut()?;
    let before = told.len();
    told.retain(|name, _| !fields.contains(name));
    if told.len() == before { Some(body) } else { Body::deserialize(kind, value).ok() }
}

/// The agency that owns an object: this one if it wrote about it, else whoever wrote about it first. Nobody takes over an
/// object of another by writing about it later.
pub(crate) fn owner<'m>(own: &AgencyCode, marks: impl Iterator<Item = &'m Mark>) -> Option<AgencyCode> {
    marks.min_by_key(|mark| (mark.originator != *own, mark.at, mark.record)).map(|m| m.originator.clone())
}

/// The newest word of the owner on each object.
pub(crate) fn owned<B>(ctx: &Ctx, items: Vec<Item<B>>) -> BTreeMap<ObjectId, Item<B>> {
    let mut by_object: BTreeMap<ObjectId, Vec<Item<B>>> = BTreeMap::new();
    for item in items {
        by_object.entry(item.mark.object).or_default().push(item);
    }
    by_object
        .into_iter()
        .filter_map(|(object, items)| {
            let owner = owner(ctx.node().code(), items.iter().map(|item| &item.mark))?;
            let newest = items
                .into_iter()
                .filter(|item| item.mark.originator == owner)
                .max_by_key(|item| (item.mark.at, item.mark.record, item.mark.place))?;
            Some((object, newest))
        })
        .collect()
}

/// The owner's newest record of one kind about an object, or that there is none. A denial is told as one, and recorded.
pub(crate) async fn latest<B: Kinded>(
    ctx: &Ctx,
    what: &'static str,
    object: impl Into<ObjectId>,
) -> Result<Item<B>> {
    let held = ctx.node().newest_at(B::KIND, object.into(), Some(ctx.now())).await?;
    let held = held.ok_or(CaseworkError::NotFound(what))?;
    let permit = ctx.require(Action::View, &facts(ctx.node(), &held.mark)).await?;
    let body = redacted(held.body, permit.redacted()).and_then(B::of).ok_or(CaseworkError::NotFound(what))?;
    Ok(Item { mark: held.mark, permit, body })
}

/// All records about an object, whatever their kind, oldest first, as far as the actor may see them.
pub(crate) async fn about(ctx: &Ctx, object: impl Into<ObjectId>) -> Result<Vec<(Mark, Permit, Body)>> {
    let query = HeldQuery { object: Some(object.into()), now: Some(ctx.now()), ..HeldQuery::default() };
    let held = ctx.node().store().held(&query).await?;
    Ok(permitted(ctx, Action::View, held))
}

/// One record by its id.
pub(crate) async fn record(ctx: &Ctx, record: RecordId) -> Result<(Mark, Permit, Body)> {
    let query = HeldQuery { record: Some(record), now: Some(ctx.now()), ..HeldQuery::default() };
    let held =
        ctx.node().store().held(&query).await?.into_iter().next().ok_or(CaseworkError::NotFound("record"))?;
    let permit = ctx.require(Action::View, &facts(ctx.node(), &held.mark)).await?;
    let body = redacted(held.body, permit.redacted()).ok_or(CaseworkError::NotFound("record"))?;
    Ok((held.mark, permit, body))
}
