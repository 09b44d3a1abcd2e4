//! Rows of an OpenDocument sheet, streamed out of `content.xml`.
//!
//! OpenDocument writes "the same cell 16,384 times" and "the same row a million times" in one element. Unrolled as
//! written, a small file fills memory, so repeats are unrolled only as far as a sheet can need them.

use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Cell, CellKind, Row, RowReader};
use crate::{IntakeError, Limits};

/// Times that a row with content may be repeated; more is a filled column, not data.
const ROW_REPEATS: u64 = 10_000;

/// Names of the sheets, in order.
pub(crate) fn sheets<R: Read + Seek>(name: &str, file: R) -> Result<Vec<String>, IntakeError> {
    let mut archive = ZipArchive::new(file).map_err(|e| damaged(name, "the archive", &e.to_string()))?;
    let content = archive.by_name("content.xml").map_err(|e| damaged(name, "content.xml", &e.to_string()))?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let mut sheets = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|e| damaged(name, "content.xml", &e.to_string()))? {
            Event::Start(tag) if tag.local_name().as_ref() == b"table" => {
                sheets.push(attribute(&tag, b"name").unwrap_or_default());
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn damaged(file: &str, place: &str, reason: &str) -> IntakeError {
    IntakeError::Damaged {
        file: file.to_owned(),
        place: place.to_owned(),
        reason: reason.to_owned(),
        next_step: "open it in its program and save it anew, or ask for the file again".to_owned(),
    }
}

fn attribute(tag: &BytesStart<'_>, local: &[u8]) -> Option<String> {
    tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == local).and_then(|a| {
        a.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    })
}

/// Streams the rows of the n-th sheet.
pub(crate) struct OdsRows<'a> {
    file: String,
    sheet: String,
    xml: Reader<BufReader<Box<dyn Read + 'a>>>,
    limits: Limits,
    buffer: Vec<u8>,
    number: u64,
    pending: Option<(Row, u64)>,
    inside: bool,
}

impl<'a> OdsRows<'a> {
    /// From the stream of `content.xml`, standing before the sheet of this index.
    pub(crate) fn new(
        file: &str,
        sheet: &str,
        index: usize,
        content: Box<dyn Read + 'a>,
        limits: Limits,
    ) -> Result<Self, IntakeError> {
        let mut rows = Self {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            xml: Reader::from_reader(BufReader::new(content)),
            limits,
            buffer: Vec::new(),
            number: 0,
            pending: None,
            inside: true,
        };
        let mut seen = 0;
        loop {
            match rows.event()? {
                Event::Start(tag) if tag.local_name().as_ref() == b"table" => {
                    if seen == index {
                        return Ok(rows);
                    }
                    seen += 1;
                }
                Event::Eof => return Err(damaged(file, &format!("sheet `{sheet}`"), "it is not there")),
                _ => {}
            }
        }
    }

    fn event(&mut self) -> Result<Event<'static>, IntakeError> {
        self.buffer.clear();
        match self.xml.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event.into_owned()),
            Err(error) => Err(damaged(
                &self.file,
                &format!("sheet `{}`, after row {}", self.sheet, self.number),
                &error.to_string(),
            )),
        }
    }

    fn row(&mut self) -> Result<Row, IntakeError> {
        let mut row = Row::default();
        loop {
            match self.event()? {
                Event::Start(tag) if is_cell(&tag) => {
                    let times = repeats(&tag, b"number-columns-repeated");
                    let cell = self.cell(&tag)?;
                    self.put(&mut row, cell, times);
                }
                Event::Empty(tag) if is_cell(&tag) => {
                    let times = repeats(&tag, b"number-columns-repeated");
                    let cell = value_of(&tag, "");
                    self.put(&mut row, cell, times);
                }
                Event::End(tag) if tag.local_name().as_ref() == b"table-row" => return Ok(row),
                Event::Eof => {
                    return Err(damaged(
                        &self.file,
                        &format!("sheet `{}`, row {}", self.sheet, self.number + 1),
                        "it ends in the middle of a row",
                    ));
                }
                _ => {}
            }
        }
    }

    fn put(&self, row: &mut Row, cell: Cell, times: u64) {
        let room = self.limits.columns.saturating_sub(row.cells.len());
        let times = usize::try_from(times).unwrap_or(usize::MAX).min(room);
        row.cells.extend(std::iter::repeat_n(cell, times));
    }

    fn cell(&mut self, tag: &BytesStart<'static>) -> Result<Cell, IntakeError> {
        let mut text = String::new();
        let mut paragraphs = 0;
        let mut in_note = 0_usize;
        loop {
            match self.event()? {
                Event::Start(inner) => match inner.local_name().as_ref() {
                    b"annotation" => in_note += 1,
                    b"p" if in_note == 0 => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    _ => {}
                },
                Event::Empty(inner) if in_note == 0 => match inner.local_name().as_ref() {
                    b"s" | b"tab" => text.push(' '),
                    b"line-break" => text.push('\n'),
                    _ => {}
                },
                Event::Text(piece)
                    if in_note == 0 && paragraphs > 0 && text.len() <= self.limits.cell_bytes =>
                {
                    text.push_str(&piece.xml10_content().unwrap_or_default());
                }
                Event::GeneralRef(name) if in_note == 0 => text.push_str(entity(&name).as_str()),
                Event::End(inner) => match inner.local_name().as_ref() {
                    b"annotation" => in_note = in_note.saturating_sub(1),
                    b"table-cell" | b"covered-table-cell" => return Ok(self.finish(tag, &text)),
                    _ => {}
                },
                Event::Eof => {
                    return Err(damaged(
                        &self.file,
                        &format!("sheet `{}`", self.sheet),
                        "it ends inside a cell",
                    ));
                }
                _ => {}
            }
        }
    }

    fn finish(&self, tag: &BytesStart<'_>, text: &str) -> Cell {
        let cell = value_of(tag, text);
        if cell.kind == CellKind::Text { Cell::text(&cell.text, &self.limits) } else { cell }
    }
}

/// The five entities of XML and character references; others are left as written.
pub(crate) fn entity(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    let name = String::from_utf8_lossy(name).into_owned();
    quick_xml::escape::resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

fn is_cell(tag: &BytesStart<'_>) -> bool {
    matches!(tag.local_name().as_ref(), b"table-cell" | b"covered-table-cell")
}

fn repeats(tag: &BytesStart<'_>, name: &[u8]) -> u64 {
    attribute(tag, name).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

fn value_of(tag: &BytesStart<'_>, text: &str) -> Cell {
    let plain = |text: &str| Cell { text: text.to_owned(), ..Cell::default() };
    match attribute(tag, b"value-type").as_deref() {
        Some("float" | "currency" | "percentage") => {
            match attribute(tag, b"value").and_then(|v| v.parse::<f64>().ok()) {
                Some(number) => super::workbook::number_cell(number),
                None => plain(text),
            }
        }
        Some("date") => match attribute(tag, b"date-value") {
            Some(date) => {
                Cell { text: date.trim_end_matches("T00:00:00").to_owned(), kind: CellKind::Date, flaw: None }
            }
            None => plain(text),
        },
        _ => plain(text),
    }
}

impl RowReader for OdsRows<'_> {
    fn next_row(&mut self) -> Result<Option<Row>, IntakeError> {
        if let Some((row, left)) = self.pending.take() {
            self.number += 1;
            let this = Row { number: self.number, ..row.clone() };
            if left > 1 {
                self.pending = Some((row, left - 1));
            }
            return Ok(Some(this));
        }
        while self.inside {
            match self.event()? {
                Event::Start(tag) if tag.local_name().as_ref() == b"table-row" => {
                    let times = repeats(&tag, b"number-rows-repeated");
                    let mut row = self.row()?;
                    while row.cells.last().is_some_and(Cell::is_empty) {
                        row.cells.pop();
                    }
                    if row.cells.is_empty() {
                        self.number += times;
                        continue;
                    }
                    self.number += 1;
                    row.number = self.number;
                    if times > 1 {
                        self.pending = Some((row.clone(), times.min(ROW_REPEATS) - 1));
                    }
                    return Ok(Some(row));
                }
                Event::Empty(tag) if tag.local_name().as_ref() == b"table-row" => {
                    self.number += repeats(&tag, b"number-rows-repeated");
                }
                Event::End(tag) if tag.local_name().as_ref() == b"table" => self.inside = false,
                Event::Eof => self.inside = false,
                _ => {}
            }
        }
        Ok(None)
    }
}
