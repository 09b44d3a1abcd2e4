//! A case in a list.

use lintas_model::lifecycle::CaseState;
use lintas_model::{AgencyCode, CaseId, Timestamp};

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::page::Page;
use crate::urls::{self, CaseTab};

/// A case in a list.
#[derive(Debug, Clone)]
pub(crate) struct CaseLine {
    pub(crate) case: CaseId,
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) state: CaseState,
    pub(crate) owner: AgencyCode,
    pub(crate) members: Vec<AgencyCode>,
    pub(crate) opened: Timestamp,
}

/// The state of a case as a pill.
pub(crate) fn state(page: &Page, state: CaseState) -> Pill {
    let tone = match state {
        CaseState::Open => Tone::Info,
        CaseState::Active => Tone::Warn,
        CaseState::Suspended | CaseState::Closed => Tone::Plain,
    };
    Pill::new(tone, format!("● {}", page.word("case-state", state.as_str())))
}

/// The members of a joint case as a pill; none when the agency works alone.
pub(crate) fn joint(page: &Page, members: &[AgencyCode]) -> Option<Pill> {
    let names = members.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
    (members.len() > 1).then(|| Pill::new(Tone::Info, page.words.fill("case-joint", &[("members", &names)])))
}

/// The cases as a table.
pub(crate) fn table(page: &Page, lines: &[CaseLine]) -> Table {
    Table::new(page.say("cases-none"))
        .caption(page.say("cases-title"))
        .column(page.say("col-case"))
        .column(page.say("col-state"))
        .column(page.say("col-owner"))
        .column(page.say("col-members"))
        .column(page.say("col-opened"))
        .rows(lines.iter().map(|line| {
            vec![
                Cell::Link {
                    href: urls::case(line.case, CaseTab::Overview),
                    text: Text::new(&line.title),
                    below: Some(Text::own(&line.reference)),
                },
                Cell::Pills(vec![state(page, line.state)]),
                Cell::Text(Text::own(line.owner.as_str())),
                Cell::Text(Text::own(
                    line.members.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
                )),
                Cell::Moment(Moment::day(&page.words, line.opened)),
            ]
        }))
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<CaseLine> {
    use crate::sample;
    vec![
        CaseLine {
            case: sample::id(1),
            title: "LOTUS BRIDGE".into(),
            reference: "KH-2026-0142".into(),
            state: CaseState::Active,
            owner: sample::agency("KH-CIB"),
            members: vec![sample::agency("KH-CIB"), sample::agency("TH-DSI"), sample::agency("VN-C02")],
            opened: sample::at("2026-03-01T02:00:00Z"),
        },
        CaseLine {
            case: sample::id(2),
            title: "ปฏิบัติการสายน้ำ".into(),
            reference: "TH-2026-0077".into(),
            state: CaseState::Open,
            owner: sample::agency("TH-DSI"),
            members: vec![sample::agency("TH-DSI")],
            opened: sample::at("2026-05-19T02:00:00Z"),
        },
    ]
}
