//! The journal of a case: every step and note in order of time, and writing a note.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_model::CaseId;
use lintas_model::record::AdviceGrade;
use lintas_model::{AgencyCode, Timestamp};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Button, Field, Moment, Pill, Problems, Text};
use crate::page::{Level, Page, Place};
use crate::routes::mentors::show as mentors;
use crate::urls::{self, CaseTab};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NoteForm {
    pub(crate) text: String,
}

/// An entry of the journal.
pub(crate) struct JournalLine {
    pub(crate) at: Timestamp,
    pub(crate) agency: AgencyCode,
    /// The officer, inside the own agency only.
    pub(crate) officer: Option<String>,
    /// Kind of record, as its word.
    pub(crate) kind: String,
    pub(crate) text: String,
    /// How much it matters, where it is the advice of a mentor.
    pub(crate) grade: Option<AdviceGrade>,
}

/// What the page needs to know.
pub(crate) struct JournalFace {
    pub(crate) face: CaseFace,
    /// Newest first.
    pub(crate) lines: Vec<JournalLine>,
    /// The steps that were not obeyed.
    pub(crate) missteps: Vec<(Timestamp, String)>,
    /// Whether the case is open to mentors, for whoever may change that.
    pub(crate) mentoring: Option<bool>,
}

struct Entry {
    at: Moment,
    by: String,
    kind: String,
    grade: Option<Pill>,
    text: Text,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/journal.html")]
pub(crate) struct CaseJournal {
    page: Page,
    head: CaseHead,
    entries: Vec<Entry>,
    form: Option<(String, Field)>,
    missteps: Vec<(Moment, String)>,
    mentoring: Option<(bool, Button)>,
}

impl CaseJournal {
    /// The page of a case.
    pub(crate) fn new(page: Page, journal: JournalFace, form: &NoteForm, problems: &Problems) -> Self {
        let JournalFace { face, lines, missteps, mentoring } = journal;
        let page = page.at(Place::Cases).level(Level::Restricted);
        let entries = lines.into_iter().map(|line| Entry {
            at: Moment::at(&page.words, line.at),
            by: match &line.officer {
                Some(officer) => format!("{} · {officer}", line.agency),
                None => line.agency.to_string(),
            },
            kind: page.word("record", &line.kind),
            grade: line.grade.map(|grade| mentors::grade(&page, grade)),
            text: Text::new(line.text),
        });
        let form = face.can_write.then(|| {
            let field =
                Field::area("text", page.say("journal-note"), &form.text).required().problems(problems);
            (urls::case(face.case, CaseTab::Journal), field)
        });
        let missteps = missteps.into_iter().map(|(at, text)| (Moment::at(&page.words, at), text)).collect();
        Self {
            head: CaseHead::new(&page, &face, CaseTab::Journal),
            mentoring: mentoring.map(|open| {
                let label = page.say(if open { "mentoring-close" } else { "mentoring-open" });
                let button = Button::new(&page, urls::mentoring(face.case), label);
                (open, button.with("open", if open { "" } else { "1" }))
            }),
            entries: entries.collect(),
            form,
            missteps,
            page,
        }
    }
}

/// Answers with the journal of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseJournal>, Problem> {
    answer(&seat, case, &NoteForm::default(), &Problems::default()).await
}

/// Writes a note.
pub(crate) async fn write(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<NoteForm>,
) -> Result<Response, Problem> {
    if form.text.trim().is_empty() {
        let mut problems = Problems::default();
        problems.add("text", seat.visit.words.say("field-needed"));
        return Ok(answer(&seat, case, &form, &problems).await?.into_response());
    }
    desk::cases::write_note(&seat.ctx, case, form.text.trim()).await?;
    Ok(done(&urls::case(case, CaseTab::Journal), "note", 1).into_response())
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &NoteForm,
    problems: &Problems,
) -> Result<Html<CaseJournal>, Problem> {
    let journal = desk::cases::journal(&seat.ctx, &seat.visit.words, case).await?;
    Ok(Html(CaseJournal::new(seat.page(), journal, form, problems)))
}

/// What the button about mentors sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MentoringForm {
    open: String,
}

/// Opens a case to mentors, or closes it to them.
pub(crate) async fn set_mentoring(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<MentoringForm>,
) -> Result<Redirect, Problem> {
    desk::mentors::set_open(&seat.ctx, case, !form.open.is_empty()).await?;
    Ok(done(&urls::case(case, CaseTab::Journal), "recorded", 1))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseJournal {
    use crate::sample;
    let line = |kind: &str, text: &str, officer: Option<&str>| JournalLine {
        at: sample::at("2026-11-24T03:00:00Z"),
        agency: sample::agency("KH-CIB"),
        officer: officer.map(Into::into),
        kind: kind.into(),
        text: text.into(),
        grade: (kind == "advice").then_some(AdviceGrade::Essential),
    };
    let lines = vec![
        line("note", "ประชุมกับฝ่ายไทยวันศุกร์", Some("Sok C.")),
        line("task", "Subscriber of +855 12 345 678", None),
        line("advice", "Take the statement before a judge", Some("Mentor")),
    ];
    let missteps = vec![(sample::at("2026-11-24T03:00:00Z"), "TH-DSI: start".to_owned())];
    let journal = JournalFace { face: super::head::sample(), lines, missteps, mentoring: Some(true) };
    CaseJournal::new(page, journal, &NoteForm::default(), &Problems::default())
}
