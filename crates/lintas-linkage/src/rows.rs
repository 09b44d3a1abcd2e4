//! The text of a list to rows of cells.
//!
//! A quotation mark that nobody closed must not swallow the rest of the list: a row goes over a line's end only as long as
//! that stays plausible, otherwise its first line alone is rejected and reading goes on with the next line.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// Lines that one row may have.
const MOST_LINES: usize = 40;
/// Bytes that one line may have.
const LONGEST_LINE: usize = 1 << 20;

/// Cells of one row.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// Line on which the row begins, from 1.
    pub(crate) line: u64,
}

impl Cells {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&[u8]> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.bytes[start..end])
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &[u8]> + ExactSizeIterator {
        (0..self.len()).map(|at| self.get(at).unwrap_or_default())
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }
}

/// What the next lines held.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A row.
    Row,
    /// A line that is no row: in which cell, counted from 0, and why.
    Broken(usize, String),
    /// Nothing more.
    End,
}

/// Reads rows.
pub(crate) struct Rows<R> {
    source: R,
    delimiter: u8,
    line_end: u8,
    /// Lines that were read ahead.
    ahead: VecDeque<Vec<u8>>,
    spare: Vec<Vec<u8>>,
    n_lines: u64,
    /// Cells of the header, once it is read.
    n_cells: Option<usize>,
}

impl<R: BufRead> Rows<R> {
    pub(crate) fn new(source: R, delimiter: u8, line_end: u8) -> Self {
        Self {
            source,
            delimiter,
            line_end,
            ahead: VecDeque::new(),
            spare: Vec::new(),
            n_lines: 0,
            n_cells: None,
        }
    }

    /// Reads the next row that is not blank.
    pub(crate) fn next(&mut self, cells: &mut Cells) -> io::Result<Found> {
        loop {
            let Some(length) = self.line(0)?.map(<[u8]>::len) else { return Ok(Found::End) };
            self.n_lines += 1;
            cells.line = self.n_lines;
            if length > LONGEST_LINE {
                self.forget(1);
                return Ok(Found::Broken(0, format!("the line is longer than {LONGEST_LINE} bytes")));
            }
            if length > 0 {
                return self.row(cells);
            }
            self.forget(1);
        }
    }

    /// Reads the row that begins with the first line ahead.
    fn row(&mut self, cells: &mut Cells) -> io::Result<Found> {
        cells.clear();
        let mut is_open = false;
        for n in 0..MOST_LINES {
            let delimiter = self.delimiter;
            let end = match self.line(n)? {
                Some(line) if line.len() <= LONGEST_LINE => split(line, delimiter, cells, &mut is_open),
                _ => break,
            };
            match end {
                Split::Open => cells.bytes.push(b'\n'),
                Split::Closed if n > 0 && self.n_cells.is_some_and(|wanted| wanted != cells.len()) => break,
                Split::Closed => {
                    self.forget(n + 1);
                    self.n_lines += n as u64;
                    self.n_cells.get_or_insert(cells.len());
                    return Ok(Found::Row);
                }
                Split::Garbled => break,
            }
        }
        self.forget(1);
        Ok(Found::Broken(cells.len(), "a quotation mark is not closed, or something follows it".to_owned()))
    }

    /// The line so many lines ahead, without its end.
    fn line(&mut self, at: usize) -> io::Result<Option<&[u8]>> {
        while self.ahead.len() <= at {
            let mut line = self.spare.pop().unwrap_or_default();
            line.clear();
            if !read_line(&mut self.source, self.line_end, &mut line)? {
                return Ok(None);
            }
            self.ahead.push_back(line);
        }
        Ok(self.ahead.get(at).map(Vec::as_slice))
    }

    fn forget(&mut self, n: usize) {
        self.spare.extend(self.ahead.drain(..n));
    }
}

/// Reads a line; of one that is too long only so much that it can be told. Answers whether there was one.
fn read_line(source: &mut impl BufRead, line_end: u8, line: &mut Vec<u8>) -> io::Result<bool> {
    let mut is_any = false;
    loop {
        let buffer = match source.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        if buffer.is_empty() {
            break;
        }
        is_any = true;
        let end = buffer.iter().position(|byte| *byte == line_end);
        let taken = end.unwrap_or(buffer.len());
        let room = (LONGEST_LINE + 1).saturating_sub(line.len());
        line.extend_from_slice(&buffer[..taken.min(room)]);
        let used = taken + usize::from(end.is_some());
        source.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(is_any)
}

/// How a line ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Split {
    /// With its last cell.
    Closed,
    /// Within quotation marks.
    Open,
    /// Something stands behind a closed quotation mark.
    Garbled,
}

/// Adds the cells of a line; the first one goes on where the line before left it open.
fn split(line: &[u8], delimiter: u8, cells: &mut Cells, is_open: &mut bool) -> Split {
    if !*is_open && !line.contains(&b'"') {
        for byte in line {
            if *byte == delimiter {
                cells.ends.push(cells.bytes.len());
            } else {
                cells.bytes.push(*byte);
            }
        }
        cells.ends.push(cells.bytes.len());
        return Split::Closed;
    }
    let mut at = 0;
    loop {
        if *is_open || line.get(at) == Some(&b'"') {
            if !*is_open {
                at += 1;
            }
            *is_open = true;
            loop {
                match (line.get(at), line.get(at + 1)) {
                    (Some(b'"'), Some(b'"')) => {
                        cells.bytes.push(b'"');
                        at += 2;
                    }
                    (Some(b'"'), _) => {
                        at += 1;
                        *is_open = false;
                        break;
                    }
                    (Some(byte), _) => {
                        cells.bytes.push(*byte);
                        at += 1;
                    }
                    (None, _) => return Split::Open,
                }
            }
            if line.get(at).is_some_and(|byte| *byte != delimiter) {
                return Split::Garbled;
            }
        } else {
            while let Some(byte) = line.get(at).filter(|byte| **byte != delimiter) {
                cells.bytes.push(*byte);
                at += 1;
            }
        }
        cells.ends.push(cells.bytes.len());
        if at >= line.len() {
            return Split::Closed;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut rows = Rows::new(text.as_bytes(), b',', b'\n');
        let mut cells = Cells::default();
        let mut found = Vec::new();
        loop {
            match rows.next(&mut cells).unwrap() {
                Found::Row => {
                    let texts: Vec<_> = cells.iter().map(String::from_utf8_lossy).collect();
                    found.push(format!("{}: {}", cells.line, texts.join("|")));
                }
                Found::Broken(cell, _) => found.push(format!("{}! {cell}", cells.line)),
                Found::End => break,
            }
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        check("a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n2,", &["1: a|b", "2: 1|x, \"y\"", "4: 2|"]);
        check("a,b\n1,\"two\nlines\"\n2,5'10\"\n", &["1: a|b", "2: 1|two\nlines", "4: 2|5'10\""]);
    }

    #[test]
    fn a_quotation_mark_left_open_costs_one_line() {
        check("a,b\n1,\"x\n2,y\n3,z", &["1: a|b", "2! 1", "3: 2|y", "4: 3|z"]);
        check("a,b\n1,\"x\n2,\"y\"\n3,z", &["1: a|b", "2! 1", "3: 2|y", "4: 3|z"]);
        check("a,b\n1,\"x\n2,y\n\"3\",z", &["1: a|b", "2! 1", "3: 2|y", "4: 3|z"]);
    }

    #[test]
    fn a_line_without_an_end_does_not_fill_the_memory() {
        let text = format!("a,b\n1,{}\n2,y", "x".repeat(3 * LONGEST_LINE));
        check(&text, &["1: a|b", "2! 0", "3: 2|y"]);
    }
}
