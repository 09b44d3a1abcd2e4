//! Searching over what may be viewed: results and counts never tell of more.

use lintas_model::{AgencyCode, Kind};
use lintas_policy::Action;
use lintas_store::{Hit, SearchQuery};

use crate::item;
use crate::{Ctx, Result, access};

/// What is searched for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words in any script.
    pub text: String,
    /// Kinds of records; empty means any.
    pub kinds: Vec<Kind>,
    /// The agency that wrote it.
    pub agency: Option<AgencyCode>,
    /// How many results at most.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The results, best first.
    pub hits: Vec<Hit>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// Searches.
pub async fn find(ctx: &Ctx, wanted: &Wanted) -> Result<Found> {
    ctx.permit_own(Action::Search, "search")?;
    let limit = if wanted.limit == 0 { 50 } else { wanted.limit.min(500) };
    let text = wanted.text.trim();
    if text.is_empty() {
        return Ok(Found::default());
    }
    let query = SearchQuery {
        text: text.to_owned(),
        kinds: wanted.kinds.clone(),
        agency: wanted.agency.clone(),
        now: Some(ctx.now()),
        limit: limit + 1,
        ..SearchQuery::default()
    };
    let mut hits = Vec::new();
    for hit in ctx.node().store().search(&query).await? {
        let held = lintas_store::HeldQuery { record: Some(hit.record), ..Default::default() };
        let held = ctx.node().store().held(&held).await?;
        if !item::permitted(ctx, Action::Search, held).is_empty() {
            hits.push(hit);
        }
    }
    let more = hits.len() > limit;
    hits.truncate(limit);
    access::searched(ctx, text, hits.len()).await?;
    Ok(Found { hits, more })
}
