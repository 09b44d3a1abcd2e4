//! Dates as a language writes them, in both eras where a country uses two.
//!
//! Thai screens show the Buddhist year and hold the common one ready (and the other way round in print, where both
//! stand). The month is always a word: `10/12` has sent people to the wrong day before.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{self, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_locale_core::Locale;
use icu_time::{DateTime, Time};
use lintas_model::date::Precision;
use lintas_model::{Language, PartialDate, Timestamp};

use crate::numbers::locale;
use crate::words::Words;

struct Formats {
    day: Option<DateTimeFormatter<YMD>>,
    month: Option<DateTimeFormatter<YM>>,
    year: Option<DateTimeFormatter<fieldsets::Y>>,
    instant: Option<DateTimeFormatter<icu_datetime::fieldsets::YMDT>>,
}

thread_local! {
    static FORMATS: RefCell<HashMap<(Language, bool), Rc<Formats>>> = RefCell::default();
}

fn formats(language: Language, other_era: bool) -> Rc<Formats> {
    FORMATS.with_borrow_mut(|known| {
        known
            .entry((language, other_era))
            .or_insert_with(|| {
                // Hours run to 24 in every language: several would say AM and PM, in Latin letters.
                let era = if other_era { "-ca-gregory" } else { "" };
                let locale: Locale =
                    format!("{}-u{era}-hc-h23", locale(language)).parse().unwrap_or(Locale::UNKNOWN);
                let preferences = || (&locale).into();
                // The other era is named, or 2026 and 2569 would stand side by side without a word.
                let style = if other_era { YearStyle::WithEra } else { YearStyle::Auto };
                let day = YMD::medium().with_year_style(style);
                let month = YM::medium().with_year_style(style);
                let year = fieldsets::Y::medium().with_year_style(style);
                Rc::new(Formats {
                    day: DateTimeFormatter::try_new(preferences(), day).ok(),
                    month: DateTimeFormatter::try_new(preferences(), month).ok(),
                    year: DateTimeFormatter::try_new(preferences(), year).ok(),
                    instant: DateTimeFormatter::try_new(preferences(), day.with_time_hm()).ok(),
                })
            })
            .clone()
    })
}

/// A date or instant in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// As the language writes it by default.
    pub(crate) shown: String,
    /// In the other era, where the language's country uses two.
    pub(crate) other: Option<String>,
}

fn both(language: Language, write: impl Fn(&Formats) -> Option<String>, plain: String) -> Written {
    let shown = write(&formats(language, false)).unwrap_or(plain);
    let other = (language == Language::Th).then(|| write(&formats(language, true))).flatten();
    Written { shown, other }
}

/// A date with the precision it was given.
pub(crate) fn partial(words: &Words, date: PartialDate) -> Written {
    let (year, month, day) = date.parts();
    let iso = Date::try_new_iso(year.into(), month.max(1) as u8, day.max(1) as u8);
    let mut written = both(
        words.language(),
        |formats| {
            let iso = iso.as_ref().ok()?;
            Some(match date.precision() {
                Precision::Day => formats.day.as_ref()?.format(iso).to_string(),
                Precision::Month => formats.month.as_ref()?.format(iso).to_string(),
                Precision::Year => formats.year.as_ref()?.format(iso).to_string(),
            })
        },
        date.to_string(),
    );
    if date.is_about() {
        written.shown = words.fill("date-about", &[("date", &written.shown)]);
        written.other = written.other.map(|other| words.fill("date-about", &[("date", &other)]));
    }
    written
}

/// An instant, to the minute, in the node's zone.
pub(crate) fn instant(words: &Words, at: Timestamp) -> Written {
    let local = at.plus_millis(i64::from(words.zone_minutes()) * 60_000);
    let (year, month, day) = local.ymd();
    let minutes = local.as_millis().div_euclid(60_000).rem_euclid(1440);
    let (hour, minute) = ((minutes / 60) as u8, (minutes % 60) as u8);
    both(
        words.language(),
        |formats| {
            let date = Date::try_new_iso(year.into(), month as u8, day as u8).ok()?;
            let time = Time::try_new(hour, minute, 0, 0).ok()?;
            Some(formats.instant.as_ref()?.format(&DateTime { date, time }).to_string())
        },
        at.to_string(),
    )
}

/// The day of an instant in the node's zone.
pub(crate) fn day(words: &Words, at: Timestamp) -> Written {
    partial(words, PartialDate::of(at.plus_millis(i64::from(words.zone_minutes()) * 60_000)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn thai_shows_the_buddhist_year_and_holds_the_common_one() {
        let date = PartialDate::day(2026, 11, 24).unwrap();
        let thai = partial(&sample::words(Language::Th), date);
        assert!(thai.shown.contains("2569"), "{thai:?}");
        assert!(thai.other.as_deref().unwrap().contains("ค.ศ. 2026"), "{thai:?}");
        let english = partial(&sample::words(Language::En), date);
        assert_eq!(english, Written { shown: "24 Nov 2026".into(), other: None });
    }

    #[test]
    fn the_month_is_a_word_in_every_language() {
        let date = PartialDate::day(2026, 11, 24).unwrap();
        let check = |language, expected: &str| {
            assert_eq!(partial(&sample::words(language), date).shown, expected, "{language}");
        };
        check(Language::Th, "24 พ.ย. 2569");
        check(Language::Vi, "24 thg 11, 2026");
        check(Language::Km, "24 វិច្ឆិកា 2026");
        check(Language::Lo, "24 ພ.ຈ. 2026");
        check(Language::Ms, "24 Nov 2026");
        check(Language::Id, "24 Nov 2026");
        check(Language::Fil, "Nob 24, 2026");
        check(Language::Bn, "২৪ নভে, ২০২৬");
    }

    #[test]
    fn what_is_not_known_is_not_written() {
        let words = sample::words(Language::En);
        assert_eq!(partial(&words, PartialDate::month(2017, 3).unwrap()).shown, "Mar 2017");
        assert_eq!(partial(&words, PartialDate::year(1985).unwrap().about()).shown, "c. 1985");
    }

    #[test]
    fn an_instant_is_shown_in_the_zone_of_the_node() {
        let words = sample::words(Language::En);
        let at = Timestamp::parse("2017-03-01T20:30:00Z").unwrap();
        let shown = instant(&words, at).shown;
        assert!(shown.starts_with("2 Mar 2017") && shown.contains("03:30"), "{shown}");
        assert_eq!(day(&words, at).shown, "2 Mar 2017");
    }

    #[test]
    fn hours_run_to_24_in_every_language() {
        let at = Timestamp::parse("2017-03-01T08:30:00Z").unwrap();
        for language in Language::ALL {
            let shown = lintas_model::digits::to_ascii(&instant(&sample::words(language), at).shown);
            assert!(shown.contains("15:30") || shown.contains("15.30"), "{language}: {shown}");
            assert!(!shown.contains("AM") && !shown.contains("PM"), "{language}: {shown}");
        }
    }
}
