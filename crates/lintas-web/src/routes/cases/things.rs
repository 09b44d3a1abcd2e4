//! The people and things of a case, as far as reports in it speak about them.

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
use crate::routes::entities::line::{self, ThingLine};
use crate::urls::{self, CaseTab};

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/things.html")]
pub(crate) struct CaseThings {
    page: Page,
    head: CaseHead,
    table: Table,
    ask: Option<String>,
}

impl CaseThings {
    /// The page of a case.
    pub(crate) fn new(page: Page, face: &CaseFace, lines: &[ThingLine], ask: Option<String>) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted);
        Self {
            head: CaseHead::new(&page, face, CaseTab::Things),
            table: line::table(&page, lines),
            ask,
            page,
        }
    }
}

/// Answers with this tab of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseThings>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let lines = desk::cases::things(&seat.ctx, case).await?;
    let ask = desk::hits::can_ask(&seat.ctx).then(|| urls::hit_ask_in(case));
    Ok(Html(CaseThings::new(seat.page(), &face, &lines, ask)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseThings {
    let ask = Some(urls::hit_ask_in(crate::sample::id(20)));
    CaseThings::new(page, &super::head::sample(), &line::sample(), ask)
}
