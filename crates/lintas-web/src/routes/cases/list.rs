//! All cases that this agency works.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;

use super::line::{self, CaseLine};
use crate::components::Table;
use crate::page::{Level, Page, Place};

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/list.html")]
pub(crate) struct CaseList {
    page: Page,
    cases: Table,
    can_open: bool,
}

impl CaseList {
    /// The page with the cases in the order given.
    pub(crate) fn new(page: Page, cases: &[CaseLine], can_open: bool) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted);
        Self { cases: line::table(&page, cases), can_open, page }
    }
}

/// Answers with the cases.
pub(crate) async fn show(seat: Seat) -> Result<Html<CaseList>, Problem> {
    let (cases, can_open) = desk::cases::list(&seat.ctx).await?;
    Ok(Html(CaseList::new(seat.page(), &cases, can_open)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseList {
    CaseList::new(page, &line::sample(), true)
}
