//! A list (CSV) to records: what was read, what was not, and why.
//!
//! Rows stream through; a row that cannot be used is named with its row, column and reason, and the rest goes on.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::io::{self, BufReader, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::dictionary::AsIs;
use crate::meaning::{Meaning, recognise};
use crate::records::{Batch, Records};
use crate::rows::{Cells, Found, Rows};
use crate::text::hash;

/// Rows looked at to recognise columns.
const SAMPLE: usize = 400;
/// Rows that are put away while the next ones are read.
const BATCH: usize = 4096;
/// Bytes above which a cell is no value of a person.
const LONGEST_CELL: usize = 1 << 16;

/// A row that was left out, or a cell that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Line of the file on which the row begins, from 1.
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
    /// The header cannot be read.
    #[error("could not read the header row: {0}")]
    BrokenHeader(String),
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
    seen: HashSet<u64, BuildHasherDefault<AsIs>>,
}

impl Reader {
    /// Reads with these options.
    pub fn new(options: ReadOptions) -> Self {
        Self { options, seen: HashSet::default() }
    }

    /// Reads one list; rows that are left out are told to `on_issue`.
    ///
    /// # Errors
    /// [`ReadError`] when the list as a whole cannot be used.
    pub fn read(
        &mut self,
        source: impl Read + Send,
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
            None => Encoding::for_bom(&head).map_or_else(|| without_mark(&head), |(encoding, _)| encoding),
        };
        let (delimiter, line_end) = signs(&head, encoding);
        let whole = io::Cursor::new(head).chain(source);
        let text: Box<dyn Read + Send + '_> = if encoding == UTF_8 {
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
        let text = BufReader::with_capacity(1 << 18, text);
        self.read_rows(Rows::new(text, delimiter, line_end), records, on_issue)
    }

    fn read_rows<R: io::BufRead + Send>(
        &mut self,
        mut rows: Rows<R>,
        records: &mut Records,
        on_issue: &mut dyn FnMut(Issue),
    ) -> Result<ListReport, ReadError> {
        let mut cells = Cells::default();
        match rows.next(&mut cells)? {
            Found::Row => {}
            Found::Broken(_, reason) => return Err(ReadError::BrokenHeader(reason)),
            Found::End => return Err(ReadError::NoHeader),
        }
        let headers: Vec<String> = cells
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().replace('\0', ""))
            .collect();
        let mut issues = Vec::new();
        // The first batch also tells what the columns are about.
        let mut full = self.fill(&mut rows, &headers, SAMPLE, &mut issues)?;
        let columns = self.meanings(&headers, &full)?;
        let slots = records.add_list(&columns);
        let mut report = ListReport { columns, n_taken: 0, n_rejected: 0 };
        while full.len() > 0 || !issues.is_empty() {
            report.n_taken += full.len() as u64;
            report.n_rejected += issues.len() as u64;
            issues.drain(..).for_each(&mut *on_issue);
            let (taken, next) = rayon::join(
                || records.push_all(&slots, &full).ok_or(ReadError::Full),
                || self.fill(&mut rows, &headers, BATCH, &mut issues),
            );
            taken?;
            full = next?;
        }
        Ok(report)
    }

    /// Reads the next rows that can be used; the others become issues.
    fn fill<R: io::BufRead>(
        &mut self,
        rows: &mut Rows<R>,
        headers: &[String],
        most: usize,
        issues: &mut Vec<Issue>,
    ) -> Result<Batch, ReadError> {
        let mut batch = Batch::new(headers.len());
        let mut cells = Cells::default();
        while batch.len() < most && issues.len() < most {
            let problem = match rows.next(&mut cells)? {
                Found::End => break,
                Found::Broken(cell, reason) => Some((headers.get(cell).cloned(), reason)),
                Found::Row => self.take(&cells, headers, &mut batch).err(),
            };
            if let Some((column, reason)) = problem {
                issues.push(Issue { row: cells.line, column, reason });
            }
        }
        Ok(batch)
    }

    fn meanings(&self, headers: &[String], head: &Batch) -> Result<Vec<(String, Meaning)>, ReadError> {
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
                    let cells = (0..head.len()).map(|row| head.cell(row, at).trim());
                    let sample: Vec<&str> = cells.filter(|cell| !crate::column::is_missing(cell)).collect();
                    recognise(header, &sample)
                };
                (header.clone(), meaning)
            })
            .collect();
        if columns.iter().all(|(_, meaning)| matches!(meaning, Meaning::Record | Meaning::Ignored))
            && head.len() > 0
        {
            return Err(ReadError::NothingToCompare);
        }
        Ok(columns)
    }

    /// Adds a row to the batch, or tells the column and the reason why it cannot be used.
    fn take(
        &mut self,
        row: &Cells,
        headers: &[String],
        batch: &mut Batch,
    ) -> Result<(), (Option<String>, String)> {
        let n_cells = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if n_cells > headers.len() || row.len() < headers.len() {
            return Err((None, format!("{} cells where the header has {}", row.len(), headers.len())));
        }
        for (header, cell) in headers.iter().zip(row.iter()) {
            let column = || Some(header.clone());
            if cell.len() > LONGEST_CELL {
                return Err((column(), format!("{} bytes are too long for a value", cell.len())));
            }
            if cell.contains(&0) {
                return Err((column(), "holds a NUL byte".to_owned()));
            }
            if std::str::from_utf8(cell).is_err() {
                return Err((column(), "is not UTF-8; name the encoding of the list".to_owned()));
            }
        }
        let id = row.get(0).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or("").trim();
        if id.is_empty() {
            return Err((headers.first().cloned(), "has no id".to_owned()));
        }
        if !self.seen.insert(hash(id.as_bytes(), 3)) {
            return Err((headers.first().cloned(), format!("the id `{id}` stands in an earlier row")));
        }
        batch.push(row.iter().take(headers.len()));
        Ok(())
    }
}

/// UTF-16 without its mark shows by the zero bytes of its Latin letters and signs.
fn without_mark(head: &[u8]) -> &'static Encoding {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half > 8 && odd > half / 4 && even < odd / 8 {
        UTF_16LE
    } else if half > 8 && even > half / 4 && odd < even / 8 {
        UTF_16BE
    } else {
        UTF_8
    }
}

/// The sign that parts most cells in the header, and the one that ends lines.
fn signs(head: &[u8], encoding: &'static Encoding) -> (u8, u8) {
    let (text, _, _) = encoding.decode(head);
    let line =
        text.lines().flat_map(|line| line.split('\r')).find(|line| !line.trim().is_empty()).unwrap_or("");
    let delimiter = *b",;\t|"
        .iter()
        .max_by_key(|sign| (line.matches(**sign as char).count(), **sign == b','))
        .unwrap_or(&b',');
    let is_old = text.contains('\r') && !text.contains('\n');
    (delimiter, if is_old { b'\r' } else { b'\n' })
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
