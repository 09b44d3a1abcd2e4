//! One reading under way: what every format shares.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::rc::Rc;
use std::sync::Arc;

use crate::fingerprint::Fingerprints;
use crate::issue::excerpt;
use crate::reading::Counts;
use crate::rows::{Cell, Fault, Flaw, Row};
use crate::table::dates::{DateCell, Dates};
use crate::{Code, Fingerprint, IntakeError, Issue, Options, Progress, Proposal, RefusedRow, Severity, Sink};
use lintas_model::PartialDate;

/// Different rows whose repetitions are counted; beyond that, equal rows count as one. 16 bytes each.
const REPEATS_TRACKED: usize = 2_000_000;

pub(crate) struct Session<'a> {
    pub(crate) file: String,
    pub(crate) options: &'a Options,
    pub(crate) sink: &'a mut dyn Sink,
    pub(crate) dates: Dates,
    pub(crate) fingerprints: Fingerprints,
    pub(crate) counts: Counts,
    pub(crate) kept: Vec<Issue>,
    pub(crate) by_code: BTreeMap<Code, u64>,
    pub(crate) file_bytes: u64,
    /// Bytes of the file that have passed.
    pub(crate) position: Rc<std::cell::Cell<u64>>,
    repeats: HashMap<u64, u32>,
}

/// What is known about a row while it is read.
pub(crate) struct RowNotes<'r> {
    pub(crate) sheet: &'r str,
    pub(crate) row: u64,
    pub(crate) issues: Vec<Issue>,
    /// A date of the row waits for an answer.
    pub(crate) waits: bool,
}

impl<'r> RowNotes<'r> {
    pub(crate) fn new(sheet: &'r str, row: u64) -> Self {
        Self { sheet, row, issues: Vec::new(), waits: false }
    }

    /// Notes something about a column of the row.
    pub(crate) fn note(
        &mut self,
        code: Code,
        column: Option<&str>,
        reason: String,
        next_step: &str,
        value: &str,
    ) {
        self.issues.push(Issue {
            code,
            sheet: self.sheet.to_owned(),
            row: Some(self.row),
            column: column.map(str::to_owned),
            reason,
            next_step: next_step.to_owned(),
            excerpt: excerpt(value),
        });
    }

    pub(crate) fn is_refused(&self) -> bool {
        self.issues.iter().any(|i| i.severity() == Severity::Refused)
    }

    /// Notes what happened to a cell; false if its value is not to be used.
    pub(crate) fn check_cell(&mut self, column: &str, cell: &Cell) -> bool {
        match cell.flaw {
            None => true,
            Some(Flaw::Invisible) => {
                self.note(
                    Code::InvisibleRemoved,
                    Some(column),
                    "held marks that nobody sees; they were taken out".to_owned(),
                    "look at the value: such marks can hide what a name really says",
                    &cell.text,
                );
                true
            }
            Some(Flaw::Cut) => {
                self.note(
                    Code::CellCut,
                    Some(column),
                    "is longer than a cell may be; its end was left out".to_owned(),
                    "give long texts as a report of their own",
                    &cell.text,
                );
                true
            }
            Some(Flaw::Damaged) => {
                self.note(
                    Code::DamagedText,
                    Some(column),
                    "holds NUL or bytes that are no characters".to_owned(),
                    "correct the cell in the source and give the row again, or name the file's encoding",
                    "",
                );
                false
            }
            Some(Flaw::Error) => {
                self.note(
                    Code::CellError,
                    Some(column),
                    "holds a spreadsheet's error instead of a value".to_owned(),
                    "repair the formula and give the row again",
                    &cell.text,
                );
                false
            }
            // Whether digits matter depends on what the column says.
            Some(Flaw::DigitsLost) => true,
        }
    }

    /// Notes why a whole row cannot be used.
    pub(crate) fn check_row(&mut self, row: &Row) {
        match row.fault {
            None => {}
            Some(Fault::OpenQuote) => self.note(
                Code::OpenQuote,
                None,
                "opens a quotation mark and never closes it".to_owned(),
                "close or double the quotation mark and give the row again",
                row.cells.first().map_or("", |c| c.text.as_str()),
            ),
            Some(Fault::Huge) => self.note(
                Code::HugeRow,
                None,
                "is larger than any row should be".to_owned(),
                "check that this is the file you mean",
                "",
            ),
        }
    }
}

impl<'a> Session<'a> {
    pub(crate) fn new(file: &str, format: &str, options: &'a Options, sink: &'a mut dyn Sink) -> Self {
        Self {
            file: file.to_owned(),
            options,
            sink,
            dates: Dates::new(options.date_orders.clone()),
            fingerprints: Fingerprints::new(&options.secret, format, &options.source),
            counts: Counts::default(),
            kept: Vec::new(),
            by_code: BTreeMap::new(),
            file_bytes: 0,
            position: Rc::default(),
            repeats: HashMap::new(),
        }
    }

    /// Passes an issue on and counts it.
    pub(crate) fn issue(&mut self, issue: Issue) {
        *self.by_code.entry(issue.code).or_default() += 1;
        self.sink.issue(&issue);
        if self.kept.len() < self.options.limits.issues_kept {
            self.kept.push(issue);
        }
    }

    /// Something about a sheet or a column as a whole.
    pub(crate) fn about(
        &mut self,
        code: Code,
        sheet: &str,
        column: Option<&str>,
        reason: String,
        next_step: &str,
    ) {
        self.issue(Issue {
            code,
            sheet: sheet.to_owned(),
            row: None,
            column: column.map(str::to_owned),
            reason,
            next_step: next_step.to_owned(),
            excerpt: None,
        });
    }

    /// Reads a date cell; notes what is wrong with it.
    pub(crate) fn date(
        &mut self,
        notes: &mut RowNotes<'_>,
        column: &str,
        cell: &Cell,
    ) -> Option<PartialDate> {
        match self.dates.read(notes.sheet, notes.row, column, cell) {
            DateCell::Read { date, serial } => {
                if serial {
                    notes.note(
                        Code::SerialDate,
                        Some(column),
                        format!("holds a day number of a spreadsheet, read as {date}"),
                        "format the column as a date in the source",
                        &cell.text,
                    );
                }
                Some(date)
            }
            DateCell::Waits => {
                notes.waits = true;
                None
            }
            DateCell::Bad(error) => {
                notes.note(
                    Code::BadDate,
                    Some(column),
                    error.to_string(),
                    "correct the date; the rest of the row was taken without it",
                    &cell.text,
                );
                None
            }
        }
    }

    /// How often a row with this content stood in the file before.
    pub(crate) fn repeats_before(&mut self, fingerprint: Fingerprint) -> u32 {
        let mut first = [0; 8];
        first.copy_from_slice(&fingerprint.0[..8]);
        let key = u64::from_be_bytes(first);
        if self.repeats.len() >= REPEATS_TRACKED && !self.repeats.contains_key(&key) {
            return 0;
        }
        let seen = self.repeats.entry(key).or_default();
        *seen += 1;
        *seen - 1
    }

    /// Finishes a row: passes it on, or says why not.
    pub(crate) fn finish(
        &mut self,
        notes: RowNotes<'_>,
        proposal: Option<Proposal>,
        headers: &Arc<[String]>,
        cells: &[Cell],
    ) -> Result<(), IntakeError> {
        self.counts.read += 1;
        let refused = notes.is_refused();
        let RowNotes { sheet, row, issues, waits } = notes;
        for issue in &issues {
            self.issue(issue.clone());
        }
        if refused {
            self.counts.refused += 1;
            self.sink.refused(RefusedRow {
                sheet: sheet.to_owned(),
                row,
                headers: headers.clone(),
                cells: cells.iter().map(|c| c.text.clone()).collect(),
                issues,
            });
        } else if waits {
            self.counts.waiting += 1;
        } else if let Some(proposal) = proposal {
            self.counts.taken += 1;
            if let ControlFlow::Break(()) = self.sink.proposal(proposal) {
                return Err(IntakeError::Stopped { row });
            }
        }
        if self.counts.read.is_multiple_of(1_000) {
            self.tell_progress();
        }
        Ok(())
    }

    /// Tells the sink how far the reading is.
    pub(crate) fn tell_progress(&mut self) {
        let progress =
            Progress { rows: self.counts.read, bytes: self.position.get(), of_bytes: self.file_bytes };
        self.sink.progress(progress);
    }

    /// Whether the caller wants no more rows.
    pub(crate) fn is_enough(&self) -> bool {
        self.options.rows_at_most.is_some_and(|most| self.counts.read >= most)
    }
}
