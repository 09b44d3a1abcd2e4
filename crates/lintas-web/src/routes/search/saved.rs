//! Saved searches: what the inbox tells of when a new record matches.

use axum::response::Redirect;
use serde::Deserialize;

use super::show::SearchForm;
use crate::desk;
use crate::problem::Problem;
use crate::seat::{Sent, done};

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
    desk::search::save(&seat.ctx, &form).await?;
    Ok(done(&form.address(), "search-saved", 1))
}

/// Removes a saved search.
pub(crate) async fn forget(Sent { seat, form }: Sent<Forget>) -> Result<Redirect, Problem> {
    desk::search::forget(&seat.ctx, &form.id).await?;
    Ok(done(crate::urls::SEARCH, "search-forgotten", 1))
}
