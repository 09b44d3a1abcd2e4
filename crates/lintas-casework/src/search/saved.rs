//! Saved searches: what an officer wants to hear of when a new record matches.

use lintas_model::Timestamp;
use lintas_policy::Action;
use lintas_store::SavedSearch;
use uuid::Uuid;

use super::{Wanted, look};
use crate::{CaseworkError, Ctx, Result};

/// So many searches an officer may save: each is asked again whenever the inbox is opened.
const MOST: usize = 20;

/// A saved search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its id.
    pub id: Uuid,
    /// What is searched for.
    pub wanted: Wanted,
    /// When it was saved.
    pub made_at: Timestamp,
    /// How many records that match have arrived since it was last opened, as far as the officer may see them.
    pub new: u64,
}

/// Saves a search; one that is saved already is not saved again.
pub async fn save(ctx: &Ctx, wanted: &Wanted) -> Result<Uuid> {
    ctx.require_own(Action::Search, "search").await?;
    if wanted.text.trim().is_empty() {
        return Err(CaseworkError::invalid("q", "say what to search for"));
    }
    let known = read(ctx).await?;
    if let Some((search, _)) = known.iter().find(|(_, saved)| saved == wanted) {
        return Ok(search.id);
    }
    if known.len() >= MOST {
        return Err(CaseworkError::invalid("q", format!("{MOST} searches are saved; remove one first")));
    }
    let search = SavedSearch {
        id: ctx.node().new_record().uuid(),
        officer: ctx.officer(),
        wanted: serde_json::to_string(wanted).unwrap_or_default(),
        made_at: ctx.now(),
        seen_at: ctx.now(),
    };
    ctx.node().store().save_search(&search).await?;
    Ok(search.id)
}

/// Removes a saved search of the actor.
pub async fn forget(ctx: &Ctx, id: Uuid) -> Result<()> {
    Ok(ctx.node().store().forget_search(ctx.officer(), id).await?)
}

/// The saved searches of the actor; one that is opened now has been seen.
pub async fn saved(ctx: &Ctx, opened: Option<&Wanted>) -> Result<Vec<Saved>> {
    let mut found = Vec::new();
    for (search, wanted) in read(ctx).await? {
        if opened == Some(&wanted) {
            ctx.node().store().seen_search(ctx.officer(), search.id, ctx.now()).await?;
        }
        found.push(Saved { id: search.id, wanted, made_at: search.made_at, new: 0 });
    }
    Ok(found)
}

/// The saved searches of the actor for which something new has arrived. What the actor may no longer search for counts as
/// nothing.
pub async fn news(ctx: &Ctx) -> Result<Vec<Saved>> {
    if ctx.permit_own(Action::Search, "search").is_err() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (search, wanted) in read(ctx).await? {
        let since = Wanted { received_after: Some(search.seen_at), limit: 100, ..wanted.clone() };
        let new = look(ctx, &since).await?.hits.len() as u64;
        if new > 0 {
            found.push(Saved { id: search.id, wanted, made_at: search.made_at, new });
        }
    }
    Ok(found)
}

async fn read(ctx: &Ctx) -> Result<Vec<(SavedSearch, Wanted)>> {
    let all = ctx.node().store().saved_searches(ctx.officer()).await?;
    let readable = |search: SavedSearch| {
        let wanted = serde_json::from_str(&search.wanted).ok()?;
        Some((search, wanted))
    };
    Ok(all.into_iter().filter_map(readable).collect())
}

/// Kinds as their words.
pub(super) mod kinds {
    use lintas_model::Kind;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(kinds: &[Kind], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(kinds.iter().map(|kind| kind.as_str()))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Kind>, D::Error> {
        let words = Vec::<String>::deserialize(from)?;
        Ok(words.iter().filter_map(|word| word.parse().ok()).collect())
    }
}
