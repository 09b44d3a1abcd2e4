//! Imports: bringing a file in, and what was brought in before.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Seat;
use crate::security::upload;
use askama::Template;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_model::{ImportId, Timestamp};

use crate::components::{Cell, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::urls;

/// An import in the list.
#[derive(Debug, Clone)]
pub(crate) struct ImportLine {
    pub(crate) import: ImportId,
    pub(crate) file_name: String,
    pub(crate) format: String,
    pub(crate) at: Timestamp,
    pub(crate) taken: u64,
    pub(crate) known: u64,
    pub(crate) refused: u64,
    pub(crate) undone: bool,
}

/// Imports as a table.
fn table(page: &Page, lines: &[ImportLine]) -> Table {
    let number = |n| Cell::Number(numbers::whole(page.words.language(), n));
    Table::new(page.say("imports-none"))
        .caption(page.say("imports-title"))
        .column(page.say("col-file"))
        .column(page.say("col-date"))
        .numbers(page.say("col-taken"))
        .numbers(page.say("col-known"))
        .numbers(page.say("col-refused"))
        .column(page.say("col-state"))
        .rows(lines.iter().map(|line| {
            vec![
                Cell::Link {
                    href: urls::import(line.import),
                    text: Text::new(&line.file_name),
                    below: Some(Text::own(page.word("format", &line.format))),
                },
                Cell::Moment(Moment::at(&page.words, line.at)),
                number(line.taken),
                number(line.known),
                number(line.refused),
                Cell::Pills(vec![match (line.undone, line.refused) {
                    (true, _) => Pill::new(Tone::Plain, page.say("import-undone")),
                    (false, 0) => Pill::new(Tone::Ok, page.say("import-whole")),
                    (false, _) => Pill::new(Tone::Warn, page.say("import-partly")),
                }]),
            ]
        }))
}

/// The page.
#[derive(Template)]
#[template(path = "pages/imports/list.html")]
pub(crate) struct ImportList {
    page: Page,
    imports: Table,
    file: Field,
    problem: Option<String>,
    can_import: bool,
}

impl ImportList {
    /// The page, after a failed upload with the problem in words.
    pub(crate) fn new(page: Page, lines: &[ImportLine], can_import: bool, problem: Option<String>) -> Self {
        let page = page.at(Place::Import).level(Level::Restricted);
        let file = Field::new(
            "file",
            page.say("import-file"),
            Input::File { accept: ".xlsx,.csv,.tsv,.txt,.xml,.json", many: false },
        )
        .hint(page.say("import-file-hint"))
        .required();
        Self { imports: table(&page, lines), file, problem, can_import, page }
    }
}

/// Answers with the imports.
pub(crate) async fn show(seat: Seat) -> Result<Html<ImportList>, Problem> {
    let (lines, can_import) = desk::imports::list(&seat.ctx).await?;
    Ok(Html(ImportList::new(seat.page(), &lines, can_import, None)))
}

/// Takes a file and goes on to its preview.
pub(crate) async fn upload(seat: Seat, form: Multipart) -> Result<Response, Problem> {
    let name = desk::imports::upload_name(&seat.ctx);
    let fits = |token: &str| seat.token_fits(token);
    let file = upload::receive(form, fits, seat.app().uploads(), &name).await?;
    let taken = match file {
        None => Err("import-no-file"),
        Some(file) => match upload::looks(&first_bytes(&file.path).await) {
            upload::Looks::Other => {
                let _ = tokio::fs::remove_file(&file.path).await;
                Err("import-unreadable")
            }
            _ => Ok(file),
        },
    };
    match taken {
        Ok(file) => {
            upload::note_name(&file).await?;
            Ok(Redirect::to(&urls::import_preview(&name)).into_response())
        }
        Err(problem) => {
            let (lines, can_import) = desk::imports::list(&seat.ctx).await?;
            let problem = Some(seat.visit.words.say(problem));
            Ok(Html(ImportList::new(seat.page(), &lines, can_import, problem)).into_response())
        }
    }
}

async fn first_bytes(path: &std::path::Path) -> Vec<u8> {
    use tokio::io::AsyncReadExt;
    let mut first = Vec::with_capacity(4096);
    if let Ok(file) = tokio::fs::File::open(path).await {
        let _ = file.take(4096).read_to_end(&mut first).await;
    }
    first
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ImportList {
    use crate::sample;
    let line = |n, undone, refused| ImportLine {
        import: sample::id(n),
        file_name: "ทะเบียนการข้ามแดน 2569.xlsx".into(),
        format: "htcds".into(),
        at: sample::at("2026-11-24T03:00:00Z"),
        taken: 12_480,
        known: 0,
        refused,
        undone,
    };
    ImportList::new(page, &[line(71, false, 14), line(72, true, 0)], true, None)
}
