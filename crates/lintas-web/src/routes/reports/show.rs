//! A report: what was said, how good it is, what it speaks about, who can see it.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use axum::extract::Path;
use lintas_model::{
    AgencyCode, CaseId, EntityId, EntityKind, Grade, Handling, PartialDate, ReportId, Timestamp,
};

use crate::components::{GradeMark, HandlingMark, Moment, Text, Thing};
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
    who: String,
}

impl ReportShow {
    /// The page of a report.
    pub(crate) fn new(page: Page, report: ShownReport) -> Self {
        let page = page.at(Place::Cases).handlings([&report.handling]);
        let words = &page.words;
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
            who: urls::who(report.report),
            page,
        }
    }
}

/// Answers with a report.
pub(crate) async fn show(seat: Seat, Path(report): Path<ReportId>) -> Result<Html<ReportShow>, Problem> {
    Ok(Html(ReportShow::new(seat.page(), desk::reports::show(&seat.ctx, report).await?)))
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
        },
    )
}
