//! A report: what was said, how good it is, what it speaks about, who can see it.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use askama::Template;
use axum::extract::Path;
use lintas_model::grade::Scheme;
use lintas_model::{
    AgencyCode, CaseId, EntityId, EntityKind, Grade, Handling, PartialDate, ReportId, Timestamp,
};

use super::grade::{self, GradeForm};
use crate::components::{Field, GradeMark, HandlingMark, Input, Moment, Problems, Text, Thing};
use crate::numbers;
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
    /// The grade it came with; the other one is that which counts now.
    pub(crate) original_grade: Option<Grade>,
    pub(crate) scheme: Scheme,
    pub(crate) gradings: Vec<GradingLine>,
    pub(crate) files: Vec<FileLine>,
    pub(crate) can_grade: bool,
    pub(crate) can_attach: bool,
}

/// A grading since the report was filed.
pub(crate) struct GradingLine {
    pub(crate) at: Timestamp,
    pub(crate) agency: AgencyCode,
    /// The officer, inside the own agency only.
    pub(crate) officer: Option<String>,
    pub(crate) grade: Option<Grade>,
    pub(crate) reason: String,
}

/// A file of the report.
pub(crate) struct FileLine {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) size_bytes: u64,
    pub(crate) sha256: String,
    pub(crate) is_picture: bool,
}

struct ShownFile {
    href: String,
    name: String,
    /// Type and size in words.
    about: String,
    sha256: String,
    is_picture: bool,
}

struct ShownGrading {
    at: Moment,
    by: String,
    grade: GradeMark,
    reason: Text,
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
    original: Option<GradeMark>,
    gradings: Vec<ShownGrading>,
    grading: Option<(String, String, Vec<Field>)>,
    open_form: bool,
    files: Vec<ShownFile>,
    attach: Option<(String, Field, Option<String>)>,
}

impl ReportShow {
    /// The page of a report.
    pub(crate) fn new(
        page: Page,
        report: ShownReport,
        form: &GradeForm,
        problems: &Problems,
        file_problem: Option<String>,
    ) -> Self {
        let page = page.at(Place::Cases).handlings([&report.handling]);
        let words = &page.words;
        let is_first = report.grade.is_none();
        let grading = report.can_grade.then(|| {
            let title = page.say(if is_first { "grade-do" } else { "grade-again" });
            (urls::report_grade(report.report), title, grade::fields(&page, report.scheme, form, problems))
        });
        let attach =
            report.can_attach.then(|| (urls::report_files(report.report), file_field(&page), file_problem));
        let gradings = report.gradings.into_iter().map(|line| ShownGrading {
            at: Moment::at(words, line.at),
            by: match line.officer {
                Some(officer) => format!("{} · {officer}", line.agency),
                None => line.agency.to_string(),
            },
            grade: GradeMark::new(words, line.grade),
            reason: Text::new(line.reason),
        });
        let files = report.files.into_iter().map(|file| ShownFile {
            href: urls::report_file(report.report, &file.sha256),
            about: format!("{} · {}", file.media_type, numbers::bytes(file.size_bytes)),
            name: file.name,
            sha256: file.sha256,
            is_picture: file.is_picture,
        });
        Self {
            open_form: is_first || !problems.is_empty(),
            original: report.original_grade.map(|grade| GradeMark::new(words, Some(grade))),
            gradings: gradings.rev().collect(),
            grading,
            files: files.collect(),
            attach,
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

/// The field for photographs and documents.
pub(crate) fn file_field(page: &Page) -> Field {
    let accept =
        "image/jpeg,image/png,image/gif,image/webp,image/heic,image/avif,application/pdf,video/mp4,audio/mp4";
    Field::new("file", page.say("report-files"), Input::File { accept, many: true })
        .hint(page.say("report-files-hint"))
}

/// Answers with a report.
pub(crate) async fn show(seat: Seat, Path(report): Path<ReportId>) -> Result<Html<ReportShow>, Problem> {
    answer(&seat, report, &GradeForm::default(), &Problems::default(), None).await
}

/// The page with what was entered in one of its forms.
pub(crate) async fn answer(
    seat: &Seat,
    report: ReportId,
    form: &GradeForm,
    problems: &Problems,
    file_problem: Option<String>,
) -> Result<Html<ReportShow>, Problem> {
    let shown = desk::reports::show(&seat.ctx, report).await?;
    Ok(Html(ReportShow::new(seat.page(), shown, form, problems, file_problem)))
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
            original_grade: None,
            scheme: Scheme::FourFour,
            gradings: vec![GradingLine {
                at: sample::at("2026-11-23T04:00:00Z"),
                agency: sample::agency("TH-DSI"),
                officer: Some("Sok C.".into()),
                grade: sample::grade("B3"),
                reason: "Seen by two patrols".into(),
            }],
            files: vec![
                FileLine {
                    name: "ท่าเรือ.jpg".into(),
                    media_type: "image/jpeg".into(),
                    size_bytes: 2_400_000,
                    sha256: "5d41402abc4b2a76b9719d911017c592".into(),
                    is_picture: true,
                },
                FileLine {
                    name: "receipt.pdf".into(),
                    media_type: "application/pdf".into(),
                    size_bytes: 40_200,
                    sha256: "7d793037a0760186574b0282f2f435e7".into(),
                    is_picture: false,
                },
            ],
            can_grade: true,
            can_attach: true,
        },
        &GradeForm::default(),
        &Problems::default(),
        None,
    )
}
