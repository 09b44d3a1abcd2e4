//! What an agency's file becomes, seen from outside the crate. All rows are made up.

mod cases;
mod hostile;
mod lists;
mod promises;
mod tables;

use std::io::Cursor;

use lintas_intake::{Gather, IntakeError, Options, Reading, read};
use lintas_model::property::Property;
use rust_xlsxwriter::Workbook;

/// Reads bytes as a file of that name.
fn read_bytes(name: &str, bytes: &[u8], options: &Options) -> Result<(Reading, Gather), IntakeError> {
    let mut rows = Gather::default();
    read(name, Cursor::new(bytes), options, &mut rows).map(|reading| (reading, rows))
}

/// Reads a text that must be readable.
fn read_text(text: &str) -> (Reading, Gather) {
    read_bytes("people.csv", text.as_bytes(), &options()).expect("a readable file")
}

fn options() -> Options {
    Options { source: "border police".to_owned(), secret: b"secret".to_vec(), ..Options::default() }
}

/// A workbook with sheets of text cells.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a sheet name");
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
                sheet.write_string(row as u32, column as u16, *cell).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// The values of a property of the first thing of a row, joined.
fn says(rows: &Gather, index: usize, property: Property) -> String {
    let values = rows.proposals[index].things[0].says.get(&property);
    values.into_iter().flatten().map(|a| a.value.to_string()).collect::<Vec<_>>().join("; ")
}

/// The codes of all issues, in order.
fn codes(rows: &Gather) -> Vec<&'static str> {
    rows.issues.iter().map(|i| i.code.as_str()).collect()
}
