//! Passkeys: the two halves of registering one and of signing in with one.
//!
//! Browsers answer challenges to scripts only, so the first half is asked for by the island `passkey.js`, which puts the
//! answer into a form; the second half is an ordinary form again. Without script the buttons stay hidden.

use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::{Deserialize, Serialize};

use super::sign_in::{SignInForm, again};
use crate::app::App;
use crate::desk;
use crate::desk::session::{Asked, SignedIn};
use crate::problem::Problem;
use crate::seat::{Sent, Visit, back_to, done};
use crate::security::cookies;
use crate::urls;

/// What the first half answers: a challenge, or why there is none.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Begun {
    ticket: String,
    /// Options for the browser, as JSON.
    options: String,
    problem: String,
}

impl Begun {
    fn new(asked: Asked, say: impl Fn(&str) -> String) -> Json<Self> {
        Json(match asked {
            Asked::Challenge { ticket, options } => Self { ticket, options, problem: String::new() },
            Asked::No(message) => Self { problem: say(message), ..Self::default() },
        })
    }
}

/// What the forms send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PasskeyForm {
    label: String,
    password: String,
    ticket: String,
    /// What the key has answered, as JSON.
    answer: String,
    /// Where to go after signing in: a path of this node.
    next: String,
}

/// Begins to register a key.
pub(crate) async fn begin(Sent { seat, form }: Sent<PasskeyForm>) -> Result<Json<Begun>, Problem> {
    let asked = desk::session::begin_passkey(&seat.ctx, &form.label, &form.password).await?;
    Ok(Begun::new(asked, |id| seat.visit.words.say(id)))
}

/// Registers the key that has answered.
pub(crate) async fn register(Sent { seat, form }: Sent<PasskeyForm>) -> Result<Response, Problem> {
    desk::session::finish_passkey(&seat.ctx, &form.ticket, &form.answer).await?;
    Ok(done(urls::OWN, "passkey", 1).into_response())
}

/// Removes a key.
pub(crate) async fn remove(Sent { seat, form }: Sent<PasskeyForm>) -> Result<Response, Problem> {
    desk::session::remove_passkey(&seat.ctx, &form.label).await?;
    Ok(done(urls::OWN, "passkey-removed", 1).into_response())
}

/// Begins to sign in with a key; answers the same to everybody.
pub(crate) async fn begin_sign_in(
    State(app): State<App>,
    from: Option<axum::Extension<ConnectInfo<std::net::SocketAddr>>>,
    visit: Visit,
) -> Result<Json<Begun>, Problem> {
    if let Some(axum::Extension(ConnectInfo(address))) = from
        && let Err(seconds) = app.attempts().count(address.ip(), app.now())
    {
        return Err(Problem::Busy(seconds));
    }
    let asked = desk::session::begin_passkey_sign_in(&app)?;
    Ok(Begun::new(asked, |id| visit.words.say(id)))
}

/// Signs in with the key that has answered.
pub(crate) async fn sign_in(
    State(app): State<App>,
    visit: Visit,
    Form(form): Form<PasskeyForm>,
) -> Result<Response, Problem> {
    match desk::session::passkey_sign_in(&app, &form.ticket, &form.answer).await? {
        SignedIn::Yes(session) => {
            Ok((cookies::remember(&app, session), Redirect::to(&back_to(&form.next))).into_response())
        }
        _ => {
            let empty = SignInForm { next: form.next, ..SignInForm::default() };
            Ok(again(&visit, &empty, StatusCode::UNAUTHORIZED, visit.words.say("sign-in-passkey-failed")))
        }
    }
}
