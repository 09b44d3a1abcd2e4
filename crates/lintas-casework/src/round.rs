//! Rounds: set up by the steward, with workshops and what was promised there.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Audience, Commitment, CommitmentDone, Round, Workshop, WorkshopKind};
use lintas_model::{AgencyCode, AudienceId, CommitmentId, PartialDate, RecordId, RoundId, WorkshopId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access};

/// A commitment and how it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentView {
    /// The commitment.
    pub id: CommitmentId,
    /// What was promised.
    pub commitment: Item<Commitment>,
    /// How it was kept, if it was.
    pub done: Option<Item<CommitmentDone>>,
}

/// Sets up a round with the agencies that take part; the steward's own agency is always among its audience.
pub async fn open(
    ctx: &Ctx,
    name: &str,
    from: PartialDate,
    to: PartialDate,
    agencies: BTreeSet<AgencyCode>,
) -> Result<RoundId> {
    ctx.require_plain(Action::WriteRound, "round").await?;
    if name.trim().is_empty() {
        return Err(CaseworkError::invalid("name", "give the round a name"));
    }
    if agencies.is_empty() {
        return Err(CaseworkError::invalid("agencies", "choose at least one agency"));
    }
    if to.earliest() < from.earliest() {
        return Err(CaseworkError::invalid("to", "a round cannot end before it begins"));
    }
    let id = ctx.node().new_id(RoundId::new);
    let mut members = agencies.clone();
    members.insert(ctx.node().code().clone());
    let audience = ctx.node().new_id(AudienceId::new);
    let body = Audience { name: name.trim().to_owned(), members, case: None, round: Some(id) };
    let round = Round { name: name.trim().to_owned(), from, to, agencies, audience };
    let members = ctx.node().audience_draft(audience, body, ctx.officer());
    ctx.write(vec![members, ctx.about(audience, id, round)]).await?;
    Ok(id)
}

/// Holds a workshop.
pub async fn workshop(
    ctx: &Ctx,
    round: RoundId,
    kind: WorkshopKind,
    day: PartialDate,
    place: &str,
    participants: BTreeMap<AgencyCode, u32>,
) -> Result<WorkshopId> {
    let found = find(ctx, round).await?;
    ctx.require_plain(Action::WriteRound, "workshop").await?;
    if found.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("round", "only its owner holds workshops"));
    }
    let id = ctx.node().new_id(WorkshopId::new);
    let body = Workshop { round, kind, day, place: place.trim().to_owned(), participants };
    ctx.write_one(ctx.about(found.body.audience, id, body)).await?;
    Ok(id)
}

/// Promises something for a round.
pub async fn commit(ctx: &Ctx, round: RoundId, what: &str, due: PartialDate) -> Result<CommitmentId> {
    let found = find(ctx, round).await?;
    ctx.require_plain(Action::WriteCommitment, "commitment").await?;
    if what.trim().is_empty() {
        return Err(CaseworkError::invalid("what", "say what is promised"));
    }
    let id = ctx.node().new_id(CommitmentId::new);
    let body = Commitment { round, agency: ctx.node().code().clone(), what: what.trim().to_owned(), due };
    ctx.write_one(ctx.about(found.body.audience, id, body)).await?;
    Ok(id)
}

/// Shows that a promise was kept.
pub async fn done(
    ctx: &Ctx,
    commitment: CommitmentId,
    on: PartialDate,
    text: &str,
    shown_by: Vec<RecordId>,
) -> Result<()> {
    ctx.require_plain(Action::WriteCommitment, "commitment").await?;
    let query = HeldQuery { object: Some(commitment.into()), ..HeldQuery::default() };
    let promised = item::owned(ctx, item::read_for::<Commitment>(ctx, Action::ViewRegion, query).await?);
    let promised = promised.into_values().next().ok_or(CaseworkError::NotFound("commitment"))?;
    if promised.body.agency != *ctx.node().code() || promised.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("commitment", "another agency promised this"));
    }
    let body = CommitmentDone { commitment, on, shown_by, text: text.trim().to_owned() };
    ctx.write_one(ctx.about(promised.mark.audience, commitment, body)).await?;
    Ok(())
}

/// All rounds known here, the latest first.
pub async fn list(ctx: &Ctx) -> Result<Vec<(RoundId, Item<Round>)>> {
    ctx.require_plain(Action::ViewRegion, "round").await?;
    let rounds = known(ctx).await?;
    access::viewed(ctx, "rounds", None, rounds.len()).await?;
    Ok(rounds)
}

pub(crate) async fn known(ctx: &Ctx) -> Result<Vec<(RoundId, Item<Round>)>> {
    let all = item::read_for::<Round>(ctx, Action::ViewRegion, HeldQuery::default()).await?;
    let mut all: Vec<_> = item::owned(ctx, all)
        .into_iter()
        .map(|(object, round)| (RoundId::from_uuid(object.uuid()), round))
        .collect();
    all.sort_by_key(|(_, round)| std::cmp::Reverse(round.body.from.earliest()));
    Ok(all)
}

/// One round.
pub async fn find(ctx: &Ctx, id: RoundId) -> Result<Item<Round>> {
    ctx.require_plain(Action::ViewRegion, "round").await?;
    known(ctx)
        .await?
        .into_iter()
        .find(|(known, _)| *known == id)
        .map(|(_, r)| r)
        .ok_or(CaseworkError::NotFound("round"))
}

/// The workshops of a round.
pub async fn workshops(ctx: &Ctx, round: RoundId) -> Result<Vec<Item<Workshop>>> {
    let owner = find(ctx, round).await?.mark.originator;
    let query = HeldQuery { other: Some(round.into()), agency: Some(owner), ..HeldQuery::default() };
    item::read_for(ctx, Action::ViewRegion, query).await
}

/// What was promised in a round, and what was done.
pub async fn commitments(ctx: &Ctx, round: RoundId) -> Result<Vec<CommitmentView>> {
    let query = HeldQuery { other: Some(round.into()), ..HeldQuery::default() };
    let mut views = Vec::new();
    for commitment in item::read_for::<Commitment>(ctx, Action::ViewRegion, query).await? {
        // Nobody promises in the name of another.
        if commitment.mark.originator != commitment.body.agency {
            continue;
        }
        let id = CommitmentId::from_uuid(commitment.mark.object.uuid());
        let about = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
        // Only the agency that promised can show it done.
        let done = item::read_for::<CommitmentDone>(ctx, Action::ViewRegion, about)
            .await?
            .into_iter()
            .rfind(|done| done.mark.originator == commitment.body.agency);
        views.push(CommitmentView { id, commitment, done });
    }
    views.sort_by(|a, b| a.commitment.body.agency.cmp(&b.commitment.body.agency));
    Ok(views)
}
