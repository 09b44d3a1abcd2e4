//! For which purpose the session acts: chosen by the officer, kept at the node, recorded.

use axum::response::Redirect;
use serde::Deserialize;

use crate::desk;
use crate::problem::Problem;
use crate::seat::{Sent, back_to};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PurposeForm {
    purpose: String,
    back: String,
}

/// Acts for another purpose from now on, and comes back to the same page.
pub(crate) async fn choose(Sent { seat, form }: Sent<PurposeForm>) -> Result<Redirect, Problem> {
    desk::session::act_for(seat.app(), seat.visit.session().unwrap_or_default(), &form.purpose).await?;
    Ok(Redirect::to(&back_to(&form.back)))
}
