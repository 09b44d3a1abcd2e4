//! Audiences: exactly one set of agencies that may read a feed.

use std::collections::BTreeSet;

use lintas_ledger::FeedHead;
use lintas_model::record::Audience;
use lintas_model::{AgencyCode, AudienceId, Body, Kind, ObjectId};
use lintas_store::{HeldQuery, Mark, Order};

use crate::{Ctx, Node, Result};

/// The members of an audience as they stand: our own record of it, else that of whoever made it.
pub(crate) async fn find(node: &Node, audience: AudienceId) -> Result<Option<Audience>> {
    if let Some(body) = own(node, audience).await? {
        return Ok(Some(body));
    }
    let mut others = Vec::new();
    for (mark, body) in words(node, audience).await? {
        // Another agency's word counts only if it names us: we cannot be put into an audience unseen.
        if body.members.contains(node.code()) {
            others.push((mark, body));
        }
    }
    // A case or a round is its owner's: nobody else's word says who works it.
    let mut maker = None;
    if let Some((_, body)) = others.last() {
        let of = match (body.case, body.round) {
            (Some(case), _) => node.newest(Kind::Case, case.into()).await?,
            (None, Some(round)) => node.newest(Kind::Round, round.into()).await?,
            (None, None) => None,
        };
        maker = of.map(|held| held.mark.originator);
    }
    let made = others.iter().find(|(mark, _)| Some(&mark.originator) == maker.as_ref()).cloned();
    Ok(made.or_else(|| others.pop()).map(|(_, body)| body))
}

/// The members of one of our own feeds by our own latest word: to nobody else does it leave.
pub(crate) async fn own(node: &Node, audience: AudienceId) -> Result<Option<Audience>> {
    own_at(node, node.own_head(audience).await?).await
}

/// The same, of a feed of ours that stands at a head.
pub(crate) async fn own_at(node: &Node, head: FeedHead) -> Result<Option<Audience>> {
    if let Some(known) = node.recent_audiences().at(&head) {
        return Ok(known);
    }
    let words = words(node, head.feed.audience).await?;
    // By their places in our feed, not by the clock: one that was set back must not bring a member back.
    let own = words.into_iter().filter(|(mark, _)| mark.originator == *node.code());
    let latest = own.max_by_key(|(mark, _)| mark.place).map(|(_, body)| body);
    Ok(node.recent_audiences().keep(head, latest))
}

/// What was written about an audience in feeds for it, the latest first.
async fn words(node: &Node, audience: AudienceId) -> Result<Vec<(Mark, Audience)>> {
    let query = HeldQuery {
        object: Some(ObjectId::from(audience)),
        order: Order::NewestFirst,
        ..HeldQuery::kinds(&[Kind::Audience])
    };
    Ok(node
        .store()
        .held(&query)
        .await?
        .into_iter()
        .filter(|held| held.mark.audience == audience)
        .filter_map(|held| if let Body::Audience(body) = held.body { Some((held.mark, body)) } else { None })
        .collect())
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
            && own(ctx.node(), held.mark.audience).await?.is_some_and(|latest| latest.members == members)
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
