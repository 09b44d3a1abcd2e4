//! The tasks of a case, and setting one.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done_unless};
use crate::undo::Deed;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use lintas_casework::evidence::gap::GapName;
use lintas_model::CaseId;
use lintas_model::lifecycle::TaskMove;
use lintas_model::{AgencyCode, PartialDate, TaskId};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Choice, Field, Problems, Table};
use crate::page::{Level, Page, Place};
use crate::routes::reports::add::{order_field, read_date};
use crate::routes::tasks::line::{self, TaskLine};
use crate::urls::{self, CaseTab};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TaskForm {
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) agency: String,
    pub(crate) due: String,
    pub(crate) order: String,
    pub(crate) after: String,
}

/// A task that can be set.
pub(crate) struct ReadTask {
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) agency: AgencyCode,
    pub(crate) due: Option<PartialDate>,
    pub(crate) after: Option<TaskId>,
}

impl TaskForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadTask, Problems> {
        let mut problems = Problems::default();
        if self.title.trim().is_empty() {
            problems.add("title", page.say("field-needed"));
        }
        let agency =
            AgencyCode::new(&self.agency).map_err(|_| problems.add("agency", page.say("field-needed")));
        let due = read_date(page, "due", &self.due, &self.order, &mut problems);
        match agency {
            Ok(agency) if problems.is_empty() => Ok(ReadTask {
                title: self.title.trim().to_owned(),
                detail: self.detail.trim().to_owned(),
                agency,
                due,
                after: self.after.parse().ok(),
            }),
            _ => Err(problems),
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/tasks.html")]
pub(crate) struct CaseTasks {
    page: Page,
    head: CaseHead,
    table: Table,
    form: Option<(String, Vec<Field>)>,
    open_form: bool,
}

impl CaseTasks {
    /// The page of a case; `agencies` may be asked, none when this officer may not ask.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        lines: &[TaskLine],
        agencies: &[AgencyCode],
        form: &TaskForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted);
        let fields = (!agencies.is_empty()).then(|| {
            let choices = agencies.iter().map(|code| Choice::new(code.as_str(), code.as_str(), &form.agency));
            let mut fields = vec![
                Field::line("title", page.say("task-title"), &form.title).required().problems(problems),
                Field::area("detail", page.say("task-detail"), &form.detail),
                Field::pick("agency", page.say("task-agency"), choices.collect()).problems(problems),
                Field::line("due", page.say("col-due"), &form.due)
                    .hint(page.say("date-hint"))
                    .problems(problems),
            ];
            fields.extend(order_field(&page, "order", &form.due, &form.order));
            if !lines.is_empty() {
                fields.push(Field::pick(
                    "after",
                    page.say("task-after"),
                    choices_of(&page, lines, &form.after),
                ));
            }
            (urls::case(face.case, CaseTab::Tasks), fields)
        });
        Self {
            head: CaseHead::new(&page, face, CaseTab::Tasks),
            table: line::table(&page, lines),
            form: fields,
            open_form: !problems.is_empty() || !form.title.is_empty(),
            page,
        }
    }
}

/// The tasks of a case for choosing, none of them first.
pub(crate) fn choices_of(page: &Page, lines: &[TaskLine], current: &str) -> Vec<Choice> {
    let none = Choice::new("", page.say("task-after-none"), current);
    let tasks = lines.iter().map(|line| Choice::new(line.task.to_string(), line.title.as_str(), current));
    [none].into_iter().chain(tasks).collect()
}

/// Answers with the tasks of a case; an address that names a gap of the conviction map opens the form for its task.
pub(crate) async fn show(
    seat: Seat,
    Path(case): Path<CaseId>,
    gap: Result<Query<GapName>, QueryRejection>,
) -> Result<Html<CaseTasks>, Problem> {
    let wanted = match gap {
        Ok(Query(gap)) => desk::evidence::task_for(&seat.ctx, case, &gap).await?,
        Err(_) => None,
    };
    let form = wanted.map(|wanted| TaskForm {
        title: wanted.title,
        detail: wanted.detail,
        agency: wanted.agency.to_string(),
        ..TaskForm::default()
    });
    answer(&seat, case, &form.unwrap_or_default(), &Problems::default()).await
}

/// Sets a task.
pub(crate) async fn set(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<TaskForm>,
) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(task) => {
            let task = desk::tasks::set(&seat.ctx, case, task).await?;
            let undo = Deed::Task { case, task, was: "set", step: TaskMove::Withdraw };
            Ok(done_unless(&seat, &urls::case(case, CaseTab::Tasks), "task-set", 1, Some(undo))
                .into_response())
        }
        Err(problems) => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &TaskForm,
    problems: &Problems,
) -> Result<Html<CaseTasks>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let lines = desk::tasks::of_case(&seat.ctx, case).await?;
    let agencies = if face.can_write { face.members.clone() } else { Vec::new() };
    Ok(Html(CaseTasks::new(seat.page(), &face, &lines, &agencies, form, problems)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseTasks {
    let members = super::head::sample().members;
    let form = TaskForm { due: "10/12/2026".into(), ..TaskForm::default() };
    let problems = form.read(&page).err().unwrap_or_default();
    CaseTasks::new(page, &super::head::sample(), &line::sample(), &members, &form, &problems)
}
