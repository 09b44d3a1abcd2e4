//! What is known of a text without reading it, and how far two texts agree.
//!
//! Nearly all pairs that are compared are of two persons, and of nearly all of them a set of letters, a length and a
//! beginning already tell that two values have nothing in common. Only the few that could be a typing error apart are
//! measured edit by edit, so a comparison mostly reads two short facts and never the texts.

use crate::column::Kind;
use crate::compare::Level;
use crate::dictionary::Dictionary;
use crate::text::{edits, hash, letters};

/// Facts of one text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Facts {
    /// Which letters occur; texts whose letters differ much cannot be a few edits apart.
    mask: u64,
    /// First eight bytes, the first one highest.
    start: u64,
    /// A name's spelling class; a number; the words of a value as a set of hashes.
    pub(crate) tag: u32,
    n_bytes: u32,
}

/// Letters and length of a text in one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sketch(u32);

/// Bits of a sketch that tell letters; the others tell the length.
const N_LETTERS: u32 = 27;

impl Sketch {
    /// Whether no few typing errors lead from one text to the other: an error changes two letters of the set at most.
    pub(crate) fn is_far(self, other: Self, most_edits: MostEdits) -> bool {
        let length = (self.0 >> N_LETTERS).max(other.0 >> N_LETTERS);
        let edits = match most_edits {
            MostEdits::One => 1,
            MostEdits::ByLength if length < 7 => 1,
            MostEdits::ByLength if length < 10 => 2,
            MostEdits::ByLength => 3,
        };
        ((self.0 ^ other.0) & ((1 << N_LETTERS) - 1)).count_ones() > 2 * edits
    }
}

/// Most edits that two values of a column may be apart to be called close or partial for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MostEdits {
    /// Dates and codes.
    One,
    /// Words and names, as [`value_level`] and [`word_level`] have it.
    ByLength,
}

/// Tag of a text that is no number.
const NO_NUMBER: i32 = i32::MIN;

impl Facts {
    pub(crate) fn of(text: &str) -> Self {
        let mut start = [0; 8];
        let n = text.len().min(8);
        start[..n].copy_from_slice(&text.as_bytes()[..n]);
        Self {
            mask: letters(text),
            start: u64::from_be_bytes(start),
            tag: 0,
            n_bytes: u32::try_from(text.len()).unwrap_or(u32::MAX),
        }
    }

    /// What a value of a column is compared by besides its letters.
    pub(crate) fn tag_of(kind: Kind, text: &str) -> u32 {
        match kind {
            Kind::Number => text.parse().unwrap_or(NO_NUMBER) as u32,
            Kind::Words => text
                .split(' ')
                .filter(|word| word.len() >= 4)
                .fold(0, |set, word| set | 1 << (hash(word.as_bytes(), 0) % 32)),
            _ => 0,
        }
    }

    /// Letters and length in one word, to tell at a glance that two values are too far apart.
    pub(crate) fn sketch(self) -> Sketch {
        let letters = self.mask | self.mask >> N_LETTERS | self.mask >> (2 * N_LETTERS);
        Sketch(letters as u32 & ((1 << N_LETTERS) - 1) | self.n_bytes.min(31) << N_LETTERS)
    }

    fn len(self) -> usize {
        self.n_bytes as usize
    }

    fn has_space(self) -> bool {
        self.mask >> 36 & 1 == 1
    }

    fn apart(self, other: Self) -> usize {
        (self.mask ^ other.mask).count_ones() as usize
    }

    /// Bytes that both begin with, up to eight.
    fn shared_start(self, other: Self) -> usize {
        let shared = (self.start ^ other.start).leading_zeros() as usize / 8;
        shared.min(self.len()).min(other.len())
    }
}

/// How far two different values of a column agree.
pub(crate) fn value_level(kind: Kind, dictionary: &Dictionary, a: u32, b: u32) -> Level {
    let (left, right) = (dictionary.facts(a), dictionary.facts(b));
    let texts = || (dictionary.text(a), dictionary.text(b));
    let within = |limit: usize| {
        left.apart(right) <= 2 * limit && {
            let (left, right) = texts();
            edits(left, right, limit).is_some()
        }
    };
    let (shortest, longest) = (left.len().min(right.len()), left.len().max(right.len()));
    match kind {
        Kind::Category => Level::Different,
        Kind::Number => match (left.tag as i32, right.tag as i32) {
            (a, b) if a != NO_NUMBER && b != NO_NUMBER && a.abs_diff(b) <= 1 => Level::Close,
            (a, b) if a != NO_NUMBER && b != NO_NUMBER && a.abs_diff(b) <= 3 => Level::Partial,
            _ if shortest >= 3 && within(1) => Level::Partial,
            _ => Level::Different,
        },
        Kind::Date if shortest == 8 && longest == 8 => date_level(left.start, right.start),
        Kind::Date if within(1) => Level::Close,
        Kind::Date => Level::Different,
        Kind::Code if shortest < 4 => Level::Different,
        Kind::Code if within(1) => Level::Close,
        Kind::Code => {
            let wanted = (shortest - 3).max(2);
            let mut shared = left.shared_start(right);
            if shared == 8 && wanted > 8 {
                let (left, right) = texts();
                shared = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
            }
            if shared >= wanted { Level::Partial } else { Level::Different }
        }
        Kind::Email => {
            let (left, right) = texts();
            email_level(left, right)
        }
        Kind::Words => {
            let typing = if longest >= 8 { 2 } else { 1 };
            if shortest >= 3 && within(typing) {
                return Level::Close;
            }
            if shortest >= 4
                && (left.has_space() || right.has_space())
                && left.tag & right.tag != 0
                && shares_word(texts())
            {
                return Level::Partial;
            }
            let loose = (longest * 3 / 10).min(3);
            if loose > typing && within(loose) { Level::Partial } else { Level::Different }
        }
    }
}

fn shares_word((left, right): (&str, &str)) -> bool {
    left.split(' ').any(|word| word.len() >= 4 && right.split(' ').any(|other| other == word))
}

/// Dates are eight digits; a digit mistyped or day and month exchanged is close, a shared year or a shared day partial.
fn date_level(left: u64, right: u64) -> Level {
    let (a, b) = (left.to_be_bytes(), right.to_be_bytes());
    let differing = a.iter().zip(&b).filter(|(x, y)| x != y).count();
    let same_year = a[..4] == b[..4];
    let exchanged = || (0..7).any(|at| a[at] == b[at + 1] && a[at + 1] == b[at] && a[at] != b[at]);
    if differing == 1
        || (same_year && a[4..6] == b[6..] && a[6..] == b[4..6])
        || (differing == 2 && exchanged())
    {
        return Level::Close;
    }
    if same_year || (a[4..] == b[4..] && &a[4..] != b"0101") || differing == 2 {
        return Level::Partial;
    }
    Level::Different
}

fn email_level(left: &str, right: &str) -> Level {
    if edits(left, right, 2).is_some() {
        return Level::Close;
    }
    let local = |text: &str| text.split('@').next().map_or(0, str::len);
    let (a, b) = (&left[..local(left)], &right[..local(right)]);
    if a.len() >= 3 && b.len() >= 3 && edits(a, b, 1).is_some() {
        return Level::Close;
    }
    let host = |text: &str, local: usize| text[local..].len();
    if host(left, a.len()) > 6 && left[a.len()..] == right[b.len()..] {
        return Level::Partial;
    }
    Level::Different
}

/// How alike two different words of names are.
pub(crate) fn word_level(words: &Dictionary, a: u32, b: u32) -> Level {
    let (left, right) = (words.facts(a), words.facts(b));
    let (shortest, longest) = (left.len().min(right.len()), left.len().max(right.len()));
    if shortest == 0 {
        return Level::Different;
    }
    let apart = left.apart(right);
    let within = |limit: usize| apart <= 2 * limit && edits(words.text(a), words.text(b), limit).is_some();
    let typing = if longest >= 7 { 2 } else { 1 };
    if shortest >= 3 && within(typing) {
        return Level::Close;
    }
    if left.tag == right.tag && shortest >= 3 {
        return Level::Partial;
    }
    if (shortest == 1 || shortest >= 3) && left.shared_start(right) >= shortest.min(8) {
        let (one, other) = (words.text(a).as_bytes(), words.text(b).as_bytes());
        if one.starts_with(other) || other.starts_with(one) {
            return Level::Partial;
        }
    }
    let loose = (longest * 3 / 10).min(3);
    if loose > typing && within(loose) { Level::Partial } else { Level::Different }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, left: &str, right: &str, expected: Level) {
        let mut dictionary = Dictionary::new();
        let (a, b) = (dictionary.number(left), dictionary.number(right));
        dictionary.seal(|text| Facts::tag_of(kind, text));
        assert_eq!(value_level(kind, &dictionary, a, b), expected, "{left} {right}");
        assert_eq!(value_level(kind, &dictionary, b, a), expected, "{right} {left}");
    }

    #[test]
    fn a_typing_error_is_close_and_another_value_is_different() {
        check(Kind::Date, "19841120", "19841220", Level::Close);
        check(Kind::Date, "19841105", "19840511", Level::Close);
        check(Kind::Date, "19841120", "19481120", Level::Close);
        check(Kind::Date, "19841120", "19841231", Level::Partial);
        check(Kind::Date, "19841120", "19911120", Level::Partial);
        check(Kind::Date, "18430101", "19910101", Level::Different);
        check(Kind::Code, "812345678", "812345679", Level::Close);
        check(Kind::Code, "812345678", "812345099", Level::Partial);
        check(Kind::Code, "812345678", "733441199", Level::Different);
        check(Kind::Words, "test valley", "tets valley", Level::Close);
        check(Kind::Words, "test valley", "upper valley", Level::Partial);
        check(Kind::Words, "painter", "carpenter", Level::Different);
        check(Kind::Number, "1984", "1985", Level::Close);
        check(Kind::Number, "1984", "1948", Level::Partial);
    }
}
