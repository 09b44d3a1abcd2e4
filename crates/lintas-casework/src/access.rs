//! Who looked at what: every view, search and export is a record.

use lintas_model::record::{Access, AccessAct};
use lintas_model::{ObjectId, RecordId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::{Ctx, Result};

/// Records that something was viewed.
pub(crate) async fn viewed(ctx: &Ctx, page: &str, object: Option<ObjectId>, count: usize) -> Result<()> {
    write(ctx, AccessAct::View, page, object, count, None).await.map(drop)
}

/// Records a search.
pub(crate) async fn searched(ctx: &Ctx, text: &str, count: usize) -> Result<()> {
    write(ctx, AccessAct::Search, "search", None, count, Some(text.chars().take(200).collect()))
        .await
        .map(drop)
}

/// Records an export.
pub async fn exported(ctx: &Ctx, page: &str, object: Option<ObjectId>, count: usize) -> Result<RecordId> {
    write(ctx, AccessAct::Export, page, object, count, None).await
}

/// Records that a document was printed: how many records went into it, and in words which document under which code.
pub(crate) async fn printed(
    ctx: &Ctx,
    page: &str,
    object: ObjectId,
    count: usize,
    detail: String,
) -> Result<RecordId> {
    write(ctx, AccessAct::Print, page, Some(object), count, Some(detail)).await
}

/// Records that something was refused.
pub async fn refused(ctx: &Ctx, page: &str, why: &str) -> Result<RecordId> {
    write(ctx, AccessAct::Refused, page, None, 0, Some(why.to_owned())).await
}

/// Records that somebody changed what they sign in with, in words.
pub(crate) async fn credential(ctx: &Ctx, what: impl Into<String>) -> Result<RecordId> {
    write(ctx, AccessAct::Credential, "session", None, 1, Some(what.into())).await
}

async fn write(
    ctx: &Ctx,
    act: AccessAct,
    page: &str,
    object: Option<ObjectId>,
    count: usize,
    detail: Option<String>,
) -> Result<RecordId> {
    let access =
        Access { act, page: page.to_owned(), object, purpose: ctx.purpose(), count: count as u64, detail };
    ctx.write_one(ctx.about(ctx.private(), object.unwrap_or_else(|| ctx.officer().into()), access)).await
}

/// The audit, newest first.
pub async fn list(ctx: &Ctx, limit: usize, offset: usize) -> Result<Vec<Item<Access>>> {
    ctx.require_plain(Action::ViewAudit, "access").await?;
    let query = HeldQuery {
        agency: Some(ctx.node().code().clone()),
        order: Order::NewestFirst,
        limit,
        offset,
        ..HeldQuery::default()
    };
    let mut all = item::read_for::<Access>(ctx, Action::ViewAudit, query).await?;
    // What somebody searched for is case data: whoever may not see that reads only that there was a search.
    if ctx.permit_own(Action::View, "report").is_err() {
        for access in all.iter_mut().filter(|access| access.body.act == AccessAct::Search) {
            access.body.detail = None;
        }
    }
    viewed(ctx, "audit", None, all.len()).await?;
    Ok(all)
}
