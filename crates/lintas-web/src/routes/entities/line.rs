//! A person or thing in a list.

use lintas_model::{AgencyCode, EntityId, EntityKind};

use crate::components::{Cell, Table, Text, Thing};
use crate::numbers;
use crate::page::Page;

/// A person or thing in a list.
#[derive(Debug, Clone)]
pub(crate) struct ThingLine {
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityKind,
    pub(crate) caption: String,
    pub(crate) agencies: Vec<AgencyCode>,
    pub(crate) reports: u64,
}

/// People and things as a table.
pub(crate) fn table(page: &Page, lines: &[ThingLine]) -> Table {
    Table::new(page.say("things-none"))
        .caption(page.say("tab-things"))
        .column(page.say("col-thing"))
        .column(page.say("col-kind"))
        .column(page.say("col-agencies"))
        .numbers(page.say("col-reports"))
        .rows(lines.iter().map(|line| {
            vec![
                Cell::Thing(Thing::new(&page.words, line.kind, Text::new(&line.caption), line.entity)),
                Cell::Text(Text::own(page.word("kind", line.kind.as_str()))),
                Cell::Text(Text::own(
                    line.agencies.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
                )),
                Cell::Number(numbers::whole(page.words.language(), line.reports)),
            ]
        }))
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<ThingLine> {
    use crate::sample;
    EntityKind::ALL
        .into_iter()
        .zip([
            "សុខ ចាន់ធី",
            "Wingspan Recruitment",
            "+855 12 345 678",
            "001-234-567",
            "2AB-1234",
            "N01234567",
            "Guest house, Poipet",
            "Crossing of 9 November",
            "@wingspan",
        ])
        .enumerate()
        .map(|(n, (kind, caption))| ThingLine {
            entity: sample::id(40 + n as u64),
            kind,
            caption: caption.into(),
            agencies: vec![sample::agency("KH-CIB"), sample::agency("TH-DSI")],
            reports: 1 + n as u64,
        })
        .collect()
}
