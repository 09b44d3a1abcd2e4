//! Audiences: exactly one set of agencies that may read a feed.

use std::collections::BTreeSet;

use lintas_model::record::Audience;
use lintas_model::{AgencyCode, AudienceId, Body, Kind, ObjectId};
use lintas_store::{HeldQuery, Order};

use crate::{Ctx, Node, Result};

/// The members of an audience as they stand: our own record of it, else that of whoever made it.
pub(crate) async fn find(node: &Node, audience: AudienceId) -> Result<Option<Audience>> {
    let query = HeldQuery {
        kinds: vec![Kind::Audience],
        object: Some(ObjectId::from(audience)),
        order: Order::NewestFirst,
        ..HeldQuery::default()
    };
    let mut found = None;
    for held in node.store().held(&query).await? {
        let Body::Audience(body) = held.body else { continue };
        if held.mark.originator == *node.code() {
            return Ok(Some(body));
        }
        // Another agency's word counts only if it names us: we cannot be put into an audience unseen.
        if body.members.contains(node.code()) {
            found = Some(body);
        }
    }
    Ok(found)
}

/// The audience of ours with exactly these members and no case or round, made if there is none.
pub(crate) async fn of_members(ctx: &Ctx, members: BTreeSet<AgencyCode>) -> Result<AudienceId> {
    let query = HeldQuery {
        kinds: vec![Kind::Audience],
        agency: Some(ctx.node().code().clone()),
        ..HeldQuery::default()
    };
    for held in ctx.node().store().held(&query).await? {
        if let Body::Audience(body) = &held.body
            && body.members == members
            && body.case.is_none()
            && body.round.is_none()
            && held.mark.audience != ctx.private()
        {
            return Ok(held.mark.audience);
        }
    }
    let names: Vec<&str> = members.iter().map(AgencyCode::as_str).collect();
    let audience = Audience { name: names.join(", "), members: members.clone(), case: None, round: None };
    make(ctx, audience).await
}

/// Begins a feed for an audience.
pub(crate) async fn make(ctx: &Ctx, audience: Audience) -> Result<AudienceId> {
    let id = ctx.node().new_id(AudienceId::new);
    let draft = ctx.node().audience_draft(id, audience, ctx.officer());
    ctx.write_one(draft).await?;
    Ok(id)
}
