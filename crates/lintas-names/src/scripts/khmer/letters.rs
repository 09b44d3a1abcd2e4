//! Khmer letters: consonants in two registers, vowels read by register.
//!
//! Spellings are the customary ones of Cambodian names (close to the UNGEGN system without its diacritics); where two are
//! about as usual and would not fold together, both are given.

pub(super) const COENG: char = '\u{17d2}';
pub(super) const MUUSIKATOAN: char = '\u{17c9}';
pub(super) const TRIISAP: char = '\u{17ca}';
pub(super) const BANTOC: char = '\u{17cb}';
pub(super) const ROBAT: char = '\u{17cc}';
pub(super) const TOANDAKHIAT: char = '\u{17cd}';
pub(super) const SAMYOK: char = '\u{17d0}';
pub(super) const NIKAHIT: char = '\u{17c6}';
pub(super) const REAHMUK: char = '\u{17c7}';

/// The register of a syllable, set by its consonant; it decides how a vowel sign is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Register {
    /// The "a" consonants (ក ស ...).
    First,
    /// The "o" consonants (គ ន ...).
    Second,
}
use Register::{First, Second};

pub(super) fn is_consonant(letter: char) -> bool {
    matches!(letter, 'ក'..='អ')
}

pub(super) fn is_vowel_sign(letter: char) -> bool {
    matches!(letter, '\u{17b6}'..='\u{17c5}')
}

/// Register a consonant stands in.
pub(super) fn register(letter: char) -> Register {
    match letter {
        'ក' | 'ខ' | 'ច' | 'ឆ' | 'ដ' | 'ឋ' | 'ណ' | 'ត' | 'ថ' | 'ប' | 'ផ' | 'ស' | 'ហ' | 'ឡ' | 'អ' => {
            First
        }
        _ => Second,
    }
}

/// Sonorants leave the register of a cluster to the other consonant.
pub(super) fn is_sonorant(letter: char) -> bool {
    matches!(letter, 'ង' | 'ញ' | 'ណ' | 'ន' | 'ម' | 'យ' | 'រ' | 'ល' | 'ឡ' | 'វ')
}

/// Sound at the head of a syllable; អ carries a vowel and says nothing.
pub(super) fn initial(letter: char) -> &'static str {
    match letter {
        'ក' | 'គ' => "k",
        'ខ' | 'ឃ' => "kh",
        'ង' => "ng",
        'ច' | 'ជ' => "ch",
        'ឆ' | 'ឈ' => "chh",
        'ញ' => "nh",
        'ដ' | 'ឌ' => "d",
        'ឋ' | 'ឍ' | 'ថ' | 'ធ' => "th",
        'ណ' | 'ន' => "n",
        'ត' | 'ទ' => "t",
        'ប' => "b",
        'ផ' | 'ភ' => "ph",
        'ព' => "p",
        'ម' => "m",
        'យ' => "y",
        'រ' => "r",
        'ល' | 'ឡ' => "l",
        'វ' => "v",
        'ឝ' | 'ឞ' | 'ស' => "s",
        'ហ' => "h",
        _ => "",
    }
}

/// Sound at the end of a syllable, as names spell it.
pub(super) fn last(letter: char) -> &'static str {
    match letter {
        'ក' | 'ខ' | 'គ' | 'ឃ' => "k",
        'ង' => "ng",
        'ច' | 'ជ' | 'ឆ' | 'ឈ' => "ch",
        'ញ' => "nh",
        'ឋ' | 'ឍ' | 'ថ' | 'ធ' => "th",
        'ដ' | 'ឌ' | 'ត' | 'ទ' => "t",
        'ណ' | 'ន' => "n",
        'ប' | 'ផ' | 'ព' | 'ភ' => "p",
        'ម' => "m",
        'យ' => "y",
        'រ' => "r",
        'ល' | 'ឡ' => "l",
        'វ' => "v",
        'ឝ' | 'ឞ' | 'ស' => "s",
        'ហ' => "h",
        _ => "",
    }
}

/// Spellings of a vowel with their costs.
pub(super) type Spellings = &'static [(&'static str, f32)];

/// A vowel sign by register, before a final (`closed`) or at the end of a syllable.
pub(super) fn vowel(sign: char, register: Register, closed: bool) -> Spellings {
    match (sign, register) {
        ('\u{17b6}', First) => &[("a", 0.0)],
        ('\u{17b6}', Second) => &[("ea", 0.0), ("a", 0.5)],
        ('\u{17b7}', First) => &[("i", 0.0), ("e", 0.1)],
        ('\u{17b7}', Second) => &[("i", 0.0), ("e", 0.5)],
        ('\u{17b8}', First) if closed => &[("ei", 0.0), ("i", 0.3)],
        ('\u{17b8}', First) => &[("ey", 0.0), ("i", 0.4)],
        ('\u{17b8}', Second) => &[("i", 0.0), ("y", 0.1)],
        ('\u{17b9}', First) => &[("oe", 0.0), ("eu", 0.1), ("i", 0.4)],
        ('\u{17b9}', Second) => &[("eu", 0.0), ("ue", 0.15), ("i", 0.3)],
        ('\u{17ba}', _) => &[("eu", 0.0), ("oeu", 0.3)],
        ('\u{17bb}', First) => &[("o", 0.0), ("u", 0.4)],
        ('\u{17bb}', Second) => &[("u", 0.0), ("o", 0.4)],
        ('\u{17bc}', First) => &[("ou", 0.0), ("o", 0.3)],
        ('\u{17bc}', Second) => &[("ou", 0.0), ("u", 0.1)],
        ('\u{17bd}', _) => &[("uo", 0.0)],
        ('\u{17be}', First) => &[("aeu", 0.0), ("oeu", 0.1), ("eu", 0.1)],
        ('\u{17be}', Second) => &[("eu", 0.0), ("oeu", 0.1), ("oe", 0.2)],
        ('\u{17bf}', _) => &[("oeu", 0.0), ("eu", 0.3)],
        ('\u{17c0}', _) => &[("ie", 0.0), ("ea", 0.2)],
        ('\u{17c1}', First) => &[("e", 0.0)],
        ('\u{17c1}', Second) => &[("e", 0.0), ("i", 0.5)],
        ('\u{17c2}', First) => &[("ae", 0.0), ("e", 0.2)],
        ('\u{17c2}', Second) => &[("e", 0.0), ("ae", 0.2)],
        ('\u{17c3}', First) => &[("ai", 0.0), ("ay", 0.1)],
        ('\u{17c3}', Second) => &[("ey", 0.0), ("ai", 0.3)],
        ('\u{17c4}', First) => &[("o", 0.0), ("ao", 0.1)],
        ('\u{17c4}', Second) => &[("o", 0.0), ("ou", 0.4)],
        ('\u{17c5}', First) => &[("au", 0.0), ("av", 0.2), ("ao", 0.1)],
        ('\u{17c5}', Second) => &[("ov", 0.0), ("ou", 0.1), ("au", 0.3)],
        _ => &[("a", 0.0)],
    }
}

/// The vowel nobody writes.
pub(super) fn inherent(register: Register, closed: bool) -> Spellings {
    match (register, closed) {
        (First, true) => &[("a", 0.0), ("o", 0.2)],
        (First, false) => &[("a", 0.0), ("o", 0.5)],
        (Second, true) => &[("o", 0.0), ("a", 0.15), ("u", 0.4)],
        (Second, false) => &[("o", 0.1), ("a", 0.2)],
    }
}

/// Vowels ending in the sign ំ: the sign before it (0 for none), by register.
pub(super) fn nasal(sign: Option<char>, register: Register) -> Spellings {
    match (sign, register) {
        (Some('\u{17b6}'), First) => &[("am", 0.0)],
        (Some('\u{17b6}'), Second) => &[("oam", 0.0), ("am", 0.3)],
        (Some('\u{17bb}'), First) => &[("om", 0.0), ("um", 0.3)],
        (Some('\u{17bb}'), Second) => &[("um", 0.0), ("om", 0.3), ("oum", 0.3)],
        (None, First) => &[("am", 0.0), ("om", 0.1)],
        (None, Second) => &[("om", 0.0), ("um", 0.1)],
        _ => &[("im", 0.0), ("em", 0.2)],
    }
}

/// Vowels standing alone.
pub(super) fn independent_vowel(letter: char) -> Option<Spellings> {
    Some(match letter {
        'ឣ' | 'ឤ' => &[("a", 0.0)],
        'ឥ' => &[("e", 0.0), ("i", 0.1)],
        'ឦ' => &[("ei", 0.0), ("i", 0.2)],
        'ឧ' | 'ឨ' => &[("u", 0.0), ("o", 0.1)],
        'ឩ' => &[("ou", 0.0), ("u", 0.1)],
        'ឪ' => &[("au", 0.0), ("ov", 0.1)],
        'ឫ' | 'ឬ' => &[("rue", 0.0), ("ri", 0.1), ("roeu", 0.3)],
        'ឭ' | 'ឮ' => &[("lue", 0.0), ("lueu", 0.3)],
        'ឯ' => &[("ae", 0.0), ("e", 0.2)],
        'ឰ' => &[("ai", 0.0), ("ey", 0.2)],
        'ឱ' | 'ឲ' => &[("ao", 0.0), ("o", 0.1)],
        'ឳ' => &[("au", 0.0), ("ov", 0.2)],
        _ => return None,
    })
}
