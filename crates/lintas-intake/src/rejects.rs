//! The rows that were not taken, as a file that can be corrected and given again.
//!
//! The cells stand under their own headers as they stood in the source; the reasons stand behind them in columns that a
//! later import leaves out.

use crate::export::{self, FileKind, Table};
use crate::{IntakeError, RefusedRow};

/// Headers of the added columns.
const ADDED: [&str; 5] = ["lintas sheet", "lintas row", "lintas code", "lintas reason", "lintas next step"];

/// Writes the refused rows of one file.
///
/// Rows of sheets with different headers stand one group below the other, each value under its own header.
///
/// # Errors
/// As [`export::table`].
pub fn write(file_name: &str, rows: &[RefusedRow], kind: FileKind) -> Result<Vec<u8>, IntakeError> {
    let mut headers: Vec<String> = Vec::new();
    for row in rows {
        let unknown: Vec<String> = row.headers.iter().filter(|h| !headers.contains(h)).cloned().collect();
        headers.extend(unknown);
        // Cells behind the last header keep their place under the letter of their column.
        for index in row.headers.len()..row.cells.len() {
            let letter = crate::rows::column_letter(index);
            if !headers.contains(&letter) {
                headers.push(letter);
            }
        }
    }
    let width = headers.len();
    let places: std::collections::HashMap<&str, usize> =
        headers.iter().enumerate().map(|(at, h)| (h.as_str(), at)).collect();
    let lines = rows
        .iter()
        .map(|row| {
            let mut line = vec![String::new(); width];
            for (index, cell) in row.cells.iter().enumerate() {
                let letter = crate::rows::column_letter(index);
                let header = row.headers.get(index).unwrap_or(&letter);
                if let Some(at) = places.get(header.as_str()) {
                    line[*at].clone_from(cell);
                }
            }
            let joined = |part: &dyn Fn(&crate::Issue) -> String| {
                row.issues.iter().map(part).collect::<Vec<_>>().join("\n")
            };
            line.push(row.sheet.clone());
            line.push(row.row.to_string());
            line.push(joined(&|i| i.code.as_str().to_owned()));
            line.push(joined(&|i| match &i.column {
                Some(column) => format!("{column}: {}", i.reason),
                None => i.reason.clone(),
            }));
            line.push(joined(&|i| i.next_step.clone()));
            line
        })
        .collect();
    let added: Vec<String> = ADDED.iter().map(|h| (*h).to_owned()).collect();
    let table = Table {
        title: "Rejects".to_owned(),
        headers: headers.iter().cloned().chain(added).collect(),
        rows: lines,
        banner: String::new(),
        notes: vec![
            ("File".to_owned(), file_name.to_owned()),
            (
                "How to use".to_owned(),
                "Correct the cells and import this file; the columns that begin with `lintas` are not read."
                    .to_owned(),
            ),
        ],
    };
    export::table(&table, kind)
}
