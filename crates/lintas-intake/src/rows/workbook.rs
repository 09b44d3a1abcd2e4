//! Rows of an Excel workbook, streamed sheet by sheet.

use std::io::{Read, Seek};

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxCellReader, XlsxError};

use super::{Cell, CellKind, Flaw, Row, RowReader};
use crate::{IntakeError, Limits};

/// An opened Excel workbook.
pub(crate) struct Workbook<R: Read + Seek> {
    name: String,
    book: Xlsx<R>,
}

impl<R: Read + Seek> Workbook<R> {
    pub(crate) fn open(name: &str, file: R) -> Result<Self, IntakeError> {
        let book = Xlsx::new(file).map_err(|error| damaged(name, "the workbook".to_owned(), &error))?;
        Ok(Self { name: name.to_owned(), book })
    }

    /// The sheets that hold cells, in order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.book
            .sheets_metadata()
            .iter()
            .filter(|s| s.typ == SheetType::WorkSheet)
            .map(|s| s.name.clone())
            .collect()
    }

    /// The rows of a sheet.
    pub(crate) fn rows(&mut self, sheet: &str, limits: Limits) -> Result<WorkbookRows<'_, R>, IntakeError> {
        let place = format!("sheet `{sheet}`");
        let cells = self
            .book
            .worksheet_cells_reader(sheet)
            .map_err(|error| damaged(&self.name, place.clone(), &error))?;
        Ok(WorkbookRows {
            file: self.name.clone(),
            sheet: sheet.to_owned(),
            cells,
            limits,
            ahead: None,
            last: 0,
            ended: false,
        })
    }
}

fn damaged(file: &str, place: String, error: &XlsxError) -> IntakeError {
    let reason = match error {
        XlsxError::Password => "it is locked with a password".to_owned(),
        other => other.to_string(),
    };
    IntakeError::Damaged {
        file: file.to_owned(),
        place,
        reason,
        next_step: "open it in its program and save it anew as .xlsx, or ask for the file again".to_owned(),
    }
}

/// Gives the rows of one sheet; rows that the file leaves out are left out.
pub(crate) struct WorkbookRows<'a, R: Read + Seek> {
    file: String,
    sheet: String,
    cells: XlsxCellReader<'a, R>,
    limits: Limits,
    ahead: Option<(u32, u32, Cell)>,
    last: u32,
    ended: bool,
}

impl<R: Read + Seek> WorkbookRows<'_, R> {
    fn next_cell(&mut self) -> Result<Option<(u32, u32, Cell)>, IntakeError> {
        if let Some(ahead) = self.ahead.take() {
            return Ok(Some(ahead));
        }
        if self.ended {
            return Ok(None);
        }
        let next = self.cells.next_cell().map_err(|error| {
            damaged(&self.file, format!("sheet `{}`, after row {}", self.sheet, self.last), &error)
        })?;
        self.ended = next.is_none();
        Ok(next.map(|cell| {
            let (row, column) = cell.get_position();
            (row, column, cell_of(cell.get_value(), &self.limits))
        }))
    }
}

impl<R: Read + Seek> RowReader for WorkbookRows<'_, R> {
    fn next_row(&mut self) -> Result<Option<Row>, IntakeError> {
        let mut current: Option<Row> = None;
        let mut number = 0;
        while let Some((row, column, cell)) = self.next_cell()? {
            match &mut current {
                Some(_) if row != number => {
                    self.ahead = Some((row, column, cell));
                    break;
                }
                None => {
                    number = row;
                    current = Some(Row { number: u64::from(row) + 1, ..Row::default() });
                }
                Some(_) => {}
            }
            if let Some(found) = &mut current
                && (column as usize) < self.limits.columns
                && !cell.is_empty()
            {
                let column = column as usize;
                if found.cells.len() <= column {
                    found.cells.resize(column + 1, Cell::default());
                }
                found.cells[column] = cell;
            }
        }
        self.last = number.saturating_add(1);
        Ok(current)
    }
}

fn cell_of(value: &DataRef<'_>, limits: &Limits) -> Cell {
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(text) => Cell::text(text, limits),
        DataRef::SharedString(text) => Cell::text(text, limits),
        DataRef::Bool(truth) => {
            Cell { text: if *truth { "TRUE" } else { "FALSE" }.to_owned(), ..Cell::default() }
        }
        DataRef::Int(number) => Cell { text: number.to_string(), kind: CellKind::Number, flaw: None },
        DataRef::Float(number) => number_cell(*number),
        DataRef::DateTime(at) => date_cell(*at),
        DataRef::DateTimeIso(text) => {
            Cell { text: text.trim_end_matches("T00:00:00").to_owned(), kind: CellKind::Date, flaw: None }
        }
        DataRef::DurationIso(text) => Cell::text(text, limits),
        DataRef::Error(error) => {
            Cell { text: error_text(error).to_owned(), kind: CellKind::Text, flaw: Some(Flaw::Error) }
        }
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

/// A number as it was typed: whole numbers without exponent and without `.0`, up to the 15 digits that a spreadsheet
/// keeps. With more digits the last ones are gone, and the cell says so.
pub(crate) fn number_cell(number: f64) -> Cell {
    let whole = number.fract() == 0.0 && number.abs() < 1e21;
    let text = if whole { format!("{number:.0}") } else { number.to_string() };
    let flaw = (whole && number.abs() >= 1e15).then_some(Flaw::DigitsLost);
    Cell { text, kind: CellKind::Number, flaw }
}

fn date_cell(at: ExcelDateTime) -> Cell {
    if at.is_duration() {
        // Hours and minutes: what a sheet means by a time of day.
        let minutes = (at.as_f64() * 1_440.0).round() as i64;
        let text = format!("{:02}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60));
        return Cell { text, kind: CellKind::Date, flaw: None };
    }
    // Before 1 March 1900 and after 9999 the spreadsheet's calendar is no calendar.
    if !(0.0..2_958_466.0).contains(&at.as_f64()) {
        return number_cell(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let text = if at.as_f64() < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    };
    Cell { text, kind: CellKind::Date, flaw: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_typed_as_numbers_come_back_digit_by_digit() {
        let check = |number: f64, text: &str, flaw| {
            let cell = number_cell(number);
            assert_eq!((cell.text.as_str(), cell.flaw), (text, flaw));
        };
        check(8.55e11, "855000000000", None);
        check(66_812_345_678.0, "66812345678", None);
        check(1_234_567_890_123_456_789.0, "1234567890123456768", Some(Flaw::DigitsLost));
        check(13.6576, "13.6576", None);
        check(-1.0, "-1", None);
    }
}
