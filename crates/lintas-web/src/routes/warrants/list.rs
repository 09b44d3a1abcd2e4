//! All warrants that this agency has recorded or been given.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;

use super::line::{self, WarrantLine};
use crate::components::Table;
use crate::page::{Level, Page, Place};

/// The page.
#[derive(Template)]
#[template(path = "pages/warrants/list.html")]
pub(crate) struct WarrantList {
    page: Page,
    warrants: Table,
    can_record: bool,
}

impl WarrantList {
    /// The page with the warrants in the order given.
    pub(crate) fn new(page: Page, lines: &[WarrantLine], can_record: bool) -> Self {
        let page = page.at(Place::Warrants).level(Level::Restricted);
        Self { warrants: line::table(&page, lines), can_record, page }
    }
}

/// Answers with the warrants.
pub(crate) async fn show(seat: Seat) -> Result<Html<WarrantList>, Problem> {
    let (lines, can_record) = desk::warrants::list(&seat.ctx).await?;
    Ok(Html(WarrantList::new(seat.page(), &lines, can_record)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> WarrantList {
    WarrantList::new(page, &line::sample(), true)
}
