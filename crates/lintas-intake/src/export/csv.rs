//! CSV: UTF-8 with a byte-order mark, quoted where needed, guarded against formulas (RFC 4180).

use super::{Table, cell_text};

pub(super) fn write(table: &Table) -> Vec<u8> {
    let mut text = String::from('\u{FEFF}');
    line(&mut text, &table.headers);
    for row in &table.rows {
        line(&mut text, row);
    }
    text.into_bytes()
}

/// Adds one line.
pub(crate) fn line(text: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        let safe = cell_text(cell);
        let ends_in_space = safe.starts_with(' ') || safe.ends_with(' ');
        if safe.contains(['"', ',', ';', '\t', '|', '\n', '\r'])
            || ends_in_space
            || (cells.len() == 1 && safe.is_empty())
        {
            text.push('"');
            text.push_str(&safe.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&safe);
        }
    }
    text.push_str("\r\n");
}
