//! Khmer: syllables in two registers, found by a lattice.
//!
//! A vowel sign is read by the register of its consonant (ា is "a" after ស, "ea" after ជ), the register is moved by two
//! marks and by clusters, and a consonant under another may open a cluster or end the syllable before it. ICU has no
//! rules for Khmer, so these come from the script's grammar.

mod letters;
mod syllable;

use super::Reading;
use super::lattice;
use super::repetition::Repetition;
use letters::{COENG, MUUSIKATOAN, TRIISAP, is_consonant, is_vowel_sign};

/// Brings Khmer text to its one internal form: consonants under the first one with រ last, then the register mark, the
/// vowel, other signs; split vowels composed, look-alike ្ដ written ្ត, ៗ spelled out, invisible characters dropped.
pub fn normalise(text: &str) -> String {
    let mut normal: Vec<char> = Vec::with_capacity(text.len() / 3 + 1);
    let visible = text.chars().filter(|letter| !is_invisible(*letter));
    let mut letters = spell_out_repetition(visible).into_iter().peekable();
    while let Some(letter) = letters.next() {
        normal.push(if matches!(letter, 'ឣ' | 'ឤ') { 'អ' } else { letter });
        if !is_consonant(letter) && !('ឣ'..='ឳ').contains(&letter) {
            continue;
        }
        // Everything that hangs on this letter, sorted.
        let mut below: Vec<char> = Vec::new();
        let mut signs: Vec<char> = if letter == 'ឤ' { vec!['\u{17b6}'] } else { Vec::new() };
        while let Some(&sign) = letters.peek() {
            if sign == COENG {
                letters.next();
                match letters.peek() {
                    Some(&under) if is_consonant(under) || ('ឣ'..='ឳ').contains(&under) => {
                        below.push(if under == 'ដ' { 'ត' } else { under });
                        letters.next();
                    }
                    _ => {}
                }
            } else if is_sign(sign) {
                letters.next();
                if !signs.contains(&sign) {
                    signs.push(sign);
                }
            } else {
                break;
            }
        }
        // ទ over ប looks like ឡ and is typed for it.
        if letter == 'ទ' && below == ['ប'] {
            normal.pop();
            normal.push('ឡ');
            below.clear();
        }
        below.sort_by_key(|&under| under == 'រ');
        for under in below {
            normal.extend([COENG, under]);
        }
        signs.sort_by_key(|&sign| sign_order(sign));
        normal.extend(compose(&signs));
    }
    normal.into_iter().collect()
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{17b4}' | '\u{17b5}')
}

/// Writes the word before ៗ once more in its place.
fn spell_out_repetition(text: impl Iterator<Item = char>) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    let mut repetition = Repetition::default();
    for letter in text {
        if letter == 'ៗ' {
            repetition.repeat_word(&mut out, |word| is_consonant(word[0]));
        } else {
            out.push(letter);
        }
    }
    out
}

fn is_sign(letter: char) -> bool {
    is_vowel_sign(letter) || matches!(letter, '\u{17c6}'..='\u{17d1}' | '\u{17dd}')
}

fn sign_order(sign: char) -> u8 {
    match sign {
        MUUSIKATOAN | TRIISAP => 0,
        // The half written before its consonant comes first, so that compose sees the pair.
        '\u{17c1}' => 1,
        sign if is_vowel_sign(sign) => 2,
        _ => 3,
    }
}

/// Joins vowels typed in two halves.
fn compose(signs: &[char]) -> Vec<char> {
    let mut composed: Vec<char> = Vec::with_capacity(signs.len());
    for &sign in signs {
        let joined = match (composed.last(), sign) {
            (Some('\u{17c1}'), '\u{17b8}') => Some('\u{17be}'),
            (Some('\u{17c1}'), '\u{17b6}') => Some('\u{17c4}'),
            _ => None,
        };
        match joined {
            Some(joined) => {
                composed.pop();
                composed.push(joined);
            }
            None => composed.push(sign),
        }
    }
    composed
}

/// Readings of one token, best first, at most `limit`.
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    if limit == 0 {
        return Vec::new();
    }
    let word: Vec<char> = normalise(token).chars().collect();
    lattice::cheapest(word.len(), limit, |at, edges| syllable::edges(&word, at, edges))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(written: &str, said: &str) {
        let found = readings(written, 6);
        assert_eq!(found.first().map(|reading| reading.latin.as_str()), Some(said), "{written}: {found:?}");
    }

    fn check_among(written: &str, said: &str) {
        let found = readings(written, 6);
        assert!(found.iter().any(|reading| reading.latin == said), "{written} {said}: {found:?}");
    }

    #[test]
    fn well_known_places_and_names_are_read() {
        for (written, said) in [
            ("សុខ", "sok"),
            ("ដារា", "dara"),
            ("សុភា", "sophea"),
            ("ស្រី", "srey"),
            ("វង្ស", "vong"),
            ("ហេង", "heng"),
            ("ជា", "chea"),
            ("បុរី", "borey"),
            ("ព្រៃវែង", "preyveng"),
            ("តាកែវ", "takaev"),
            ("កំពត", "kampot"),
        ] {
            check(written, said);
        }
        check_among("ភ្នំពេញ", "phnompenh");
        for (written, said) in
            [("ចន្ទ្រា", "chantrea"), ("បុប្ផា", "bopha"), ("គង់", "kong"), ("សៀមរាប", "siemreap")]
        {
            check_among(written, said);
        }
    }

    #[test]
    fn marks_move_the_register() {
        check("ម៉ា", "ma");
        check("មា", "mea");
        check("ប៉ា", "pa");
        check("ស៊ី", "si");
    }

    #[test]
    fn final_letters_may_be_silent() {
        check_among("សិទ្ធិ", "sith");
        check_among("ភូមិ", "phum");
        check("ពោធិ៍", "po");
    }

    #[test]
    fn the_normal_form_sorts_what_hangs_on_a_letter() {
        assert_eq!(normalise("ស\u{17d2}រ\u{17d2}ត"), "ស\u{17d2}ត\u{17d2}រ");
        assert_eq!(normalise("ក\u{17c1}\u{17b8}"), "ក\u{17be}");
        assert_eq!(normalise("ម\u{17b6}\u{17c9}"), "ម\u{17c9}\u{17b6}");
        assert_eq!(normalise("ន\u{17d2}ដ"), "ន\u{17d2}ត");
        assert_eq!(normalise("ស្រីៗ"), "ស្រីស្រី");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_into_ascii(text in "[\\u{1780}-\\u{17ff} ]{0,24}|\\PC{0,16}", limit in 0usize..9) {
            let found = readings(&text, limit);
            prop_assert!(found.len() <= limit);
            for reading in &found {
                prop_assert!(reading.cost >= 0.0);
                prop_assert!(!reading.latin.is_empty() && reading.latin.bytes().all(|letter| letter.is_ascii_lowercase()));
            }
            prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
        }
    }
}
