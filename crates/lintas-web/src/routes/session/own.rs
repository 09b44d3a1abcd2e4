//! One's own sign-in: setting up the code of an authenticator.

use askama::Template;

use crate::desk;
use crate::html::Html;
use crate::page::Page;
use crate::problem::Problem;
use crate::routes::sync::show::NothingForm;
use crate::seat::{Seat, Sent};

/// The page.
#[derive(Template)]
#[template(path = "pages/session/own.html")]
pub(crate) struct Own {
    page: Page,
    /// The address for the authenticator: shown once, never again.
    secret: Option<String>,
}

/// Answers with the page.
pub(crate) async fn show(seat: Seat) -> Html<Own> {
    Html(Own { page: seat.page(), secret: None })
}

/// Sets up the code and shows its secret once.
pub(crate) async fn set_up_code(Sent { seat, .. }: Sent<NothingForm>) -> Result<Html<Own>, Problem> {
    let secret = Some(desk::officers::set_up_code(&seat.ctx).await?);
    Ok(Html(Own { page: seat.page(), secret }))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Own {
    Own { page, secret: Some("otpauth://totp/KH-CIB:sok?secret=SAMPLE".into()) }
}
