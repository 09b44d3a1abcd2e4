//! Printing a document: what it would lack, in which languages, and what it says beside the records.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::document::{DocumentKind, Wanted};
use lintas_model::{Language, ObjectId};
use serde::Deserialize;

use crate::components::{Choice, Field, Input};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::search::show::encode;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the forms of the page send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DocumentForm {
    /// The language beside English; nothing for English alone.
    pub(crate) language: String,
    pub(crate) part: Vec<String>,
    pub(crate) english: Vec<String>,
    pub(crate) other: Vec<String>,
}

impl DocumentForm {
    fn language(&self) -> Option<Language> {
        self.language.parse().ok().filter(|language| *language != Language::En)
    }
}

/// A passage of the document.
#[derive(Debug, Clone)]
pub(crate) struct PassageLine {
    pub(crate) part: String,
    pub(crate) label: String,
    pub(crate) english: String,
    pub(crate) other: String,
}

/// What the page needs to know.
pub(crate) struct DocumentFace {
    pub(crate) wanted: Wanted,
    pub(crate) title: String,
    /// Labels of the essentials that it lacks.
    pub(crate) missing: Vec<String>,
    /// How many records it is made from.
    pub(crate) records: u64,
    /// What this officer may write for it.
    pub(crate) passages: Vec<PassageLine>,
}

struct Passage {
    part: String,
    label: String,
    fields: Vec<Field>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/documents/print.html")]
pub(crate) struct DocumentPrint {
    page: Page,
    title: String,
    missing: Vec<String>,
    records: String,
    choose: Field,
    language: String,
    passages: Vec<Passage>,
    passages_action: String,
    who: String,
}

impl DocumentPrint {
    /// The page of a document before it is printed.
    pub(crate) fn new(page: Page, face: DocumentFace) -> Self {
        let Wanted { kind, of, language } = face.wanted;
        let place = match kind.thing() {
            "request" => Place::Pursuits,
            "warrant" | "notice" => Place::Warrants,
            "round" | "workshop" => Place::Region,
            _ => Place::Cases,
        };
        let level = if kind.is_of_round() { Level::Official } else { Level::Confidential };
        let page = page.at(place).level(level);
        let tag = language.map(Language::tag).unwrap_or_default();
        let mut choices = vec![Choice::new("", page.say("document-english-alone"), tag)];
        let others = Language::ALL.into_iter().filter(|language| *language != Language::En);
        choices.extend(others.map(|language| Choice::new(language.tag(), language.own_name(), tag)));
        let passages = face.passages.into_iter().map(|line| passage(line, language));
        Self {
            title: face.title,
            missing: face.missing,
            records: page.count("document-records", face.records),
            choose: Field::pick("language", page.say("document-language"), choices),
            language: tag.to_owned(),
            passages: passages.collect(),
            passages_action: urls::document_passages(kind.as_str(), of),
            who: urls::who(of),
            page,
        }
    }
}

fn passage(line: PassageLine, language: Option<Language>) -> Passage {
    let area = |name: &str, label: String, value: &str| {
        let field = Field::new(name, label, Input::Area { value: value.to_owned() });
        field.id(format!("{name}-{}", line.part))
    };
    let name = |language: Language| format!("{} ({})", line.label, language.own_name());
    let mut fields = vec![area("english", name(Language::En), &line.english)];
    fields.extend(language.map(|language| area("other", name(language), &line.other)));
    let label = if line.english.is_empty() { line.label.clone() } else { format!("✓ {}", line.label) };
    Passage { part: line.part, label, fields }
}

/// Answers with the page; the address says which language was chosen.
pub(crate) async fn show(
    seat: Seat,
    Path((kind, of)): Path<(String, ObjectId)>,
    Query(form): Query<DocumentForm>,
) -> Result<Html<DocumentPrint>, Problem> {
    let wanted = Wanted { kind: known(&kind)?, of, language: form.language() };
    let face = desk::documents::before(&seat.ctx, wanted, seat.visit.words.language()).await?;
    Ok(Html(DocumentPrint::new(seat.page(), face)))
}

fn known(word: &str) -> Result<DocumentKind, Problem> {
    word.parse().map_err(|_| Problem::Missing)
}

/// Answers with the PDF, to be saved: no document runs in the browser with the officer's rights.
pub(crate) async fn print(
    Path((kind, of)): Path<(String, ObjectId)>,
    Sent { seat, form }: Sent<DocumentForm>,
) -> Result<Response, Problem> {
    let wanted = Wanted { kind: known(&kind)?, of, language: form.language() };
    let paper = desk::documents::print(&seat.ctx, wanted).await?;
    let disposition = format!("attachment; filename*=UTF-8''{}", encode(&paper.file_name));
    let mut response = paper.printed.pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    let disposition =
        HeaderValue::from_str(&disposition).map_err(|error| Problem::broken("WB-003", &error))?;
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

/// Writes what the document says beside the records.
pub(crate) async fn write(
    Path((kind, of)): Path<(String, ObjectId)>,
    Sent { seat, form }: Sent<DocumentForm>,
) -> Result<Redirect, Problem> {
    let (kind, language) = (known(&kind)?, form.language());
    let english = form.part.iter().cloned().zip(form.english).map(|(part, text)| (part, Language::En, text));
    let mut texts: Vec<_> = english.collect();
    if let Some(language) = language {
        texts.extend(form.part.into_iter().zip(form.other).map(|(part, text)| (part, language, text)));
    }
    let n = desk::documents::write(&seat.ctx, kind, of, texts).await?;
    let to = format!("{}?language={}", urls::document(kind.as_str(), of), form.language);
    Ok(done(&to, "passages", n))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> DocumentPrint {
    use crate::sample;
    let line = |part: &str, label: &str, english: &str| PassageLine {
        part: part.into(),
        label: label.into(),
        english: english.into(),
        other: String::new(),
    };
    let face = DocumentFace {
        wanted: Wanted {
            kind: DocumentKind::ExtraditionRequest,
            of: sample::id(91),
            language: Some(Language::Th),
        },
        title: "Request for extradition".into(),
        missing: vec!["Statement of the facts".into(), "Signature".into()],
        records: 7,
        passages: vec![
            line("facts", "Statement of the facts", "On 9 November 2026 …"),
            line("signatory", "Signature", ""),
        ],
    };
    DocumentPrint::new(page, face)
}
