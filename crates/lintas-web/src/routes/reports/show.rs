//! A report: what was said, how good it is, what it speaks about, who can see it.

use askama::Template;
use lintas_model::{AgencyCode, CaseId, EntityId, EntityKind, Grade, Handling, PartialDate, ReportId, Timestamp};

use super::add;
use crate::components::{Choice, Field, GradeMark, HandlingMark, Moment, Text, Thing};
use crate::page::{Page, Place};
use crate::urls::{self, CaseTab};

/// What the page needs to know about a report.
pub(crate) struct ShownReport {
    pub(crate) report: ReportId,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) language: Option<String>,
    pub(crate) agency: AgencyCode,
    pub(crate) grade: Option<Grade>,
    pub(crate) handling: Handling,
    pub(crate) received: Timestamp,
    pub(crate) occurred: Option<PartialDate>,
    pub(crate) source_reference: Option<String>,
    pub(crate) case: Option<(CaseId, String)>,
    pub(crate) things: Vec<(EntityId, EntityKind, String)>,
    /// Names of fields that its originator has withheld.
    pub(crate) withheld: u64,
    /// Whether this officer may grade it.
    pub(crate) can_grade: bool,
    /// Whether this officer may add what it says.
    pub(crate) can_add: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/reports/show.html")]
pub(crate) struct ReportShow {
    page: Page,
    title: Text,
    text: Text,
    agency: String,
    grade: GradeMark,
    handling: HandlingMark,
    received: Moment,
    occurred: Option<Moment>,
    source_reference: Option<String>,
    case: Option<(String, Text)>,
    things: Vec<Thing>,
    withheld: Option<String>,
    grade_form: Option<(String, Field)>,
    add_form: Option<(String, [Field; 2])>,
    who: String,
}

impl ReportShow {
    /// The page of a report.
    pub(crate) fn new(page: Page, report: ShownReport) -> Self {
        let page = page.at(Place::Cases).handlings([&report.handling]);
        let words = &page.words;
        let kinds = EntityKind::ALL
            .into_iter()
            .map(|kind| Choice::new(kind.as_str(), page.word("kind", kind.as_str()), "person"))
            .collect();
        Self {
            title: Text::tagged(&report.title, report.language.as_deref()),
            text: Text::tagged(&report.text, report.language.as_deref()),
            agency: report.agency.to_string(),
            grade: GradeMark::new(words, report.grade),
            handling: HandlingMark::new(words, &report.handling),
            received: Moment::at(words, report.received),
            occurred: report.occurred.map(|date| Moment::on(words, date)),
            source_reference: report.source_reference,
            case: report.case.map(|(case, title)| (urls::case(case, CaseTab::Overview), Text::new(title))),
            things: report
                .things
                .into_iter()
                .map(|(entity, kind, caption)| Thing::new(words, kind, Text::new(caption), entity))
                .collect(),
            withheld: (report.withheld > 0).then(|| page.count("report-withheld", report.withheld)),
            grade_form: report.can_grade.then(|| {
                let current = report.grade.map(|grade| grade.to_string()).unwrap_or_default();
                (urls::report_grade(report.report), add::grade_field(&page, &current))
            }),
            add_form: report.can_add.then(|| {
                (
                    urls::report_things(report.report),
                    [
                        Field::pick("kind", page.say("col-kind"), kinds),
                        Field::line("name", page.say("thing-name"), "").hint(page.say("thing-name-hint")).required(),
                    ],
                )
            }),
            who: urls::who(report.report),
            page,
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReportShow {
    use lintas_model::handling::{HandlingCode, Tlp};

    use crate::sample;
    ReportShow::new(
        page,
        ShownReport {
            report: sample::id(11),
            title: "โทรศัพท์ใช้ร่วมกันในสองคดี".into(),
            text: "หมายเลข +855 12 345 678 ปรากฏในสองคดี\nThe same number stands on the advert.".into(),
            language: Some("th".into()),
            agency: sample::agency("TH-DSI"),
            grade: sample::grade("B3"),
            handling: sample::handling(&[HandlingCode::H1, HandlingCode::H2], Tlp::Amber),
            received: sample::at("2026-11-23T03:00:00Z"),
            occurred: Some(sample::on(2026, 11, 9)),
            source_reference: Some("S-118".into()),
            case: Some((sample::id(1), "LOTUS BRIDGE".into())),
            things: vec![(sample::id(42), EntityKind::Phone, "+855 12 345 678".into())],
            withheld: 2,
            can_grade: true,
            can_add: true,
        },
    )
}
