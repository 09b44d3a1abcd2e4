//! Numbers as a language writes them: `1,234` in English, `1.234` in Indonesian, `১২,৩৪৫` in Bengali text.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use lintas_model::Language;

/// The ICU locale of a language; English dates are written day first, as in all eight countries.
pub(crate) fn locale(language: Language) -> Locale {
    let tag = match language {
        Language::En => "en-GB",
        other => other.tag(),
    };
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

/// A whole number with the language's grouping and digits.
pub(crate) fn whole(language: Language, n: u64) -> String {
    let decimal = Decimal::from(n);
    match DecimalFormatter::try_new((&locale(language)).into(), DecimalFormatterOptions::default()) {
        Ok(formatter) => formatter.format(&decimal).to_string(),
        Err(_) => n.to_string(),
    }
}

/// Thousandths as whole hundredths: `96 %`.
pub(crate) fn percent(language: Language, permille: u16) -> String {
    format!("{}\u{a0}%", whole(language, u64::from(permille).saturating_add(5) / 10))
}

/// A size in bytes with one decimal and a decimal unit: `14.2 MB`.
pub(crate) fn bytes(n: u64) -> String {
    const UNITS: [&str; 4] = ["B", "kB", "MB", "GB"];
    let mut size = n as f64;
    let mut unit = 0;
    while size >= 1000.0 && unit + 1 < UNITS.len() {
        size /= 1000.0;
        unit += 1;
    }
    if unit == 0 { format!("{n} B") } else { format!("{size:.1} {}", UNITS[unit]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_groups_in_its_own_way() {
        assert_eq!(whole(Language::En, 1_234_567), "1,234,567");
        assert_eq!(whole(Language::Id, 1_234_567), "1.234.567");
        assert_eq!(whole(Language::Th, 1_234_567), "1,234,567");
        assert_eq!(whole(Language::Bn, 1_234_567), "১২,৩৪,৫৬৭");
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(14_230_000), "14.2 MB");
    }
}
