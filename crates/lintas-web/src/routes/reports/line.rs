//! A report in a list.

use lintas_model::{AgencyCode, Grade, Handling, ReportId, Timestamp};

use crate::components::{Cell, GradeMark, HandlingMark, Moment, Table, Text};
use crate::page::Page;
use crate::urls;

/// A report in a list.
#[derive(Debug, Clone)]
pub(crate) struct ReportLine {
    pub(crate) report: ReportId,
    pub(crate) title: String,
    pub(crate) language: Option<String>,
    pub(crate) agency: AgencyCode,
    pub(crate) grade: Option<Grade>,
    pub(crate) handling: Handling,
    pub(crate) received: Timestamp,
}

/// The reports as a table, in the order given.
pub(crate) fn table(page: &Page, lines: &[ReportLine]) -> Table {
    let words = &page.words;
    Table::new(page.say("reports-none"))
        .caption(page.say("reports-title"))
        .column(page.say("col-grade"))
        .column(page.say("col-report"))
        .column(page.say("col-from"))
        .column(page.say("col-handling"))
        .column(page.say("col-received"))
        .rows(lines.iter().map(|line| {
            vec![
                Cell::Grade(GradeMark::new(words, line.grade)),
                Cell::Link {
                    href: urls::report(line.report),
                    text: Text::tagged(&line.title, line.language.as_deref()),
                    below: None,
                },
                Cell::Text(Text::own(line.agency.as_str())),
                Cell::Handling(HandlingMark::new(words, &line.handling)),
                Cell::Moment(Moment::day(words, line.received)),
            ]
        }))
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<ReportLine> {
    use lintas_model::handling::{HandlingCode, Tlp};

    use crate::sample;
    let line = |n, title: &str, agency, grade, codes: &[HandlingCode], received| ReportLine {
        report: sample::id(n),
        title: title.into(),
        language: None,
        agency: sample::agency(agency),
        grade: sample::grade(grade),
        handling: sample::handling(codes, Tlp::Amber),
        received: sample::at(received),
    };
    vec![
        line(11, "Two vans seen at guest house", "KH-CIB", "A2", &[HandlingCode::H1], "2026-11-24T03:00:00Z"),
        line(12, "โทรศัพท์ใช้ร่วมกันในสองคดี", "TH-DSI", "B3", &[HandlingCode::H2], "2026-11-23T03:00:00Z"),
        line(
            13,
            "Tin nhắn tuyển dụng trên mạng xã hội",
            "VN-C02",
            "",
            &[HandlingCode::H3],
            "2026-11-22T03:00:00Z",
        ),
    ]
}
