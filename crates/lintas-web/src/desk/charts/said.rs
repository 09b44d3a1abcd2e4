//! What stands in a cell of a chart's table: the same for the page and for a saved file.

use lintas_drawing::Sign;
use lintas_model::{EntityId, FindingId, Grade, PartialDate, ReportId, Timestamp};

use crate::components::{Cell, GradeMark, Moment, Text, Thing};
use crate::numbers;
use crate::page::Page;
use crate::urls;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// Words of the page itself.
    Own(String),
    /// Words of a source.
    Text(String),
    /// A person or thing.
    Thing { sign: Sign, caption: String, entity: EntityId },
    /// The report that says so.
    Report(ReportId),
    /// The finding that says so.
    Finding(FindingId, String),
    /// A number.
    Number(u64),
    /// A grade.
    Grade(Option<Grade>),
    /// A date as exactly as it is known.
    On(Option<PartialDate>),
    /// An instant.
    At(Timestamp),
}

impl Said {
    /// A day in seconds since 1970-01-01.
    pub(crate) fn day(seconds: Option<i64>) -> Self {
        Self::On(seconds.map(|seconds| PartialDate::of(Timestamp::from_millis(seconds * 1000))))
    }

    /// The cell on a page.
    pub(crate) fn cell(&self, page: &Page) -> Cell {
        let words = &page.words;
        match self {
            Self::Own(text) => Cell::Text(Text::own(text)),
            Self::Text(text) => Cell::Text(Text::new(text)),
            Self::Thing { sign: Sign::Of(kind), caption, entity } => {
                Cell::Thing(Thing::new(words, *kind, Text::new(caption), *entity))
            }
            Self::Thing { caption, .. } => Cell::Text(Text::new(caption)),
            Self::Report(report) => Cell::Link {
                href: urls::report(*report),
                text: Text::own(page.say("link-report")),
                below: None,
            },
            Self::Finding(finding, title) => {
                Cell::Link { href: urls::finding(*finding), text: Text::new(title), below: None }
            }
            Self::Number(n) => Cell::Number(numbers::whole(words.language(), *n)),
            Self::Grade(grade) => Cell::Grade(GradeMark::new(words, *grade)),
            Self::On(Some(date)) => Cell::Moment(Moment::on(words, *date)),
            Self::On(None) => Cell::Void,
            Self::At(at) => Cell::Moment(Moment::at(words, *at)),
        }
    }

    /// The cell in a file: dates as `YYYY-MM-DD`, records by their address, numbers without grouping.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Own(text) | Self::Text(text) | Self::Thing { caption: text, .. } => text.clone(),
            Self::Report(report) => urls::report(*report),
            Self::Finding(finding, title) => format!("{title} ({})", urls::finding(*finding)),
            Self::Number(n) => n.to_string(),
            Self::Grade(grade) => {
                grade.map(|g| format!("{}{}", g.source(), g.information())).unwrap_or_default()
            }
            Self::On(date) => date.map(|date| date.to_string()).unwrap_or_default(),
            Self::At(at) => at.to_string(),
        }
    }
}

#[cfg(test)]
pub(crate) fn sample() -> lintas_casework::chart::CaseChart {
    use crate::sample;
    use lintas_casework::chart::{CaseChart, Member};
    use lintas_model::EntityKind;
    let mut chart = CaseChart::default();
    let people = [
        (EntityKind::Person, "สมชาย ใจดี"),
        (EntityKind::Person, "សុខ ចាន់ធី"),
        (EntityKind::Phone, "+855 12 000 678"),
        (EntityKind::Organisation, "Wingspan Recruitment"),
    ];
    for (n, (kind, caption)) in people.into_iter().enumerate() {
        let member = Member {
            kind: Some(kind),
            caption: caption.into(),
            is_protected: false,
            agencies: [sample::agency("KH-CIB")].into(),
            grade: sample::grade("B2"),
            handlings: Vec::new(),
        };
        chart.members.insert(sample::id(40 + n as u64), member);
    }
    for contacts in [&mut chart.contacts, &mut chart.direct] {
        use lintas_network::graph::{GradeBand, TieKind};
        let id = |n: u64| sample::id::<EntityId>(n).to_string();
        contacts.push(&id(40), &id(41), TieKind::Call, Some(1_488_340_800), 3.0, GradeBand::High, 0);
        contacts.push(&id(41), &id(43), TieKind::Money, Some(1_488_940_800), 4800.0, GradeBand::Low, 1);
    }
    chart
}
