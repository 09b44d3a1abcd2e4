//! What both sides share: the audience of the two, the window of a budget, a record by its object.

use std::collections::BTreeSet;

use lintas_hits::budget::{self, ITEMS_A_DAY};
use lintas_model::handling::Purpose;
use lintas_model::record::HitAnswer;
use lintas_model::{AgencyCode, AudienceId, Body, Draft, Kind, Marking, ObjectId, OfficerId};
use lintas_store::{Held, HeldQuery};

use crate::{Ctx, Node, Result, audience};

/// Purposes for which questions are asked and answered.
pub(super) const PURPOSES: [Purpose; 4] =
    [Purpose::Investigation, Purpose::Prosecution, Purpose::VictimProtection, Purpose::LegalCooperation];

/// Whether only this agency and one other read an audience, and no case or round is worked in it.
pub async fn is_pair(node: &Node, id: AudienceId, other: &AgencyCode) -> Result<bool> {
    let pair = BTreeSet::from([node.code().clone(), other.clone()]);
    Ok(audience::find(node, id)
        .await?
        .is_some_and(|found| found.members == pair && found.case.is_none() && found.round.is_none()))
}

/// The audience of this agency and a partner.
pub(super) async fn of(ctx: &Ctx, partner: &AgencyCode) -> Result<AudienceId> {
    audience::of_members(ctx, BTreeSet::from([ctx.node().code().clone(), partner.clone()])).await
}

/// A record that the node writes by itself.
pub(super) fn by_the_node(
    node: &Node,
    audience: AudienceId,
    object: ObjectId,
    body: impl Into<Body>,
) -> Draft {
    Draft {
        record: node.new_record(),
        object,
        audience,
        author: OfficerId::from_uuid(node.private_audience().uuid()),
        at: node.now(),
        purpose: Purpose::Administration,
        marking: Marking::default(),
        supersedes: None,
        body: body.into(),
    }
}

/// The records of one kind about an object that an agency wrote, oldest first.
pub(super) async fn about(
    node: &Node,
    kind: Kind,
    object: ObjectId,
    agency: &AgencyCode,
) -> Result<Vec<Held>> {
    let query = HeldQuery { object: Some(object), agency: Some(agency.clone()), ..HeldQuery::kinds(&[kind]) };
    Ok(node.store().held(&query).await?)
}

/// How many items this agency has answered a partner for a purpose within the day: by its own clock, not the asker's.
pub(super) async fn answered_today(node: &Node, to: &AgencyCode, purpose: Purpose) -> Result<u32> {
    let query = HeldQuery {
        agency: Some(node.code().clone()),
        since: Some(node.now().plus_millis(-budget::DAY_MS)),
        ..HeldQuery::kinds(&[Kind::HitAnswer])
    };
    let held = node.store().held(&query).await?;
    let answered = held.iter().filter_map(|held| match &held.body {
        Body::HitAnswer(HitAnswer { to: asker, purpose: of, items, .. }) if asker == to && *of == purpose => {
            Some((held.mark.at, *items))
        }
        _ => None,
    });
    Ok(budget::spent(answered, node.now()))
}

/// How many items this agency has asked a partner for a purpose within the day, those that wait for a second officer
/// included.
pub(super) async fn asked_today(node: &Node, to: &AgencyCode, purpose: Purpose) -> Result<u32> {
    let asked = inputs_today(node).await?;
    let asked = asked
        .iter()
        .filter(|(_, inputs)| inputs.to == *to && inputs.purpose == purpose && inputs.refused.is_none())
        .map(|(at, inputs)| (*at, u32::try_from(inputs.inputs.len()).unwrap_or(u32::MAX)));
    Ok(budget::spent(asked, node.now()))
}

/// What was asked here within the day, of anybody, what was refused included.
pub(super) async fn inputs_today(
    node: &Node,
) -> Result<Vec<(lintas_model::Timestamp, lintas_model::record::HitInputs)>> {
    let query = HeldQuery {
        agency: Some(node.code().clone()),
        since: Some(node.now().plus_millis(-budget::DAY_MS)),
        ..HeldQuery::kinds(&[Kind::HitInputs])
    };
    let held = node.store().held(&query).await?;
    Ok(held
        .into_iter()
        .filter_map(|held| match held.body {
            Body::HitInputs(inputs) => Some((held.mark.at, inputs)),
            _ => None,
        })
        .collect())
}

/// What is left of a budget of the day.
pub(super) const fn left(spent: u32) -> u32 {
    budget::left(spent, ITEMS_A_DAY)
}
