//! International bank account numbers (ISO 13616), checked modulo 97.
//!
//! None of the eight countries issues them, but money leaves the region through them.

use super::{Invalid, compact};

/// Lengths of the countries that appear most often; others are checked by their digits only.
const LENGTHS: &[(&str, usize)] = &[
    ("AE", 23),
    ("AT", 20),
    ("BE", 16),
    ("BH", 22),
    ("CH", 21),
    ("CY", 28),
    ("DE", 22),
    ("DK", 18),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GR", 27),
    ("IE", 22),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("LB", 28),
    ("LT", 20),
    ("LU", 20),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PT", 25),
    ("QA", 29),
    ("SA", 24),
    ("SE", 24),
    ("TR", 26),
];

/// Normal form: letters and digits without spaces.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str) -> Result<String, Invalid> {
    let number = compact(text)?;
    if !(15..=34).contains(&number.len()) {
        return Err(Invalid::Length { found: number.len(), expected: "15 to 34 letters and digits" });
    }
    let (country, rest) = number.split_at(2);
    if !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Err(Invalid::Form("it does not begin with a country".to_owned()));
    }
    if !rest.as_bytes()[..2].iter().all(u8::is_ascii_digit) {
        return Err(Invalid::Form("its check digits are no digits".to_owned()));
    }
    if let Some((_, length)) = LENGTHS.iter().find(|(known, _)| *known == country)
        && number.len() != *length
    {
        return Err(Invalid::Length { found: number.len(), expected: "the length of its country" });
    }
    let body = &number[4..];
    let remainder = |check: &str| {
        body.bytes().chain(country.bytes()).chain(check.bytes()).fold(
            0u32,
            |remainder, letter| match letter {
                b'0'..=b'9' => (remainder * 10 + u32::from(letter - b'0')) % 97,
                _ => (remainder * 100 + u32::from(letter - b'A') + 10) % 97,
            },
        )
    };
    if remainder(&number[2..4]) != 1 {
        let expected = 98 - remainder("00");
        return Err(Invalid::CheckDigit {
            expected: format!("{expected:02}"),
            found: number[2..4].to_owned(),
        });
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_account_is_told_by_its_check_digits() {
        assert_eq!(normalise("GB82 WEST 1234 5698 7654 32").unwrap(), "GB82WEST12345698765432");
        assert_eq!(
            normalise("GB82 WEST 1234 5698 7654 33"),
            Err(Invalid::CheckDigit { expected: "55".to_owned(), found: "82".to_owned() })
        );
        assert!(matches!(normalise("DE89 3704 0044 0532 0130"), Err(Invalid::Length { .. })));
    }
}
