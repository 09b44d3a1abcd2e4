//! Times of sightings: seconds on one line, read from the ways people write them.
//!
//! A time without an offset counts as written; nothing here asks what time it is now. A leap second
//! (`23:59:60`) is read as the second after it, as POSIX time does, and reported.

/// Seconds since 1970-01-01T00:00:00; UTC when the sheet gave an offset, otherwise the sheet's own clock.
pub type Seconds = i64;

/// Seconds in a day.
pub const DAY: Seconds = 86_400;
/// Seconds in an hour.
pub const HOUR: Seconds = 3_600;

/// A time as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The time.
    pub seconds: Seconds,
    /// True when the second was written as 60.
    pub leap_second: bool,
    /// True when day and month could be the other way round and day first was assumed.
    pub day_first_assumed: bool,
}

/// Reads a time: ISO 8601 (`2017-03-05T21:40:00Z`, `2017-03-05 21:40`, with offset or fraction, date alone),
/// `20170305T2140`, `05/03/2017 21:40` (day first unless the second number is above 12), seconds or milliseconds
/// since 1970. A year of the Buddhist era (2443 to 2643) loses 543. `None` when it is none of these.
pub fn read(text: &str) -> Option<Reading> {
    let text = text.trim().trim_matches('"').trim();
    let bytes = text.as_bytes();
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' {
        let date = civil(number(&bytes[0..4])?, number(&bytes[5..7])?, number(&bytes[8..10])?)?;
        return with_clock(date, &text[10..], false);
    }
    let numeric = bytes.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if let Some(reading) = numeric.then(|| read_epoch(text)).flatten() {
        return Some(reading);
    }
    if bytes.len() >= 8 && bytes[..8].iter().all(u8::is_ascii_digit) {
        let date = civil(number(&bytes[0..4])?, number(&bytes[4..6])?, number(&bytes[6..8])?)?;
        let clock = text[8..].trim_start_matches(['T', ' ']);
        let digits = clock.bytes().take_while(u8::is_ascii_digit).count();
        let spread = match digits {
            4 => format!(" {}:{}{}", &clock[..2], &clock[2..4], &clock[4..]),
            6 => format!(" {}:{}:{}{}", &clock[..2], &clock[2..4], &clock[4..6], &clock[6..]),
            _ => clock.to_owned(),
        };
        return with_clock(date, &spread, false);
    }
    read_separated(text)
}

/// Writes a time as ISO 8601 to the second, with `Z`.
pub fn write(seconds: Seconds) -> String {
    let (year, month, day) = date_of(seconds);
    let of_day = seconds.rem_euclid(DAY);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", of_day / HOUR, of_day / 60 % 60, of_day % 60)
}

/// Returns seconds at the start of a civil day; `None` for a day that is not in the calendar.
pub fn civil(year: i64, month: i64, day: i64) -> Option<Seconds> {
    let year = if (2443..=2643).contains(&year) { year - 543 } else { year };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if !(1..=12).contains(&month)
        || day < 1
        || day > length[month as usize - 1]
        || !(1..=9999).contains(&year)
    {
        return None;
    }
    // Days from civil: Hinnant, "chrono-compatible low-level date algorithms" (2014).
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    Some(days * DAY)
}

/// Returns year, month and day of a time.
pub fn date_of(seconds: Seconds) -> (i64, i64, i64) {
    let days = seconds.div_euclid(DAY) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted_month + 2) / 5 + 1)
}

fn number(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 9 {
        return None;
    }
    bytes.iter().try_fold(0i64, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
}

/// Reads seconds (9 to 11 digits) or milliseconds (12 to 14) since 1970; fewer digits are no time.
fn read_epoch(text: &str) -> Option<Reading> {
    let value: f64 = text.parse().ok()?;
    let seconds = match value.abs() {
        size if (1e8..1e11).contains(&size) => value,
        size if (1e11..1e14).contains(&size) => value / 1000.0,
        _ => return None,
    };
    // Eight digits that form a calendar day are that day.
    if text.len() == 8 && civil(number(&text.as_bytes()[..4])?, number(&text.as_bytes()[4..6])?, 1).is_some()
    {
        return None;
    }
    Some(Reading { seconds: seconds.floor() as i64, leap_second: false, day_first_assumed: false })
}

/// Reads `5/3/2017`, `05.03.2017 21:40`, `2017/03/05`, with any of `/ . -` between.
fn read_separated(text: &str) -> Option<Reading> {
    let end = text.find([' ', 'T']).unwrap_or(text.len());
    let parts: Vec<&str> = text[..end].split(['/', '.', '-']).collect();
    let [first, second, third] = parts[..] else { return None };
    let (a, b, c) = (number(first.as_bytes())?, number(second.as_bytes())?, number(third.as_bytes())?);
    let (date, assumed) = if first.len() == 4 {
        (civil(a, b, c)?, false)
    } else {
        let year = if third.len() == 2 { 2000 + c } else { c };
        if b > 12 { (civil(year, a, b)?, false) } else { (civil(year, b, a)?, a <= 12 && a != b) }
    };
    with_clock(date, &text[end..], assumed)
}

/// Adds `T21:40:00.5+07:00` or any shorter part of it to a date.
fn with_clock(date: Seconds, rest: &str, day_first_assumed: bool) -> Option<Reading> {
    let rest = rest.trim_start_matches(['T', 't', ' ', ',']).trim_end();
    let plain = Reading { seconds: date, leap_second: false, day_first_assumed };
    if rest.is_empty() || rest == "Z" {
        return Some(plain);
    }
    let end = rest
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ':' | '.')))
        .unwrap_or(rest.len());
    let mut parts = rest[..end].split(':');
    let hour = number(parts.next()?.as_bytes())?;
    let minute = number(parts.next()?.as_bytes())?;
    let second = match parts.next() {
        Some(text) => number(text.split('.').next()?.as_bytes())?,
        None => 0,
    };
    let zone = rest[end..].trim();
    let (hour, zone) = match zone.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("pm") if hour <= 12 => (hour % 12 + 12, zone[2..].trim()),
        Some("am") if hour <= 12 => (hour % 12, zone[2..].trim()),
        _ => (hour, zone),
    };
    if hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute > 0 || second > 0)) {
        return None;
    }
    let offset = match zone.as_bytes() {
        [] | b"Z" | b"z" | b"UTC" | b"GMT" => 0,
        [sign @ (b'+' | b'-'), digits @ ..] => {
            let digits: Vec<u8> = digits.iter().copied().filter(|byte| *byte != b':').collect();
            let (hours, minutes) = match digits.len() {
                1 | 2 => (number(&digits)?, 0),
                4 => (number(&digits[..2])?, number(&digits[2..])?),
                _ => return None,
            };
            if hours > 15 || minutes > 59 {
                return None;
            }
            let size = hours * HOUR + minutes * 60;
            if *sign == b'+' { size } else { -size }
        }
        _ => return None,
    };
    Some(Reading {
        seconds: date + hour * HOUR + minute * 60 + second - offset,
        leap_second: second == 60,
        ..plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(
            read(text).map(|reading| write(reading.seconds)).as_deref().unwrap_or("-"),
            expected,
            "{text}"
        );
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        check("2017-03-05T21:40:00Z", "2017-03-05T21:40:00Z");
        check("2017-03-05 21:40", "2017-03-05T21:40:00Z");
        check("2017-03-05T21:40:00.250+07:00", "2017-03-05T14:40:00Z");
        check("2017-03-05", "2017-03-05T00:00:00Z");
        check("20170305T2140", "2017-03-05T21:40:00Z");
        check("20170305", "2017-03-05T00:00:00Z");
        check("05/03/2017 21:40", "2017-03-05T21:40:00Z");
        check("25/03/2017", "2017-03-25T00:00:00Z");
        check("3/25/2017 9:05 PM", "2017-03-25T21:05:00Z");
        check("2560-03-05", "2017-03-05T00:00:00Z");
        check("1488750000", "2017-03-05T21:40:00Z");
        check("1488750000000", "2017-03-05T21:40:00Z");
        check("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z");
        check("2017-02-29", "-");
        check("2017-03-05T25:00", "-");
        check("yesterday", "-");
        check("", "-");
        check("ครั้งที่ 5", "-");
    }

    #[test]
    fn a_leap_second_and_an_assumed_order_are_told() {
        assert!(read("2016-12-31T23:59:60Z").unwrap().leap_second);
        assert!(read("05/03/2017").unwrap().day_first_assumed);
        assert!(!read("25/03/2017").unwrap().day_first_assumed);
    }

    #[test]
    fn every_day_reads_back() {
        for days in (-200_000..200_000).step_by(37) {
            let (year, month, day) = date_of(days * DAY);
            if !(2443..=2643).contains(&year) {
                assert_eq!(civil(year, month, day), Some(days * DAY));
            }
        }
    }
}
