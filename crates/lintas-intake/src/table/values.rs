//! Single values: numbers, positions, times and telephone numbers as they stand in cells.

use lintas_model::digits::to_ascii;
use lintas_model::place::NotAPoint;
use lintas_model::{Point, Timestamp};

/// A decimal number with a point or a comma, in any digit set of the region.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let text = to_ascii(text.trim());
    let text = if text.contains('.') { text } else { text.replacen(',', ".", 1) };
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    if plain { text.parse().ok().filter(|n: &f64| n.is_finite()) } else { None }
}

/// A whole number, also as a spreadsheet may write it: `12.0`, `1,234`.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let text = to_ascii(text.trim());
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let grouped = text.split(',').collect::<Vec<_>>();
    if grouped.len() > 1 && grouped[1..].iter().all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
    {
        return grouped.concat().parse().ok();
    }
    decimal(&text).filter(|n| n.fract() == 0.0 && n.abs() < 9e15).map(|n| n as i64)
}

/// Degrees as a decimal, or as degrees, minutes and seconds with their compass letter: `13°39'27"N`.
pub(crate) fn degrees(text: &str) -> Option<f64> {
    if let Some(number) = decimal(text.trim_end_matches('°')) {
        return Some(number);
    }
    let text = to_ascii(text.trim()).to_uppercase();
    let negative = text.contains(['S', 'W']) || text.starts_with('-');
    if !text.contains(['°', '\'', '′', 'º', 'N', 'S', 'E', 'W']) {
        return None;
    }
    let parts: Vec<&str> =
        text.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter(|p| !p.is_empty()).collect();
    if parts.is_empty() || parts.len() > 3 {
        return None;
    }
    let mut degrees = 0.0;
    for (part, unit) in parts.iter().zip([1.0, 60.0, 3600.0]) {
        let number: f64 = part.parse().ok()?;
        if unit > 1.0 && number >= 60.0 {
            return None;
        }
        degrees += number / unit;
    }
    Some(if negative { -degrees } else { degrees })
}

/// A point from two cells.
pub(crate) fn point(latitude: &str, longitude: &str) -> Option<Result<Point, NotAPoint>> {
    Some(Point::from_degrees(degrees(latitude)?, degrees(longitude)?, 0))
}

/// A point from one cell, latitude first.
pub(crate) fn coordinates(text: &str) -> Option<Result<Point, NotAPoint>> {
    let text = text.trim().trim_matches(['(', ')', '[', ']']);
    let (latitude, longitude) = text
        .split_once([',', ';'])
        .filter(|(_, rest)| !rest.contains([',', ';']))
        .or_else(|| text.split_once(' '))?;
    point(latitude, longitude)
}

/// Milliseconds since midnight of a time such as `08:30`, `8.30 pm` or `08:30:15`, alone or behind a date.
pub(crate) fn time_of_day(text: &str) -> Option<i64> {
    let text = to_ascii(text.trim()).to_lowercase();
    let afternoon = text.ends_with("pm") || text.ends_with("p.m.");
    let morning = text.ends_with("am") || text.ends_with("a.m.");
    let piece = text.split(|c: char| c.is_whitespace() || c == 't').find(|p| p.contains(':'))?;
    let mut parts =
        piece.trim_end_matches(|c: char| !c.is_ascii_digit()).split(':').map(|p| p.parse::<f64>());
    let hour = parts.next()?.ok()?;
    let minute = parts.next()?.ok()?;
    let second = match parts.next() {
        Some(second) => second.ok()?,
        None => 0.0,
    };
    if !(hour < 24.0 && minute < 60.0 && second < 61.0 && hour >= 0.0 && minute >= 0.0 && second >= 0.0) {
        return None;
    }
    let hour = match (afternoon, morning) {
        (true, _) if hour < 12.0 => hour + 12.0,
        (_, true) if hour == 12.0 => 0.0,
        _ => hour,
    };
    Some(((hour * 3600.0 + minute * 60.0 + second) * 1000.0) as i64)
}

/// An instant, if the text names one with its zone.
pub(crate) fn instant(text: &str) -> Option<Timestamp> {
    Timestamp::parse(text.trim())
}

/// The digits of a telephone number, with the plus or the `00` of international form taken off; for recognising the same
/// number again, never for showing. Numbers in national form keep their nought and stay apart.
pub(crate) fn phone_key(text: &str) -> Option<String> {
    let text = to_ascii(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let international = digits.strip_prefix("00").filter(|_| !text.trim_start().starts_with('+'));
    let digits = international.unwrap_or(&digits);
    (6..=15).contains(&digits.len()).then(|| digits.to_owned())
}

/// Letters and digits of a number plate, account or document, for recognising the same one again.
pub(crate) fn number_key(text: &str) -> Option<String> {
    let key: String =
        to_ascii(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    (key.chars().count() >= 4).then_some(key)
}

/// Several values in one cell, separated by `;`, `|` or a line end; a comma or slash separates only where `also` says.
pub(crate) fn several<'a>(text: &'a str, also: &'a [char]) -> impl Iterator<Item = &'a str> {
    text.split(move |c: char| matches!(c, ';' | '|' | '\n' | '\r' | '；') || also.contains(&c))
        .map(str::trim)
        .filter(|p| !super::content::is_nothing(p))
}

/// Whether a text is a number in a spreadsheet's short form, whose last digits are gone: `8.55E+11`.
pub(crate) fn is_shortened(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    mantissa.parse::<f64>().is_ok()
        && mantissa.contains('.')
        && exponent.strip_prefix('+').is_some_and(|e| e.len() == 2 && e.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_in_every_digit_set_and_spelling() {
        assert_eq!(whole("๑๒"), Some(12));
        assert_eq!(whole("1.0"), Some(1));
        assert_eq!(whole("1,234"), Some(1234));
        assert_eq!(whole("1.5"), None);
        assert_eq!(whole("many"), None);
        assert_eq!(decimal("13,6576"), Some(13.6576));
        assert_eq!(decimal("NaN"), None);
    }

    #[test]
    fn positions_read_in_degrees_and_in_minutes() {
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-6, "{a} {b}");
        near(degrees("13°39'27\"N").unwrap(), 13.6575);
        near(degrees("5 30 S").unwrap(), -5.5);
        assert_eq!(degrees("13°75'N"), None);
        assert_eq!(degrees("north"), None);
        assert!(coordinates("(13.6576, 102.5635)").unwrap().is_ok());
        assert!(coordinates("91, 0").unwrap().is_err());
        assert!(coordinates("somewhere").is_none());
    }

    #[test]
    fn times_and_telephones_and_short_forms() {
        assert_eq!(time_of_day("08:30"), Some(30_600_000));
        assert_eq!(time_of_day("2017-03-01T08:30:00"), Some(30_600_000));
        assert_eq!(time_of_day("1/3/2017 8:30 pm"), Some(73_800_000));
        assert_eq!(time_of_day("25:00"), None);
        assert_eq!(phone_key("+855 12-345-678").as_deref(), Some("85512345678"));
        assert_eq!(phone_key("0085512345678").as_deref(), Some("85512345678"));
        assert_eq!(phone_key("๐๘๑ ๒๓๔ ๕๖๗๘").as_deref(), Some("0812345678"));
        assert!(is_shortened("8.55E+11"));
        assert!(!is_shortened("E11"));
        assert!(!is_shortened("12E34"));
    }
}
