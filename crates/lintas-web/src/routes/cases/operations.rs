//! The operations of a case, and planning one.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_model::CaseId;
use lintas_model::{AgencyCode, PartialDate};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Choice, Field, Input, Problems, Table};
use crate::page::{Level, Page, Place};
use crate::routes::operations::line::{self, OperationLine};
use crate::routes::reports::add::{order_field, read_date};
use crate::urls::{self, CaseTab};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OperationForm {
    pub(crate) title: String,
    pub(crate) objective: String,
    pub(crate) participants: Vec<String>,
    pub(crate) day: String,
    pub(crate) order: String,
    /// The record that was on the screen, when one is described anew.
    pub(crate) seen: String,
}

/// An operation that can be planned.
pub(crate) struct ReadOperation {
    pub(crate) title: String,
    pub(crate) objective: String,
    pub(crate) participants: Vec<AgencyCode>,
    pub(crate) day: Option<PartialDate>,
}

impl OperationForm {
    /// The fields with what was entered; `agencies` may take part.
    pub(crate) fn fields(&self, page: &Page, agencies: &[AgencyCode], problems: &Problems) -> Vec<Field> {
        let agencies =
            agencies.iter().map(|code| Choice::of_many(code.as_str(), code.as_str(), &self.participants));
        let title = Field::line("title", page.say("operation-title"), &self.title);
        let objective = Field::area("objective", page.say("operation-objective"), &self.objective);
        let day = Field::line("day", page.say("col-day"), &self.day).hint(page.say("date-hint"));
        let mut fields = vec![
            title.required().problems(problems),
            objective.required().problems(problems),
            Field::new("participants", page.say("col-participants"), Input::Many(agencies.collect())),
            day.problems(problems),
        ];
        fields.extend(order_field(page, "order", &self.day, &self.order));
        fields
    }

    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadOperation, Problems> {
        let mut problems = Problems::default();
        for (field, text) in [("title", &self.title), ("objective", &self.objective)] {
            if text.trim().is_empty() {
                problems.add(field, page.say("field-needed"));
            }
        }
        let day = read_date(page, "day", &self.day, &self.order, &mut problems);
        let participants = self.participants.iter().filter_map(|code| AgencyCode::new(code).ok()).collect();
        if problems.is_empty() {
            Ok(ReadOperation {
                title: self.title.trim().to_owned(),
                objective: self.objective.trim().to_owned(),
                participants,
                day,
            })
        } else {
            Err(problems)
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/operations.html")]
pub(crate) struct CaseOperations {
    page: Page,
    head: CaseHead,
    table: Table,
    form: Option<(String, Vec<Field>)>,
    open_form: bool,
}

impl CaseOperations {
    /// The page of a case; `agencies` may take part, none when this officer may not plan.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        lines: &[OperationLine],
        agencies: &[AgencyCode],
        form: &OperationForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential);
        let fields = (!agencies.is_empty())
            .then(|| (urls::case(face.case, CaseTab::Operations), form.fields(&page, agencies, problems)));
        Self {
            head: CaseHead::new(&page, face, CaseTab::Operations),
            table: line::table(&page, lines),
            form: fields,
            open_form: !problems.is_empty(),
            page,
        }
    }
}

/// Answers with the operations of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseOperations>, Problem> {
    answer(&seat, case, &OperationForm::default(), &Problems::default()).await
}

/// Plans an operation.
pub(crate) async fn plan(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<OperationForm>,
) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(operation) => {
            desk::operations::plan(&seat.ctx, case, operation).await?;
            Ok(done(&urls::case(case, CaseTab::Operations), "operation", 1).into_response())
        }
        Err(problems) => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &OperationForm,
    problems: &Problems,
) -> Result<Html<CaseOperations>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let lines = desk::operations::of_case(&seat.ctx, case).await?;
    let agencies = if face.can_write { face.members.clone() } else { Vec::new() };
    Ok(Html(CaseOperations::new(seat.page(), &face, &lines, &agencies, form, problems)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseOperations {
    let face = super::head::sample();
    let (form, problems) = (OperationForm::default(), Problems::default());
    CaseOperations::new(page, &face, &line::sample(), &face.members, &form, &problems)
}
