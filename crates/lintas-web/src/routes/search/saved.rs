//! Saved searches: what the inbox tells of when a new record matches.

use axum::response::Redirect;
use serde::Deserialize;

use super::show::SearchForm;
use crate::desk;
use crate::problem::Problem;
use crate::seat::{Sent, done_unless};
use crate::undo::Deed;

/// A saved search as it is shown.
#[derive(Debug, Clone)]
pub(crate) struct SavedLine {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) href: String,
}

/// Which search is removed.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Forget {
    id: String,
}

/// Saves a search and comes back to it.
pub(crate) async fn save(Sent { seat, form }: Sent<SearchForm>) -> Result<Redirect, Problem> {
    let id = desk::search::save(&seat.ctx, &form).await?;
    let undo = Deed::SearchSaved { id, back: form.address() };
    Ok(done_unless(&seat, &form.address(), "search-saved", 1, Some(undo)))
}

/// Removes a saved search.
pub(crate) async fn forget(Sent { seat, form }: Sent<Forget>) -> Result<Redirect, Problem> {
    let was = desk::search::forget(&seat.ctx, &form.id).await?;
    let undo = was.map(|was| Deed::SearchForgotten { form: Box::new(was) });
    Ok(done_unless(&seat, crate::urls::SEARCH, "search-forgotten", 1, undo))
}
