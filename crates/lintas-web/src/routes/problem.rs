//! What a person sees when something did not work: a stable code, what happened, one next step.

use askama::Template;

use crate::page::{Page, Place};

/// The page.
#[derive(Template)]
#[template(path = "pages/problem.html")]
pub(crate) struct ProblemPage {
    page: Page,
    code: String,
    what: String,
    detail: Option<String>,
    next: String,
}

impl ProblemPage {
    /// The page of a problem; `kind` chooses the words (`problem-<kind>` and `problem-<kind>-next`).
    pub(crate) fn new(page: Page, code: &str, kind: &str, detail: Option<String>) -> Self {
        let page = page.at(Place::Elsewhere);
        let what = page.word("problem", kind);
        let next = page.word("problem", &format!("{kind}-next"));
        Self { code: code.to_owned(), what, detail, next, page }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ProblemPage {
    ProblemPage::new(page, "CW-001", "denied", Some("could not view: the record is sealed".into()))
}
