//! A known day, and the arithmetic of legal periods.
//!
//! Treaties count in days and months; a request is made on a day. Dates that are known less exactly stay
//! [`PartialDate`]s and are compared by the first and the last day that they can mean.

use std::fmt;
use std::str::FromStr;

use lintas_model::{PartialDate, Timestamp};
use serde::{Deserialize, Serialize};

/// A day of the common era.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: i16,
    month: i8,
    day: i8,
}

/// The text or date is not a known day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a day: write it as 2017-11-16")]
pub struct NotADay(pub String);

impl Day {
    /// The day of that year, month and day of the month.
    ///
    /// # Errors
    /// When there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NotADay> {
        PartialDate::day(year, month, day)
            .map(|_| Self { year, month, day })
            .map_err(|_| NotADay(format!("{year:04}-{month:02}-{day:02}")))
    }

    /// The first day that a date can mean.
    pub fn first_of(date: PartialDate) -> Self {
        let (year, month, day) = date.parts();
        Self { year, month: month.max(1), day: day.max(1) }
    }

    /// The last day that a date can mean.
    pub fn last_of(date: PartialDate) -> Self {
        Self::from_timestamp(date.after()).plus_days(-1)
    }

    /// The day in UTC on which an instant falls.
    pub fn from_timestamp(at: Timestamp) -> Self {
        let (year, month, day) = at.ymd();
        Self { year, month, day }
    }

    /// This day moved by a number of days.
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_timestamp(self.midnight().plus_days(days))
    }

    /// The same day of the month, `months` later; the last day of that month where there is no such day.
    pub fn plus_months(self, months: u32) -> Self {
        let index = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i16::try_from(index.div_euclid(12)).unwrap_or(i16::MAX);
        let month = i8::try_from(index.rem_euclid(12)).unwrap_or(0) + 1;
        (28..=self.day)
            .rev()
            .chain([self.day])
            .find_map(|day| Self::new(year, month, day).ok())
            .unwrap_or(self)
    }

    /// Days from this day to `other`; negative when `other` lies before.
    pub fn days_until(self, other: Self) -> i64 {
        (other.midnight().as_millis() - self.midnight().as_millis()).div_euclid(86_400_000)
    }

    fn midnight(self) -> Timestamp {
        Timestamp::from_ymd(self.year, self.month, self.day).unwrap_or(Timestamp::from_millis(0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }
}

impl TryFrom<PartialDate> for Day {
    type Error = NotADay;
    fn try_from(date: PartialDate) -> Result<Self, NotADay> {
        match date.parts() {
            (year, month, day) if month > 0 && day > 0 && !date.is_about() => Ok(Self { year, month, day }),
            _ => Err(NotADay(date.to_string())),
        }
    }
}

impl From<Day> for PartialDate {
    fn from(day: Day) -> Self {
        Self::of(day.midnight())
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, NotADay> {
        let date =
            PartialDate::try_from(text.clone()).map_err(|_| NotADay(text.chars().take(40).collect()))?;
        Self::try_from(date)
    }
}

impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, NotADay> {
        Self::try_from(text.to_owned())
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_thirtieth_day_after_a_deposit_is_the_day_the_depositary_publishes() {
        let deposit: Day = "2005-12-12".parse().unwrap();
        assert_eq!(deposit.plus_days(30).to_string(), "2006-01-11");
    }

    #[test]
    fn months_end_on_the_last_day_where_there_is_no_such_day() {
        let check = |from: &str, months, expected: &str| {
            assert_eq!(from.parse::<Day>().unwrap().plus_months(months).to_string(), expected);
        };
        check("2025-08-31", 6, "2026-02-28");
        check("2024-02-29", 12, "2025-02-28");
        check("2025-12-01", 1, "2026-01-01");
        check("2025-01-15", 0, "2025-01-15");
    }

    #[test]
    fn a_year_spans_its_first_to_its_last_day() {
        let year = PartialDate::year(2010).unwrap();
        assert_eq!(Day::first_of(year).to_string(), "2010-01-01");
        assert_eq!(Day::last_of(year).to_string(), "2010-12-31");
        assert!(Day::try_from(year).is_err());
        assert!("2017-02-30".parse::<Day>().is_err());
    }

    proptest! {
        #[test]
        fn days_added_are_days_counted(start in 0i64..20_000, days in -5_000i64..5_000) {
            let from = Day::new(1990, 1, 1).unwrap().plus_days(start);
            prop_assert_eq!(from.days_until(from.plus_days(days)), days);
        }
    }
}
