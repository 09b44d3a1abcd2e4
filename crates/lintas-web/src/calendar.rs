//! iCalendar files (RFC 5545): days on which something is due, as calendars of all makers read them.
//!
//! Whole days only, so that no time zone can move one. The same thing keeps its UID: a file taken again moves entries
//! instead of doubling them.

use lintas_model::{PartialDate, Timestamp};

/// Content lines are folded after so many octets (RFC 5545 section 3.1).
const LINE_OCTETS: usize = 75;

/// A day in a calendar.
pub(crate) struct Day {
    /// Globally unique and lasting (section 3.8.4.7).
    pub(crate) uid: String,
    /// The day; the last that it can mean when it is known only roughly.
    pub(crate) on: PartialDate,
    /// One line.
    pub(crate) summary: String,
}

/// The file. `at` is when it was made (DTSTAMP, section 3.8.7.2).
pub(crate) fn file(name: &str, at: Timestamp, days: &[Day]) -> String {
    let stamp: String = at.to_string().chars().filter(char::is_ascii_alphanumeric).take(15).collect();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Lintas//Deadlines//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", text(name)),
    ];
    for day in days {
        // DTEND of a whole day is the day after (section 3.6.1), which is what comes after the date.
        let end = day.on.after();
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", text(&day.uid)),
            format!("DTSTAMP:{stamp}Z"),
            format!("DTSTART;VALUE=DATE:{}", date(end.plus_days(-1))),
            format!("DTEND;VALUE=DATE:{}", date(end)),
            format!("SUMMARY:{}", text(&day.summary)),
            "TRANSP:TRANSPARENT".to_owned(),
            "CLASS:CONFIDENTIAL".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| fold(line) + "\r\n").collect()
}

fn date(at: Timestamp) -> String {
    let (year, month, day) = at.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// A value of type TEXT (section 3.3.11): backslash, semicolon, comma and line breaks are escaped, controls are left out.
fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Folds a line after 75 octets, never inside a character.
fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / LINE_OCTETS * 3);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(summary: &str, on: PartialDate) -> String {
        let day = Day { uid: "a@b".into(), on, summary: summary.into() };
        file("KH-CIB", Timestamp::parse("2017-03-01T08:30:00Z").unwrap(), &[day])
    }

    #[test]
    fn a_day_is_a_whole_day_wherever_the_calendar_is() {
        let text = made("task (A-1)", PartialDate::day(2017, 3, 31).unwrap());
        for line in ["DTSTAMP:20170301T083000Z", "DTSTART;VALUE=DATE:20170331", "DTEND;VALUE=DATE:20170401"] {
            assert!(text.contains(&format!("{line}\r\n")), "{line}: {text}");
        }
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        // A month is due on its last day.
        let month = made("x", PartialDate::month(2017, 2).unwrap());
        assert!(month.contains("DTSTART;VALUE=DATE:20170228\r\n"), "{month}");
    }

    #[test]
    fn text_cannot_become_another_line_of_the_calendar() {
        let text = made("a; b, c\\d\r\nEND:VEVENT", PartialDate::day(2017, 3, 31).unwrap());
        assert!(text.contains("SUMMARY:a\\; b\\, c\\\\d\\nEND:VEVENT\r\n"), "{text}");
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
        let summary = "กำหนดเวลาตามกฎหมายจะหมดอายุ".repeat(9);
        let text = made(&summary, PartialDate::day(2017, 3, 31).unwrap());
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS));
        assert!(text.replace("\r\n ", "").contains(&summary));
    }
}
