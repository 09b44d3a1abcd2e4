//! An import that was done: counts, what was not taken and why, and undoing it.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_model::ImportId;
use serde::Deserialize;

use super::list::ImportLine;
use crate::components::{Field, Moment, Text};
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/imports/show.html")]
pub(crate) struct ImportShow {
    page: Page,
    file_name: Text,
    format: String,
    at: Moment,
    counts: Vec<(String, String)>,
    rejects: Option<String>,
    undo: Option<(String, Field)>,
    undone: bool,
}

impl ImportShow {
    /// The page of an import.
    pub(crate) fn new(page: Page, line: &ImportLine, has_rejects: bool, can_undo: bool) -> Self {
        let page = page.at(Place::Import).level(Level::Restricted);
        let count = |label: &str, n| (page.say(label), numbers::whole(page.words.language(), n));
        Self {
            file_name: Text::new(&line.file_name),
            format: page.word("format", &line.format),
            at: Moment::at(&page.words, line.at),
            counts: vec![
                count("import-taken", line.taken),
                count("import-known", line.known),
                count("import-refused", line.refused),
            ],
            rejects: has_rejects.then(|| urls::import_rejects(line.import)),
            undo: (can_undo && !line.undone).then(|| {
                let field = Field::line("reason", page.say("reason"), "").required();
                (urls::import_undo(line.import), field)
            }),
            undone: line.undone,
            page,
        }
    }
}

/// What a form with a reason sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReasonForm {
    pub(crate) reason: String,
}

/// Answers with an import.
pub(crate) async fn show(seat: Seat, Path(import): Path<ImportId>) -> Result<Html<ImportShow>, Problem> {
    let (line, has_rejects, can_undo) = desk::imports::show(&seat.ctx, import).await?;
    Ok(Html(ImportShow::new(seat.page(), &line, has_rejects, can_undo)))
}

/// Undoes an import.
pub(crate) async fn undo(
    Path(import): Path<ImportId>,
    Sent { seat, form }: Sent<ReasonForm>,
) -> Result<Redirect, Problem> {
    let removed = desk::imports::undo(&seat.ctx, import, form.reason.trim()).await?;
    Ok(done(&urls::import(import), "import-undone", removed))
}

/// Answers with the rows that were not taken, as a file.
pub(crate) async fn rejects(seat: Seat, Path(import): Path<ImportId>) -> Result<Response, Problem> {
    let csv = desk::imports::rejects(&seat.ctx, import).await?;
    let name = format!("attachment; filename=\"rejects-{import}.csv\"");
    Ok((
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)],
        csv,
    )
        .into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ImportShow {
    use crate::sample;
    let line = ImportLine {
        import: sample::id(71),
        file_name: "crossings.xlsx".into(),
        format: "people".into(),
        at: sample::at("2026-11-24T03:00:00Z"),
        taken: 12_480,
        known: 6,
        refused: 14,
        undone: false,
    };
    ImportShow::new(page, &line, true, true)
}
