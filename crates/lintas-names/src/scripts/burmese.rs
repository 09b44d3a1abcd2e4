//! Burmese script.

use super::Reading;

/// Brings a text in this script to its one internal form.
pub fn normalise(text: &str) -> String {
    text.to_owned()
}

/// Readings of one token, best first, at most `limit`.
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    let latin: String = token.chars().filter(char::is_ascii_alphabetic).collect();
    if latin.is_empty() || limit == 0 { Vec::new() } else { vec![Reading { latin, cost: 9.0 }] }
}

/// Folds Latin spellings of a Burmese name to one class, syllable by syllable.
pub fn fold_latin(text: &str) -> String {
    text.to_owned()
}
