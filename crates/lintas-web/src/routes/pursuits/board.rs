//! The board: all requests to other states, who owes the next step, and what is about to lapse.

use askama::Template;
use lintas_casework::pursuit::{BoardLine, Urgency};
use lintas_model::PartialDate;

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls;
use crate::words::Words;

/// The page.
#[derive(Template)]
#[template(path = "pages/pursuits/board.html")]
pub(crate) struct Board {
    page: Page,
    table: Table,
    can_record: bool,
}

/// How much a request presses, as a pill.
pub(crate) fn urgency(words: &Words, urgency: Urgency) -> Pill {
    let (tone, word) = match urgency {
        Urgency::Lapsed => (Tone::Danger, "lapsed"),
        Urgency::Pressing => (Tone::Danger, "pressing"),
        Urgency::Ask => (Tone::Warn, "ask"),
        Urgency::Running => (Tone::Info, "running"),
        Urgency::Ended => (Tone::Plain, "ended"),
    };
    Pill::new(tone, words.word("urgency", word))
}

impl Board {
    /// The page with the requests in the order given.
    pub(crate) fn new(page: Page, lines: &[BoardLine], can_record: bool) -> Self {
        let page = page.at(Place::Pursuits).level(Level::Confidential);
        let table = Table::new(page.say("requests-none"))
            .caption(page.say("requests-title"))
            .column(page.say("col-request"))
            .column(page.say("col-state"))
            .column(page.say("col-next"))
            .numbers(page.say("col-waiting"))
            .column(page.say("col-lapses"))
            .column(page.say("col-progress"))
            .rows(lines.iter().map(|line| row(&page, line)));
        Self { table, can_record, page }
    }
}

fn row(page: &Page, line: &BoardLine) -> Vec<Cell> {
    let body = &line.request;
    let country = page.word("country", &body.requested.as_str().to_lowercase());
    let kind = page.word("request-kind", body.kind.as_str());
    let owes = match (&line.next, &line.next_does) {
        (Some(next), Some(does)) => Cell::Text(Text::tagged(format!("{next}: {does}"), Some("en"))),
        _ => Cell::Void,
    };
    let days = line.days_waiting.and_then(|days| u64::try_from(days).ok());
    vec![
        Cell::Link {
            href: urls::request(line.id),
            text: Text::own(format!("{kind} · {country}")),
            below: Some(Text::new(if body.reference.is_empty() { &body.sought } else { &body.reference })),
        },
        Cell::Pills(vec![
            urgency(&page.words, line.urgency),
            Pill::new(Tone::Plain, page.word("request-state", line.state.as_str())),
        ]),
        owes,
        days.map_or(Cell::Void, |days| Cell::Number(page.count("days", days))),
        line.due.map_or(Cell::Void, |day| Cell::Moment(Moment::on(&page.words, PartialDate::from(day)))),
        Cell::Number(format!("{} / {}", line.progress.0, line.progress.1)),
    ]
}

/// Answers with the board.
pub(crate) async fn show(seat: Seat) -> Result<Html<Board>, Problem> {
    let (lines, can_record) = desk::pursuits::board(&seat.ctx).await?;
    Ok(Html(Board::new(seat.page(), &lines, can_record)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Board {
    use crate::sample;
    use lintas_model::lifecycle::RequestState;
    let line = BoardLine {
        id: sample::id(91),
        request: super::show::sample_request(),
        agency: sample::agency("KH-CIB"),
        state: RequestState::Acknowledged,
        urgency: Urgency::Pressing,
        next: Some("Office of the Attorney General (TH)".into()),
        next_does: Some("checks the request and sends it to court".into()),
        days_waiting: Some(41),
        due: "2026-12-01".parse().ok(),
        due_says: None,
        progress: (7, 12),
    };
    Board::new(page, &[line], true)
}
