//! Signing in: name and password with a code from an authenticator, or a passkey.

use askama::Template;
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
}

impl SignIn {
    /// The page, after a failed try with the problem in words.
    pub(crate) fn new(page: Page, form: &SignInForm, problem: Option<String>) -> Self {
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
        Self { page, fields, next: form.next.clone(), problem }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> SignIn {
    let problem = Some(page.say("sign-in-failed"));
    SignIn::new(page, &SignInForm { login: "sok".into(), ..SignInForm::default() }, problem)
}
