//! What has changed while a page is open: counts and ids only, so that nothing is looked at and nothing recorded.

use lintas_model::{CaseId, Kind, RecordId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::{Ctx, Node, Result, case, inbox, item};

/// So many of the newest records of a case are asked about: the newest may be kept from the actor.
const NEWEST: usize = 40;

/// A number that grows with every record that comes into the node, from here or from a partner.
pub async fn stand(node: &Node) -> Result<u64> {
    Ok(node.store().feeds().await?.iter().map(|feed| feed.head.next_sequence).sum())
}

/// How many things wait in the inbox of the actor.
pub async fn waiting(ctx: &Ctx) -> Result<u64> {
    Ok(inbox::read(ctx).await?.waiting())
}

/// The newest record of a case that the actor may see and did not write; none also where the case may not be seen.
pub async fn of_case(ctx: &Ctx, id: CaseId) -> Result<Option<RecordId>> {
    let Ok(found) = case::found(ctx, id).await else { return Ok(None) };
    if ctx.permit(Action::View, &found.facts).is_err() {
        return Ok(None);
    }
    let newest = HeldQuery {
        case: Some(id),
        order: Order::NewestFirst,
        limit: NEWEST,
        now: Some(ctx.now()),
        ..HeldQuery::default()
    };
    let mut held = ctx.node().store().held(&newest).await?;
    held.retain(|held| held.mark.author != ctx.officer() && held.mark.kind != Kind::Access);
    let permitted = item::permitted(ctx, Action::View, held);
    Ok(permitted.first().map(|(mark, ..)| mark.record))
}
