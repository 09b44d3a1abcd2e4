//! A list of contacts as a file -> contacts, with what was wrong row by row.

use std::io::Read;

use serde::Serialize;

use super::RankError;
use super::columns;
use super::issue::{Issue, Problem};
use crate::graph::{Contact, GradeBand, IdTable, TieKind};
use crate::routes::instant;

/// Heaviest weight kept: beyond any count of calls or sum of money.
const HEAVIEST: f64 = 1e12;

/// What the times of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeScale {
    /// Seconds since 1970 UTC.
    #[default]
    Calendar,
    /// Numbers of phases, weeks or years, whatever the list counts in.
    Ordinal,
}

/// Contacts as read, with the ids of the people in them.
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    /// Ids as written.
    pub ids: IdTable,
    /// The contacts, in order of the rows.
    pub rows: Vec<Contact>,
    /// What the times are.
    pub time_scale: TimeScale,
    /// Whether the list has a column of kinds.
    pub has_kinds: bool,
    /// Whether the list has a column of times.
    pub has_times: bool,
    /// Whether the list has a column of weights.
    pub has_weights: bool,
    /// Whether the list has a column of grades.
    pub has_grades: bool,
}

impl Contacts {
    /// Adds a contact between two people by their ids.
    ///
    /// Contacts with oneself and weights that are not above zero and finite are left out and answered `false`.
    #[allow(clippy::too_many_arguments)]
    pub fn push(
        &mut self,
        source: &str,
        target: &str,
        kind: TieKind,
        time: Option<i64>,
        weight: f64,
        grade: GradeBand,
        record: u32,
    ) -> bool {
        if source == target || !weight.is_finite() || weight <= 0.0 {
            return false;
        }
        self.has_kinds |= kind != TieKind::Unknown;
        self.has_times |= time.is_some();
        self.has_weights |= weight != 1.0;
        self.has_grades |= grade != GradeBand::Ungraded;
        let (source, target) = (self.ids.number(source), self.ids.number(target));
        self.rows.push(Contact { source, target, kind, time, weight: weight.min(HEAVIEST), grade, record });
        true
    }

    /// The same contacts with people numbered in order of their ids and rows sorted, so that whatever is drawn or
    /// added up along the way does not hang on the order in which a list happens to be written.
    pub(super) fn in_order(&self) -> Contacts {
        let mut order: Vec<u32> = (0..self.ids.len() as u32).collect();
        order.sort_unstable_by_key(|&person| self.ids.name(person));
        let mut ids = IdTable::default();
        let mut number = vec![0; order.len()];
        for person in order {
            number[person as usize] = ids.number(self.ids.name(person));
        }
        let renumbered = |row: &Contact| Contact {
            source: number[row.source as usize],
            target: number[row.target as usize],
            ..*row
        };
        let mut rows: Vec<Contact> = self.rows.iter().map(renumbered).collect();
        let key =
            |row: &Contact| (row.source, row.target, row.kind, row.time, row.weight.to_bits(), row.grade);
        rows.sort_unstable_by(|a, b| key(a).cmp(&key(b)).then(a.record.cmp(&b.record)));
        Contacts { ids, rows, ..*self }
    }
}

/// The columns of a list, by place.
struct Columns {
    source: usize,
    target: usize,
    kind: Option<usize>,
    time: Option<usize>,
    weight: Option<usize>,
    grade: Option<usize>,
}

/// Reads contacts: two people a row, and kind, time, weight and grade under any usual header.
///
/// Separator, header and column names are recognised; without a header the first two columns are the people.
/// `now` is the time (seconds since 1970) after which a contact lies in the future; `None` accepts any.
///
/// # Errors
/// When the bytes cannot be read at all, are UTF-16, or have fewer than two columns.
pub fn read_contacts(input: impl Read, now: Option<i64>) -> Result<(Contacts, Vec<Issue>), RankError> {
    let mut reader = columns::open(input)?;
    let mut issues = Vec::new();
    let mut contacts = Contacts::default();
    let mut record = csv::ByteRecord::new();
    if !reader.read_byte_record(&mut record)? {
        return Ok((contacts, issues));
    }
    let header: Vec<String> =
        record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let plain: Vec<String> = header.iter().map(|cell| columns::plain(cell)).collect();
    let (found, is_header) = recognise(&plain, &mut issues)?;
    contacts.has_kinds = found.kind.is_some();
    contacts.has_times = found.time.is_some();
    contacts.has_weights = found.weight.is_some();
    contacts.has_grades = found.grade.is_some();
    let mut rows = Rows { found: &found, header: &header, now, contacts, issues, ordinals: Vec::new() };
    let mut row = 1;
    if !is_header {
        rows.read(&record, row);
    }
    while reader.read_byte_record(&mut record)? {
        row += 1;
        rows.read(&record, row);
    }
    Ok(rows.finish())
}

/// Finds the columns; says whether the first row is a header rather than a contact.
fn recognise(plain: &[String], issues: &mut Vec<Issue>) -> Result<(Columns, bool), RankError> {
    if plain.len() < 2 {
        return Err(RankError::TooFewColumns { found: plain.len() });
    }
    let optional = |words| columns::find(plain, words);
    let named = (columns::find(plain, columns::SOURCE), columns::find(plain, columns::TARGET));
    if let (Some(source), Some(target)) = named
        && source != target
    {
        let (kind, time) = (optional(columns::KIND), optional(columns::TIME));
        let (weight, grade) = (optional(columns::WEIGHT), optional(columns::GRADE));
        return Ok((Columns { source, target, kind, time, weight, grade }, true));
    }
    issues.push(Issue { row: 1, column: None, problem: Problem::ColumnsGuessed });
    let (kind, time) = (optional(columns::KIND), optional(columns::TIME));
    let (weight, grade) = (optional(columns::WEIGHT), optional(columns::GRADE));
    // A header of unknown words has no figures; a first contact mostly has. A third column of figures is a weight.
    let any_known = [kind, time, weight, grade].iter().any(Option::is_some);
    let is_header = any_known || !plain.iter().any(|cell| cell.chars().any(|letter| letter.is_ascii_digit()));
    let weight = weight.or_else(|| (!is_header && plain.len() == 3).then_some(2));
    Ok((Columns { source: 0, target: 1, kind, time, weight, grade }, is_header))
}

/// Rows on their way in.
struct Rows<'a> {
    found: &'a Columns,
    header: &'a [String],
    now: Option<i64>,
    contacts: Contacts,
    issues: Vec<Issue>,
    /// Times that are plain small numbers, by place of their contact, until the scale is known.
    ordinals: Vec<(usize, i64, usize)>,
}

impl Rows<'_> {
    fn issue(&mut self, row: usize, column: Option<usize>, problem: Problem) {
        let column = column.and_then(|at| self.header.get(at).cloned());
        self.issues.push(Issue { row, column, problem });
    }

    fn read(&mut self, record: &csv::ByteRecord, row: usize) {
        let cell = |at: usize| record.get(at).unwrap_or_default().trim_ascii();
        let found = self.found;
        let (source, target) = (cell(found.source), cell(found.target));
        if source.is_empty() || target.is_empty() {
            // A line of nothing but separators is a blank line, not a contact.
            if record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                self.issue(
                    row,
                    Some(if source.is_empty() { found.source } else { found.target }),
                    Problem::NoPerson,
                );
            }
            return;
        }
        if source == target {
            return self.issue(row, Some(found.target), Problem::SelfContact);
        }
        let weight = match found.weight.map(|at| (at, number(cell(at)))) {
            None => 1.0,
            Some((_, Ok(weight))) if weight > 0.0 && weight <= HEAVIEST => weight,
            Some((at, Ok(weight))) if weight > HEAVIEST => {
                self.issue(row, Some(at), Problem::WeightHuge);
                HEAVIEST
            }
            Some((at, Ok(weight))) => {
                let problem = if weight < 0.0 { Problem::WeightNegative } else { Problem::WeightZero };
                return self.issue(row, Some(at), problem);
            }
            Some((at, Err(()))) => {
                self.issue(row, Some(at), Problem::WeightUnread);
                f64::NAN
            }
        };
        let kind = found.kind.map_or(TieKind::Unknown, |at| {
            TieKind::parse(&String::from_utf8_lossy(cell(at))).unwrap_or_else(|| {
                self.issue(row, Some(at), Problem::KindUnread);
                TieKind::Unknown
            })
        });
        let grade = found.grade.map_or(GradeBand::Ungraded, |at| {
            GradeBand::parse(&String::from_utf8_lossy(cell(at))).unwrap_or_else(|| {
                self.issue(row, Some(at), Problem::GradeUnread);
                GradeBand::Ungraded
            })
        });
        let time = found.time.and_then(|at| self.time(cell(at), at, row));
        let source = self.person(source, row, found.source);
        let target = self.person(target, row, found.target);
        let record = u32::try_from(row).unwrap_or(u32::MAX);
        self.contacts.rows.push(Contact { source, target, kind, time, weight, grade, record });
    }

    fn person(&mut self, cell: &[u8], row: usize, column: usize) -> u32 {
        match std::str::from_utf8(cell) {
            Ok(id) => self.contacts.ids.number(id),
            Err(_) => {
                self.issue(row, Some(column), Problem::NotUtf8);
                self.contacts.ids.number(&String::from_utf8_lossy(cell))
            }
        }
    }

    fn time(&mut self, cell: &[u8], column: usize, row: usize) -> Option<i64> {
        let text = String::from_utf8_lossy(cell);
        if text.is_empty() {
            return None;
        }
        if let Some(reading) = instant::read(&text) {
            if self.now.is_some_and(|now| reading.seconds > now) {
                self.issue(row, Some(column), Problem::TimeInFuture);
                return None;
            }
            if reading.day_first_assumed {
                self.issue(row, Some(column), Problem::DayFirstAssumed);
            }
            return Some(reading.seconds);
        }
        match text.parse::<f64>() {
            Ok(phase) if phase.is_finite() && phase.abs() < 1e8 => {
                self.ordinals.push((self.contacts.rows.len(), phase.floor() as i64, row));
            }
            _ => self.issue(row, Some(column), Problem::TimeUnread),
        }
        None
    }

    /// Settles what needed the whole list: the scale of times and the usual weight.
    fn finish(mut self) -> (Contacts, Vec<Issue>) {
        let n_dated = self.contacts.rows.iter().filter(|contact| contact.time.is_some()).count();
        if self.ordinals.len() > n_dated {
            self.contacts.time_scale = TimeScale::Ordinal;
            self.contacts.rows.iter_mut().for_each(|contact| contact.time = None);
            for &(at, phase, _) in &self.ordinals {
                self.contacts.rows[at].time = Some(phase);
            }
        } else {
            for (_, _, row) in std::mem::take(&mut self.ordinals) {
                self.issue(row, self.found.time, Problem::TimeUnread);
            }
        }
        let mut read: Vec<f64> =
            self.contacts.rows.iter().map(|c| c.weight).filter(|weight| weight.is_finite()).collect();
        let usual = median(&mut read).unwrap_or(1.0);
        for contact in self.contacts.rows.iter_mut().filter(|contact| !contact.weight.is_finite()) {
            contact.weight = usual;
        }
        self.issues.sort_by_key(|issue| (issue.row, issue.problem));
        (self.contacts, self.issues)
    }
}

/// The middle value; `None` of nothing.
pub(super) fn median(values: &mut [f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let middle = values.len() / 2;
    Some(*values.select_nth_unstable_by(middle, f64::total_cmp).1)
}

/// Reads a finite number; a decimal comma and spaces between thousands are accepted.
fn number(cell: &[u8]) -> Result<f64, ()> {
    let text = std::str::from_utf8(cell).map_err(drop)?;
    let value: f64 = match text.parse() {
        Ok(value) => value,
        Err(_) => text.replace([' ', '\u{a0}'], "").replace(',', ".").parse().map_err(drop)?,
    };
    if value.is_finite() { Ok(value) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, n_contacts: usize, problems: &[Problem]) -> Contacts {
        let (contacts, issues) = read_contacts(text.as_bytes(), Some(1_500_000_000)).unwrap();
        assert_eq!(contacts.rows.len(), n_contacts, "{text}");
        assert_eq!(issues.iter().map(|issue| issue.problem).collect::<Vec<_>>(), problems, "{text}");
        assert!(contacts.rows.iter().all(|contact| contact.weight > 0.0 && contact.weight.is_finite()));
        contacts
    }

    #[test]
    fn columns_are_found_by_name_in_any_order() {
        let read = check("Weight;Note;To;From;Type;Date\n2,5;x;b;a;Call;2016-03-04\n", 1, &[]);
        let contact = read.rows[0];
        assert_eq!((read.ids.name(contact.source), read.ids.name(contact.target)), ("a", "b"));
        assert_eq!((contact.kind, contact.weight, contact.time), (TieKind::Call, 2.5, Some(1_457_049_600)));
    }

    #[test]
    fn a_bare_list_is_read_with_and_without_a_header() {
        check("source,target\n1,2\n2,3\n", 2, &[]);
        check("1,2\n2,3\n", 2, &[Problem::ColumnsGuessed]);
        check("wer,wen\n1,2\n", 1, &[Problem::ColumnsGuessed]);
        assert_eq!(check("1,2,7\n2,3,9\n", 2, &[Problem::ColumnsGuessed]).rows[1].weight, 9.0);
    }

    #[test]
    fn a_bad_row_is_named_and_the_rest_is_read() {
        let head = "source,target,weight,kind,time\n";
        check(&format!("{head}a,a,1,call,\nb,c,1,call,\n"), 1, &[Problem::SelfContact]);
        check(
            &format!("{head}a,b,-1,call,\n,b,1,,\na,b,0,,\n"),
            0,
            &[Problem::WeightNegative, Problem::NoPerson, Problem::WeightZero],
        );
        check(
            &format!("{head}a,b,NaN,call,\na,b,,call,\na,b,1e300,call,\n"),
            3,
            &[Problem::WeightUnread, Problem::WeightUnread, Problem::WeightHuge],
        );
        check(
            &format!("{head}a,b,1,telepathy,whenever\na,b,1,,2044-01-01\n"),
            2,
            &[Problem::KindUnread, Problem::TimeUnread, Problem::TimeInFuture],
        );
        check(&format!("{head}\n,,,,\na,b\n"), 1, &[Problem::WeightUnread]);
    }

    #[test]
    fn phases_are_times_when_the_list_counts_in_them() {
        let read = check("source,target,phase\na,b,1\nb,c,2\n", 2, &[]);
        assert_eq!((read.time_scale, read.rows[1].time), (TimeScale::Ordinal, Some(2)));
    }

    #[test]
    fn nothing_is_read_from_nothing() {
        check("", 0, &[]);
        check("source,target\n", 0, &[]);
        assert!(matches!(
            read_contacts(&b"people\n1\n"[..], None),
            Err(RankError::TooFewColumns { found: 1 })
        ));
        assert!(matches!(read_contacts(&b"\xff\xfes\0"[..], None), Err(RankError::Utf16)));
    }
}
