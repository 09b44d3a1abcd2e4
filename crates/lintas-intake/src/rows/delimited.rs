//! Rows of a text file whose cells are separated by a sign (RFC 4180, as spreadsheets really write it).
//!
//! A quotation mark that is never closed would swallow the rest of the file into one cell. So a row may only be so
//! large; when it is larger, or the file ends inside quotes, its first line is given as a row with a fault and
//! reading goes on with the next line.

use std::io::Read;

use encoding_rs::Encoding;

use super::encoding::Transcode;
use super::{Cell, Fault, Row, RowReader};
use crate::export::cell_content;
use crate::{IntakeError, Limits};

/// Lines that one quoted row may span; prose in a cell has fewer.
const LINES_PER_ROW: usize = 2_000;

/// Gives the rows of a delimited text.
pub(crate) struct Delimited<R> {
    file: String,
    from: Transcode<R>,
    text: String,
    at: usize,
    ended: bool,
    sign: char,
    limits: Limits,
    number: u64,
}

impl<R: Read> Delimited<R> {
    pub(crate) fn new(file: &str, from: R, encoding: &'static Encoding, sign: char, limits: Limits) -> Self {
        Self {
            file: file.to_owned(),
            from: Transcode::new(from, encoding),
            text: String::new(),
            at: 0,
            ended: false,
            sign,
            limits,
            number: 0,
        }
    }

    /// Reads more text behind what is not used yet; false at the end.
    fn more(&mut self) -> Result<bool, IntakeError> {
        if self.at > 0 {
            self.text.drain(..self.at);
            self.at = 0;
        }
        let more = self
            .from
            .more(&mut self.text)
            .map_err(|source| IntakeError::Io { file: self.file.clone(), source })?;
        self.ended = !more;
        Ok(more)
    }
}

impl<R: Read> RowReader for Delimited<R> {
    fn next_row(&mut self) -> Result<Option<Row>, IntakeError> {
        loop {
            let rest = &self.text[self.at..];
            let bounds = Bounds { sign: self.sign, bytes: self.limits.row_bytes, ended: self.ended };
            match bounds.row_of(rest, &self.limits) {
                Parsed::More => {
                    self.more()?;
                }
                Parsed::End => return Ok(None),
                Parsed::Row { cells, used, fault } => {
                    self.at += used;
                    self.number += 1;
                    // The line by which Excel is told the sign is not a row of the table.
                    if self.number == 1
                        && cells.first().is_some_and(|c| {
                            c.text == "sep=" || (c.text.starts_with("sep=") && c.text.chars().count() == 5)
                        })
                    {
                        continue;
                    }
                    return Ok(Some(Row { number: self.number, cells, fault }));
                }
            }
        }
    }
}

enum Parsed {
    /// The row may go on behind the text at hand.
    More,
    /// Nothing is left.
    End,
    /// A row and how many bytes of text it took.
    Row { cells: Vec<Cell>, used: usize, fault: Option<Fault> },
}

struct Bounds {
    sign: char,
    bytes: usize,
    ended: bool,
}

impl Bounds {
    fn row_of(&self, text: &str, limits: &Limits) -> Parsed {
        if text.is_empty() {
            return if self.ended { Parsed::End } else { Parsed::More };
        }
        let mut cells = Vec::new();
        let mut cell = String::new();
        let mut signs = text.char_indices().peekable();
        let mut quoted = false;
        let mut fresh = true;
        let mut lines = 0;
        while let Some((at, c)) = signs.next() {
            if at > self.bytes || lines > LINES_PER_ROW {
                return self.first_line(text, limits, if quoted { Fault::OpenQuote } else { Fault::Huge });
            }
            if quoted {
                match c {
                    '"' => match signs.peek() {
                        Some((_, '"')) => {
                            signs.next();
                            cell.push('"');
                        }
                        // The closing mark may be the first half of a doubled one.
                        None if !self.ended => return Parsed::More,
                        _ => quoted = false,
                    },
                    _ => {
                        lines += usize::from(c == '\n');
                        cell.push(c);
                    }
                }
                continue;
            }
            match c {
                '"' if fresh => {
                    quoted = true;
                    fresh = false;
                }
                '\n' | '\r' => {
                    let mut used = at + 1;
                    if c == '\r' {
                        match signs.peek() {
                            Some((_, '\n')) => used += 1,
                            None if !self.ended => return Parsed::More,
                            _ => {}
                        }
                    }
                    cells.push(Cell::text(cell_content(&cell), limits));
                    return Parsed::Row { cells, used, fault: None };
                }
                _ if c == self.sign => {
                    cells.push(Cell::text(cell_content(&cell), limits));
                    cell.clear();
                    fresh = true;
                }
                _ => {
                    // Space before a quotation mark is not content.
                    fresh = fresh && c == ' ';
                    cell.push(c);
                }
            }
        }
        if !self.ended {
            return Parsed::More;
        }
        if quoted {
            return self.first_line(text, limits, Fault::OpenQuote);
        }
        cells.push(Cell::text(cell_content(&cell), limits));
        Parsed::Row { cells, used: text.len(), fault: None }
    }

    /// The first line alone, cut at every sign, quotation marks taken as letters.
    fn first_line(&self, text: &str, limits: &Limits, fault: Fault) -> Parsed {
        let (line, used) = match text.find('\n') {
            Some(end) if end <= self.bytes => (&text[..end], end + 1),
            _ => {
                // No line end within a row's size: give up the piece at hand and go on behind it.
                let mut end = self.bytes.min(text.len());
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
                (&text[..end], end.max(text.chars().next().map_or(1, char::len_utf8)))
            }
        };
        let cells =
            line.split(self.sign).take(limits.columns).map(|c| Cell::text(cell_content(c), limits)).collect();
        Parsed::Row { cells, used, fault: Some(fault) }
    }
}

/// The first rows of a sample, as plain texts; for finding the sign between cells.
pub(crate) fn split_sample(sample: &str, sign: char, rows: usize) -> Vec<Vec<String>> {
    let limits = Limits::default();
    let bounds = Bounds { sign, bytes: limits.row_bytes, ended: true };
    let mut at = 0;
    let mut found = Vec::new();
    while found.len() < rows {
        match bounds.row_of(&sample[at..], &limits) {
            Parsed::Row { cells, used, fault: None } => {
                at += used;
                if cells.iter().any(|c| !c.is_empty()) {
                    found.push(cells.into_iter().map(|c| c.text).collect());
                }
            }
            // The sample may end inside a quoted cell.
            _ => break,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use encoding_rs::UTF_8;
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, limits: Limits) -> Vec<Row> {
        let mut from = Delimited::new("t.csv", text.as_bytes(), UTF_8, ',', limits);
        let mut rows = Vec::new();
        while let Some(row) = from.next_row().unwrap() {
            rows.push(row);
        }
        rows
    }

    fn texts(text: &str) -> Vec<Vec<String>> {
        read(text, Limits::default())
            .into_iter()
            .map(|r| r.cells.into_iter().map(|c| c.text).collect())
            .collect()
    }

    #[test]
    fn cells_read_as_spreadsheets_write_them() {
        assert_eq!(texts("a,b\r\n\"x, y\",\"say \"\"no\"\"\"\r\n"), [["a", "b"], ["x, y", "say \"no\""]]);
        assert_eq!(texts("a,\"two\nlines\"\nb,c"), [["a", "two\nlines"], ["b", "c"]]);
        assert_eq!(texts("5\" pipe,b\n"), [["5\" pipe", "b"]]);
        assert_eq!(texts("a,\n"), [["a", ""]]);
        assert_eq!(texts("old\rmac\r"), [["old"], ["mac"]]);
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_one_row() {
        let rows = read("a,b\n1,\"open\n2,two\n3,three\n", Limits::default());
        let faults: Vec<_> = rows.iter().map(|r| r.fault).collect();
        assert_eq!(faults, [None, Some(Fault::OpenQuote), None, None]);
        assert_eq!(rows[3].cells[1].text, "three");
        assert_eq!(rows[3].number, 4);
    }

    #[test]
    fn a_row_without_end_is_given_up_in_pieces() {
        let limits = Limits { row_bytes: 100, ..Limits::default() };
        let text = format!("a,b\n{}\n1,2\n", "x".repeat(250));
        let rows = read(&text, limits);
        assert!(rows.iter().any(|r| r.fault == Some(Fault::Huge)));
        assert_eq!(rows.last().unwrap().cells[1].text, "2");
    }

    proptest! {
        #[test]
        fn any_text_reads_without_panic(text in "[ -~\n\r\"\",;ก-๙\u{202e}]{0,300}") {
            let _ = read(&text, Limits { row_bytes: 60, ..Limits::default() });
        }
    }
}
