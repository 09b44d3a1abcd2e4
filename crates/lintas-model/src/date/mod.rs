//! Dates as people know them: a day, a month, a year, or about then; in either era and any digit set.
//!
//! A date is kept with the precision it was given. Guessing the first of January for "1985" would let two
//! different people match, so the unknown part stays unknown.

mod parse;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use parse::{DateError, DateOrder, ReadDate};

use crate::Timestamp;

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// Year, month and day are known.
    Day,
    /// Year and month are known.
    Month,
    /// Only the year is known.
    Year,
}

/// A date of the common era with the precision it was given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: i8,
    day: i8,
    about: bool,
}

impl PartialDate {
    /// The first and last year that a date may have; others are typing errors.
    pub const YEARS: std::ops::RangeInclusive<i16> = 1000..=2999;

    /// A known day.
    pub fn day(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        if Self::YEARS.contains(&year) && jiff::civil::Date::new(year, month, day).is_ok() {
            Ok(Self { year, month, day, about: false })
        } else {
            Err(DateError::NoSuchDay { year: year.into(), month: month.into(), day: day.into() })
        }
    }

    /// A known month.
    pub fn month(year: i16, month: i8) -> Result<Self, DateError> {
        Self::day(year, month, 1).map(|date| Self { day: 0, ..date })
    }

    /// A known year.
    pub fn year(year: i16) -> Result<Self, DateError> {
        Self::day(year, 1, 1).map(|date| Self { month: 0, day: 0, ..date })
    }

    /// The same date, said to be approximate.
    pub const fn about(self) -> Self {
        Self { about: true, ..self }
    }

    /// The day in UTC on which an instant falls.
    pub fn of(at: Timestamp) -> Self {
        let (year, month, day) = at.ymd();
        Self { year, month, day, about: false }
    }

    /// Reads a date as an officer writes it; see [`ReadDate`] for what may come back.
    pub fn read(text: &str) -> Result<ReadDate, DateError> {
        parse::read(text)
    }

    /// How exactly the date is known.
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Whether the date is approximate.
    pub const fn is_about(self) -> bool {
        self.about
    }

    /// Year, month and day of the common era; month and day are 0 where they are not known.
    pub const fn parts(self) -> (i16, i8, i8) {
        (self.year, self.month, self.day)
    }

    /// The first instant (UTC) that the date can mean.
    pub fn earliest(self) -> Timestamp {
        Timestamp::from_ymd(self.year, self.month.max(1), self.day.max(1))
            .unwrap_or(Timestamp::from_millis(0))
    }

    /// The first instant (UTC) after everything that the date can mean.
    pub fn after(self) -> Timestamp {
        let next = match self.precision() {
            Precision::Year => Timestamp::from_ymd(self.year + 1, 1, 1),
            Precision::Month if self.month == 12 => Timestamp::from_ymd(self.year + 1, 1, 1),
            Precision::Month => Timestamp::from_ymd(self.year, self.month + 1, 1),
            Precision::Day => Some(self.earliest().plus_days(1)),
        };
        next.unwrap_or(Timestamp::from_millis(0))
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601 reduced precision, with `~` behind an approximate date (EDTF): `2017`, `2017-03`, `2017-03-01~`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        if self.about { f.write_str("~") } else { Ok(()) }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        let (digits, about) = text.strip_suffix('~').map_or((text.as_str(), false), |rest| (rest, true));
        let unreadable = || DateError::Unreadable(text.chars().take(40).collect());
        let mut numbers = digits.split('-').map(|part| part.parse::<i16>().map_err(|_| unreadable()));
        let year = numbers.next().ok_or_else(unreadable)??;
        let rest = numbers.collect::<Result<Vec<_>, _>>()?;
        let small = |n: i16| i8::try_from(n).map_err(|_| unreadable());
        let date = match rest.as_slice() {
            [] => Self::year(year)?,
            [month] => Self::month(year, small(*month)?)?,
            [month, day] => Self::day(year, small(*month)?, small(*day)?)?,
            _ => return Err(unreadable()),
        };
        Ok(if about { date.about() } else { date })
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_written_date_reads_back_the_same(year in 1000i16..2999, month in 0i8..=12, day in 0i8..=28, about: bool) {
            let date = match (month, day) {
                (0, _) => PartialDate::year(year),
                (m, 0) => PartialDate::month(year, m),
                (m, d) => PartialDate::day(year, m, d),
            }.unwrap();
            let date = if about { date.about() } else { date };
            prop_assert_eq!(PartialDate::try_from(date.to_string()), Ok(date));
            prop_assert!(date.earliest() < date.after());
        }
    }

    #[test]
    fn a_month_spans_to_the_first_of_the_next() {
        let december = PartialDate::month(2017, 12).unwrap();
        assert_eq!(december.after(), Timestamp::from_ymd(2018, 1, 1).unwrap());
        assert_eq!(december.precision(), Precision::Month);
    }
}
