//! A list (CSV) to records: what was read, what was not, and why.
//!
//! Rows stream through; a row that cannot be used is named with its row, column and reason, and the rest goes on.

use std::collections::HashSet;
use std::io::{self, Read};

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};

use crate::meaning::{Meaning, recognise};
use crate::records::{Records, Row};
use crate::text::hash;

/// Rows looked at to recognise columns.
const SAMPLE: usize = 400;
/// Bytes above which a cell is no value of a person.
const LONGEST_CELL: usize = 1 << 16;

/// A row that was left out, or a cell that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Row in the file, the header being row 1.
    pub row: u64,
    /// Header of the column, where one is to blame.
    pub column: Option<String>,
    /// Why.
    pub reason: String,
}

/// A list that cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes do not come.
    #[error("could not read the list")]
    Io(#[from] io::Error),
    /// There is no header.
    #[error("could not find a header row")]
    NoHeader,
    /// No column says anything of a person.
    #[error("could not find a column to compare; name one with --column HEADER=MEANING")]
    NothingToCompare,
    /// A named column is not there.
    #[error("could not find a column `{0}`; the columns are: {1}")]
    NoSuchColumn(String, String),
    /// The encoding has no such name.
    #[error("could not find an encoding `{0}`")]
    NoSuchEncoding(String),
    /// More records or text than fits.
    #[error("could not hold more records")]
    Full,
}

/// How to read lists.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Meanings given by hand, by header.
    pub columns: Vec<(String, Meaning)>,
    /// Name of the encoding; `None` for UTF-8, or UTF-16 where the list says so.
    pub encoding: Option<String>,
}

/// What a list had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListReport {
    /// Header and meaning of each column.
    pub columns: Vec<(String, Meaning)>,
    /// Rows taken.
    pub n_taken: u64,
    /// Rows left out.
    pub n_rejected: u64,
}

/// Reads lists into records, one after the other.
#[derive(Debug, Default)]
pub struct Reader {
    options: ReadOptions,
    seen: HashSet<u64>,
}

impl Reader {
    /// Reads with these options.
    pub fn new(options: ReadOptions) -> Self {
        Self { options, seen: HashSet::new() }
    }

    /// Reads one list; rows that are left out are told to `on_issue`.
    ///
    /// # Errors
    /// [`ReadError`] when the list as a whole cannot be used.
    pub fn read(
        &mut self,
        source: impl Read,
        records: &mut Records,
        on_issue: &mut dyn FnMut(Issue),
    ) -> Result<ListReport, ReadError> {
        let mut source = source;
        let mut head = vec![0; 1 << 16];
        let mut n_head = 0;
        while n_head < head.len() {
            match source.read(&mut head[n_head..])? {
                0 => break,
                n => n_head += n,
            }
        }
        head.truncate(n_head);
        let encoding = match &self.options.encoding {
            Some(label) => Encoding::for_label(label.as_bytes())
                .ok_or_else(|| ReadError::NoSuchEncoding(label.clone()))?,
            None => Encoding::for_bom(&head).map_or(UTF_8, |(encoding, _)| encoding),
        };
        let delimiter = delimiter(&head, encoding);
        let whole = io::Cursor::new(head).chain(source);
        let text: Box<dyn Read + '_> = if encoding == UTF_8 {
            Box::new(whole)
        } else {
            Box::new(Decoded {
                source: whole,
                decoder: encoding.new_decoder(),
                raw: vec![0; 1 << 15],
                text: Vec::new(),
                at: 0,
                is_done: false,
            })
        };
        let rows = ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .delimiter(delimiter)
            .buffer_capacity(1 << 18)
            .from_reader(text);
        self.read_rows(rows, records, on_issue)
    }

    fn read_rows<R: Read>(
        &mut self,
        mut rows: csv::Reader<R>,
        records: &mut Records,
        on_issue: &mut dyn FnMut(Issue),
    ) -> Result<ListReport, ReadError> {
        let mut row = ByteRecord::new();
        if !next(&mut rows, &mut row)? {
            return Err(ReadError::NoHeader);
        }
        let headers: Vec<String> = row
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().replace('\0', ""))
            .collect();
        let mut head: Vec<(u64, ByteRecord)> = Vec::new();
        while head.len() < SAMPLE && next(&mut rows, &mut row)? {
            head.push((rows.position().record(), row.clone()));
        }
        let columns = self.meanings(&headers, &head)?;
        let slots = records.add_list(&columns);
        let mut report = ListReport { columns, n_taken: 0, n_rejected: 0 };
        let mut take = |row: &ByteRecord, number: u64| -> Result<(), ReadError> {
            match self.check(row, &headers) {
                Ok(cells) => {
                    let id = cells[0].trim();
                    if !self.seen.insert(hash(id.as_bytes(), 3)) {
                        report.n_rejected += 1;
                        on_issue(Issue {
                            row: number,
                            column: Some(headers[0].clone()),
                            reason: format!("the id `{id}` stands in an earlier row"),
                        });
                        return Ok(());
                    }
                    records.push(&slots, &Row { id, cells: &cells }).ok_or(ReadError::Full)?;
                    report.n_taken += 1;
                }
                Err((column, reason)) => {
                    report.n_rejected += 1;
                    on_issue(Issue { row: number, column, reason });
                }
            }
            Ok(())
        };
        for (number, row) in &head {
            take(row, *number)?;
        }
        while next(&mut rows, &mut row)? {
            take(&row, rows.position().record())?;
        }
        Ok(report)
    }

    fn meanings(
        &self,
        headers: &[String],
        head: &[(u64, ByteRecord)],
    ) -> Result<Vec<(String, Meaning)>, ReadError> {
        for (wanted, _) in &self.options.columns {
            if !headers.contains(wanted) {
                return Err(ReadError::NoSuchColumn(wanted.clone(), headers.join(", ")));
            }
        }
        let columns: Vec<(String, Meaning)> = headers
            .iter()
            .enumerate()
            .map(|(at, header)| {
                let by_hand = self.options.columns.iter().find(|(wanted, _)| wanted == header);
                let meaning = if at == 0 {
                    Meaning::Record
                } else if let Some((_, meaning)) = by_hand {
                    *meaning
                } else {
                    let sample: Vec<&str> = head
                        .iter()
                        .filter_map(|(_, row)| row.get(at).and_then(|cell| std::str::from_utf8(cell).ok()))
                        .map(str::trim)
                        .filter(|cell| !crate::column::is_missing(cell))
                        .collect();
                    recognise(header, &sample)
                };
                (header.clone(), meaning)
            })
            .collect();
        if columns.iter().all(|(_, meaning)| matches!(meaning, Meaning::Record | Meaning::Ignored))
            && !head.is_empty()
        {
            return Err(ReadError::NothingToCompare);
        }
        Ok(columns)
    }

    /// Cells of a row, or the column and the reason why it cannot be used.
    fn check<'r>(
        &self,
        row: &'r ByteRecord,
        headers: &[String],
    ) -> Result<Vec<&'r str>, (Option<String>, String)> {
        let n_cells = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if n_cells > headers.len() || row.len() < headers.len() {
            return Err((None, format!("{} cells where the header has {}", row.len(), headers.len())));
        }
        let mut cells = Vec::with_capacity(headers.len());
        for (header, cell) in headers.iter().zip(row) {
            let column = || Some(header.clone());
            if cell.len() > LONGEST_CELL {
                return Err((column(), format!("{} bytes are too long for a value", cell.len())));
            }
            if cell.contains(&0) {
                return Err((column(), "holds a NUL byte".to_owned()));
            }
            match std::str::from_utf8(cell) {
                Ok(text) => cells.push(text),
                Err(_) => return Err((column(), "is not UTF-8; name the encoding of the list".to_owned())),
            }
        }
        match cells.first() {
            Some(id) if !id.trim().is_empty() => Ok(cells),
            _ => Err((headers.first().cloned(), "has no id".to_owned())),
        }
    }
}

fn next<R: Read>(rows: &mut csv::Reader<R>, row: &mut ByteRecord) -> Result<bool, ReadError> {
    rows.read_byte_record(row).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(cause) => ReadError::Io(cause),
        other => ReadError::Io(io::Error::new(io::ErrorKind::InvalidData, format!("{other:?}"))),
    })
}

/// The sign that parts most cells in the header.
fn delimiter(head: &[u8], encoding: &'static Encoding) -> u8 {
    let (text, _, _) = encoding.decode(head);
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    *b",;\t|"
        .iter()
        .max_by_key(|sign| (line.matches(**sign as char).count(), **sign == b','))
        .unwrap_or(&b',')
}

/// A source in another encoding, as UTF-8.
struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    is_done: bool,
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.is_done {
            let n = self.source.read(&mut self.raw)?;
            self.is_done = n == 0;
            self.text.resize(self.decoder.max_utf8_buffer_length(n).unwrap_or(4 * n + 64), 0);
            let (result, _, written, _) =
                self.decoder.decode_to_utf8(&self.raw[..n], &mut self.text, self.is_done);
            debug_assert!(matches!(result, CoderResult::InputEmpty));
            self.text.truncate(written);
            self.at = 0;
        }
        let n = into.len().min(self.text.len() - self.at);
        into[..n].copy_from_slice(&self.text[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}
