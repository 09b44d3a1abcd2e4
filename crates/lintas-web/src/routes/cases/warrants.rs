//! The warrants of a case.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use axum::extract::Path;
use lintas_model::CaseId;

use super::head::{CaseFace, CaseHead};
use crate::components::Table;
use crate::page::{Level, Page, Place};
use crate::routes::warrants::line::{self, WarrantLine};
use crate::urls::CaseTab;

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/warrants.html")]
pub(crate) struct CaseWarrants {
    page: Page,
    head: CaseHead,
    table: Table,
}

impl CaseWarrants {
    /// The page of a case.
    pub(crate) fn new(page: Page, face: &CaseFace, lines: &[WarrantLine]) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted);
        Self { head: CaseHead::new(&page, face, CaseTab::Warrants), table: line::table(&page, lines), page }
    }
}

/// Answers with this tab of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseWarrants>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let lines = desk::warrants::of_case(&seat.ctx, case).await?;
    Ok(Html(CaseWarrants::new(seat.page(), &face, &lines)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseWarrants {
    CaseWarrants::new(page, &super::head::sample(), &line::sample())
}
