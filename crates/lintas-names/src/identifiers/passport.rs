//! Passport numbers.
//!
//! ICAO Doc 9303 part 4 gives a number nine places and no rule; each country has its habit. A number of another shape is
//! kept, because countries change their booklets, but the reader learns that it is unusual.

use lintas_model::Country;

use super::{Invalid, compact};

/// A passport number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passport {
    /// Letters and digits, upper case.
    pub number: String,
    /// Whether the number has the shape its country uses; `None` when the country is unknown or none of the eight.
    pub usual: Option<bool>,
}

/// Shapes in use: `A` a letter, `0` a digit, anything else itself.
const SHAPES: &[(Country, &[&str])] = &[
    (Country::BD, &["AA0000000", "A00000000"]),
    (Country::ID, &["A0000000", "AA000000", "A000000"]),
    (Country::KH, &["N0000000", "N00000000", "A0000000"]),
    (Country::LA, &["P0000000", "PA0000000", "A0000000", "AA0000000"]),
    (Country::MY, &["A00000000", "H00000000", "K00000000"]),
    (Country::PH, &["P0000000A", "AA0000000", "A0000000", "AA000000"]),
    (Country::TH, &["AA0000000", "A000000", "A0000000"]),
    (Country::VN, &["A0000000", "A00000000"]),
];

/// Normal form of a passport number.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str, country: Option<Country>) -> Result<Passport, Invalid> {
    let number = compact(text)?;
    if !(5..=9).contains(&number.len()) {
        return Err(Invalid::Length { found: number.len(), expected: "5 to 9 letters and digits" });
    }
    if number.bytes().filter(u8::is_ascii_digit).count() < 4 {
        return Err(Invalid::Form("it has fewer than four digits".to_owned()));
    }
    let usual = country
        .and_then(|country| SHAPES.iter().find(|(known, _)| *known == country))
        .map(|(_, shapes)| shapes.iter().any(|shape| fits(&number, shape)));
    Ok(Passport { number, usual })
}

pub(crate) fn fits(number: &str, shape: &str) -> bool {
    number.len() == shape.len()
        && number.bytes().zip(shape.bytes()).all(|(letter, wanted)| match wanted {
            b'0' => letter.is_ascii_digit(),
            b'A' => letter.is_ascii_uppercase(),
            _ => letter == wanted,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_it_was_spaced() {
        let passport = normalise(" aa-123 4567", Some(Country::TH)).unwrap();
        assert_eq!((passport.number.as_str(), passport.usual), ("AA1234567", Some(true)));
        assert_eq!(normalise("1234567", Some(Country::PH)).unwrap().usual, Some(false));
        assert!(normalise("ABCDEFGH", None).is_err());
        assert!(normalise("AB1234567890", None).is_err());
    }
}
