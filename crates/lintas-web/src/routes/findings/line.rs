//! A finding in a list.

use lintas_model::record::FindingKind;
use lintas_model::{AgencyCode, FindingId, Timestamp};

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::Page;
use crate::urls;

/// A finding in a list.
#[derive(Debug, Clone)]
pub(crate) struct FindingLine {
    pub(crate) finding: FindingId,
    pub(crate) kind: FindingKind,
    pub(crate) title: String,
    /// In thousandths.
    pub(crate) confidence: u16,
    pub(crate) used: u64,
    /// Records it used that are not held here any more, or never were.
    pub(crate) missing: u64,
    pub(crate) by: AgencyCode,
    pub(crate) at: Timestamp,
}

/// What a finding is, as a pill.
pub(crate) fn kind(page: &Page, kind: FindingKind) -> Pill {
    Pill::new(Tone::Info, page.word("finding", kind.as_str()))
}

/// How sure a finding is.
pub(crate) fn confidence(page: &Page, permille: u16) -> String {
    numbers::percent(page.words.language(), permille)
}

/// Findings as a table.
pub(crate) fn table(page: &Page, lines: &[FindingLine]) -> Table {
    Table::new(page.say("findings-none"))
        .caption(page.say("tab-findings"))
        .column(page.say("col-finding"))
        .column(page.say("col-kind"))
        .numbers(page.say("col-confidence"))
        .column(page.say("col-basis"))
        .column(page.say("col-agency"))
        .column(page.say("col-date"))
        .rows(lines.iter().map(|line| {
            let mut basis = vec![Pill::new(Tone::Plain, page.count("finding-used", line.used))];
            if line.missing > 0 {
                basis.push(Pill::new(Tone::Danger, page.count("finding-missing", line.missing)));
            }
            vec![
                Cell::Link { href: urls::finding(line.finding), text: Text::new(&line.title), below: None },
                Cell::Pills(vec![kind(page, line.kind)]),
                Cell::Number(confidence(page, line.confidence)),
                Cell::Pills(basis),
                Cell::Text(Text::own(line.by.as_str())),
                Cell::Moment(Moment::day(&page.words, line.at)),
            ]
        }))
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<FindingLine> {
    use crate::sample;
    vec![
        FindingLine {
            finding: sample::id(81),
            kind: FindingKind::Route,
            title: "Siem Reap (KH) – Ban Khlong Luek - Poipet (TH/KH) – Songkhla (TH)".into(),
            confidence: 954,
            used: 45,
            missing: 0,
            by: sample::agency("KH-CIB"),
            at: sample::at("2026-08-20T08:00:00Z"),
        },
        FindingLine {
            finding: sample::id(82),
            kind: FindingKind::RestHouse,
            title: "15 km south-east of Sa Kaeo (TH)".into(),
            confidence: 896,
            used: 99,
            missing: 4,
            by: sample::agency("KH-CIB"),
            at: sample::at("2026-08-20T08:00:00Z"),
        },
    ]
}
