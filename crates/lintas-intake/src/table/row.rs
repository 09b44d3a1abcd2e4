//! One row of a table: checked, fingerprinted, and passed on.

use std::sync::Arc;

use super::builder::{Builder, PERSONAL};
use super::columns::Layout;
use super::{content, marking};
use crate::proposal::Proposal;
use crate::rows::{Cell, Row};
use crate::session::{RowNotes, Session};
use crate::{Code, IntakeError, Meaning, protect};

/// Reads the rows of one sheet.
pub(crate) struct TableRows {
    layout: Layout,
    headers: Arc<[String]>,
    /// Text files cut rows at signs: a wrong number of cells means shifted values.
    from_text: bool,
    /// The sheet's own name says that it lists victims.
    all_victims: bool,
}

/// The cells of a row by meaning, those with nothing in them left out.
pub(super) struct Cells<'r> {
    pub(super) found: Vec<(Meaning, &'r str, &'r Cell)>,
}

impl<'r> Cells<'r> {
    pub(super) fn of(&self, meaning: Meaning) -> impl Iterator<Item = (&'r str, &'r Cell)> {
        self.found.iter().filter(move |(m, _, _)| *m == meaning).map(|(_, h, c)| (*h, *c))
    }

    pub(super) fn first(&self, meaning: Meaning) -> Option<(&'r str, &'r Cell)> {
        self.of(meaning).next()
    }

    pub(super) fn text(&self, meaning: Meaning) -> Option<&'r str> {
        self.first(meaning).map(|(_, c)| c.text.as_str())
    }

    pub(super) fn has(&self, meanings: &[Meaning]) -> bool {
        self.found.iter().any(|(m, _, _)| meanings.contains(m))
    }
}

impl TableRows {
    pub(crate) fn new(sheet: &str, layout: Layout, from_text: bool) -> Self {
        let headers = layout.columns.iter().map(|c| c.header.clone()).collect();
        Self { layout, headers, from_text, all_victims: protect::names_victims(sheet) }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Reads one row and passes it on.
    pub(crate) fn take(&self, sheet: &str, row: &Row, session: &mut Session<'_>) -> Result<(), IntakeError> {
        let mut notes = RowNotes::new(sheet, row.number);
        notes.check_row(row);
        let proposal = if notes.is_refused() { None } else { self.proposal(row, &mut notes, session) };
        session.finish(notes, proposal, &self.headers, &row.cells)
    }

    fn proposal(&self, row: &Row, notes: &mut RowNotes<'_>, session: &mut Session<'_>) -> Option<Proposal> {
        if self.from_text {
            self.check_width(row, notes);
        }
        let mut found = Vec::new();
        for (column, cell) in self.layout.columns.iter().zip(&row.cells) {
            if column.meaning == Meaning::Ignore || cell.is_empty() {
                continue;
            }
            let nothing = if PERSONAL.contains(&column.meaning) {
                content::is_no_name(&cell.text)
            } else {
                content::is_nothing(&cell.text)
            };
            if notes.check_cell(&column.header, cell) && !nothing {
                found.push((column.meaning, column.header.as_str(), cell));
            }
        }
        if notes.is_refused() {
            return None;
        }
        let fingerprint = session.fingerprints.of(self
            .layout
            .columns
            .iter()
            .zip(&row.cells)
            .filter(|(column, _)| column.meaning != Meaning::Ignore)
            .map(|(column, cell)| (column.header.as_str(), cell.text.as_str())));
        let mut proposal = Proposal::of(fingerprint, notes.sheet, row.number);
        let cells = Cells { found };
        proposal.source_key = cells.text(Meaning::SourceId).map(str::to_owned);
        marking::read(&cells.found, session.options.grading, notes, &mut proposal);

        let persons = self.layout.lists_persons();
        let mut builder = Builder { cells: &cells, persons, notes, session, proposal };
        if self.all_victims || builder.is_victim() {
            builder.victim();
        } else {
            builder.build();
        }
        let Builder { proposal, .. } = builder;
        let empty = proposal.things.is_empty() && proposal.report.is_none() && proposal.protected.is_empty();
        if empty && !notes.waits {
            notes.note(
                Code::NothingInRow,
                None,
                "names no person, thing, place or event".to_owned(),
                "fill in a name, a number or a place and give the row again",
                "",
            );
            return None;
        }
        Some(proposal)
    }

    fn check_width(&self, row: &Row, notes: &mut RowNotes<'_>) {
        let width = self.layout.columns.len();
        if row.cells.iter().skip(width).any(|c| !c.is_empty()) {
            notes.note(
                Code::LongRow,
                None,
                format!(
                    "has {} cells under {width} headers: values may stand in the wrong columns",
                    row.cells.len()
                ),
                "put quotation marks around values that contain the separator and give the row again",
                &row.cells.last().map(|c| c.text.clone()).unwrap_or_default(),
            );
        } else if row.cells.len() < width && row.cells.len() > 1 {
            notes.note(
                Code::ShortRow,
                None,
                format!("has {} cells under {width} headers", row.cells.len()),
                "check that no value is missing in the middle",
                "",
            );
        }
    }
}
