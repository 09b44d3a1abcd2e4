//! Releases made by this agency, and those it has received.

use super::choose::{self, ReleaseForm};
use super::control::{self, AskLine};
use super::preview;
use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use askama::Template;
use axum::response::{IntoResponse, Response};
use lintas_model::{AgencyCode, ReleaseId, Timestamp};

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::urls;

/// A release in the list.
#[derive(Debug, Clone)]
pub(crate) struct ReleaseLine {
    pub(crate) release: ReleaseId,
    pub(crate) reason: String,
    pub(crate) originator: AgencyCode,
    pub(crate) audience: String,
    pub(crate) records: u64,
    pub(crate) at: Timestamp,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) recalled: bool,
    pub(crate) expired: bool,
}

/// Where a release stands, as a pill.
pub(crate) fn state(page: &Page, line: &ReleaseLine) -> Pill {
    match (line.recalled, line.expired) {
        (true, _) => Pill::new(Tone::Danger, page.say("release-recalled")),
        (_, true) => Pill::new(Tone::Plain, page.say("release-expired")),
        _ => Pill::new(Tone::Ok, page.say("release-stands")),
    }
}

fn table(page: &Page, lines: &[ReleaseLine]) -> Table {
    Table::new(page.say("releases-none"))
        .caption(page.say("releases-title"))
        .column(page.say("col-release"))
        .column(page.say("col-originator"))
        .column(page.say("release-audience"))
        .numbers(page.say("col-records"))
        .column(page.say("col-date"))
        .column(page.say("release-expires"))
        .column(page.say("col-state"))
        .rows(lines.iter().map(|line| {
            vec![
                Cell::Link { href: urls::release(line.release), text: Text::new(&line.reason), below: None },
                Cell::Text(Text::own(line.originator.as_str())),
                Cell::Text(Text::new(&line.audience)),
                Cell::Number(numbers::whole(page.words.language(), line.records)),
                Cell::Moment(Moment::day(&page.words, line.at)),
                line.expires_at.map_or(Cell::Void, |end| Cell::Moment(Moment::day(&page.words, end))),
                Cell::Pills(vec![state(page, line)]),
            ]
        }))
}

/// The page.
#[derive(Template)]
#[template(path = "pages/releases/list.html")]
pub(crate) struct ReleaseList {
    page: Page,
    given: Table,
    received: Table,
    missing: Table,
    asks: Table,
}

/// A receipt that has not come.
#[derive(Debug, Clone)]
pub(crate) struct MissingLine {
    pub(crate) agency: AgencyCode,
    /// Recalled, else erased.
    pub(crate) recalled: bool,
    pub(crate) reason: String,
    pub(crate) since: Timestamp,
}

/// What the page needs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Releases {
    pub(crate) given: Vec<ReleaseLine>,
    pub(crate) received: Vec<ReleaseLine>,
    pub(crate) missing: Vec<MissingLine>,
    pub(crate) asks: Vec<AskLine>,
}

fn missing(page: &Page, lines: &[MissingLine]) -> Table {
    Table::new(page.say("receipts-missing-none"))
        .caption(page.say("receipts-missing"))
        .column(page.say("col-agency"))
        .column(page.say("taken-back"))
        .column(page.say("reason"))
        .column(page.say("col-date"))
        .rows(lines.iter().map(|line| {
            let what = if line.recalled { "taken-back-recall" } else { "taken-back-erasure" };
            vec![
                Cell::Text(Text::own(line.agency.as_str())),
                Cell::Pills(vec![Pill::new(Tone::Warn, page.say(what))]),
                Cell::Text(Text::new(&line.reason)),
                Cell::Moment(Moment::at(&page.words, line.since)),
            ]
        }))
}

impl ReleaseList {
    /// The page from releases given and received, receipts that have not come, and questions.
    pub(crate) fn new(page: Page, releases: &Releases) -> Self {
        let page = page.at(Place::Releases).level(Level::Restricted);
        Self {
            given: table(&page, &releases.given),
            received: table(&page, &releases.received),
            missing: missing(&page, &releases.missing),
            asks: control::asks(&page, &releases.asks),
            page,
        }
    }
}

/// Answers with the releases.
pub(crate) async fn show(seat: Seat) -> Result<Html<ReleaseList>, Problem> {
    let releases = desk::releases::list(&seat.ctx).await?;
    Ok(Html(ReleaseList::new(seat.page(), &releases)))
}

/// Makes a release.
pub(crate) async fn make(Sent { seat, form }: Sent<ReleaseForm>) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(release) => {
            if let Some(page) = seat.unsigned() {
                return preview::again(&seat, page, &form, &release).await;
            }
            let n = release.records.len() as u64;
            let id = desk::releases::make(&seat.ctx, release).await?;
            Ok(done(&urls::release(id), "released", n).into_response())
        }
        Err(problems) => Ok(choose::answer(&seat, &form, &problems).await?.into_response()),
    }
}

#[cfg(test)]
pub(crate) fn sample_line() -> ReleaseLine {
    use crate::sample;
    ReleaseLine {
        release: sample::id(95),
        reason: "The phone appears in their case".into(),
        originator: sample::agency("KH-CIB"),
        audience: "LOTUS BRIDGE: KH · TH · VN".into(),
        records: 3,
        at: sample::at("2026-11-24T03:00:00Z"),
        expires_at: Some(sample::at("2027-05-24T00:00:00Z")),
        recalled: false,
        expired: false,
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReleaseList {
    let recalled = ReleaseLine { recalled: true, ..sample_line() };
    let missing = MissingLine {
        agency: crate::sample::agency("VN-C02"),
        recalled: true,
        reason: "The source asked".into(),
        since: crate::sample::at("2026-11-24T03:00:00Z"),
    };
    let releases = Releases {
        given: vec![sample_line(), recalled],
        missing: vec![missing],
        asks: vec![control::sample_ask()],
        ..Releases::default()
    };
    ReleaseList::new(page, &releases)
}
