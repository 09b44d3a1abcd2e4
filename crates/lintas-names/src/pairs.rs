//! A tab-separated list of name pairs to the same list with a score for each.
//!
//! One row is held at a time, so the list may be of any length. A row that cannot be trusted (ragged, not UTF-8, control
//! characters, longer than any row of names can be) is left out and reported; a row whose name cannot be read is kept with
//! score 0 and reported as well. Nothing about one row stops the next.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};
use std::rc::Rc;

use crate::compare::{Frequencies, score};
use crate::name::Name;
use crate::text::Unreadable;

/// Rows longer than this many bytes are rejected.
pub const LONGEST_ROW_BYTES: usize = 1_000_000;
/// Names kept in memory once read, so that a name compared with many is read once.
const REMEMBERED_NAMES: usize = 50_000;
/// Names of the two columns that are compared.
const COLUMNS: [&str; 2] = ["name_a", "name_b"];

/// Why a list could not be scored at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PairsError {
    /// There is no header row.
    #[error("could not read `{file}`: it is empty; the first row must name the columns name_a and name_b")]
    NoHeader {
        /// Name of the list.
        file: String,
    },
    /// A column is missing.
    #[error("could not find column `{column}` in the first row of `{file}`; columns are separated by tabs")]
    NoColumn {
        /// Name of the list.
        file: String,
        /// The missing column.
        column: &'static str,
    },
    /// The list is not UTF-8 from its first row on.
    #[error("could not read `{file}` as UTF-8: {found}; save it as UTF-8 text")]
    Encoding {
        /// Name of the list.
        file: String,
        /// What it looks like.
        found: &'static str,
    },
    /// Reading failed.
    #[error("could not read `{file}` after row {row}")]
    Read {
        /// Name of the list.
        file: String,
        /// Last row read, the header being row 1.
        row: u64,
        /// Cause.
        #[source]
        source: io::Error,
    },
    /// Writing failed.
    #[error("could not write the scored rows")]
    Write(#[source] io::Error),
}

/// Something wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowIssue {
    /// Row number, the header being row 1.
    pub row: u64,
    /// Column name, where one column is to blame.
    pub column: Option<String>,
    /// What is wrong with it.
    pub reason: String,
    /// The row was left out; otherwise it was kept with score 0.
    pub rejected: bool,
}

/// How many rows went which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Rows written with a score.
    pub scored: u64,
    /// Rows among them whose names could not be compared, written with score 0.
    pub unreadable: u64,
    /// Rows left out.
    pub rejected: u64,
}

/// What to call the list in messages, and the counts of name parts to weigh by.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Name of the list, for messages.
    pub file: String,
    /// Counts of name parts.
    pub frequencies: Frequencies,
}

/// Scores every row of a list and writes it with a column `score` in [0, 1] added last.
///
/// # Errors
/// [`PairsError`] when the header is unusable or reading or writing fails. Trouble with single rows goes to `on_issue`.
pub fn score_pairs(
    mut reader: impl BufRead,
    mut writer: impl Write,
    options: &Options,
    on_issue: &mut dyn FnMut(RowIssue),
) -> Result<Summary, PairsError> {
    let mut row = Vec::new();
    let mut number = 1;
    let file = || options.file.clone();
    let read = |source, row| PairsError::Read { file: options.file.clone(), row, source };
    if next_row(&mut reader, &mut row).map_err(|source| read(source, 0))?.is_none() {
        return Err(PairsError::NoHeader { file: file() });
    }
    if row.starts_with(&[0xff, 0xfe]) || row.starts_with(&[0xfe, 0xff]) {
        return Err(PairsError::Encoding { file: file(), found: "it begins with a UTF-16 mark" });
    }
    let header = match std::str::from_utf8(&row) {
        Ok(text) if text.contains('\0') => {
            return Err(PairsError::Encoding { file: file(), found: "its first row holds NUL bytes" });
        }
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => {
            return Err(PairsError::Encoding { file: file(), found: "its first row holds other bytes" });
        }
    };
    if header.trim().is_empty() {
        return Err(PairsError::NoHeader { file: file() });
    }
    let columns: Vec<&str> = header.split('\t').collect();
    let place = |column: &'static str| {
        columns
            .iter()
            .position(|name| name.trim() == column)
            .ok_or_else(|| PairsError::NoColumn { file: file(), column })
    };
    let places = [place(COLUMNS[0])?, place(COLUMNS[1])?];
    writeln!(writer, "{header}\tscore").map_err(PairsError::Write)?;

    let mut summary = Summary::default();
    let mut names = Remembered::default();
    while let Some(length) = next_row(&mut reader, &mut row).map_err(|source| read(source, number))? {
        number += 1;
        if length == 0 {
            continue;
        }
        let text = match check(&row, length, &columns) {
            Ok(text) => text,
            Err((column, reason)) => {
                summary.rejected += 1;
                on_issue(RowIssue { row: number, column, reason, rejected: true });
                continue;
            }
        };
        let cells: Vec<&str> = text.split('\t').collect();
        let [left, right] = [0, 1].map(|side| names.read(cells[places[side]]));
        let mut value = None;
        for (side, name) in [&left, &right].into_iter().enumerate() {
            if let Err(reason) = name {
                let reason = format!("could not {reason}");
                on_issue(RowIssue {
                    row: number,
                    column: Some(COLUMNS[side].to_owned()),
                    reason,
                    rejected: false,
                });
            }
        }
        if let (Ok(left), Ok(right)) = (&left, &right) {
            value = score(left, right, &options.frequencies);
            if value.is_none() {
                let reason =
                    "could not compare these names: one has no part that identifies a person".to_owned();
                on_issue(RowIssue { row: number, column: None, reason, rejected: false });
            }
        }
        summary.scored += 1;
        summary.unreadable += u64::from(value.is_none());
        writeln!(writer, "{text}\t{:.4}", value.unwrap_or(0.0)).map_err(PairsError::Write)?;
    }
    writer.flush().map_err(PairsError::Write)?;
    Ok(summary)
}

/// A row that can be trusted, or the column and the reason why not.
fn check<'a>(row: &'a [u8], length: usize, columns: &[&str]) -> Result<&'a str, (Option<String>, String)> {
    if length > row.len() {
        return Err((
            None,
            format!("the row has {length} bytes; the longest accepted has {LONGEST_ROW_BYTES}"),
        ));
    }
    let column_at = |at: usize| {
        let number = row[..at].iter().filter(|byte| **byte == b'\t').count();
        Some(columns.get(number).map_or_else(|| (number + 1).to_string(), |name| (*name).to_owned()))
    };
    let text = std::str::from_utf8(row).map_err(|error| {
        let at = error.valid_up_to();
        let reason = match &row[at..] {
            [0xed, 0xa0..=0xbf, ..] => "half of a surrogate pair where a letter should be",
            _ => "bytes that are not UTF-8",
        };
        (column_at(at), format!("{reason}, at byte {}", at + 1))
    })?;
    if let Some(at) = text.bytes().position(|byte| byte < 0x20 && byte != b'\t' || byte == 0x7f) {
        return Err((
            column_at(at),
            format!("control character U+{:04X}, at byte {}", text.as_bytes()[at], at + 1),
        ));
    }
    let cells = text.bytes().filter(|byte| *byte == b'\t').count() + 1;
    if cells != columns.len() {
        return Err((None, format!("the row has {cells} columns; the first row names {}", columns.len())));
    }
    Ok(text)
}

/// Reads the next row without its line end; at most [`LONGEST_ROW_BYTES`] are kept, the true length is returned. `None` at
/// the end.
fn next_row(reader: &mut impl BufRead, row: &mut Vec<u8>) -> io::Result<Option<usize>> {
    row.clear();
    let mut length = 0;
    loop {
        let available = match reader.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if available.is_empty() {
            return Ok((length > 0).then_some(strip_return(row, length)));
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let taken = end.unwrap_or(available.len());
        let room = LONGEST_ROW_BYTES.saturating_sub(row.len());
        row.extend_from_slice(&available[..taken.min(room)]);
        length += taken;
        reader.consume(end.map_or(taken, |end| end + 1));
        if end.is_some() {
            return Ok(Some(strip_return(row, length)));
        }
    }
}

fn strip_return(row: &mut Vec<u8>, length: usize) -> usize {
    if row.len() == length && row.last() == Some(&b'\r') {
        row.pop();
        return length - 1;
    }
    length
}

/// Names read so far.
#[derive(Default)]
struct Remembered {
    names: HashMap<String, Rc<Name>>,
}

impl Remembered {
    fn read(&mut self, text: &str) -> Result<Rc<Name>, Unreadable> {
        if let Some(name) = self.names.get(text) {
            return Ok(Rc::clone(name));
        }
        let name = Rc::new(Name::read(text)?);
        if self.names.len() >= REMEMBERED_NAMES {
            self.names.clear();
        }
        self.names.insert(text.to_owned(), Rc::clone(&name));
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(list: &[u8]) -> (String, Vec<RowIssue>, Summary) {
        let mut out = Vec::new();
        let mut issues = Vec::new();
        let options = Options { file: "pairs.tsv".to_owned(), ..Options::default() };
        let summary = score_pairs(list, &mut out, &options, &mut |issue| issues.push(issue)).unwrap();
        (String::from_utf8(out).unwrap(), issues, summary)
    }

    #[test]
    fn every_good_row_comes_back_with_a_score_and_its_other_columns() {
        let (out, issues, summary) = run(
            "\u{feff}id\tname_a\tname_b\r\n1\tSomchai\tSomchai\r\n2\tSomchai\tNguyen \"Be\"\n".as_bytes(),
        );
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], "id\tname_a\tname_b\tscore");
        assert_eq!(lines[1], "1\tSomchai\tSomchai\t1.0000");
        assert!(lines[2].starts_with("2\tSomchai\tNguyen \"Be\"\t0.0"), "{}", lines[2]);
        assert!(issues.is_empty());
        assert_eq!(summary.scored, 2);
    }

    #[test]
    fn a_broken_row_says_where_and_why_and_the_rest_goes_on() {
        let mut list = b"name_a\tname_b\tlabel\nMya\t\t1\nKo\tKo\n".to_vec();
        list.extend_from_slice(b"Ko\tK\0o\t1\nKo\t\xff\t1\nKo\t\xed\xa0\x80\t1\n");
        list.extend_from_slice(b"Ko\t");
        list.extend(std::iter::repeat_n(b'a', 3_000_000));
        list.extend_from_slice(b"\t1\nAye Aye\tAye Aye\t1\n");
        let (out, issues, summary) = run(&list);
        assert_eq!(summary, Summary { scored: 2, unreadable: 1, rejected: 5 });
        assert!(out.contains("Mya\t\t1\t0.0000\n") && out.ends_with("Aye Aye\tAye Aye\t1\t1.0000\n"));
        let rows: Vec<(u64, Option<&str>)> =
            issues.iter().map(|issue| (issue.row, issue.column.as_deref())).collect();
        assert_eq!(
            rows,
            [
                (2, Some("name_b")),
                (3, None),
                (4, Some("name_b")),
                (5, Some("name_b")),
                (6, Some("name_b")),
                (7, None)
            ]
        );
    }

    #[test]
    fn a_list_without_its_columns_is_refused() {
        let options = Options { file: "pairs.tsv".to_owned(), ..Options::default() };
        let refuse =
            |list: &[u8]| score_pairs(list, Vec::new(), &options, &mut |_| {}).unwrap_err().to_string();
        assert!(refuse(b"").contains("empty"));
        assert!(refuse(b"name_a,name_b\n").contains("`name_a`"));
        assert!(refuse(b"\xff\xfen\0a\0\n").contains("UTF-16"));
    }
}
