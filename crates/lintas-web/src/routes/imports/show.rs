//! An import that was done: counts, what was not taken and why, and undoing it.

use askama::Template;

use super::list::ImportLine;
use super::preview::{self, IssueLine};
use crate::components::{Field, Moment, Table, Text};
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
    issues: Option<Table>,
    rejects: Option<String>,
    undo: Option<(String, Field)>,
    undone: bool,
}

impl ImportShow {
    /// The page of an import.
    pub(crate) fn new(page: Page, line: &ImportLine, issues: &[IssueLine], can_undo: bool) -> Self {
        let page = page.at(Place::Import).level(Level::Restricted);
        let count = |label: &str, n| (page.say(label), numbers::whole(page.words.language(), n));
        Self {
            file_name: Text::new(&line.file_name),
            format: line.format.clone(),
            at: Moment::at(&page.words, line.at),
            counts: vec![
                count("import-taken", line.taken),
                count("import-known", line.known),
                count("import-refused", line.refused),
            ],
            issues: (!issues.is_empty()).then(|| preview::issues(&page, issues)),
            rejects: (line.refused > 0).then(|| urls::import_rejects(line.import)),
            undo: (can_undo && !line.undone).then(|| {
                let field = Field::line("reason", page.say("reason"), "").required();
                (urls::import_undo(line.import), field)
            }),
            undone: line.undone,
            page,
        }
    }
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
    let issue = IssueLine {
        sheet: "Sheet1".into(),
        row: 14,
        column: "DOB".into(),
        problem: "could not read `soon` as a date".into(),
        refused: true,
    };
    ImportShow::new(page, &line, &[issue], true)
}
