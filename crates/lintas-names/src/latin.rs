//! A word in Latin letters with any marks, spelt in plain ASCII: for the eye and for the ear.

use unicode_normalization::UnicodeNormalization;

use crate::sound::latin::{marked, plain};

/// The two plain spellings of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plain {
    /// As a typist without marks writes it.
    pub(crate) eye: String,
    /// With the letters that the marks stand for (š as sh); often the same.
    pub(crate) ear: String,
}

/// Spells a word plainly; what is no Latin letter is dropped.
pub(crate) fn spell(word: &str) -> Plain {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let eye = word.to_ascii_lowercase();
        return Plain { ear: eye.clone(), eye };
    }
    let mut eye = String::with_capacity(word.len());
    let mut ear = String::with_capacity(word.len());
    let mut letters = word.nfd().peekable();
    while let Some(letter) = letters.next() {
        let Some(spelt) = plain(letter) else { continue };
        eye.push_str(spelt);
        let base = letter.to_ascii_lowercase();
        let heard = letters.peek().and_then(|mark| marked(base, *mark)).unwrap_or(spelt);
        ear.push_str(heard);
    }
    Plain { eye, ear }
}
