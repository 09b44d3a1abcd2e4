//! Chinese characters as they are read in the region.

use super::Reading;

/// Folds simplified and variant forms to one character.
pub fn traditional(letter: char) -> char {
    letter
}

/// Readings of one character, best first.
pub fn readings(_letter: char, _limit: usize) -> Vec<Reading> {
    Vec::new()
}

/// Readings of a word of characters as Mandarin writes it, best first.
pub fn word_readings(word: &str) -> Vec<Reading> {
    let latin: String = word.chars().filter_map(|letter| readings(letter, 1).into_iter().next()).map(|reading| reading.latin).collect();
    if latin.is_empty() { Vec::new() } else { vec![Reading::certain(latin)] }
}
