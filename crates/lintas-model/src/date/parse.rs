//! Reading dates as they stand in the field's files.

use super::PartialDate;
use crate::digits;

/// What a written date turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadDate {
    /// Only one reading is possible.
    Certain(PartialDate),
    /// Day and month could be exchanged: `10/12/2013`. Ask, never guess.
    Ambiguous {
        /// The reading with the day first.
        day_first: PartialDate,
        /// The reading with the month first.
        month_first: PartialDate,
    },
}

/// Which of two readings of an ambiguous date a person chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day stands before the month.
    DayFirst,
    /// The month stands before the day.
    MonthFirst,
}

impl ReadDate {
    /// The date, given the order that a person has chosen for ambiguous ones.
    pub const fn resolve(self, order: Option<DateOrder>) -> Option<PartialDate> {
        match (self, order) {
            (Self::Certain(date), _) => Some(date),
            (Self::Ambiguous { day_first, .. }, Some(DateOrder::DayFirst)) => Some(day_first),
            (Self::Ambiguous { month_first, .. }, Some(DateOrder::MonthFirst)) => Some(month_first),
            (Self::Ambiguous { .. }, None) => None,
        }
    }
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text has no shape of a date.
    #[error("could not read `{0}` as a date: write it as 2017-03-01, 1 Mar 2017, 03/2017 or 2017")]
    Unreadable(String),
    /// The numbers name no day of the calendar between the years 1000 and 2999.
    #[error("could not find the day {year}-{month}-{day} in the calendar")]
    NoSuchDay {
        /// Year of the common era.
        year: i64,
        /// Month, 1 to 12 expected.
        month: i64,
        /// Day of the month.
        day: i64,
    },
}

/// Years that only the Buddhist era can mean: 2400 BE is 1857 CE, 2999 BE is 2456 CE.
const BUDDHIST_YEARS: std::ops::RangeInclusive<i64> = 2400..=2999;
const BUDDHIST_OFFSET: i64 = 543;

pub(super) fn read(text: &str) -> Result<ReadDate, DateError> {
    let unreadable = || DateError::Unreadable(text.trim().chars().take(40).collect());
    let mut rest = digits::to_ascii(text.trim()).to_lowercase();
    if rest.len() > 200 {
        return Err(unreadable());
    }
    let about = strip_about(&mut rest);
    let era = strip_era(&mut rest);
    let mut words = split(&rest);
    name_months(&mut words);
    words.retain(|word| !is_weekday(word));
    // A time behind the date does not change the day.
    if let Some(at) = words.iter().position(|w| w.contains(':')) {
        words.truncate(at);
    }
    let read = from_words(&words, era).ok_or_else(unreadable)??;
    Ok(if about { map(read, PartialDate::about) } else { read })
}

fn map(read: ReadDate, change: impl Fn(PartialDate) -> PartialDate) -> ReadDate {
    match read {
        ReadDate::Certain(date) => ReadDate::Certain(change(date)),
        ReadDate::Ambiguous { day_first, month_first } => {
            ReadDate::Ambiguous { day_first: change(day_first), month_first: change(month_first) }
        }
    }
}

fn strip_about(text: &mut String) -> bool {
    const MARKS: [&str; 17] = [
        "about ",
        "approximately ",
        "approx. ",
        "approx ",
        "circa ",
        "c. ",
        "ca. ",
        "around ",
        "ประมาณ",
        "ប្រហែល",
        "ປະມານ",
        "khoảng ",
        "sekitar ",
        "kira-kira ",
        "lebih kurang ",
        "mga ",
        "আনুমানিক",
    ];
    let trimmed = text.trim_end_matches('~').trim().to_owned();
    let mut about = trimmed.len() != text.trim().len();
    *text = trimmed;
    for mark in MARKS {
        if let Some(rest) = text.strip_prefix(mark) {
            *text = rest.trim().to_owned();
            about = true;
        }
    }
    about
}

#[derive(Clone, Copy, PartialEq)]
enum Era {
    Unsaid,
    Common,
    Buddhist,
}

fn strip_era(text: &mut String) -> Era {
    const BUDDHIST: [&str; 7] = ["พ.ศ.", "พศ", "b.e.", "be", "ព.ស.", "ພ.ສ.", "พ.ศ"];
    const COMMON: [&str; 7] = ["ค.ศ.", "คศ", "a.d.", "ad", "ce", "គ.ស.", "ຄ.ສ."];
    for (marks, era) in [(BUDDHIST, Era::Buddhist), (COMMON, Era::Common)] {
        for mark in marks {
            let at_word = |position: usize| {
                let before = text[..position].chars().next_back();
                let after = text[position + mark.len()..].chars().next();
                !mark.is_ascii()
                    || (before.is_none_or(|c| !c.is_alphabetic()) && after.is_none_or(|c| !c.is_alphabetic()))
            };
            if let Some(position) = text.find(mark).filter(|p| at_word(*p)) {
                text.replace_range(position..position + mark.len(), " ");
                return era;
            }
        }
    }
    Era::Unsaid
}

/// Splits at separators and between digits and letters; keeps times (`08:30`) whole.
fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let class = match c {
            '0'..='9' | ':' => 'd',
            '/' | '-' | ',' | ' ' | '\t' | '\u{a0}' => ' ',
            '.' if last != Some('a') => ' ',
            _ => 'a',
        };
        match (class, last) {
            (' ', _) => {}
            (now, Some(before)) if now == before => {
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
            _ => words.push(c.to_string()),
        }
        last = Some(class);
    }
    words
}

/// Puts the month's name for its number behind a word for "month": `1 tháng 3 2017` can only be the first of March.
fn name_months(words: &mut Vec<String>) {
    const MONTH_WORDS: [&str; 6] = ["tháng", "ខែ", "ເດືອນ", "เดือน", "bulan", "buwan"];
    for at in (0..words.len()).rev() {
        if !MONTH_WORDS.contains(&words[at].as_str()) {
            continue;
        }
        let Some(next) = words.get_mut(at + 1) else { continue };
        let number = next.parse::<usize>().ok();
        if let Some(names) = number.and_then(|number| MONTHS.get(number.wrapping_sub(1))) {
            *next = names[0].to_owned();
        }
        // A month that there is not stays, so that the text is unreadable rather than guessed.
        if month_named(next).is_some() {
            words.remove(at);
        }
    }
}

fn is_weekday(word: &str) -> bool {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| word.starts_with(day))
        || word.starts_with("วัน")
        || word.starts_with("thứ")
        || ["st", "nd", "rd", "th", "of", "t", "ngày", "năm", "ที่", "ថ្ងៃទី", "ថ្ងៃ", "ឆ្នាំ", "ວັນທີ", "ປີ"]
            .contains(&word)
}

fn from_words(words: &[String], era: Era) -> Option<Result<ReadDate, DateError>> {
    let number = |word: &String| word.parse::<i64>().ok();
    let certain = |date: Result<PartialDate, DateError>| date.map(ReadDate::Certain);
    match words {
        [one] if one.len() == 8 && one.bytes().all(|b| b.is_ascii_digit()) => {
            let (year, month, day) =
                (one[..4].parse().ok()?, one[4..6].parse().ok()?, one[6..].parse().ok()?);
            Some(certain(day_of(year, month, day, era)))
        }
        [one] => Some(certain(year_of(number(one)?, era))),
        [first, second] => {
            if let Some(month) = month_named(first) {
                return Some(certain(month_of(number(second)?, month, era)));
            }
            if let Some(month) = month_named(second) {
                return Some(certain(month_of(number(first)?, month, era)));
            }
            let (a, b) = (number(first)?, number(second)?);
            Some(certain(if first.len() == 4 { month_of(a, b, era) } else { month_of(b, a, era) }))
        }
        [first, second, third, ..] => {
            if let Some(month) = month_named(second) {
                let (a, c) = (number(first)?, number(third)?);
                return Some(certain(if first.len() == 4 {
                    day_of(a, month, c, era)
                } else {
                    day_of(c, month, a, era)
                }));
            }
            if let Some(month) = month_named(first) {
                return Some(certain(day_of(number(third)?, month, number(second)?, era)));
            }
            let (a, b, c) = (number(first)?, number(second)?, number(third)?);
            if first.len() == 4 {
                return Some(certain(day_of(a, b, c, era)));
            }
            if third.len() != 4 {
                return None; // a year of two digits could be either era: unreadable rather than guessed
            }
            Some(match (day_of(c, b, a, era), day_of(c, a, b, era)) {
                (Ok(day_first), Ok(month_first)) if day_first != month_first => {
                    Ok(ReadDate::Ambiguous { day_first, month_first })
                }
                (Ok(date), _) | (Err(_), Ok(date)) => Ok(ReadDate::Certain(date)),
                (Err(error), Err(_)) => Err(error),
            })
        }
        [] => None,
    }
}

fn common_year(year: i64, era: Era) -> i64 {
    match era {
        Era::Buddhist => year - BUDDHIST_OFFSET,
        Era::Unsaid if BUDDHIST_YEARS.contains(&year) => year - BUDDHIST_OFFSET,
        _ => year,
    }
}

fn day_of(year: i64, month: i64, day: i64, era: Era) -> Result<PartialDate, DateError> {
    let year = common_year(year, era);
    let no_such_day = DateError::NoSuchDay { year, month, day };
    match (i16::try_from(year), i8::try_from(month), i8::try_from(day)) {
        (Ok(y), Ok(m), Ok(d)) => PartialDate::day(y, m, d).map_err(|_| no_such_day),
        _ => Err(no_such_day),
    }
}

fn month_of(year: i64, month: i64, era: Era) -> Result<PartialDate, DateError> {
    day_of(year, month, 1, era).and_then(|date| PartialDate::month(date.year, date.month))
}

fn year_of(year: i64, era: Era) -> Result<PartialDate, DateError> {
    day_of(year, 1, 1, era).and_then(|date| PartialDate::year(date.year))
}

/// Month names and abbreviations of the region's languages, January first.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "มกราคม", "ม.ค", "มกรา", "មករា", "ມັງກອນ", "januari", "enero", "জানুয়ারি", "জানুয়ারী"],
    &[
        "february",
        "feb",
        "กุมภาพันธ์",
        "ก.พ",
        "กุมภา",
        "កុម្ភៈ",
        "ກຸມພາ",
        "februari",
        "pebruari",
        "pebrero",
        "ফেব্রুয়ারি",
    ],
    &["march", "mar", "มีนาคม", "มี.ค", "มีนา", "មីនា", "ມີນາ", "maret", "mac", "marso", "মার্চ"],
    &["april", "apr", "เมษายน", "เม.ย", "เมษา", "មេសា", "ເມສາ", "abril", "এপ্রিল"],
    &["may", "พฤษภาคม", "พ.ค", "พฤษภา", "ឧសភា", "ພຶດສະພາ", "mei", "mayo", "মে"],
    &["june", "jun", "มิถุนายน", "มิ.ย", "มิถุนา", "មិថុនា", "ມິຖຸນາ", "juni", "hunyo", "জুন"],
    &["july", "jul", "กรกฎาคม", "ก.ค", "กรกฎา", "កក្កដា", "ກໍລະກົດ", "juli", "julai", "hulyo", "জুলাই"],
    &["august", "aug", "สิงหาคม", "ส.ค", "สิงหา", "សីហា", "ສິງຫາ", "agustus", "ogos", "agosto", "আগস্ট"],
    &["september", "sep", "sept", "กันยายน", "ก.ย", "กันยา", "កញ្ញា", "ກັນຍາ", "setyembre", "সেপ্টেম্বর"],
    &["october", "oct", "ตุลาคม", "ต.ค", "ตุลา", "តុលា", "ຕຸລາ", "oktober", "okt", "oktubre", "অক্টোবর"],
    &["november", "nov", "พฤศจิกายน", "พ.ย", "พฤศจิกา", "វិច្ឆិកា", "ພະຈິກ", "nobyembre", "নভেম্বর"],
    &[
        "december",
        "dec",
        "ธันวาคม",
        "ธ.ค",
        "ธันวา",
        "ធ្នូ",
        "ທັນວາ",
        "desember",
        "disember",
        "des",
        "disyembre",
        "ডিসেম্বর",
    ],
];

fn month_named(word: &str) -> Option<i64> {
    let word = word.trim_end_matches('.');
    MONTHS.iter().position(|names| names.contains(&word)).map(|index| index as i64 + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn certain(text: &str, expected: &str) {
        match read(text) {
            Ok(ReadDate::Certain(date)) => assert_eq!(date.to_string(), expected, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn dates_read_as_officers_write_them() {
        certain("2017-03-01", "2017-03-01");
        certain("2017-03-01T08:30:00Z", "2017-03-01");
        certain("2017-03-01 08:30", "2017-03-01");
        certain("20170301", "2017-03-01");
        certain("1 March 2017", "2017-03-01");
        certain("1st of March, 2017", "2017-03-01");
        certain("Mar 1, 2017", "2017-03-01");
        certain("01-MAR-2017", "2017-03-01");
        certain("March 2017", "2017-03");
        certain("03/2017", "2017-03");
        certain("2017", "2017");
        certain("about 1985", "1985~");
        certain("circa Mar 1985", "1985-03~");
        certain("1985~", "1985~");
        certain("25/12/2017", "2017-12-25");
        certain("12/25/2017", "2017-12-25");
        certain("5/5/2017", "2017-05-05");
    }

    #[test]
    fn buddhist_years_and_every_digit_set_are_understood() {
        certain("24/11/2569", "2026-11-24");
        certain("๒๔ พฤศจิกายน ๒๕๖๙", "2026-11-24");
        certain("24 พ.ย. 2569", "2026-11-24");
        certain("พ.ศ. 2560", "2017");
        certain("ค.ศ. 2017", "2017");
        certain("២៤ វិច្ឆិកា ២០២៦", "2026-11-24");
        certain("໒໔ ພະຈິກ ໒໐໒໖", "2026-11-24");
        certain("২৪ নভেম্বর ২০২৬", "2026-11-24");
        certain("24 tháng 11 năm 2026", "2026-11-24");
        certain("2560 BE", "2017");
    }

    #[test]
    fn a_number_called_a_month_is_no_day() {
        certain("ngày 10 tháng 12 năm 2026", "2026-12-10");
        certain("tháng 3/2017", "2017-03");
        certain("bulan Maret 2017", "2017-03");
        certain("ថ្ងៃទី១០ ខែ១២ ឆ្នាំ២០២៦", "2026-12-10");
        certain("ວັນທີ 10 ເດືອນ 12 ປີ 2026", "2026-12-10");
        assert!(read("10 tháng 13 năm 2026").is_err());
    }

    #[test]
    fn about_is_understood_in_every_language() {
        let about = [
            "ประมาณ 2560",
            "khoảng 2017",
            "ប្រហែល ២០១៧",
            "ປະມານ 2017",
            "sekitar 2017",
            "mga 2017",
            "আনুমানিক ২০১৭",
        ];
        for text in about {
            certain(text, "2017~");
        }
    }

    #[test]
    fn a_date_that_could_be_two_days_is_never_guessed() {
        let Ok(read @ ReadDate::Ambiguous { .. }) = read("10/12/2013") else { panic!("guessed") };
        assert_eq!(read.resolve(None), None);
        assert_eq!(read.resolve(Some(DateOrder::DayFirst)).unwrap().to_string(), "2013-12-10");
        assert_eq!(read.resolve(Some(DateOrder::MonthFirst)).unwrap().to_string(), "2013-10-12");
    }

    #[test]
    fn what_is_not_a_date_says_so() {
        for text in
            ["", "unknown", "0000-00-00", "2017-02-30", "32/13/2017", "1/2/17", "99999999999999999999", "0"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,60}") {
            let _ = read(&text);
        }
    }
}
