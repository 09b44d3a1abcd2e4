//! Rows of cells, whatever the file they come from.

pub(crate) mod archive;
pub(crate) mod delimited;
pub(crate) mod delimiter;
pub(crate) mod encoding;
pub(crate) mod legacy;
pub(crate) mod marks;
pub(crate) mod ods;
pub(crate) mod workbook;

use crate::{IntakeError, Limits};

/// What a cell was in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum CellKind {
    /// Letters, as typed.
    #[default]
    Text,
    /// A number of a spreadsheet.
    Number,
    /// A date of a spreadsheet, written as in ISO 8601.
    Date,
}

/// What happened to a cell on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// A spreadsheet keeps 15 digits; this number has more.
    DigitsLost,
    /// `#REF!` and its kin.
    Error,
    /// It was longer than a cell may be.
    Cut,
    /// Marks that nobody sees were taken out.
    Invisible,
    /// NUL or bytes that are no characters.
    Damaged,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    /// The content, cleaned of invisible marks and of space at its ends.
    pub(crate) text: String,
    /// What it was.
    pub(crate) kind: CellKind,
    /// What happened to it.
    pub(crate) flaw: Option<Flaw>,
}

impl Cell {
    /// A cell of text, cleaned and cut to size.
    pub(crate) fn text(raw: &str, limits: &Limits) -> Self {
        let mut flaw = None;
        let mut raw = raw;
        if raw.len() > limits.cell_bytes {
            let mut end = limits.cell_bytes;
            while !raw.is_char_boundary(end) {
                end -= 1;
            }
            raw = &raw[..end];
            flaw = Some(Flaw::Cut);
        }
        if marks::is_damaged(raw) {
            return Self { text: raw.to_owned(), kind: CellKind::Text, flaw: Some(Flaw::Damaged) };
        }
        let (text, removed) = marks::without_invisible(raw);
        if removed {
            flaw = flaw.or(Some(Flaw::Invisible));
        }
        Self { text: text.trim().to_owned(), kind: CellKind::Text, flaw }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Why a whole row cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// Larger than a row may be.
    Huge,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    /// The row as a spreadsheet counts it: the first is 1.
    pub(crate) number: u64,
    /// Its cells.
    pub(crate) cells: Vec<Cell>,
    /// Why it cannot be used.
    pub(crate) fault: Option<Fault>,
}

impl Row {
    pub(crate) fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(Cell::is_empty)
    }
}

/// Gives the rows of one sheet, one after the other.
pub(crate) trait RowReader {
    /// The next row, `None` at the end. A bad row is a row with a fault; an error ends the file.
    fn next_row(&mut self) -> Result<Option<Row>, IntakeError>;
}

/// The letter a spreadsheet gives to a column, the first being 0: A, B … Z, AA.
pub(crate) fn column_letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.reverse();
    String::from_utf8(letters).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::column_letter;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        for (index, letter) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letter(index), letter);
        }
    }
}
