//! Tables to give away: XLSX and CSV that say what they are and do nothing when they are opened.

mod csv;
mod xlsx;

use crate::IntakeError;

/// The kind of file to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Excel workbook.
    Xlsx,
    /// Comma-separated UTF-8 with a byte-order mark, as spreadsheet programs expect it.
    Csv,
}

/// A table with everything that is to be printed on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Name of the sheet.
    pub title: String,
    /// Headers.
    pub headers: Vec<String>,
    /// Rows of texts: identifiers stay texts, with every digit and every leading nought.
    pub rows: Vec<Vec<String>>,
    /// The classification, printed on every page; nothing is printed when it is empty.
    pub banner: String,
    /// What the table shows: filter, date, node. On a sheet of its own in XLSX, above the headers in CSV it would break
    /// the reader, so there it is left to the file's name.
    pub notes: Vec<(String, String)>,
}

/// Writes a table.
///
/// # Errors
/// The workbook library refuses, for example because there are more than 1,048,575 rows.
pub fn table(table: &Table, kind: FileKind) -> Result<Vec<u8>, IntakeError> {
    match kind {
        FileKind::Xlsx => xlsx::write(table),
        FileKind::Csv => Ok(csv::write(table)),
    }
}

/// A text for a cell of a CSV file, made safe: a spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a
/// line end as a formula. Such a text gets an apostrophe in front, which [`cell_content`] takes off again.
///
/// A negative number is left as it is: it cannot do anything.
pub fn cell_text(text: &str) -> std::borrow::Cow<'_, str> {
    if starts_a_formula(text.trim_start_matches('\'')) && !is_plain_number(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// The text of a cell that [`cell_text`] may have made safe.
pub fn cell_content(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if starts_a_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn starts_a_formula(text: &str) -> bool {
    // The full-width forms are read as the plain ones by spreadsheets set to an East Asian language.
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or("x");
    let mut parts = digits.splitn(2, '.');
    let whole = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(whole) && parts.next().is_none_or(whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cell_never_becomes_a_formula() {
        for text in ["=1+1", "+85512345678", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"] {
            assert!(cell_text(text).starts_with('\''), "{text}");
            assert_eq!(cell_content(&cell_text(text)), text);
        }
        for text in ["Sok Dara", "-5.25", "-17", "O'Neil", "'quoted'", "", "1-2"] {
            assert_eq!(cell_text(text), text);
            assert_eq!(cell_content(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(text in "['=+@\\-\t\r\n0-9a-z.＝]{0,12}") {
            let safe = cell_text(&text);
            prop_assert_eq!(cell_content(&safe), text.as_str());
        }
    }
}
