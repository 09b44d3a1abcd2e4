//! What a file turned out to be and what became of its rows.

use std::collections::BTreeMap;

use crate::{Code, Column, Format, Issue, Mapping, Question};

/// What became of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows with content, headers not counted.
    pub read: u64,
    /// Rows that can be taken.
    pub taken: u64,
    /// Rows that cannot.
    pub refused: u64,
    /// Rows that wait for the answer to a question.
    pub waiting: u64,
}

impl Counts {
    /// What was added since `before`.
    pub(crate) fn since(self, before: Self) -> Self {
        Self {
            read: self.read - before.read,
            taken: self.taken - before.taken,
            refused: self.refused - before.refused,
            waiting: self.waiting - before.waiting,
        }
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetReading {
    /// Its name; empty in files without sheets.
    pub name: String,
    /// The row of the headers; 0 when there are none.
    pub header_row: u64,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The signature of its headers.
    pub signature: String,
    /// The saved mapping that fitted it.
    pub mapping: Option<String>,
    /// What became of its rows.
    pub counts: Counts,
    /// Why it was left out.
    pub skipped: Option<String>,
}

/// Everything about a file but its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its name, without folder.
    pub file_name: String,
    /// Its size in bytes.
    pub file_bytes: u64,
    /// SHA-256 of the file, hexadecimal.
    pub file_sha256: String,
    /// What it was read as.
    pub format: Format,
    /// Encoding, for text files.
    pub encoding: Option<String>,
    /// Sign between cells, for text files with cells.
    pub delimiter: Option<char>,
    /// Its sheets; one without a name for files without sheets.
    pub sheets: Vec<SheetReading>,
    /// What became of its rows.
    pub counts: Counts,
    /// What a person must answer before anything is written.
    pub questions: Vec<Question>,
    /// The first issues.
    pub issues: Vec<Issue>,
    /// How many issues of each kind there were.
    pub issues_by_code: BTreeMap<Code, u64>,
}

impl Reading {
    /// Whether the rows may be written: nothing waits for an answer.
    pub fn is_settled(&self) -> bool {
        self.questions.is_empty()
    }

    /// The mapping of the first sheet with columns as it was used, for saving under a name.
    ///
    /// The answers to questions are the caller's [`Options::date_orders`](crate::Options::date_orders).
    pub fn mapping(&self, name: &str, options: &crate::Options) -> Option<Mapping> {
        let sheet = self.sheets.iter().find(|s| !s.columns.is_empty() && s.header_row > 0)?;
        let columns: BTreeMap<String, crate::Meaning> =
            sheet.columns.iter().map(|c| (c.header.clone(), c.meaning)).collect();
        let dates = options
            .date_orders
            .iter()
            .filter(|(column, _)| columns.contains_key(*column))
            .map(|(column, order)| (column.clone(), *order))
            .collect();
        Some(Mapping { name: name.to_owned(), signature: sheet.signature.clone(), columns, dates })
    }
}

impl std::fmt::Display for Reading {
    /// A few lines for a terminal: counts first, never a success without a number.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { read, taken, refused, waiting } = self.counts;
        write!(f, "{}: {} rows read as {}", self.file_name, read, self.format)?;
        writeln!(f, "; {taken} can be taken, {refused} refused, {waiting} waiting for an answer")?;
        for question in &self.questions {
            writeln!(f, "  ? {question}")?;
        }
        for (code, times) in &self.issues_by_code {
            writeln!(f, "  {} {:?}: {times}", code.as_str(), code)?;
        }
        Ok(())
    }
}
