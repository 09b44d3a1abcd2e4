//! Reports that a device keeps until there is a link: what the device needs to open and send them, and what it says.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::Json;
use serde::Serialize;

use crate::desk;
use crate::page::Page;
use crate::seat::Seat;

/// What opens the reports of an officer, for a page of that officer's session.
#[derive(Serialize)]
pub(crate) struct KeptKey {
    owner: String,
    /// Hexadecimal.
    secret: String,
    /// Proves that the forms come from this session.
    token: String,
}

/// Answers with what the officer's devices are opened with. It stands in no page: pages repeat what was typed, and what is
/// repeated beside a secret and compressed betrays it (BREACH, 2013).
pub(crate) async fn key(seat: Seat) -> Json<KeptKey> {
    let (owner, secret) = desk::reports::device(&seat.ctx);
    Json(KeptKey { owner, secret, token: seat.page().token })
}

/// What became of a kept report.
#[derive(Debug, Serialize)]
pub(crate) struct KeptAnswer {
    /// Where it is now; empty when it was refused.
    report: String,
    /// Why it was refused.
    problems: Vec<String>,
}

impl KeptAnswer {
    /// It is filed.
    pub(crate) fn filed(report: String) -> Self {
        Self { report, problems: Vec::new() }
    }

    /// It is refused.
    pub(crate) fn refused(problems: Vec<String>) -> Self {
        Self { report: String::new(), problems }
    }
}

/// The list of what a device keeps, filled by a script; without one it stays hidden.
#[derive(Template)]
#[template(path = "components/kept.html")]
pub(crate) struct KeptWords {
    page: Page,
    /// What the script says, by name.
    words: Vec<(&'static str, String)>,
}

impl HtmlSafe for KeptWords {}

impl KeptWords {
    const WORDS: [&'static str; 11] = [
        "waiting",
        "sent",
        "refused",
        "sign-in",
        "other",
        "delete",
        "delete-sure",
        "mend",
        "open",
        "remove-sure",
        "failed",
    ];

    /// The list in the language of a page.
    pub(crate) fn new(page: &Page) -> Self {
        let words = Self::WORDS.map(|word| (word, page.say(&format!("unsent-{word}"))));
        Self { words: words.to_vec(), page: page.clone() }
    }
}
