//! Signing out: the session ends at the node, not only in the browser.

use axum::response::{IntoResponse, Redirect, Response};

use crate::desk;
use crate::problem::Problem;
use crate::routes::sync::show::NothingForm;
use crate::seat::Sent;
use crate::security::cookies;
use crate::urls;

/// Signs out.
pub(crate) async fn submit(Sent { seat, .. }: Sent<NothingForm>) -> Result<Response, Problem> {
    if let Some(session) = seat.visit.session() {
        desk::session::sign_out(seat.app(), session).await?;
    }
    Ok((cookies::forget(seat.app()), Redirect::to(urls::SIGN_IN)).into_response())
}
