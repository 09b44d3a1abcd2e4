//! The two cookies of a node: the session, and how the person likes the screen.
//!
//! Cookies do not tell ports apart, and eight nodes may run on one machine, so the agency's code is in the name.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use lintas_model::Language;

use crate::app::App;
use crate::page::Theme;

fn name(app: &App, what: &str) -> String {
    format!("lintas-{what}-{}", app.code().to_lowercase())
}

fn cookie(app: &App, what: &str, value: String) -> Cookie<'static> {
    Cookie::build((name(app, what), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.is_secure())
        .build()
}

/// The session's secret as the browser sent it.
pub(crate) fn session(app: &App, headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(&name(app, "session")).map(|cookie| cookie.value().to_owned())
}

/// Remembers a session until the browser closes; the node ends it earlier.
pub(crate) fn remember(app: &App, session: String) -> CookieJar {
    CookieJar::new().add(cookie(app, "session", session))
}

/// Forgets the session.
pub(crate) fn forget(app: &App) -> CookieJar {
    let mut gone = cookie(app, "session", String::new());
    gone.make_removal();
    CookieJar::new().add(gone)
}

/// The language and the light that were chosen on this device.
pub(crate) fn look(app: &App, headers: &HeaderMap) -> (Option<Language>, Theme) {
    let jar = CookieJar::from_headers(headers);
    let value = jar.get(&name(app, "look")).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
    let (language, theme) = value.split_once('.').unwrap_or(("", ""));
    (language.parse().ok(), Theme::named(theme))
}

/// Remembers the language and the light on this device.
pub(crate) fn remember_look(app: &App, language: Option<Language>, theme: Theme) -> CookieJar {
    let value = format!("{}.{}", language.map(Language::tag).unwrap_or_default(), theme.word());
    let mut look = cookie(app, "look", value);
    look.make_permanent();
    CookieJar::new().add(look)
}
