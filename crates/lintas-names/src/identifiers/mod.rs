//! Identifiers as written to one form each, or the reason why they are none.
//!
//! A phone, a document or an account ties records together more firmly than a name, but only when both agencies write it
//! the same way; and a mistyped one must be seen as mistyped, not filed as a new object. So every kind here either
//! gives its normal form or says what is wrong: length, character, check digit, date or area.

pub mod account;
pub mod email;
pub mod handle;
pub mod iban;
pub mod mrz;
pub mod national_id;
pub mod passport;
pub mod phone;
pub mod plate;

/// Why a text is not an identifier of its kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Invalid {
    /// Nothing was written.
    #[error("read an identifier from an empty text")]
    Empty,
    /// Too long for any identifier.
    #[error("read an identifier of {0} bytes")]
    TooLong(usize),
    /// The wrong number of characters.
    #[error("accept {found} characters where {expected} are written")]
    Length {
        /// Characters found, separators aside.
        found: usize,
        /// What is written, in words.
        expected: &'static str,
    },
    /// A character that has no place there.
    #[error("accept the character `{0}` there")]
    Character(char),
    /// The check digit disagrees.
    #[error("accept the number: its check digit should be {expected}, not {found}")]
    CheckDigit {
        /// What the other digits say.
        expected: String,
        /// What is written.
        found: String,
    },
    /// A date inside the number does not exist.
    #[error("accept `{0}` as the date inside the number")]
    Date(String),
    /// An area code inside the number that is not given out.
    #[error("accept `{0}` as the area code inside the number")]
    Area(String),
    /// The country's numbers have no such form.
    #[error("recognise the number: {0}")]
    Form(String),
}

/// Longest text taken for an identifier, in bytes.
const LONGEST: usize = 400;

/// Digits of any set of the region as ASCII, invisible marks dropped, trimmed.
pub(crate) fn tidy(text: &str) -> Result<String, Invalid> {
    if text.len() > LONGEST {
        return Err(Invalid::TooLong(text.len()));
    }
    let visible: String = text.chars().filter(|letter| !crate::text::is_invisible(*letter)).collect();
    let visible = lintas_model::digits::to_ascii(visible.trim());
    if visible.is_empty() { Err(Invalid::Empty) } else { Ok(visible) }
}

/// Letters and digits only, upper case; spaces and the usual separators are dropped, anything else is refused.
pub(crate) fn compact(text: &str) -> Result<String, Invalid> {
    let mut kept = String::new();
    for letter in tidy(text)?.chars() {
        match letter {
            ' ' | '\u{a0}' | '-' | '.' | '/' | '_' | '–' => {}
            _ if letter.is_ascii_alphanumeric() => kept.push(letter.to_ascii_uppercase()),
            _ => return Err(Invalid::Character(letter)),
        }
    }
    if kept.is_empty() { Err(Invalid::Empty) } else { Ok(kept) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_answered_without_panic(text in "\\PC{0,60}", country in 0..8usize) {
            let country = lintas_model::Country::EIGHT[country];
            let _ = phone::normalise(&text, Some(country));
            let _ = passport::normalise(&text, Some(country));
            let _ = national_id::normalise(&text, country);
            let _ = plate::normalise(&text, Some(country));
            let _ = (mrz::read(&text), iban::normalise(&text), account::normalise(&text));
            let _ = (email::normalise(&text), handle::normalise(&text));
        }
    }

    #[test]
    fn a_normal_form_is_its_own_normal_form() {
        for number in ["+66 81 234 5678", "+855 12 345 678"] {
            let once = phone::normalise(number, None).unwrap().e164;
            assert_eq!(phone::normalise(&once, None).unwrap().e164, once);
        }
    }
}
