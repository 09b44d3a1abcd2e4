//! One's own sign-in: the code of an authenticator with its recovery codes, and passkeys.

use askama::Template;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::components::{Button, Field, Input, Problems};
use crate::desk;
use crate::desk::session::Keys;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the forms of the page send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OwnForm {
    password: String,
    code: String,
}

/// What is shown once and never again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Once {
    Nothing,
    /// The address for the authenticator.
    Secret(String),
    /// Recovery codes.
    Recovery(Vec<String>),
}

/// The page.
#[derive(Template)]
#[template(path = "pages/session/own.html")]
pub(crate) struct Own {
    page: Page,
    once: Once,
    keys: Keys,
    recovery_left: String,
    password: [Field; 4],
    code: Field,
    label: Field,
    remove: Vec<(String, Button)>,
}

impl Own {
    /// The page; `which` names the form whose problems are shown.
    pub(crate) fn new(page: Page, keys: Keys, once: Once, which: &str, problems: &Problems) -> Self {
        let none = Problems::default();
        let of = |form: &str| if form == which { problems } else { &none };
        let password = ["begin", "recovery", "remove", "passkey"].map(|form| {
            Field::new(
                "password",
                page.say("own-password"),
                Input::Secret { autocomplete: "current-password" },
            )
            .id(format!("password-{form}"))
            .required()
            .problems(of(form))
        });
        let remove = keys
            .passkeys
            .iter()
            .map(|label| {
                let button =
                    Button::new(&page, urls::OWN_PASSKEY_REMOVE.to_owned(), page.say("own-passkey-remove"));
                (label.clone(), button.with("label", label))
            })
            .collect();
        Self {
            recovery_left: page.count("own-recovery-left", keys.recovery_codes),
            code: Field::new("code", page.say("own-code-first"), Input::Code).problems(of("confirm")),
            label: Field::line("label", page.say("own-passkey-label"), "")
                .hint(page.say("own-passkey-label-hint")),
            once,
            keys,
            password,
            remove,
            page,
        }
    }
}

async fn answer(seat: &Seat, once: Once, which: &str, problems: &Problems) -> Result<Html<Own>, Problem> {
    let keys = desk::session::keys(&seat.ctx).await?;
    Ok(Html(Own::new(seat.page(), keys, once, which, problems)))
}

/// The page again, with what was wrong beside its field.
async fn wrong(seat: &Seat, which: &str, field: &'static str, message: &str) -> Result<Response, Problem> {
    let mut problems = Problems::default();
    problems.add(field, seat.visit.words.say(message));
    Ok(answer(seat, Once::Nothing, which, &problems).await?.into_response())
}

/// Answers with the page.
pub(crate) async fn show(seat: Seat) -> Result<Html<Own>, Problem> {
    answer(&seat, Once::Nothing, "", &Problems::default()).await
}

/// Makes a new code and shows its secret once; it counts from the first code on.
pub(crate) async fn set_up_code(Sent { seat, form }: Sent<OwnForm>) -> Result<Response, Problem> {
    match desk::session::begin_code(&seat.ctx, &form.password).await? {
        Ok(secret) => {
            Ok(answer(&seat, Once::Secret(secret), "", &Problems::default()).await?.into_response())
        }
        Err(message) => wrong(&seat, "begin", "password", message).await,
    }
}

/// Puts the code in force and shows the recovery codes once.
pub(crate) async fn confirm_code(Sent { seat, form }: Sent<OwnForm>) -> Result<Response, Problem> {
    match desk::session::confirm_code(&seat.ctx, &form.code).await? {
        Ok(codes) => {
            Ok(answer(&seat, Once::Recovery(codes), "", &Problems::default()).await?.into_response())
        }
        Err(message) => wrong(&seat, "confirm", "code", message).await,
    }
}

/// Shows new recovery codes once.
pub(crate) async fn new_recovery_codes(Sent { seat, form }: Sent<OwnForm>) -> Result<Response, Problem> {
    match desk::session::new_recovery_codes(&seat.ctx, &form.password).await? {
        Ok(codes) => {
            Ok(answer(&seat, Once::Recovery(codes), "", &Problems::default()).await?.into_response())
        }
        Err(message) => wrong(&seat, "recovery", "password", message).await,
    }
}

/// Takes the code away.
pub(crate) async fn remove_code(Sent { seat, form }: Sent<OwnForm>) -> Result<Response, Problem> {
    match desk::session::remove_code(&seat.ctx, &form.password).await? {
        Ok(()) => Ok(done(urls::OWN, "code-removed", 1).into_response()),
        Err(message) => wrong(&seat, "remove", "password", message).await,
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Own {
    let keys = Keys {
        on: true,
        waiting: true,
        recovery_codes: 7,
        passkeys: vec!["blue key".into()],
        bound_to: Some("localhost".into()),
    };
    let once = Once::Secret("otpauth://totp/KH-CIB:sok?secret=SAMPLE".into());
    Own::new(page, keys, once, "", &Problems::default())
}

#[cfg(test)]
pub(crate) fn sample_codes(page: Page) -> Own {
    let keys = Keys { on: true, recovery_codes: 10, ..Keys::default() };
    let codes = vec!["0A1B-2C3D-4E5F-6G7H".into(), "1A1B-2C3D-4E5F-6G7H".into()];
    let mut problems = Problems::default();
    problems.add("password", page.say("own-password-wrong"));
    Own::new(page, keys, Once::Recovery(codes), "remove", &problems)
}
