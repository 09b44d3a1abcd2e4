//! The reports of a case.

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
use crate::routes::reports::line::{self, ReportLine};
use crate::urls::CaseTab;

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/reports.html")]
pub(crate) struct CaseReports {
    page: Page,
    head: CaseHead,
    table: Table,
}

impl CaseReports {
    /// The page of a case.
    pub(crate) fn new(page: Page, face: &CaseFace, lines: &[ReportLine]) -> Self {
        let page =
            page.at(Place::Cases).level(Level::Restricted).handlings(lines.iter().map(|line| &line.handling));
        Self { head: CaseHead::new(&page, face, CaseTab::Reports), table: line::table(&page, lines), page }
    }
}

/// Answers with this tab of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseReports>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let lines = desk::cases::reports(&seat.ctx, case).await?;
    Ok(Html(CaseReports::new(seat.page(), &face, &lines)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseReports {
    CaseReports::new(page, &super::head::sample(), &line::sample())
}
