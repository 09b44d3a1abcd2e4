//! Everything that is due, the earliest first; and the same as an iCalendar file.

use askama::Template;
use axum::http::header;
use axum::response::IntoResponse;
use lintas_casework::deadline::{Deadline, Due};
use lintas_model::ObjectId;

use crate::calendar;
use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls::{self, CaseTab};

/// The page.
#[derive(Template)]
#[template(path = "pages/deadlines/list.html")]
pub(crate) struct Deadlines {
    page: Page,
    table: Table,
    can_take: bool,
}

impl Deadlines {
    /// The page with what is due in the order given.
    pub(crate) fn new(page: Page, deadlines: &[Deadline], can_take: bool) -> Self {
        let page = page.at(Place::Inbox).level(Level::Restricted);
        let table = Table::new(page.say("deadlines-none"))
            .caption(page.say("deadlines-title"))
            .column(page.say("col-due"))
            .column(page.say("col-what"))
            .column(page.say("col-kind"))
            .column(page.say("col-case"))
            .rows(deadlines.iter().map(|deadline| {
                let mut pills = vec![Pill::new(Tone::Info, page.word("due", deadline.due.as_str()))];
                if deadline.over {
                    pills.push(Pill::new(Tone::Danger, page.say("overdue")));
                }
                vec![
                    Cell::Moment(Moment::on(&page.words, deadline.on)),
                    Cell::Link { href: address(deadline), text: Text::new(&deadline.text), below: None },
                    Cell::Pills(pills),
                    Cell::Text(Text::new(&deadline.reference)),
                ]
            }));
        Self { table, can_take, page }
    }
}

/// Where the thing itself is found.
fn address(deadline: &Deadline) -> String {
    fn id<T: std::str::FromStr>(object: ObjectId) -> Option<T> {
        object.to_string().parse().ok()
    }
    let object = deadline.object;
    let found = match deadline.due {
        Due::Clock | Due::Request => id(object).map(urls::request),
        Due::Inquiry | Due::Answer => id(object).map(urls::inquiry),
        Due::Review => id(object).map(urls::warrant),
        Due::Task => deadline.case.map(|case| urls::case(case, CaseTab::Tasks)),
        Due::Commitment => Some(urls::REGION.to_owned()),
    };
    found.unwrap_or_else(|| urls::INBOX.to_owned())
}

/// Answers with what is due.
pub(crate) async fn show(seat: Seat) -> Result<Html<Deadlines>, Problem> {
    let (deadlines, can_take) = desk::deadlines::list(&seat.ctx).await?;
    Ok(Html(Deadlines::new(seat.page(), &deadlines, can_take)))
}

/// Answers with the calendar.
pub(crate) async fn take(seat: Seat) -> Result<impl IntoResponse, Problem> {
    let deadlines = desk::deadlines::for_calendar(&seat.ctx).await?;
    let (page, code) = (seat.page(), seat.ctx.node().code().to_string());
    let days: Vec<calendar::Day> = deadlines
        .iter()
        .map(|deadline| {
            let what = page.word("due", deadline.due.as_str());
            calendar::Day {
                uid: format!("{}-{}@{}", deadline.due.as_str(), deadline.object, code.to_lowercase()),
                on: deadline.on,
                summary: match deadline.reference.as_str() {
                    "" => what,
                    reference => format!("{what} ({reference})"),
                },
            }
        })
        .collect();
    let file = calendar::file(&code, seat.ctx.now(), &days);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"deadlines.ics\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, file))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Deadlines {
    use crate::sample;
    let one = |due, over| Deadline {
        due,
        object: sample::id(21),
        case: Some(sample::id(1)),
        on: sample::on(2026, 12, 1),
        text: "ตรวจสอบทะเบียนรถ".into(),
        reference: "KH-2026-0142".into(),
        over,
    };
    let all: Vec<Deadline> = Due::ALL.into_iter().map(|due| one(due, due == Due::Clock)).collect();
    Deadlines::new(page, &all, true)
}
