//! An operation: who takes part, the risk gate with the answer of each agency to each question, its steps and outcomes.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::document::DocumentKind;
use lintas_casework::operation::OperationView;
use lintas_casework::plan::gate::{Answer, NewAnswer};
use lintas_model::record::RiskQuestion;
use lintas_model::{AgencyCode, OperationId, RecordId};
use serde::Deserialize;

use super::line;
use crate::components::{Cell, Choice, Field, Input, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::cases::operations::OperationForm;
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// What the form of the gate sends: `yes`, `no` or nothing per question, and what the answers rest on.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GateForm {
    victims_safe: String,
    sources_protected: String,
    agency_ready: String,
    powers_in_place: String,
    note: String,
    /// The record of the plan that was on the screen.
    plan: String,
}

impl GateForm {
    fn said(&self, question: RiskQuestion) -> &str {
        match question {
            RiskQuestion::VictimsSafe => &self.victims_safe,
            RiskQuestion::SourcesProtected => &self.sources_protected,
            RiskQuestion::AgencyReady => &self.agency_ready,
            RiskQuestion::PowersInPlace => &self.powers_in_place,
        }
    }

    fn read(&self, page: &Page) -> Result<Vec<NewAnswer>, Problems> {
        let mut problems = Problems::default();
        let answers: Vec<NewAnswer> = RiskQuestion::ALL
            .iter()
            .filter(|question| matches!(self.said(**question), "yes" | "no"))
            .map(|question| NewAnswer {
                question: *question,
                yes: self.said(*question) == "yes",
                note: self.note.clone(),
            })
            .collect();
        if answers.is_empty() || answers.iter().any(|answer| !answer.yes) && self.note.trim().is_empty() {
            problems.add("note", page.say("field-needed"));
        }
        if problems.is_empty() { Ok(answers) } else { Err(problems) }
    }
}

type Form = Option<(String, Vec<Field>)>;

/// The page.
#[derive(Template)]
#[template(path = "pages/operations/show.html")]
pub(crate) struct OperationShow {
    page: Page,
    title: Text,
    state: Pill,
    gate_pill: Pill,
    facts: Vec<(String, Text)>,
    gate: Table,
    history: Table,
    outcomes: Vec<(String, Text)>,
    answer: Form,
    step: Form,
    change: Form,
    seen: String,
    plan: String,
    case: String,
    who: String,
    print: String,
    open: (bool, bool),
}

impl OperationShow {
    /// The page with what was entered in one of its forms; `members` work the case.
    pub(crate) fn new(
        page: Page,
        view: &OperationView,
        members: &[AgencyCode],
        form: &GateForm,
        change: &OperationForm,
        problems: &Problems,
    ) -> Self {
        let page =
            page.at(Place::Cases).level(Level::Confidential).handlings([&view.operation.mark.handling]);
        let body = &view.operation.body;
        let participants = body.participants.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
        let day = body.day.map_or_else(|| "–".to_owned(), |day| Moment::on(&page.words, day).shown);
        let lacking = view.gate.lacking().count() as u64;
        let gate_pill = match view.gate.is_open() {
            true => Pill::new(Tone::Ok, page.say("gate-open")),
            false => Pill::new(Tone::Warn, page.count("gate-lacking", lacking)),
        };
        let outcomes = view.outcomes.iter().map(|outcome| {
            let kind = page.word("outcome", outcome.body.kind.as_str());
            (
                format!("{kind}: {} ({})", outcome.body.count, outcome.mark.originator),
                Text::new(&outcome.body.summary),
            )
        });
        Self {
            title: Text::new(&body.title),
            state: line::state(&page, view.state),
            gate_pill,
            facts: vec![
                (page.say("operation-objective"), Text::new(&body.objective)),
                (page.say("col-lead"), Text::own(view.operation.mark.originator.as_str())),
                (page.say("col-participants"), Text::own(participants)),
                (page.say("col-day"), Text::own(day)),
            ],
            gate: gate(&page, view),
            history: history(&page, view),
            outcomes: outcomes.collect(),
            answer: view
                .may_answer
                .then(|| (urls::operation_gate(view.id), gate_fields(&page, form, problems))),
            step: (!view.moves.is_empty()).then(|| (urls::operation_step(view.id), step_fields(&page, view))),
            change: view
                .may_change
                .then(|| (urls::operation_change(view.id), change.fields(&page, members, problems))),
            seen: change.seen.clone(),
            plan: view.plan.to_string(),
            case: urls::case(body.case, CaseTab::Plan),
            who: urls::who(view.id),
            print: urls::document(DocumentKind::OperationOrder.as_str(), view.id),
            open: (problems.of("note").is_some(), problems.of("title").or(problems.of("day")).is_some()),
            page,
        }
    }
}

fn gate(page: &Page, view: &OperationView) -> Table {
    let agencies = &view.operation.body.participants;
    let mut table =
        Table::new(String::new()).caption(page.say("gate-title")).column(page.say("gate-question"));
    for agency in agencies {
        table = table.column(agency.to_string());
    }
    table.rows(view.gate.answers.iter().map(|(question, answers)| {
        let mut cells = vec![Cell::Text(Text::own(page.word("gate", question.as_str())))];
        cells.extend(agencies.iter().map(|agency| {
            let pill = match answers.get(agency) {
                Some(Answer::Yes(note)) => Pill::titled(Tone::Ok, page.say("gate-yes"), note.clone()),
                Some(Answer::No(note)) => {
                    Pill::titled(Tone::Danger, format!("{}: {note}", page.say("gate-no")), note.clone())
                }
                _ => Pill::new(Tone::Warn, page.say("gate-missing")),
            };
            Cell::Pills(vec![pill])
        }));
        cells
    }))
}

fn history(page: &Page, view: &OperationView) -> Table {
    Table::new(page.say("history-none"))
        .caption(page.say("request-history"))
        .column(page.say("col-date"))
        .column(page.say("col-what"))
        .column(page.say("reason"))
        .rows(view.steps.iter().rev().map(|step| {
            vec![
                Cell::Moment(Moment::at(&page.words, step.mark.at)),
                Cell::Text(Text::own(page.word("operation-move", step.body.step.as_str()))),
                Cell::Text(Text::new(&step.body.reason)),
            ]
        }))
}

fn gate_fields(page: &Page, form: &GateForm, problems: &Problems) -> Vec<Field> {
    let mut fields: Vec<Field> = RiskQuestion::ALL
        .iter()
        .map(|question| {
            let said = form.said(*question);
            let choices = vec![
                Choice::new("yes", page.say("gate-yes"), said),
                Choice::new("no", page.say("gate-no"), said),
            ];
            Field::new(question.as_str(), page.word("gate", question.as_str()), Input::Radio(choices))
        })
        .collect();
    fields.push(
        Field::area("note", page.say("gate-note"), &form.note)
            .hint(page.say("gate-note-hint"))
            .problems(problems),
    );
    fields
}

fn step_fields(page: &Page, view: &OperationView) -> Vec<Field> {
    let moves = view
        .moves
        .iter()
        .map(|step| Choice::new(step.as_str(), page.word("operation-move", step.as_str()), ""));
    vec![
        Field::pick("step", page.say("warrant-next"), moves.collect()),
        Field::line("reason", page.say("reason"), "").id("step-reason".into()),
    ]
}

/// Answers with an operation.
pub(crate) async fn show(seat: Seat, Path(id): Path<OperationId>) -> Result<Html<OperationShow>, Problem> {
    page(&seat, id, &GateForm::default(), None, &Problems::default()).await
}

async fn page(
    seat: &Seat,
    id: OperationId,
    form: &GateForm,
    change: Option<&OperationForm>,
    problems: &Problems,
) -> Result<Html<OperationShow>, Problem> {
    let view = desk::operations::show(&seat.ctx, id).await?;
    let members = desk::cases::members(&seat.ctx, view.operation.body.case).await?;
    let as_it_stands = as_form(&view);
    let change = change.unwrap_or(&as_it_stands);
    Ok(Html(OperationShow::new(seat.page(), &view, &members, form, change, problems)))
}

fn as_form(view: &OperationView) -> OperationForm {
    let body = &view.operation.body;
    OperationForm {
        title: body.title.clone(),
        objective: body.objective.clone(),
        participants: body.participants.iter().map(ToString::to_string).collect(),
        day: body.day.map(|day| day.to_string()).unwrap_or_default(),
        order: String::new(),
        seen: view.operation.mark.record.to_string(),
    }
}

/// Answers questions of the gate.
pub(crate) async fn answer(
    Path(id): Path<OperationId>,
    Sent { seat, form }: Sent<GateForm>,
) -> Result<Response, Problem> {
    let plan: RecordId = form.plan.parse().map_err(|_| Problem::Missing)?;
    match form.read(&seat.page()) {
        Ok(answers) => {
            let n = answers.len() as u64;
            desk::operations::answer(&seat.ctx, id, plan, answers).await?;
            Ok(done(&urls::operation(id), "recorded", n).into_response())
        }
        Err(problems) => Ok(page(&seat, id, &form, None, &problems).await?.into_response()),
    }
}

/// Describes an operation anew.
pub(crate) async fn change(
    Path(id): Path<OperationId>,
    Sent { seat, form }: Sent<OperationForm>,
) -> Result<Response, Problem> {
    let seen: RecordId = form.seen.parse().map_err(|_| Problem::Missing)?;
    match form.read(&seat.page()) {
        Ok(read) => {
            desk::operations::change(&seat.ctx, id, seen, read).await?;
            Ok(done(&urls::operation(id), "recorded", 1).into_response())
        }
        Err(problems) => {
            Ok(page(&seat, id, &GateForm::default(), Some(&form), &problems).await?.into_response())
        }
    }
}

#[cfg(test)]
pub(crate) fn sample_view() -> OperationView {
    use crate::sample;
    use lintas_casework::plan::gate::Gate;
    use lintas_model::Kind;
    use lintas_model::lifecycle::{OperationMove, OperationState};
    use lintas_model::record::{Operation, OperationStep};
    let participants = [sample::agency("KH-CIB"), sample::agency("TH-DSI")];
    let body = Operation {
        case: sample::id(1),
        title: "LOTUS DAWN".into(),
        objective: "Bring the persons held at the guest house to safety".into(),
        participants: participants.iter().cloned().collect(),
        day: Some(sample::on(2026, 11, 28)),
    };
    let mut gate = Gate::shut(&body.participants);
    gate.take(&participants[0], RiskQuestion::VictimsSafe, true, "seen this morning");
    gate.take(&participants[1], RiskQuestion::SourcesProtected, false, "ยังไม่ย้ายแหล่งข่าว");
    let step = OperationStep {
        operation: sample::id(51),
        step: OperationMove::Replan,
        reason: "another day".into(),
    };
    OperationView {
        id: sample::id(51),
        state: OperationState::Planned,
        steps: vec![sample::item("KH-CIB", Kind::OperationStep, step)],
        moves: vec![OperationMove::StandDown],
        plan: sample::id(52),
        gate,
        may_answer: true,
        may_change: true,
        outcomes: Vec::new(),
        operation: sample::item("KH-CIB", Kind::Operation, body),
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> OperationShow {
    let view = sample_view();
    let form = GateForm { victims_safe: "no".into(), ..GateForm::default() };
    let problems = form.read(&page).err().unwrap_or_default();
    let members: Vec<AgencyCode> = view.operation.body.participants.iter().cloned().collect();
    OperationShow::new(page, &view, &members, &form, &as_form(&view), &problems)
}
