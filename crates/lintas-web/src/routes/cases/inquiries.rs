//! The questions of a case to other agencies, and asking one.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::inquiry::{InquiryView, NewInquiry};
use lintas_model::{AgencyCode, CaseId};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Choice, Field, Problems, Table};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::inquiries::line;
use crate::routes::reports::add::{order_field, read_date};
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InquiryForm {
    pub(crate) agency: String,
    pub(crate) question: String,
    pub(crate) basis: String,
    pub(crate) due: String,
    pub(crate) order: String,
}

impl InquiryForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page, case: CaseId) -> Result<NewInquiry, Problems> {
        let mut problems = Problems::default();
        for (field, text) in [("question", &self.question), ("basis", &self.basis)] {
            if text.trim().is_empty() {
                problems.add(field, page.say("field-needed"));
            }
        }
        let due = read_date(page, "due", &self.due, &self.order, &mut problems);
        let agency =
            AgencyCode::new(&self.agency).map_err(|_| problems.add("agency", page.say("field-needed")));
        match agency {
            Ok(agency) if problems.is_empty() => Ok(NewInquiry {
                case,
                agency,
                question: self.question.clone(),
                legal_basis: self.basis.clone(),
                due,
            }),
            _ => Err(problems),
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/inquiries.html")]
pub(crate) struct CaseInquiries {
    page: Page,
    head: CaseHead,
    table: Table,
    form: Option<(String, Vec<Field>)>,
    open_form: bool,
}

impl CaseInquiries {
    /// The page of a case; `agencies` can be asked, none when this officer may not ask.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        views: &[InquiryView],
        agencies: &[AgencyCode],
        form: &InquiryForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted);
        let fields = (!agencies.is_empty()).then(|| {
            let choices = agencies.iter().map(|code| Choice::new(code.as_str(), code.as_str(), &form.agency));
            let mut fields = vec![
                Field::pick("agency", page.say("task-agency"), choices.collect()).problems(problems),
                Field::area("question", page.say("inquiry-question"), &form.question)
                    .required()
                    .problems(problems),
                Field::line("basis", page.say("release-basis"), &form.basis)
                    .hint(page.say("release-basis-hint"))
                    .required()
                    .problems(problems),
                Field::line("due", page.say("col-due"), &form.due)
                    .hint(page.say("date-hint"))
                    .problems(problems),
            ];
            fields.extend(order_field(&page, "order", &form.due, &form.order));
            (urls::case(face.case, CaseTab::Inquiries), fields)
        });
        Self {
            head: CaseHead::new(&page, face, CaseTab::Inquiries),
            table: line::table(&page, views),
            form: fields,
            open_form: !problems.is_empty(),
            page,
        }
    }
}

/// Answers with the questions of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseInquiries>, Problem> {
    answer(&seat, case, &InquiryForm::default(), &Problems::default()).await
}

/// Asks a question.
pub(crate) async fn ask(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<InquiryForm>,
) -> Result<Response, Problem> {
    match form.read(&seat.page(), case) {
        Ok(new) => {
            let id = desk::inquiries::ask(&seat.ctx, new).await?;
            Ok(done(&urls::inquiry(id), "recorded", 1).into_response())
        }
        Err(problems) => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &InquiryForm,
    problems: &Problems,
) -> Result<Html<CaseInquiries>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let views = desk::inquiries::of_case(&seat.ctx, case).await?;
    let agencies = desk::inquiries::can_be_asked(&seat.ctx, &face);
    Ok(Html(CaseInquiries::new(seat.page(), &face, &views, &agencies, form, problems)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseInquiries {
    let face = super::head::sample();
    let form = InquiryForm { due: "10/12/2026".into(), ..InquiryForm::default() };
    let problems = form.read(&page, face.case).err().unwrap_or_default();
    let views = crate::routes::inquiries::show::sample_views();
    CaseInquiries::new(page, &face, &views, &face.members, &form, &problems)
}
