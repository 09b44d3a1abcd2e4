//! The joint response plan of a case: objectives, tasks in their order, decisions, operations before their risk gate.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::agreement::Standing;
use lintas_casework::plan::PlanView;
use lintas_casework::plan::decision::NewDecision;
use lintas_casework::plan::objective::Fate;
use lintas_model::{AgencyCode, CaseId, ObjectId, RecordId, TaskId};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use super::tasks::choices_of;
use crate::components::{Button, Cell, Choice, Field, Input, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::operations::line as operations;
use crate::routes::reports::add::{order_field, read_date};
use crate::routes::tasks::line::{self as tasks, TaskLine};
use crate::seat::{Seat, Sent, done, done_unless};
use crate::undo::Deed;
use crate::urls::{self, CaseTab};

/// What the forms of the page send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PlanForm {
    pub(crate) objective: String,
    pub(crate) decision: String,
    pub(crate) reason: String,
    pub(crate) agencies: Vec<String>,
    pub(crate) on: String,
    pub(crate) order: String,
    pub(crate) task: String,
    pub(crate) after: String,
}

/// An entry of the decision log.
struct Decided {
    on: Moment,
    agencies: String,
    text: Text,
    reason: Text,
}

type Form = Option<(String, Vec<Field>)>;

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/plan.html")]
pub(crate) struct CasePlan {
    page: Page,
    head: CaseHead,
    objectives: Table,
    tasks: Table,
    decisions: Vec<Decided>,
    operations: Table,
    agreement: (String, Option<Pill>),
    set_objective: Form,
    log_decision: Form,
    set_order: Form,
    open: (bool, bool),
}

impl CasePlan {
    /// The page of a case; `lines` are the tasks of the plan in its order.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        plan: &PlanView,
        lines: &[TaskLine],
        agreement: Option<Standing>,
        form: &PlanForm,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential);
        let decided = plan.decisions.iter().map(|decision| Decided {
            on: Moment::on(&page.words, decision.body.on),
            agencies: decision.body.agencies.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
            text: Text::new(&decision.body.text),
            reason: Text::new(&decision.body.reason),
        });
        let may_write = plan.may_write && face.is_open();
        let may_order = plan.may_set_tasks && face.is_open() && lines.len() > 1;
        Self {
            head: CaseHead::new(&page, face, CaseTab::Plan),
            objectives: objectives(&page, face.case, plan),
            tasks: tasks::table(&page, lines),
            decisions: decided.collect(),
            operations: operations_table(&page, plan),
            agreement: (
                urls::agreement(face.case),
                agreement.map(|standing| super::agreement::standing(&page, standing)),
            ),
            set_objective: may_write.then(|| {
                let field = Field::area("objective", page.say("objective-text"), &form.objective)
                    .required()
                    .problems(problems);
                (urls::objective_set(face.case), vec![field])
            }),
            log_decision: may_write
                .then(|| (urls::decision_log(face.case), decision_fields(&page, face, form, problems))),
            set_order: may_order.then(|| {
                let own = lines.iter().filter(|line| line.set_by.as_str() == page.node.code);
                let own = own.map(|line| Choice::new(line.task.to_string(), line.title.as_str(), &form.task));
                let fields = vec![
                    Field::pick("task", page.say("col-task"), own.collect()),
                    Field::pick("after", page.say("task-after"), choices_of(&page, lines, &form.after)),
                ];
                (urls::task_order(face.case), fields)
            }),
            open: (
                problems.of("objective").is_some(),
                !problems.is_empty() && problems.of("objective").is_none(),
            ),
            page,
        }
    }
}

fn objectives(page: &Page, case: CaseId, plan: &PlanView) -> Table {
    Table::new(page.say("objectives-none"))
        .caption(page.say("objectives-title"))
        .column(page.say("objective-text"))
        .column(page.say("col-state"))
        .column(page.say("col-set-by"))
        .column(page.say("col-do"))
        .rows(plan.objectives.iter().map(|view| {
            let body = &view.objective.body;
            let fate = Fate::of(body);
            let tone = match fate {
                Fate::Met => Tone::Ok,
                Fate::Dropped => Tone::Plain,
                Fate::Open => Tone::Info,
            };
            let buttons =
                Fate::ALL.into_iter().filter(|other| view.may_change && *other != fate).map(|other| {
                    let action = urls::objective_decide(case, view.id);
                    Button::new(page, action, page.word("objective-do", other.as_str()))
                        .with("fate", other.as_str())
                        .with("seen", view.objective.mark.record)
                });
            vec![
                Cell::Text(Text::new(format!("{}. {}", body.rank, body.text))),
                Cell::Pills(vec![Pill::new(tone, page.word("objective-state", fate.as_str()))]),
                Cell::Text(Text::own(view.objective.mark.originator.as_str())),
                Cell::Buttons(buttons.collect()),
            ]
        }))
}

fn operations_table(page: &Page, plan: &PlanView) -> Table {
    Table::new(page.say("operations-none"))
        .caption(page.say("tab-operations"))
        .column(page.say("col-operation"))
        .column(page.say("col-state"))
        .column(page.say("gate-title"))
        .column(page.say("col-participants"))
        .column(page.say("col-day"))
        .rows(plan.operations.iter().map(|view| {
            let body = &view.operation.body;
            let lacking = view.gate.lacking().count() as u64;
            let gate = match view.gate.is_open() {
                true => Pill::new(Tone::Ok, page.say("gate-open")),
                false => Pill::new(Tone::Warn, page.count("gate-lacking", lacking)),
            };
            vec![
                Cell::Link {
                    href: urls::operation(view.id),
                    text: Text::new(&body.title),
                    below: Some(Text::new(&body.objective)),
                },
                Cell::Pills(vec![operations::state(page, view.state)]),
                Cell::Pills(vec![gate]),
                Cell::Text(Text::own(
                    body.participants.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
                )),
                body.day.map_or(Cell::Void, |day| Cell::Moment(Moment::on(&page.words, day))),
            ]
        }))
}

fn decision_fields(page: &Page, face: &CaseFace, form: &PlanForm, problems: &Problems) -> Vec<Field> {
    let agencies =
        face.members.iter().map(|code| Choice::of_many(code.as_str(), code.as_str(), &form.agencies));
    let mut fields = vec![
        Field::area("decision", page.say("decision-text"), &form.decision).required().problems(problems),
        Field::area("reason", page.say("decision-reason"), &form.reason).required().problems(problems),
        Field::new("agencies", page.say("decision-by"), Input::Many(agencies.collect())),
        Field::line("on", page.say("col-date"), &form.on)
            .hint(page.say("date-hint"))
            .required()
            .problems(problems),
    ];
    fields.extend(order_field(page, "order", &form.on, &form.order));
    fields
}

/// Answers with the plan of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CasePlan>, Problem> {
    answer(&seat, case, &PlanForm::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &PlanForm,
    problems: &Problems,
) -> Result<Html<CasePlan>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let plan = desk::plans::show(&seat.ctx, case).await?;
    let lines: Vec<TaskLine> =
        plan.tasks.iter().map(|view| desk::tasks::line(&seat.ctx, view.clone())).collect();
    let agreement = desk::agreements::standing(&seat.ctx, case).await?;
    Ok(Html(CasePlan::new(seat.page(), &face, &plan, &lines, agreement, form, problems)))
}

/// Sets an objective.
pub(crate) async fn set_objective(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<PlanForm>,
) -> Result<Response, Problem> {
    if form.objective.trim().is_empty() {
        let mut problems = Problems::default();
        problems.add("objective", seat.visit.words.say("field-needed"));
        return Ok(answer(&seat, case, &form, &problems).await?.into_response());
    }
    desk::plans::set_objective(&seat.ctx, case, &form.objective).await?;
    Ok(done(&urls::case(case, CaseTab::Plan), "recorded", 1).into_response())
}

/// What the buttons beside an objective send.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct FateForm {
    fate: String,
    seen: RecordId,
}

/// Says what became of an objective.
pub(crate) async fn decide_objective(
    Path((case, objective)): Path<(CaseId, ObjectId)>,
    Sent { seat, form }: Sent<FateForm>,
) -> Result<Redirect, Problem> {
    let fate = Fate::named(&form.fate).ok_or(Problem::Missing)?;
    let made = desk::plans::decide_objective(&seat.ctx, objective, form.seen, fate).await?;
    let undo = Deed::Objective { case, objective, seen: made.record, was: fate, fate: made.before };
    Ok(done_unless(&seat, &urls::case(case, CaseTab::Plan), "recorded", 1, Some(undo)))
}

/// Logs a decision.
pub(crate) async fn log_decision(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<PlanForm>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    for (field, text) in [("decision", &form.decision), ("reason", &form.reason), ("on", &form.on)] {
        if text.trim().is_empty() {
            problems.add(field, page.say("field-needed"));
        }
    }
    match read_date(&page, "on", &form.on, &form.order, &mut problems) {
        Some(on) if problems.is_empty() => {
            let agencies = form.agencies.iter().filter_map(|code| AgencyCode::new(code).ok()).collect();
            let new =
                NewDecision { case, text: form.decision.clone(), reason: form.reason.clone(), agencies, on };
            desk::plans::log_decision(&seat.ctx, new).await?;
            Ok(done(&urls::case(case, CaseTab::Plan), "recorded", 1).into_response())
        }
        _ => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

/// Says which task waits for which.
pub(crate) async fn order(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<PlanForm>,
) -> Result<Redirect, Problem> {
    let task: TaskId = form.task.parse().map_err(|_| Problem::Missing)?;
    desk::tasks::wait_for(&seat.ctx, task, form.after.parse().ok()).await?;
    Ok(done(&urls::case(case, CaseTab::Plan), "recorded", 1))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CasePlan {
    use crate::sample;
    use lintas_casework::plan::objective::ObjectiveView;
    use lintas_model::Kind;
    use lintas_model::record::{Decision, Objective};
    let face = super::head::sample();
    let objective = |n: u64, text: &str, met| ObjectiveView {
        id: sample::id(n),
        objective: sample::item(
            "KH-CIB",
            Kind::Objective,
            Objective { case: face.case, text: text.into(), rank: n as u32, met, dropped: false },
        ),
        may_change: true,
    };
    let decision = Decision {
        case: face.case,
        text: "Wait for the second van".into(),
        reason: "More persons may be brought; the house can be watched from the pier".into(),
        agencies: face.members.iter().cloned().collect(),
        on: sample::on(2026, 11, 18),
    };
    let plan = PlanView {
        objectives: vec![objective(1, "All persons safe", false), objective(2, "จับกุมผู้จัดการเครือข่าย", true)],
        tasks: Vec::new(),
        decisions: vec![sample::item("TH-DSI", Kind::Decision, decision)],
        operations: vec![crate::routes::operations::show::sample_view()],
        may_write: true,
        may_set_tasks: true,
    };
    let form = PlanForm { on: "3/4/2026".into(), ..PlanForm::default() };
    let mut problems = Problems::default();
    problems.add("decision", page.say("field-needed"));
    CasePlan::new(page, &face, &plan, &tasks::sample(), Some(Standing::InForce), &form, &problems)
}
