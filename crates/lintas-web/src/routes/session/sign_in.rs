//! Signing in: name and password with a code from an authenticator, or a passkey.

use crate::app::App;
use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Visit, back_to};
use crate::security::cookies;
use askama::Template;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;

use crate::components::{Field, Input};
use crate::page::Page;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SignInForm {
    pub(crate) login: String,
    pub(crate) password: String,
    pub(crate) code: String,
    /// Where to go afterwards: a path of this node.
    pub(crate) next: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/session/sign_in.html")]
pub(crate) struct SignIn {
    page: Page,
    fields: Vec<Field>,
    next: String,
    problem: Option<String>,
    /// The name to which passkeys are bound, where there can be any.
    passkey: Option<String>,
}

impl SignIn {
    /// The page, after a failed try with the problem in words.
    pub(crate) fn new(
        page: Page,
        form: &SignInForm,
        problem: Option<String>,
        passkey: Option<String>,
    ) -> Self {
        let fields = vec![
            Field::new(
                "login",
                page.say("sign-in-login"),
                Input::Line { value: form.login.clone(), autocomplete: "username webauthn" },
            )
            .required(),
            Field::new(
                "password",
                page.say("sign-in-password"),
                Input::Secret { autocomplete: "current-password" },
            )
            .required(),
            Field::new("code", page.say("sign-in-code"), Input::Code).hint(page.say("sign-in-code-hint")),
        ];
        Self { page, fields, next: form.next.clone(), problem, passkey }
    }
}

/// Answers with the empty form.
pub(crate) async fn show(visit: Visit, Query(form): Query<SignInForm>) -> Html<SignIn> {
    let form = SignInForm { next: form.next, ..SignInForm::default() };
    let passkey = desk::session::passkeys_bound_to(&visit.app);
    Html(SignIn::new(visit.page(), &form, None, passkey))
}

/// Signs in, or says that it did not work without saying which part.
pub(crate) async fn submit(
    State(app): State<App>,
    from: Option<axum::Extension<ConnectInfo<std::net::SocketAddr>>>,
    visit: Visit,
    Form(form): Form<SignInForm>,
) -> Result<Response, Problem> {
    if let Some(axum::Extension(ConnectInfo(address))) = from
        && let Err(seconds) = app.attempts().count(address.ip(), app.now())
    {
        return Ok(again(
            &visit,
            &form,
            StatusCode::TOO_MANY_REQUESTS,
            visit.words.count("sign-in-wait", seconds),
        ));
    }
    match desk::session::sign_in(&app, &form.login, &form.password, &form.code).await? {
        desk::session::SignedIn::Yes(session) => {
            Ok((cookies::remember(&app, session), Redirect::to(&back_to(&form.next))).into_response())
        }
        desk::session::SignedIn::No => {
            Ok(again(&visit, &form, StatusCode::UNAUTHORIZED, visit.words.say("sign-in-failed")))
        }
        desk::session::SignedIn::Wait(seconds) => Ok(again(
            &visit,
            &form,
            StatusCode::TOO_MANY_REQUESTS,
            visit.words.count("sign-in-wait", seconds),
        )),
    }
}

/// The form again, with what was wrong.
pub(crate) fn again(visit: &Visit, form: &SignInForm, status: StatusCode, problem: String) -> Response {
    let passkey = desk::session::passkeys_bound_to(&visit.app);
    (status, Html(SignIn::new(visit.page(), form, Some(problem), passkey))).into_response()
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SignIn {
    let problem = Some(page.say("sign-in-failed"));
    let form = SignInForm { login: "sok".into(), ..SignInForm::default() };
    SignIn::new(page, &form, problem, Some("localhost".into()))
}
