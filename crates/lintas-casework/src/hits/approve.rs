//! The second officer: whoever approves is another than whoever asks.

use lintas_model::{HitQueryId, Kind};
use lintas_policy::Action;

use lintas_model::record::HitInputs;

use super::{ask, pair};
use crate::{CaseworkError, Ctx, Result, item};

/// Approves a question that waits, which sends it.
pub async fn approve(ctx: &Ctx, id: HitQueryId) -> Result<()> {
    ctx.require_own(Action::ApproveHits, "hit_query").await?;
    let _turn = ctx.node().turn().await;
    let inputs = item::latest::<HitInputs>(ctx, "question", id).await?;
    if inputs.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::NotFound("question"));
    }
    if inputs.body.refused.is_some() {
        return Err(CaseworkError::invalid("question", "it was refused; ask anew"));
    }
    if !pair::about(ctx.node(), Kind::HitQuery, id.into(), ctx.node().code()).await?.is_empty() {
        return Err(CaseworkError::invalid("question", "it has been sent already"));
    }
    if inputs.mark.author == ctx.officer() {
        let problem = "you asked it; another officer must approve it";
        crate::access::refused(ctx, Action::ApproveHits.as_str(), problem).await?;
        return Err(CaseworkError::invalid("question", problem));
    }
    let query = ask::query_of(&inputs.body, inputs.mark.author, Some(ctx.officer()))?;
    let audience = pair::of(ctx, &inputs.body.to).await?;
    ctx.write_one(ctx.about(audience, id, query)).await?;
    Ok(())
}
