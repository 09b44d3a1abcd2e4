//! Dates in the form that legal documents of each language use, in both eras where the state counts in two.
//!
//! The patterns and the names of months stand in the catalogues, so that an agency can set its own form. Thailand
//! counts in the Buddhist era; every date of a document that goes to or comes from there stands in both.

use lintas_model::date::Precision;
use lintas_model::{Language, PartialDate, Timestamp};

use crate::catalogue::Catalogues;

/// The date in a language; `two_eras` adds the other era.
pub fn day(catalogues: &Catalogues, language: Language, date: PartialDate, two_eras: bool) -> String {
    let label = |key: &str| catalogues.find(language, key).unwrap_or_default();
    let (year, month, day) = date.parts();
    let month_name = label("months").split('|').nth((month.max(1) - 1) as usize).unwrap_or_default();
    let pattern = match date.precision() {
        Precision::Day => label("date-day"),
        Precision::Month => label("date-month"),
        Precision::Year => label("date-year"),
    };
    let shown_year = if language == Language::Th { buddhist_year(date) } else { year.to_string() };
    let mut text = digits(
        label("digits"),
        &pattern
            .replace("{day}", &day.to_string())
            .replace("{month}", month_name)
            .replace("{number}", &month.to_string())
            .replace("{year}", &shown_year),
    );
    let era = match language {
        Language::Th => Some(label("era-common").replace("{year}", &year.to_string())),
        _ => two_eras.then(|| label("era-buddhist").replace("{year}", &buddhist_year(date))),
    };
    if let Some(era) = era {
        // A line may end before the era but not inside it.
        text = format!("{text} ({})", era.replace(' ', "\u{a0}"));
    }
    if date.is_about() { label("date-about").replace("{date}", &text) } else { text }
}

/// An instant in UTC, to the minute.
pub fn moment(catalogues: &Catalogues, language: Language, at: Timestamp, two_eras: bool) -> String {
    let minutes = at.as_millis().div_euclid(60_000).rem_euclid(1440);
    format!(
        "{}, {:02}:{:02} UTC",
        day(catalogues, language, PartialDate::of(at), two_eras),
        minutes / 60,
        minutes % 60
    )
}

/// The year of the Buddhist era as Thailand counted it.
///
/// Until 1940 the Thai year began on 1 April: January to March belonged to the year before, and a bare year is two
/// (Calendar Act B.E. 2483).
fn buddhist_year(date: PartialDate) -> String {
    let (year, month, _) = date.parts();
    let later = i32::from(year) + 543;
    match (year <= 1940, month) {
        (true, 1..=3) => (later - 1).to_string(),
        (true, 0) => format!("{}/{later}", later - 1),
        _ => later.to_string(),
    }
}

fn digits(set: &str, text: &str) -> String {
    let set: Vec<char> = set.chars().collect();
    text.chars().map(|c| c.to_digit(10).and_then(|d| set.get(d as usize).copied()).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, date: PartialDate, two_eras: bool, expected: &str) {
        let written = day(&Catalogues::built_in(), language, date, two_eras);
        assert_eq!(written.replace('\u{a0}', " "), expected);
    }

    #[test]
    fn each_language_has_its_legal_form() {
        let date = PartialDate::day(2017, 11, 16).unwrap();
        check(Language::En, date, false, "16 November 2017");
        check(Language::En, date, true, "16 November 2017 (B.E. 2560)");
        check(Language::Th, date, true, "16 พฤศจิกายน 2560 (ค.ศ. 2017)");
        check(Language::Vi, date, false, "ngày 16 tháng 11 năm 2017");
        check(Language::Km, date, false, "ថ្ងៃទី១៦ ខែវិច្ឆិកា ឆ្នាំ២០១៧");
        check(Language::Lo, date, false, "ວັນທີ 16 ເດືອນພະຈິກ 2017");
        check(Language::Ms, date, false, "16 November 2017");
        check(Language::Id, date, false, "16 November 2017");
        check(Language::Fil, date, false, "ika-16 ng Nobyembre 2017");
        check(Language::Bn, date, false, "১৬ নভেম্বর ২০১৭");
    }

    #[test]
    fn what_is_not_known_is_not_printed() {
        check(Language::En, PartialDate::month(2017, 3).unwrap(), false, "March 2017");
        check(Language::En, PartialDate::year(1985).unwrap().about(), false, "about 1985");
        check(Language::Th, PartialDate::year(1985).unwrap(), false, "พ.ศ. 2528 (ค.ศ. 1985)");
    }

    #[test]
    fn before_1941_the_thai_year_began_in_april() {
        check(Language::En, PartialDate::day(1938, 2, 1).unwrap(), true, "1 February 1938 (B.E. 2480)");
        check(Language::En, PartialDate::day(1938, 5, 1).unwrap(), true, "1 May 1938 (B.E. 2481)");
        check(Language::En, PartialDate::year(1938).unwrap(), true, "1938 (B.E. 2480/2481)");
        check(Language::En, PartialDate::day(1941, 2, 1).unwrap(), true, "1 February 1941 (B.E. 2484)");
    }

    #[test]
    fn an_instant_names_its_zone() {
        let at = Timestamp::parse("2017-11-16T08:05:59Z").unwrap();
        assert_eq!(moment(&Catalogues::built_in(), Language::En, at, false), "16 November 2017, 08:05 UTC");
    }
}
