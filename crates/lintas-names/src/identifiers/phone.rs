//! Telephone numbers to E.164 (ITU-T recommendation of that number).

use lintas_model::Country;
use phonenumber::country::Id;

use super::{Invalid, tidy};

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Plus sign, country code and national number, digits only.
    pub e164: String,
    /// The country it belongs to, where the number says.
    pub country: Option<Country>,
    /// The numbering plan has such a number; otherwise only its length is possible.
    pub in_plan: bool,
}

/// Normal form of a number as written. `home` is the country whose numbers are written without a country code there.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str, home: Option<Country>) -> Result<Phone, Invalid> {
    let mut text = tidy(text)?;
    if let Some(rest) = text.strip_prefix("tel:").or_else(|| text.strip_prefix("Tel")) {
        text = rest.trim_start_matches([':', '.', ' ']).to_owned();
    }
    if let Some(odd) = text
        .chars()
        .find(|c| !c.is_ascii_digit() && !matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '/' | '\u{a0}'))
    {
        return Err(Invalid::Character(odd));
    }
    // "00" and "+(0)" are dialling habits, not parts of the number.
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !(5..=17).contains(&digits.len()) {
        return Err(Invalid::Length { found: digits.len(), expected: "5 to 15 digits" });
    }
    let international = text.starts_with('+') || digits.starts_with("00");
    let written = if international { format!("+{}", digits.trim_start_matches('0')) } else { digits.clone() };
    let id = home.and_then(|country| country.as_str().parse::<Id>().ok());
    let attempt = |id: Option<Id>, text: &str| phonenumber::parse(id, text).ok();
    let mut number = attempt(if international { None } else { id }, &written);
    if !international && number.as_ref().is_none_or(|number| !number.is_valid()) {
        // Country code without its plus sign: 66812345678.
        if let Some(other) = attempt(None, &format!("+{digits}")).filter(|other| other.is_valid()) {
            number = Some(other);
        }
    }
    let Some(number) = number else {
        return Err(Invalid::Form(match home {
            Some(_) => "it has no country code and is no number of its country".to_owned(),
            None => "it has no country code, and no country is known".to_owned(),
        }));
    };
    let e164 = number.format().mode(phonenumber::Mode::E164).to_string();
    if !(8..=16).contains(&e164.len()) {
        return Err(Invalid::Length { found: e164.len().saturating_sub(1), expected: "7 to 15 digits" });
    }
    let country = number.country().id().and_then(|id| format!("{id:?}").parse().ok());
    Ok(Phone { e164, country, in_plan: number.is_valid() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, home: Option<Country>, expected: &str) {
        assert_eq!(normalise(text, home).map(|phone| phone.e164).as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn one_number_has_one_form_however_it_was_written() {
        check("081-234-5678", Some(Country::TH), "+66812345678");
        check("๐๘๑ ๒๓๔ ๕๖๗๘", Some(Country::TH), "+66812345678");
        check("0066 81 234 5678", None, "+66812345678");
        check("66812345678", Some(Country::MY), "+66812345678");
        check("+855 (0)12 345 678".replace("(0)", "").as_str(), None, "+85512345678");
        check("01712-345678", Some(Country::BD), "+8801712345678");
        check("0912 345 678", Some(Country::VN), "+84912345678");
        check("0812-3456-789", Some(Country::ID), "+628123456789");
        check("0917 123 4567", Some(Country::PH), "+639171234567");
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(normalise("call me", None), Err(Invalid::Character('c')));
        assert!(matches!(normalise("123", Some(Country::TH)), Err(Invalid::Length { .. })));
        assert!(matches!(normalise("0812345678", None), Err(Invalid::Form(_))));
    }
}
