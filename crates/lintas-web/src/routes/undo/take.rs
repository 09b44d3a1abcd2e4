//! The button in the line that confirms an act.

use axum::response::Redirect;
use serde::Deserialize;

use crate::problem::Problem;
use crate::seat::{Sent, done};
use crate::urls;

/// What the button sends.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct UndoForm {
    number: u64,
}

/// Takes the act back, and says so where it can be seen.
pub(crate) async fn take(Sent { seat, form }: Sent<UndoForm>) -> Result<Redirect, Problem> {
    let session = seat.visit.session().unwrap_or_default();
    match seat.app().undoable().take(session, form.number) {
        Some(deed) => Ok(done(&deed.make(&seat).await?, "undone", 1)),
        None => Ok(done(urls::INBOX, "undo-gone", 1)),
    }
}
