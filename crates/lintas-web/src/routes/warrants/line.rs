//! A warrant in a list.

use lintas_model::lifecycle::WarrantState;
use lintas_model::{AgencyCode, Country, PartialDate, WarrantId};

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::page::Page;
use crate::urls;

/// A warrant in a list.
#[derive(Debug, Clone)]
pub(crate) struct WarrantLine {
    pub(crate) warrant: WarrantId,
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) owner: AgencyCode,
    pub(crate) country: Country,
    pub(crate) state: WarrantState,
    pub(crate) issued: Option<PartialDate>,
    pub(crate) limitation: Option<PartialDate>,
    pub(crate) believed_in: Option<Country>,
    pub(crate) checked: Option<PartialDate>,
    /// Whether nobody has looked at it for too long.
    pub(crate) stale: bool,
}

/// The state of a warrant as a pill.
pub(crate) fn state(page: &Page, state: WarrantState) -> Pill {
    use WarrantState as S;
    let tone = match state {
        S::Drafted | S::Applied | S::Suspended | S::Expired | S::Ended => Tone::Plain,
        S::Executed | S::Surrendered => Tone::Ok,
        S::Located | S::ArrestedAbroad | S::ProvisionalArrestRequested => Tone::Danger,
        _ => Tone::Warn,
    };
    Pill::new(tone, page.word("warrant-state", state.as_str()))
}

fn pills(page: &Page, line: &WarrantLine) -> Vec<Pill> {
    let mut pills = vec![state(page, line.state)];
    if line.stale {
        pills.push(Pill::new(Tone::Danger, page.say("warrant-stale")));
    }
    pills
}

/// Warrants as a table.
pub(crate) fn table(page: &Page, lines: &[WarrantLine]) -> Table {
    let words = &page.words;
    let date =
        |date: Option<PartialDate>| date.map_or(Cell::Void, |date| Cell::Moment(Moment::on(words, date)));
    Table::new(page.say("warrants-none"))
        .caption(page.say("warrants-title"))
        .column(page.say("col-warrant"))
        .column(page.say("col-state"))
        .column(page.say("col-owner"))
        .column(page.say("col-issued"))
        .column(page.say("col-limitation"))
        .column(page.say("col-believed-in"))
        .column(page.say("col-checked"))
        .rows(lines.iter().map(|line| {
            vec![
                Cell::Link {
                    href: urls::warrant(line.warrant),
                    text: Text::new(&line.name),
                    below: Some(Text::own(&line.number)),
                },
                Cell::Pills(pills(page, line)),
                Cell::Text(Text::own(line.owner.as_str())),
                date(line.issued),
                date(line.limitation),
                line.believed_in.map_or(Cell::Void, |c| {
                    Cell::Text(Text::own(page.word("country", &c.as_str().to_lowercase())))
                }),
                date(line.checked),
            ]
        }))
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<WarrantLine> {
    use crate::sample;
    vec![WarrantLine {
        warrant: sample::id(31),
        number: "จ.142/2569".into(),
        name: "สมมุติ ตัวอย่าง".into(),
        owner: sample::agency("TH-DSI"),
        country: Country::TH,
        state: WarrantState::Circulated,
        issued: Some(sample::on(2026, 3, 14)),
        limitation: Some(sample::on(2041, 3, 14)),
        believed_in: Some(Country::KH),
        checked: Some(sample::on(2026, 11, 2)),
        stale: true,
    }]
}
