//! The inbox: what waits for this officer, and what came in.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;

use crate::components::{Moment, Pill, Table, Text};
use crate::page::{Page, Place};
use crate::routes::reports::kept::KeptWords;
use crate::routes::reports::line::{self, ReportLine};
use crate::routes::sync::show::PartnerState;

/// One thing that waits.
pub(crate) struct Waiting {
    pub(crate) href: String,
    pub(crate) text: Text,
    pub(crate) below: Option<Text>,
    pub(crate) when: Option<Moment>,
    pub(crate) pill: Option<Pill>,
}

/// Things that wait, of one kind.
pub(crate) struct WaitingGroup {
    pub(crate) title: String,
    pub(crate) items: Vec<Waiting>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/inbox/show.html")]
pub(crate) struct Inbox {
    page: Page,
    groups: Vec<WaitingGroup>,
    reports: Table,
    partners: Vec<(String, Pill)>,
    can_report: bool,
    kept: KeptWords,
}

impl Inbox {
    /// The page from what waits, the newest reports and where each partner stands.
    pub(crate) fn new(
        page: Page,
        groups: Vec<WaitingGroup>,
        reports: &[ReportLine],
        partners: &[(String, PartnerState)],
        can_report: bool,
    ) -> Self {
        let waiting = groups.iter().map(|group| group.items.len() as u64).sum();
        let page = Page { waiting, ..page };
        let page = page.at(Place::Inbox).handlings(reports.iter().map(|line| &line.handling));
        let table = line::table(&page, reports);
        let partners = partners.iter().map(|(name, state)| (name.clone(), state.pill(&page))).collect();
        let kept = KeptWords::new(&page);
        Self { groups, reports: table, partners, can_report, kept, page }
    }

    fn nothing_waits(&self) -> bool {
        self.groups.iter().all(|group| group.items.is_empty())
    }
}

/// Answers with the inbox.
pub(crate) async fn show(seat: Seat) -> Result<Html<Inbox>, Problem> {
    let desk = desk::inbox::open(&seat.ctx, &seat.visit.words).await?;
    Ok(Html(Inbox::new(seat.page(), desk.groups, &desk.reports, &desk.partners, desk.can_report)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Inbox {
    use crate::components::Tone;
    use crate::sample;
    let groups = vec![WaitingGroup {
        title: page.say("inbox-tasks"),
        items: vec![Waiting {
            href: "/cases".into(),
            text: Text::new("ตรวจสอบทะเบียนรถ"),
            below: Some(Text::own("TH-DSI")),
            when: Some(Moment::on(&page.words, sample::on(2026, 12, 1))),
            pill: Some(Pill::new(Tone::Danger, page.say("overdue"))),
        }],
    }];
    let partners = [
        ("TH-DSI".to_owned(), PartnerState::Idle { at: sample::at("2026-11-24T03:00:00Z") }),
        ("LA-ATD".to_owned(), PartnerState::WaitingForFile { since: None }),
    ];
    Inbox::new(sample::noticed(page), groups, &line::sample(), &partners, true)
}
