//! The first thing done to any text: marks that nobody sees are dropped and every script gets its one internal form.
//!
//! Two spellings that look the same on paper must be the same bytes here; whatever is not cleaned now comes back later
//! as a missed match that nobody can explain, because nobody can see it.

use unicode_normalization::UnicodeNormalization;

use crate::script::Script;
use crate::scripts::{arabic, bengali, burmese, khmer, lao, thai, zawgyi};

/// Names longer than this many bytes are not read: no person, firm or place has one.
pub const LONGEST_NAME_BYTES: usize = 2_000;

/// Why a text could not be read as a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unreadable {
    /// Nothing is left after spaces and invisible marks are gone.
    #[error("read a name from an empty text")]
    Empty,
    /// The text has no letter of any script.
    #[error("read a name from a text without letters")]
    NoLetters,
    /// Longer than [`LONGEST_NAME_BYTES`].
    #[error("read a name of {bytes} bytes; the longest accepted is {LONGEST_NAME_BYTES}")]
    TooLong {
        /// Size of the text as given.
        bytes: usize,
    },
    /// A NUL or another control character stands in the text.
    #[error("read a name with control character U+{code:04X} at character {at}")]
    Control {
        /// Code point found.
        code: u32,
        /// Its position, counted in characters from one.
        at: usize,
    },
}

/// A text in internal form, and what was changed that a reader could care about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// The text in internal form; case and order are kept.
    pub text: String,
    /// It was typed in Zawgyi and has been converted.
    pub from_zawgyi: bool,
}

/// Brings a text to its internal form: compatibility composition, no invisible marks, one space between words, Zawgyi
/// converted first (its code points mean something else), then the normal form of each script in the text.
pub fn clean(text: &str) -> Result<Clean, Unreadable> {
    if text.len() > LONGEST_NAME_BYTES {
        return Err(Unreadable::TooLong { bytes: text.len() });
    }
    if text.is_ascii() {
        return clean_ascii(text);
    }
    let mut visible = String::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        if is_invisible(letter) {
            continue;
        }
        if letter.is_whitespace() {
            push_space(&mut visible);
        } else if letter.is_control() {
            return Err(Unreadable::Control { code: letter as u32, at: at + 1 });
        } else {
            visible.push(letter);
        }
    }
    let scripts = ScriptsIn::of(&visible);
    let from_zawgyi = scripts.myanmar && zawgyi::looks_like(&visible);
    if from_zawgyi {
        visible = zawgyi::to_unicode(&visible);
    }
    // Fullwidth letters, ligatures and Arabic presentation forms are compatibility characters. Thai and Lao am would be
    // taken apart by it, and Bengali composites are excluded from composition: their modules put both back together.
    let mut text: String = visible.nfkc().filter(|letter| !is_invisible(*letter)).collect();
    if scripts.thai {
        text = thai::normalise(&text);
    }
    if scripts.lao {
        text = lao::normalise(&text);
    }
    if scripts.khmer {
        text = khmer::normalise(&text);
    }
    if scripts.myanmar {
        text = burmese::normalise(&text);
    }
    if scripts.bengali {
        text = bengali::normalise(&text);
    }
    if scripts.arabic {
        text = arabic::normalise(&text);
    }
    let mut spaced = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() { push_space(&mut spaced) } else { spaced.push(letter) }
    }
    finish(spaced, from_zawgyi)
}

fn clean_ascii(text: &str) -> Result<Clean, Unreadable> {
    let mut spaced = String::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        if letter.is_ascii_whitespace() || letter == '\u{b}' {
            push_space(&mut spaced);
        } else if letter.is_control() {
            return Err(Unreadable::Control { code: letter as u32, at: at + 1 });
        } else {
            spaced.push(letter);
        }
    }
    finish(spaced, false)
}

fn finish(mut text: String, from_zawgyi: bool) -> Result<Clean, Unreadable> {
    text.truncate(text.trim_end().len());
    if text.is_empty() {
        Err(Unreadable::Empty)
    } else if !text.chars().any(char::is_alphabetic) {
        Err(Unreadable::NoLetters)
    } else {
        Ok(Clean { text, from_zawgyi })
    }
}

fn push_space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// Zero-width characters, direction marks, soft hyphen, variation selectors and the byte order mark. They order or join
/// glyphs on a screen and never tell two names apart.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{17b4}' | '\u{17b5}' | '\u{34f}' | '\u{e0100}'..='\u{e01ef}'
    )
}

#[derive(Default)]
struct ScriptsIn {
    thai: bool,
    lao: bool,
    khmer: bool,
    myanmar: bool,
    bengali: bool,
    arabic: bool,
}

impl ScriptsIn {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        for letter in text.chars().filter(|letter| !letter.is_ascii()) {
            match Script::of(letter) {
                Some(Script::Thai) => found.thai = true,
                Some(Script::Lao) => found.lao = true,
                Some(Script::Khmer) => found.khmer = true,
                Some(Script::Myanmar) => found.myanmar = true,
                Some(Script::Bengali) => found.bengali = true,
                Some(Script::Arabic) => found.arabic = true,
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_dropped() {
        assert_eq!(
            clean("\u{202e}So\u{200b}mchai\u{a0}\u{a0} Jaidee\u{feff} ").unwrap().text,
            "Somchai Jaidee"
        );
        assert_eq!(clean("Ｓｏｍｃｈａｉ").unwrap().text, "Somchai");
    }

    #[test]
    fn a_text_that_is_no_name_says_why() {
        assert_eq!(clean(" \u{200b} "), Err(Unreadable::Empty));
        assert_eq!(clean("12-34"), Err(Unreadable::NoLetters));
        assert_eq!(clean("Som\0chai"), Err(Unreadable::Control { code: 0, at: 4 }));
        assert_eq!(clean(&"a".repeat(3_000)), Err(Unreadable::TooLong { bytes: 3_000 }));
    }
}
