//! All warrants that this agency has recorded or been given.

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

#[cfg(test)]
pub(crate) fn sample(page: Page) -> WarrantList {
    WarrantList::new(page, &line::sample(), true)
}
