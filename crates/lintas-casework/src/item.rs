//! Records as casework reads them: typed, each with its mark, each permitted.

use std::collections::HashMap;

use lintas_model::handling::Handling;
use lintas_model::record::*;
use lintas_model::{Body, Kind, ObjectId, RecordId};
use lintas_policy::{Action, ObjectFacts, Permit};
use lintas_store::{Held, HeldQuery, Mark, Order};

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
    Agency Officer KeyManifest Partner Audience Case CaseStep Note Report Statement Relation Sighting Judgement Task
    TaskStep TaskAnswer Warrant WarrantStep WarrantCheck Operation OperationStep Outcome OutcomeConfirmation Round
    Workshop Commitment CommitmentDone ProtectedPerson Release Recall Receipt Import ImportUndo Access Tombstone
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
            | Kind::Audience
            | Kind::Outcome
            | Kind::OutcomeConfirmation
            | Kind::Round
            | Kind::Workshop
            | Kind::Commitment
            | Kind::CommitmentDone
            | Kind::Receipt
            | Kind::Access
            | Kind::Tombstone
    )
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
            Some((mark, permit, body))
        })
        .collect()
}

/// The newest record of one kind about an object, or that there is none. A denial is told as one.
pub(crate) async fn latest<B: Kinded>(
    ctx: &Ctx,
    what: &'static str,
    object: impl Into<ObjectId>,
) -> Result<Item<B>> {
    let query = HeldQuery {
        kinds: vec![B::KIND],
        object: Some(object.into()),
        now: Some(ctx.now()),
        order: Order::NewestFirst,
        limit: 1,
        ..HeldQuery::default()
    };
    let held =
        ctx.node().store().held(&query).await?.into_iter().next().ok_or(CaseworkError::NotFound(what))?;
    let permit = ctx.permit(Action::View, &facts(ctx.node(), &held.mark))?;
    let body = B::of(held.body).ok_or(CaseworkError::NotFound(what))?;
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
    let permit = ctx.permit(Action::View, &facts(ctx.node(), &held.mark))?;
    Ok((held.mark, permit, held.body))
}
