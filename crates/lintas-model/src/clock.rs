//! Time as a parameter: nothing in the libraries asks the machine what time it is.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Serialize};

/// An instant in UTC, to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since 1970-01-01T00:00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Midnight UTC at the start of a day of the common era.
    ///
    /// `None` when there is no such day.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        let midnight =
            jiff::civil::Date::new(year, month, day).ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
        Some(Self(midnight.timestamp().as_millisecond()))
    }

    /// Reads an RFC 3339 instant such as `2017-03-01T08:00:00Z`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|at| Self(at.as_millisecond()))
    }

    /// This instant moved by a number of milliseconds, kept within the representable range.
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// This instant moved by a number of days of 24 hours.
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_millis(days.saturating_mul(86_400_000))
    }

    /// Year, month and day of this instant in UTC.
    pub fn ymd(self) -> (i16, i8, i8) {
        let date = self.to_jiff().to_zoned(jiff::tz::TimeZone::UTC).date();
        (date.year(), date.month(), date.day())
    }

    fn to_jiff(self) -> jiff::Timestamp {
        let (min, max) = (jiff::Timestamp::MIN.as_millisecond() + 1, jiff::Timestamp::MAX.as_millisecond());
        jiff::Timestamp::from_millisecond(self.0.clamp(min, max)).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_jiff().fmt(f)
    }
}

/// Who says what time it is.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// A clock that is set by hand: for tests, replays and the demo round.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at `at` until it is set again.
    pub const fn new(at: Timestamp) -> Self {
        Self(AtomicI64::new(at.as_millis()))
    }

    /// Sets the clock.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_millis(), Ordering::SeqCst);
    }

    /// Moves the clock forward by a number of milliseconds.
    pub fn advance_millis(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_read_and_print_as_rfc_3339() {
        let at = Timestamp::parse("2017-03-01T08:30:00Z").unwrap();
        assert_eq!(at.to_string(), "2017-03-01T08:30:00Z");
        assert_eq!(at.ymd(), (2017, 3, 1));
        assert_eq!(Timestamp::from_ymd(2017, 2, 30), None);
    }

    #[test]
    fn an_absurd_instant_still_prints() {
        assert!(!Timestamp::from_millis(i64::MAX).to_string().is_empty());
        assert!(!Timestamp::from_millis(i64::MIN).to_string().is_empty());
    }
}
