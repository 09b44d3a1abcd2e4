//! A request to another state: its way, who owes the next step, the clocks that run, its steps.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::document::DocumentKind;
use lintas_casework::pursuit::NewHop;
use lintas_law::hop::{ClockKind, Deadline, Owed, PlannedHop, Standing};
use lintas_model::lifecycle::{RequestMove, RequestState};
use lintas_model::record::{Hop, Request, RequestStep};
use lintas_model::{PartialDate, RequestId};
use serde::Deserialize;

use crate::components::{Cell, Choice, Field, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::reports::add::{order_field, read_date};
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What both forms of the page send: a step, or what an actor did.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RequestForm {
    pub(crate) step: String,
    pub(crate) on: String,
    pub(crate) order: String,
    pub(crate) reference: String,
    pub(crate) hop: String,
    pub(crate) received: String,
    pub(crate) received_order: String,
    pub(crate) passed_on: String,
    pub(crate) passed_on_order: String,
    pub(crate) carrier: String,
}

/// What the page needs to know.
pub(crate) struct RequestFace {
    pub(crate) id: RequestId,
    pub(crate) request: Request,
    pub(crate) state: RequestState,
    /// Oldest first.
    pub(crate) steps: Vec<RequestStep>,
    /// The way, each step with what is recorded of it.
    pub(crate) way: Vec<(PlannedHop, Option<Hop>)>,
    pub(crate) owed: Option<Owed>,
    pub(crate) clocks: Vec<(Deadline, Standing)>,
    /// What this officer may do.
    pub(crate) moves: Vec<RequestMove>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/pursuits/show.html")]
pub(crate) struct RequestShow {
    page: Page,
    title: String,
    state: Pill,
    owes: Option<Text>,
    facts: Vec<(String, Text)>,
    way: Table,
    clocks: Table,
    history: Table,
    step: Option<(String, Vec<Field>)>,
    hop: Option<(String, Vec<Field>)>,
    who: String,
    print: Vec<(String, String)>,
}

impl RequestShow {
    /// The page of a request with what was entered in one of its forms.
    pub(crate) fn new(page: Page, view: &RequestFace, form: &RequestForm, problems: &Problems) -> Self {
        let page = page.at(Place::Pursuits).level(Level::Confidential);
        let body = &view.request;
        let country = |country: lintas_model::Country| page.word("country", &country.as_str().to_lowercase());
        let date = |date: Option<PartialDate>| {
            Text::own(date.map_or_else(|| "–".to_owned(), |date| Moment::on(&page.words, date).shown))
        };
        let mut facts = vec![
            (page.say("request-requested"), Text::own(country(body.requested))),
            (page.say("case-offences"), Text::own(page.word("offence", body.offence.as_str()))),
            (page.say("request-basis"), Text::own(&body.basis)),
            (page.say("request-reference"), Text::new(&body.reference)),
            (page.say("request-sought"), Text::new(&body.sought)),
            (page.say("request-needed-by"), date(body.needed_by)),
        ];
        if body.urgent {
            facts.push((page.say("request-urgent"), Text::own("▲")));
        }
        let owed = view.owed.as_ref();
        let owes = owed.and_then(|owed| {
            let next = owed.next.as_ref()?;
            let days = owed.days_waiting.and_then(|days| u64::try_from(days).ok()).unwrap_or_default();
            let days = page.count("days", days);
            let who = next.who();
            let texts = [("who", who.as_str()), ("does", next.does.as_str()), ("days", days.as_str())];
            Some(Text::own(page.words.fill("request-owes", &texts)))
        });
        let (can_step, can_hop) = (!view.moves.is_empty(), !view.moves.is_empty() && !view.way.is_empty());
        Self {
            title: format!("{} · {}", page.word("request-kind", body.kind.as_str()), country(body.requested)),
            state: Pill::new(Tone::Info, page.word("request-state", view.state.as_str())),
            owes,
            facts,
            way: way(&page, view),
            clocks: clocks(&page, view),
            history: history(&page, view),
            step: can_step.then(|| (urls::request_step(view.id), step_fields(&page, view, form, problems))),
            hop: can_hop.then(|| (urls::request_hop(view.id), hop_fields(&page, view, form, problems))),
            who: urls::who(view.id),
            print: DocumentKind::of_request(body.kind)
                .iter()
                .map(|kind| (urls::document(kind.as_str(), view.id), page.word("document", kind.as_str())))
                .collect(),
            page,
        }
    }
}

fn way(page: &Page, view: &RequestFace) -> Table {
    let date = |date: Option<PartialDate>| {
        date.map_or(Cell::Void, |date| Cell::Moment(Moment::on(&page.words, date)))
    };
    let next = view.owed.as_ref().and_then(|owed| owed.next.as_ref()).map(|hop| hop.step.clone());
    Table::new(page.say("request-way-none"))
        .caption(page.say("request-way"))
        .column(page.say("col-actor"))
        .column(page.say("col-does"))
        .column(page.say("col-state"))
        .column(page.say("col-date-in"))
        .column(page.say("col-passed-on"))
        .column(page.say("col-reference"))
        .rows(view.way.iter().map(|(planned, recorded)| {
            let mut pills = Vec::new();
            if next.as_deref() == Some(planned.step.as_str()) {
                pills.push(Pill::new(Tone::Warn, page.say("request-owes-now")));
            }
            if let Some(article) = &planned.skipped_by {
                let label = page.say("request-skipped");
                pills.push(Pill::titled(Tone::Plain, label, article.clone()));
            }
            let recorded = recorded.as_ref();
            let actor = Text::tagged(format!("{}. {}", planned.number, planned.who()), Some("en"));
            vec![
                Cell::Text(actor),
                Cell::Text(Text::tagged(&planned.does, Some("en"))),
                if pills.is_empty() { Cell::Void } else { Cell::Pills(pills) },
                date(recorded.and_then(|hop| hop.received)),
                date(recorded.and_then(|hop| hop.passed_on)),
                recorded.map_or(Cell::Void, |hop| Cell::Text(Text::new(&hop.reference))),
            ]
        }))
}

fn clocks(page: &Page, view: &RequestFace) -> Table {
    Table::new(page.say("clocks-none"))
        .caption(page.say("clocks-title"))
        .column(page.say("col-what"))
        .column(page.say("col-state"))
        .column(page.say("col-lapses"))
        .column(page.say("col-source"))
        .rows(view.clocks.iter().map(|(deadline, standing)| clock(page, deadline, *standing)))
}

fn clock(page: &Page, deadline: &Deadline, standing: Standing) -> Vec<Cell> {
    let days = |days: i64| page.count("days", u64::try_from(days).unwrap_or_default());
    let fill = |id: &str, n: i64| page.words.fill(id, &[("days", days(n).as_str())]);
    let pill = match standing {
        Standing::Met { days_late: 0 } => Pill::new(Tone::Ok, page.say("clock-met")),
        Standing::Met { days_late } => Pill::new(Tone::Warn, fill("clock-met-late", days_late)),
        Standing::Stopped => Pill::new(Tone::Plain, page.say("clock-stopped")),
        Standing::Running { days_left } => Pill::new(Tone::Warn, fill("clock-running", days_left)),
        Standing::Lapsed { days_over } => Pill::new(Tone::Danger, fill("clock-lapsed", days_over)),
        Standing::PeriodUnknown { days_running } => {
            Pill::new(Tone::Danger, fill("clock-unknown", days_running))
        }
    };
    let kind = match deadline.kind {
        ClockKind::Law => "law",
        ClockKind::Practice => "practice",
    };
    let instrument = deadline.instrument.as_ref().map(ToString::to_string).unwrap_or_default();
    let source = format!("{instrument} {}", deadline.article);
    vec![
        Cell::Text(Text::tagged(&deadline.says, Some("en"))),
        Cell::Pills(vec![pill, Pill::new(Tone::Plain, page.word("clock", kind))]),
        deadline.due.map_or(Cell::Void, |due| Cell::Moment(Moment::on(&page.words, PartialDate::from(due)))),
        Cell::Text(Text::tagged(source.trim(), Some("en"))),
    ]
}

fn history(page: &Page, view: &RequestFace) -> Table {
    Table::new(page.say("history-none"))
        .caption(page.say("request-history"))
        .column(page.say("col-date"))
        .column(page.say("col-what"))
        .column(page.say("col-reference"))
        .rows(view.steps.iter().rev().map(|step| {
            vec![
                Cell::Moment(Moment::on(&page.words, step.on)),
                Cell::Text(Text::own(page.word("request-move", step.step.as_str()))),
                Cell::Text(Text::new(&step.reference)),
            ]
        }))
}

fn step_fields(page: &Page, view: &RequestFace, form: &RequestForm, problems: &Problems) -> Vec<Field> {
    let moves = view
        .moves
        .iter()
        .map(|step| Choice::new(step.as_str(), page.word("request-move", step.as_str()), &form.step));
    let mut fields = vec![
        Field::pick("step", page.say("warrant-next"), moves.collect()),
        Field::line("on", page.say("col-date"), &form.on)
            .hint(page.say("date-hint"))
            .required()
            .problems(problems),
    ];
    fields.extend(order_field(page, "order", &form.on, &form.order));
    fields.push(Field::line("reference", page.say("warrant-reference"), &form.reference));
    fields
}

fn hop_fields(page: &Page, view: &RequestFace, form: &RequestForm, problems: &Problems) -> Vec<Field> {
    let next = view.owed.as_ref().and_then(|owed| owed.next.as_ref()).map(|hop| hop.step.as_str());
    let current = if form.hop.is_empty() { next.unwrap_or_default() } else { &form.hop };
    let steps = view.way.iter().map(|(planned, _)| {
        Choice::new(planned.step.as_str(), format!("{}. {}", planned.number, planned.who()), current)
    });
    let mut fields = vec![Field::pick("hop", page.say("col-actor"), steps.collect())];
    for (name, label, text, order_name, order) in [
        ("received", "col-date-in", &form.received, "received_order", &form.received_order),
        ("passed_on", "col-passed-on", &form.passed_on, "passed_on_order", &form.passed_on_order),
    ] {
        fields.push(Field::line(name, page.say(label), text).hint(page.say("date-hint")).problems(problems));
        fields.extend(order_field(page, order_name, text, order));
    }
    fields.push(
        Field::line("reference", page.say("col-reference"), &form.reference).id("hop-reference".into()),
    );
    fields.push(Field::line("carrier", page.say("request-carrier"), &form.carrier));
    fields
}

/// Answers with a request.
pub(crate) async fn show(seat: Seat, Path(request): Path<RequestId>) -> Result<Html<RequestShow>, Problem> {
    answer(&seat, request, &RequestForm::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    request: RequestId,
    form: &RequestForm,
    problems: &Problems,
) -> Result<Html<RequestShow>, Problem> {
    let view = desk::pursuits::show(&seat.ctx, request).await?;
    Ok(Html(RequestShow::new(seat.page(), &view, form, problems)))
}

/// Moves a request.
pub(crate) async fn step(
    Path(request): Path<RequestId>,
    Sent { seat, form }: Sent<RequestForm>,
) -> Result<Response, Problem> {
    let step = RequestMove::named(&form.step).ok_or(Problem::Missing)?;
    let (page, mut problems) = (seat.page(), Problems::default());
    let on = read_date(&page, "on", &form.on, &form.order, &mut problems);
    if on.is_none() && problems.is_empty() {
        problems.add("on", page.say("field-needed"));
    }
    match on {
        Some(on) => {
            desk::pursuits::step(&seat.ctx, request, step, on, form.reference.trim()).await?;
            Ok(done(&urls::request(request), "step", 1).into_response())
        }
        None => Ok(answer(&seat, request, &form, &problems).await?.into_response()),
    }
}

/// Records what an actor did with a request.
pub(crate) async fn hop(
    Path(request): Path<RequestId>,
    Sent { seat, form }: Sent<RequestForm>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    let received = read_date(&page, "received", &form.received, &form.received_order, &mut problems);
    let passed_on = read_date(&page, "passed_on", &form.passed_on, &form.passed_on_order, &mut problems);
    if !problems.is_empty() {
        return Ok(answer(&seat, request, &form, &problems).await?.into_response());
    }
    let new = NewHop {
        step: form.hop,
        received,
        passed_on,
        reference: form.reference,
        carrier: form.carrier,
        ..NewHop::default()
    };
    desk::pursuits::hop(&seat.ctx, request, new).await?;
    Ok(done(&urls::request(request), "step", 1).into_response())
}

#[cfg(test)]
pub(crate) fn sample_request() -> Request {
    use crate::sample;
    use lintas_model::Country;
    Request {
        kind: lintas_model::request::RequestKind::Extradition,
        requesting: Country::KH,
        requested: Country::TH,
        offence: lintas_model::offence::Offence::Trafficking,
        basis: "kh-th-extradition".into(),
        reference: "MoJ 88/26".into(),
        sought: "Extradition of the person named in the warrant".into(),
        languages: Vec::new(),
        needed_by: Some(sample::on(2027, 1, 15)),
        urgent: true,
        case: None,
        warrant: Some(sample::id(31)),
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> RequestShow {
    use crate::sample;
    use lintas_law::hop;
    let library = lintas_law::Library::embedded().unwrap();
    let request = sample_request();
    let id = lintas_law::instrument::InstrumentId(request.basis.clone());
    let day: lintas_law::Day = "2026-06-01".parse().unwrap();
    let basis = library.get(&id).unwrap();
    let way = hop::way(&library, request.kind, basis, request.requesting, request.requested, day).unwrap();
    let owed = hop::owed(&way, &[], day);
    let events = [hop::Event { on: day, kind: hop::EventKind::Sent }];
    let clocks = hop::clock(&library, request.kind, &id, request.requested, &events).unwrap();
    let face = RequestFace {
        id: sample::id(91),
        state: RequestState::Sent,
        steps: vec![RequestStep {
            request: sample::id(91),
            step: RequestMove::Send,
            on: sample::on(2026, 6, 1),
            reference: "by bag".into(),
        }],
        way: way.into_iter().map(|planned| (planned, None)).collect(),
        owed: Some(owed),
        clocks: clocks
            .into_iter()
            .map(|deadline| {
                let standing = deadline.standing(day.plus_days(90));
                (deadline, standing)
            })
            .collect(),
        moves: RequestState::Sent.moves().collect(),
        request,
    };
    RequestShow::new(page, &face, &RequestForm::default(), &Problems::default())
}
