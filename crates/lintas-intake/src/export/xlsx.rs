//! XLSX: text cells, a header that stays in view, the banner on every page, and a sheet that says what is shown.

use rust_xlsxwriter::{Color, DocProperties, Format, FormatBorder, Workbook, XlsxError};

use super::Table;
use crate::IntakeError;

/// Characters that a cell holds.
const CELL_CHARACTERS: usize = 32_767;

pub(super) fn write(table: &Table) -> Result<Vec<u8>, IntakeError> {
    workbook(table).map_err(|error| IntakeError::Export(error.to_string()))
}

fn workbook(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&table.title));
    let header = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00F5_F6F8))
        .set_border_bottom(FormatBorder::Thin)
        .set_text_wrap();
    // "@" is the text format: a number typed into the cell later stays as typed.
    let text = Format::new().set_num_format("@");
    let bold = Format::new().set_bold();

    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    for (column, name) in table.headers.iter().enumerate() {
        sheet.write_string_with_format(0, column as u16, fits(name), &header)?;
    }
    for (index, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
            sheet.write_string_with_format(index as u32 + 1, column as u16, fits(cell), &text)?;
        }
    }
    for (column, width) in widths(table).into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    if !table.headers.is_empty() {
        sheet.autofilter(0, 0, table.rows.len() as u32, table.headers.len() as u16 - 1)?;
    }
    if !table.banner.is_empty() {
        let banner = table.banner.replace('&', "&&");
        sheet.set_header(format!("&C&B{banner}"));
        sheet.set_footer(format!("&C&B{banner}&R&P/&N"));
    }

    let notes = workbook.add_worksheet();
    notes.set_name("What this shows")?;
    let mut lines: Vec<(&str, &str)> = Vec::new();
    if !table.banner.is_empty() {
        lines.push(("Classification", &table.banner));
    }
    lines.extend(table.notes.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let rows = table.rows.len().to_string();
    lines.push(("Rows", &rows));
    for (index, (name, value)) in lines.iter().enumerate() {
        notes.write_string_with_format(index as u32, 0, fits(name), &bold)?;
        notes.write_string_with_format(index as u32, 1, fits(value), &text)?;
    }
    notes.set_column_width(0, 24)?;
    notes.set_column_width(1, 80)?;
    workbook.save_to_buffer()
}

/// A name that a workbook accepts: 31 characters, none of `[]:*?/\`.
fn sheet_name(title: &str) -> String {
    let name: String = title.chars().map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c }).take(31).collect();
    let name = name.trim().trim_matches('\'');
    if name.is_empty() { "Table".to_owned() } else { name.to_owned() }
}

fn fits(text: &str) -> String {
    // XML has no room for most control characters.
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))
        .take(CELL_CHARACTERS)
        .collect()
}

/// Widths in characters by the first rows, between 8 and 60.
fn widths(table: &Table) -> Vec<f64> {
    let longest = |column: usize| {
        let cells = table.rows.iter().take(200).filter_map(|r| r.get(column));
        cells.chain(table.headers.get(column)).map(|c| c.chars().count()).max().unwrap_or(8)
    };
    (0..table.headers.len()).map(|column| (longest(column) + 2).clamp(8, 60) as f64).collect()
}
