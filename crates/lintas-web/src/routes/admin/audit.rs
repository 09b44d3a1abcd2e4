//! The audit: who looked at what, for what purpose, and what was refused. Every line is a record of the ledger.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use lintas_model::Timestamp;

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Page, Place};

/// One access.
#[derive(Debug, Clone)]
pub(crate) struct AccessLine {
    pub(crate) at: Timestamp,
    pub(crate) officer: String,
    /// `view`, `search`, `export`, `refused`, `sign_in`, `print`, `purpose` or `credential`.
    pub(crate) act: String,
    pub(crate) page: String,
    pub(crate) purpose: String,
    pub(crate) count: u64,
    pub(crate) detail: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/admin/audit.html")]
pub(crate) struct Audit {
    page: Page,
    lines: Table,
}

impl Audit {
    /// The page, newest first.
    pub(crate) fn new(page: Page, lines: &[AccessLine]) -> Self {
        let page = page.at(Place::Admin);
        let table = Table::new(page.say("audit-none"))
            .caption(page.say("audit-title"))
            .column(page.say("col-date"))
            .column(page.say("col-officer"))
            .column(page.say("col-what"))
            .column(page.say("col-page"))
            .column(page.say("col-purpose"))
            .numbers(page.say("col-count"))
            .column(page.say("col-text"))
            .rows(lines.iter().map(|line| {
                let tone = if line.act == "refused" { Tone::Danger } else { Tone::Plain };
                vec![
                    Cell::Moment(Moment::at(&page.words, line.at)),
                    Cell::Text(Text::new(&line.officer)),
                    Cell::Pills(vec![Pill::new(tone, page.word("act", &line.act))]),
                    Cell::Text(Text::own(page.word("record", &line.page))),
                    Cell::Text(Text::own(page.word("purpose", &line.purpose))),
                    Cell::Number(numbers::whole(page.words.language(), line.count)),
                    line.detail.as_ref().map_or(Cell::Void, |detail| Cell::Text(Text::new(detail))),
                ]
            }));
        Self { lines: table, page }
    }
}

/// Answers with the audit.
pub(crate) async fn show(seat: Seat) -> Result<Html<Audit>, Problem> {
    let lines = desk::officers::audit(&seat.ctx).await?;
    Ok(Html(Audit::new(seat.page(), &lines)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Audit {
    use crate::sample;
    let line = |act: &str, detail: Option<&str>| AccessLine {
        at: sample::at("2026-11-24T03:00:00Z"),
        officer: "Sok C.".into(),
        act: act.into(),
        page: "case".into(),
        purpose: "investigation".into(),
        count: 1,
        detail: detail.map(Into::into),
    };
    Audit::new(page, &[line("view", None), line("search", Some("โทรศัพท์")), line("refused", Some("sealed"))])
}
