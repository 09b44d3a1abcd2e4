//! Language and light of the screen; comes back to the same page.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;

use crate::app::App;
use crate::page::Theme;
use crate::seat::back_to;
use crate::security::cookies;

/// What the form sends: one of the two.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DisplayForm {
    language: Option<String>,
    theme: Option<String>,
    back: String,
}

/// Remembers the choice on this device.
pub(crate) async fn set(
    State(app): State<App>,
    headers: HeaderMap,
    Form(form): Form<DisplayForm>,
) -> Response {
    let (mut language, mut theme) = cookies::look(&app, &headers);
    if let Some(chosen) = form.language.and_then(|tag| tag.parse().ok()) {
        language = Some(chosen);
    }
    if let Some(word) = form.theme {
        theme = Theme::named(&word);
    }
    (cookies::remember_look(&app, language, theme), Redirect::to(&back_to(&form.back))).into_response()
}
