//! A column of the list: how its values are written down once, and how two of them are compared.

use crate::dictionary::Dictionary;
use crate::meaning::Meaning;
use crate::records::Batch;
use crate::text::{fold, squeeze};

/// How two values of a column are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Words: edits and shared words.
    Words,
    /// A code in which one sign makes another thing: edits and a shared beginning.
    Code,
    /// A date: digits, exchanged day and month, the same year.
    Date,
    /// A number: how far apart.
    Number,
    /// One of a few values: equal or not.
    Category,
    /// An e-mail address: the part before the sign counts for itself.
    Email,
}

/// A column that is compared.
#[derive(Debug)]
pub struct Column {
    /// Header of the column in the first file that has it.
    pub label: String,
    /// What it is about.
    pub meaning: Meaning,
    /// How its values are compared.
    pub kind: Kind,
    pub(crate) dictionary: Dictionary,
    pub(crate) values: Vec<u32>,
}

impl Column {
    pub(crate) fn new(label: String, meaning: Meaning, n_records: usize) -> Self {
        Self {
            label,
            meaning,
            kind: kind(meaning),
            dictionary: Dictionary::new(),
            values: vec![0; n_records],
        }
    }

    /// Adds the cells at a place of each row; nothing where the list has no such column.
    pub(crate) fn push_all(&mut self, batch: &Batch, place: Option<usize>) {
        let (mut scratch, mut normal) = (String::new(), String::new());
        for row in 0..batch.len() {
            normal.clear();
            if let Some(at) = place {
                normalise(self.meaning, batch.cell(row, at), &mut scratch, &mut normal);
            }
            self.values.push(self.dictionary.number(&normal));
        }
    }

    /// Value of a record as it is compared; empty when missing.
    pub fn text(&self, record: u32) -> &str {
        self.dictionary.text(self.values[record as usize])
    }
}

fn kind(meaning: Meaning) -> Kind {
    match meaning {
        Meaning::BirthDate => Kind::Date,
        Meaning::BirthYear | Meaning::Age | Meaning::HouseNumber => Kind::Number,
        Meaning::Gender => Kind::Category,
        Meaning::Postcode | Meaning::Phone | Meaning::Document => Kind::Code,
        Meaning::Email => Kind::Email,
        _ => Kind::Words,
    }
}

/// Writes a cell the way it is compared; nothing when it says nothing.
pub(crate) fn normalise(meaning: Meaning, cell: &str, scratch: &mut String, into: &mut String) {
    into.clear();
    let cell = cell.trim();
    if is_missing(cell) {
        return;
    }
    match meaning {
        Meaning::BirthDate => match parse_date(cell) {
            Some(date) => into.push_str(&date.digits()),
            None => fold(cell, into),
        },
        Meaning::Email => {
            into.extend(cell.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase))
        }
        Meaning::Phone => {
            scratch.clear();
            scratch.extend(cell.chars().filter(char::is_ascii_digit));
            // National and international ways to write one number end alike.
            let from = scratch.len().saturating_sub(9);
            into.push_str(&scratch[from..]);
        }
        Meaning::Postcode | Meaning::Document => {
            fold(cell, scratch);
            squeeze(scratch, into);
        }
        Meaning::Gender => {
            fold(cell, scratch);
            let first = scratch.chars().next().unwrap_or('?');
            into.push_str(match scratch.as_str() {
                "male" | "man" | "nam" | "laki laki" | "lelaki" | "ชาย" => "m",
                "female" | "woman" | "nu" | "perempuan" | "wanita" | "หญง" => "f",
                _ => "",
            });
            if into.is_empty() {
                into.push(first);
            }
        }
        _ => fold(cell, into),
    }
}

pub(crate) fn is_missing(cell: &str) -> bool {
    cell.is_empty()
        || (cell.len() <= 9
            && ["na", "n/a", "nan", "null", "none", "nil", "-", "--", "?", "unknown", "not known", "missing"]
                .iter()
                .any(|word| cell.eq_ignore_ascii_case(word)))
}

/// A date as written; month and day may be impossible, which is what typing errors look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    fn digits(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }
}

/// Reads `1984-11-20`, `20/11/1984`, `19841120`, `20 Nov 1984`, and years of the Buddhist era.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let text = text.split(['T', 't']).next().filter(|head| head.len() >= 8).unwrap_or(text);
    let mut groups = [0_u32; 3];
    let mut widths = [0_usize; 3];
    let mut n = 0;
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if n == 3 {
            // A time of day after the date.
            break;
        }
        groups[n] = if word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 8 {
            word.parse().ok()?
        } else {
            let start = word.get(..3)?.to_ascii_lowercase();
            widths[n] = 2;
            MONTHS.iter().position(|month| *month == start)? as u32 + 1
        };
        if widths[n] == 0 {
            widths[n] = word.len();
        }
        n += 1;
    }
    let (year, month, day) = match (n, widths) {
        (1, [8, ..]) if (1300..2700).contains(&(groups[0] / 10_000)) => {
            (groups[0] / 10_000, groups[0] / 100 % 100, groups[0] % 100)
        }
        (1, [8, ..]) => (groups[0] % 10_000, groups[0] / 10_000 % 100, groups[0] / 1_000_000),
        (3, [4, _, _]) => (groups[0], groups[1], groups[2]),
        (3, [1..=2, 1..=2, 4]) if groups[1] > 12 && groups[0] <= 12 => (groups[2], groups[0], groups[1]),
        (3, [1..=2, 1..=2, 4]) => (groups[2], groups[1], groups[0]),
        _ => return None,
    };
    let year = if (2400..2700).contains(&year) { year - 543 } else { year };
    (month < 100 && day < 100).then_some(Date { year: year as u16, month: month as u8, day: day as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(parse_date(text).map(Date::digits).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn dates_of_many_desks_are_one_date() {
        check("1984-11-20", "19841120");
        check("20/11/1984", "19841120");
        check("11/20/1984", "19841120");
        check("20 Nov 1984", "19841120");
        check("19841120", "19841120");
        check("20/11/2527", "19841120");
        check("1706-81-01", "17068101");
        assert_eq!(parse_date("about 1984"), None);
    }
}
