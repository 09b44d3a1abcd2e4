//! Searching over what may be viewed: results and counts never tell of more.

use lintas_model::{AgencyCode, Kind};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Hit, SearchQuery, Snippet};

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

/// So many pages of candidates are looked through at most.
const PAGES: usize = 8;

/// Searches.
pub async fn find(ctx: &Ctx, wanted: &Wanted) -> Result<Found> {
    ctx.require_own(Action::Search, "search").await?;
    let limit = if wanted.limit == 0 { 50 } else { wanted.limit.min(500) };
    let text = wanted.text.trim();
    if text.is_empty() {
        return Ok(Found::default());
    }
    let mut hits = Vec::new();
    // What may not be shown is passed over in pages, so that it neither counts nor crowds out what may.
    for page in 0..PAGES {
        let query = SearchQuery {
            text: text.to_owned(),
            kinds: wanted.kinds.clone(),
            agency: wanted.agency.clone(),
            now: Some(ctx.now()),
            limit: limit + 1,
            offset: page * (limit + 1),
            ..SearchQuery::default()
        };
        let candidates = ctx.node().store().search(&query).await?;
        let last = candidates.len() <= limit;
        for hit in candidates {
            hits.extend(shown(ctx, hit, text).await?);
        }
        if last || hits.len() > limit {
            break;
        }
    }
    let more = hits.len() > limit;
    hits.truncate(limit);
    access::searched(ctx, text, hits.len()).await?;
    Ok(Found { hits, more })
}

/// A hit as the actor may see it. Where fields are left out for the actor, the words must stand in what is left, and the
/// piece of text is only the caption.
async fn shown(ctx: &Ctx, mut hit: Hit, text: &str) -> Result<Option<Hit>> {
    let query = HeldQuery { record: Some(hit.record), now: Some(ctx.now()), ..HeldQuery::default() };
    let held = ctx.node().store().held(&query).await?;
    let Some(whole) = held.first().map(|held| held.body.clone()) else { return Ok(None) };
    let Some((_, permit, body)) = item::permitted(ctx, Action::Search, held).into_iter().next() else {
        return Ok(None);
    };
    if permit.redacted().is_empty() || body == whole {
        return Ok(Some(hit));
    }
    let left = serde_json::to_string(&body).unwrap_or_default().to_lowercase();
    if !text.to_lowercase().split_whitespace().all(|word| left.contains(word)) {
        return Ok(None);
    }
    hit.snippet =
        Snippet { text: hit.caption.clone(), marks: Vec::new(), cut_before: false, cut_after: false };
    Ok(Some(hit))
}
