//! Vehicle registration plates.

use lintas_model::Country;

use super::{Invalid, tidy};
use crate::script::Script;

/// A plate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plate {
    /// Letters, digits and nothing else; Latin letters in upper case.
    pub number: String,
    /// Whether it has a shape its country uses; `None` when the country is unknown or its shapes vary too much.
    pub usual: Option<bool>,
}

/// Shapes in use as runs: `A` Latin letters, `N` letters of the country's script, `0` digits, with the length of each run.
const SHAPES: &[(Country, &[&str])] = &[
    // 51F-123.45, 29-A1 123.45
    (Country::VN, &["0:2 A:1-2 0:4-6"]),
    // 1กข 1234, กข 1234
    (Country::TH, &["0:1 N:1-2 0:1-4", "N:1-3 0:1-4", "0:2 0:4"]),
    // ABC 1234, W 1234 A
    (Country::MY, &["A:1-3 0:1-4", "A:1-3 0:1-4 A:1"]),
    // B 1234 XYZ
    (Country::ID, &["A:1-2 0:1-4 A:1-3"]),
    // ABC 1234, 123 ABC (motorcycles)
    (Country::PH, &["A:2-3 0:3-5", "0:3-4 A:2-3", "A:1 0:3 A:2"]),
    // 2A-1234, PP 2A-1234
    (Country::KH, &["0:1 A:1-2 0:4", "A:2 0:1 A:1-2 0:4", "N:2-12 0:1 A:1-2 0:4"]),
    // two Lao letters and four digits
    (Country::LA, &["N:2 0:4"]),
];

/// Normal form of a plate.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str, country: Option<Country>) -> Result<Plate, Invalid> {
    let mut number = String::new();
    for letter in tidy(text)?.chars() {
        match letter {
            ' ' | '-' | '.' | '·' | '/' | '–' | '\u{a0}' => {}
            _ if letter.is_alphanumeric() || Script::of(letter).is_some() => {
                number.extend(letter.to_uppercase())
            }
            _ => return Err(Invalid::Character(letter)),
        }
    }
    let length = number.chars().count();
    if !(3..=20).contains(&length) {
        return Err(Invalid::Length { found: length, expected: "3 to 20 letters and digits" });
    }
    if !number.bytes().any(|letter| letter.is_ascii_digit()) {
        return Err(Invalid::Form("it has no digit".to_owned()));
    }
    let usual = country
        .and_then(|country| SHAPES.iter().find(|(known, _)| *known == country))
        .map(|(_, shapes)| shapes.iter().any(|shape| fits(&number, shape)));
    Ok(Plate { number, usual })
}

fn fits(number: &str, shape: &str) -> bool {
    let letters: Vec<char> = number.chars().collect();
    let runs: Vec<(u8, usize, usize)> = shape
        .split(' ')
        .filter_map(|run| {
            let (kind, length) = run.split_once(':')?;
            let (least, most) = length.split_once('-').unwrap_or((length, length));
            Some((kind.bytes().next()?, least.parse().ok()?, most.parse().ok()?))
        })
        .collect();
    fits_from(&letters, &runs)
}

fn fits_from(letters: &[char], runs: &[(u8, usize, usize)]) -> bool {
    let Some((&(kind, least, most), rest)) = runs.split_first() else { return letters.is_empty() };
    let is = |letter: &char| match kind {
        b'0' => letter.is_ascii_digit(),
        b'A' => letter.is_ascii_uppercase(),
        _ => !letter.is_ascii() && Script::of(*letter).is_some(),
    };
    (least..=most.min(letters.len()))
        .any(|taken| letters[..taken].iter().all(is) && fits_from(&letters[taken..], rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plate_is_one_however_it_was_spaced() {
        for (text, country, number) in [
            ("51f-123.45", Country::VN, "51F12345"),
            ("1กข ๑๒๓๔", Country::TH, "1กข1234"),
            ("w 1234 a", Country::MY, "W1234A"),
            ("B 1234 XYZ", Country::ID, "B1234XYZ"),
            ("abc-1234", Country::PH, "ABC1234"),
            ("2A-1234", Country::KH, "2A1234"),
        ] {
            let plate = normalise(text, Some(country)).unwrap();
            assert_eq!((plate.number.as_str(), plate.usual), (number, Some(true)), "{text}");
        }
        assert_eq!(normalise("12345678", Some(Country::MY)).unwrap().usual, Some(false));
        assert!(normalise("no plate!", None).is_err());
    }
}
