//! A finding becomes an outcome of a round: proposed by whoever found it, confirmed by the agencies that saw it.

use std::collections::BTreeSet;

use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{Finding, FindingKind, Outcome, OutcomeConfirmation};
use lintas_model::{AgencyCode, FindingId, PartialDate, RecordId, RoundId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::material;
use crate::item::{self, Item};
use crate::outcome::{self, NewOutcome};
use crate::{CaseworkError, Ctx, Result, access};

/// Where a finding stands as an outcome.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Claims, oldest first.
    pub claims: Vec<Item<Outcome>>,
    /// Agencies that confirmed one.
    pub confirmed_by: BTreeSet<AgencyCode>,
    /// Agencies whose records it rests on, as far as they are held here.
    pub seen_by: BTreeSet<AgencyCode>,
}

/// As which outcome a finding is counted; an order of people is none.
pub const fn counted_as(kind: FindingKind) -> Option<OutcomeKind> {
    match kind {
        FindingKind::Route => Some(OutcomeKind::RoutesDiscovered),
        FindingKind::RestHouse => Some(OutcomeKind::RestHousesIdentified),
        FindingKind::Organisers => None,
    }
}

/// Claims a finding as an outcome of a round. Those took part whose records it rests on, and this agency.
pub async fn propose(ctx: &Ctx, id: FindingId, round: RoundId, summary: &str) -> Result<RecordId> {
    let finding = item::latest::<Finding>(ctx, "finding", id).await?.body;
    let kind = counted_as(finding.kind)
        .ok_or_else(|| CaseworkError::invalid("finding", "an order of people is no outcome by itself"))?;
    let mut participants = seen_by(ctx, &finding).await?;
    participants.insert(ctx.node().code().clone());
    let new = NewOutcome {
        round,
        kind,
        subject: id.into(),
        count: 1,
        on: PartialDate::of(ctx.now()),
        participants,
        summary: summary.to_owned(),
    };
    outcome::claim(ctx, new).await
}

/// Confirms what another agency has claimed of a finding.
pub async fn confirm(ctx: &Ctx, id: FindingId) -> Result<RecordId> {
    let own = ctx.node().code();
    let claim = claims(ctx, id)
        .await?
        .into_iter()
        .find(|claim| claim.mark.originator != *own)
        .ok_or(CaseworkError::NotFound("claim by another agency"))?
        .body;
    outcome::confirm(ctx, claim.round, claim.kind, claim.subject, claim.count).await
}

/// Where a finding stands as an outcome.
pub async fn standing(ctx: &Ctx, id: FindingId) -> Result<Standing> {
    let finding = item::latest::<Finding>(ctx, "finding", id).await?.body;
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    let confirmations = item::read_for::<OutcomeConfirmation>(ctx, Action::ViewRegion, query).await?;
    let standing = Standing {
        claims: claims(ctx, id).await?,
        confirmed_by: confirmations.into_iter().map(|item| item.mark.originator).collect(),
        seen_by: seen_by(ctx, &finding).await?,
    };
    access::viewed(ctx, "finding", Some(id.into()), standing.claims.len()).await?;
    Ok(standing)
}

async fn claims(ctx: &Ctx, id: FindingId) -> Result<Vec<Item<Outcome>>> {
    let query = HeldQuery { object: Some(id.into()), ..HeldQuery::default() };
    item::read_for::<Outcome>(ctx, Action::ViewRegion, query).await
}

async fn seen_by(ctx: &Ctx, finding: &Finding) -> Result<BTreeSet<AgencyCode>> {
    let material = material::of_records(ctx, &finding.used).await?;
    let relations = material.relations.iter().map(|item| &item.mark.originator);
    Ok(relations.chain(material.sightings.iter().map(|item| &item.mark.originator)).cloned().collect())
}
