//! All questions between agencies, or those to and from one of them.

use askama::Template;
use axum::extract::Query;
use lintas_casework::inquiry::InquiryView;
use lintas_model::AgencyCode;
use serde::Deserialize;

use super::line;
use crate::components::{Choice, Field, Table};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::Seat;

/// Whose questions are shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InquiriesForm {
    pub(crate) agency: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/inquiries/list.html")]
pub(crate) struct Inquiries {
    page: Page,
    choose: Field,
    table: Table,
}

impl Inquiries {
    /// The page with the questions in the order given.
    pub(crate) fn new(
        page: Page,
        views: &[InquiryView],
        agencies: &[AgencyCode],
        form: &InquiriesForm,
    ) -> Self {
        let page = page.at(Place::Elsewhere).level(Level::Restricted);
        let mut choices = vec![Choice::new("", page.say("choose-all"), &form.agency)];
        choices.extend(agencies.iter().map(|code| Choice::new(code.as_str(), code.as_str(), &form.agency)));
        let choose = Field::pick("agency", page.say("col-agency"), choices);
        Self { choose, table: line::table(&page, views), page }
    }
}

/// Answers with the questions.
pub(crate) async fn show(seat: Seat, Query(form): Query<InquiriesForm>) -> Result<Html<Inquiries>, Problem> {
    let agency = AgencyCode::new(&form.agency).ok();
    let views = desk::inquiries::of_agency(&seat.ctx, agency.as_ref()).await?;
    let agencies = desk::partners::others(&seat.ctx).await?;
    Ok(Html(Inquiries::new(seat.page(), &views, &agencies, &form)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Inquiries {
    let agencies = [crate::sample::agency("KH-CIB"), crate::sample::agency("TH-DSI")];
    Inquiries::new(page, &super::show::sample_views(), &agencies, &InquiriesForm::default())
}
