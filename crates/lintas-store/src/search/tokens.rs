//! Text to the tokens of the full-text index.
//!
//! Thai, Khmer, Burmese, Lao and Chinese write no spaces between words, so an index that splits at spaces finds nothing
//! in them: words are segmented before they get here (dictionaries, and a neural model for Lao, where the dictionary
//! fails). Segmentation is a guess, so those scripts are also cut into trigrams, and so is everything short: names,
//! captions, identifiers. Names also get their spelling classes, so that one script finds another. The same functions
//! read the query, so that both sides agree.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use lintas_model::digits;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::distinct::Distinct;

/// Stands before a trigram, so that no word is ever taken for one.
const TRIGRAM: char = '\u{e000}';
/// Stands before the word for a case or an agency, so that a search within one is a token as well.
const WITHIN: char = '\u{e001}';
/// Stands before a spelling class of a name.
const CLASS: char = '\u{e002}';
/// The longest token in characters; longer ones are keys and encodings that nobody types.
const LONGEST: usize = 40;
/// How many tokens of each sort one record may have: a text of a hundred pages is cut off there.
const MOST: usize = 20_000;

static DICTIONARY: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
static LAO: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_lstm(WordBreakInvariantOptions::default()));

/// What a record says, as far as it can be searched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Searchable {
    /// What a list of hits calls it.
    pub(crate) caption: String,
    /// Captions, references, names and identifiers: short, and often written in more than one way.
    pub(crate) short: Vec<String>,
    /// Those of them that are names.
    pub(crate) names: Vec<String>,
    /// Those of them that are numbers of phones, documents, accounts, vehicles.
    pub(crate) identifiers: Vec<String>,
    /// Running text.
    pub(crate) long: Vec<String>,
}

/// How a script divides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// No letter, digit or mark: ends a word.
    Between,
    /// By spaces.
    Spaced,
    /// Not at all; a dictionary knows its words.
    Dictionary,
    /// Not at all; Lao.
    Lao,
}

fn writing(c: char) -> Writing {
    match c as u32 {
        0x30..=0x39 | 0x41..=0x5a | 0x61..=0x7a => Writing::Spaced,
        0x00..=0x7f => Writing::Between,
        0x0e80..=0x0eff => Writing::Lao,
        0x0e00..=0x0e7f | 0x1780..=0x17ff | 0x1000..=0x109f | 0xa9e0..=0xa9ff | 0xaa60..=0xaa7f => {
            Writing::Dictionary
        }
        0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff => {
            Writing::Dictionary
        }
        _ if c.is_alphanumeric() || is_combining_mark(c) => Writing::Spaced,
        _ => Writing::Between,
    }
}

/// Whether a character belongs to a script that divides words by spaces.
pub(super) fn spaced(c: char) -> bool {
    writing(c) == Writing::Spaced
}

/// Characters that are not seen and may stand anywhere: joiners, direction marks, soft hyphens.
const fn unseen(c: char) -> bool {
    matches!(c as u32, 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfeff)
}

/// One spelling for all: NFC, lower case, ASCII digits, no invisible characters.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return if text.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
    }
    let seen: String = text.chars().filter(|c| !unseen(*c)).flat_map(char::to_lowercase).collect();
    let digits = digits::to_ascii(&seen);
    if is_nfc_quick(digits.chars()) == IsNormalized::Yes {
        Cow::Owned(digits)
    } else {
        Cow::Owned(digits.nfc().collect())
    }
}

/// The text without the marks on its Latin letters (`nguyễn` to `nguyen`); `None` when it has none.
pub(crate) fn without_marks(text: &str) -> Option<String> {
    if text.is_ascii()
        || !text.chars().any(|c| matches!(c as u32, 0xc0..=0x24f | 0x1e00..=0x1eff | 0x300..=0x36f))
    {
        return None;
    }
    let mut latin = false;
    let bare: String = text
        .nfd()
        .filter(|c| {
            let mark = canonical_combining_class(*c) != 0 && matches!(*c as u32, 0x300..=0x36f);
            if !mark {
                latin = (*c as u32) < 0x250;
            }
            !(mark && latin)
        })
        .map(|c| match c {
            'đ' | 'ð' => 'd',
            'ø' => 'o',
            'ł' => 'l',
            'ı' => 'i',
            other => other,
        })
        .nfc()
        .collect();
    (bare != text).then_some(bare)
}

/// Calls `word` for each word of a folded text and `run` for each stretch of one way of writing, both with whether the
/// script writes no spaces.
fn divide<'t>(text: &'t str, mut word: impl FnMut(&'t str, bool), mut run: impl FnMut(&'t str, bool)) {
    let mut start = 0;
    let mut kind = Writing::Between;
    let mut close = |from: usize, to: usize, kind: Writing| {
        let piece = &text[from..to];
        match kind {
            Writing::Between => {}
            Writing::Spaced => {
                word(piece, false);
                run(piece, false);
            }
            Writing::Dictionary | Writing::Lao => {
                let segmenter = if kind == Writing::Lao { &*LAO } else { &*DICTIONARY };
                let mut begin = 0;
                for end in segmenter.segment_str(piece) {
                    if end > begin {
                        word(&piece[begin..end], true);
                    }
                    begin = end;
                }
                run(piece, true);
            }
        }
    };
    for (at, c) in text.char_indices() {
        let next = writing(c);
        // A digit inside a script without spaces ends the stretch, so that a number is a word of its own.
        if next != kind {
            close(start, at, kind);
            (start, kind) = (at, next);
        }
    }
    close(start, text.len(), kind);
}

/// The words of a text, folded, in order, each with whether its script writes no spaces.
pub(crate) fn words(text: &str) -> Vec<(String, bool)> {
    let mut words = Vec::new();
    divide(&folded(text), |word, unspaced| words.push((word.to_owned(), unspaced)), |_, _| {});
    words
}

/// The stretches of a text between spaces and signs, folded, each with whether its script writes no spaces.
pub(crate) fn runs(text: &str) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    divide(&folded(text), |_, _| {}, |run, unspaced| runs.push((run.to_owned(), unspaced)));
    runs
}

/// The trigrams of a folded stretch, each as a token; none for stretches shorter than three characters.
pub(crate) fn trigrams(run: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_trigram(run, |token| found.push(token.to_owned()));
    found
}

fn each_trigram(run: &str, mut take: impl FnMut(&str)) {
    let mut token = String::with_capacity(16);
    let starts = run.char_indices().map(|(at, _)| at).take(MOST);
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).skip(2);
    for (start, end) in starts.zip(ends) {
        token.clear();
        token.push(TRIGRAM);
        token.push_str(&run[start..end]);
        take(&token);
    }
}

/// The token that all records of an agency or a case have.
pub(crate) fn within(what: &str) -> String {
    marked(WITHIN, what.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()))
}

/// The spelling classes of a name in any script, each as a token.
pub(crate) fn classes(name: &str) -> Vec<String> {
    let forms = lintas_names::search_forms(name).unwrap_or_default();
    forms
        .iter()
        .map(|form| marked(CLASS, form.chars().filter(|c| c.is_alphanumeric())))
        .filter(|token| token.chars().count() > 1)
        .collect()
}

/// An identifier without its separators: whole, and by its ends, so that the last digits of a number find it.
pub(crate) fn ends(identifier: &str) -> Vec<String> {
    let plain: Vec<char> = folded(identifier).chars().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
    let mut found = BTreeSet::new();
    for length in [plain.len(), 9, 8, 7, 6, 5, 4, 3] {
        if (1..=plain.len()).contains(&length) {
            found.insert(plain[plain.len() - length..].iter().collect());
        }
    }
    found.into_iter().collect()
}

fn marked(mark: char, letters: impl Iterator<Item = char>) -> String {
    let mut token = String::with_capacity(16);
    token.push(mark);
    token.extend(letters);
    token
}

/// All tokens of a record, each once, with a space between. `more` are tokens made by [`within`].
pub(crate) fn tokens(said: &Searchable, more: &[String]) -> String {
    let (mut plain, mut made) = (0, 0);
    let mut list = Distinct::default();
    let add = |list: &mut Distinct, word: &str, count: &mut usize| {
        if *count < MOST && !word.is_empty() {
            let before = list.len();
            list.add(word);
            *count += list.len() - before;
        }
    };
    for (texts, is_short) in [(&said.short, true), (&said.long, false)] {
        for text in texts {
            let text = folded(text);
            let mut runs = Vec::new();
            divide(
                &text,
                |word, _| {
                    let word = shortened(word);
                    add(&mut list, word, &mut plain);
                    if let Some(bare) = without_marks(word) {
                        add(&mut list, &bare, &mut made);
                    }
                },
                |run, unspaced| {
                    if is_short || unspaced {
                        runs.push(run);
                    }
                },
            );
            for run in runs {
                each_trigram(run, |token| add(&mut list, token, &mut made));
                if is_short && let Some(bare) = without_marks(run) {
                    each_trigram(&bare, |token| add(&mut list, token, &mut made));
                }
            }
        }
    }
    for token in more
        .iter()
        .cloned()
        .chain(said.names.iter().flat_map(|name| classes(name)))
        .chain(said.identifiers.iter().flat_map(|identifier| ends(identifier)))
    {
        add(&mut list, &token, &mut 0);
    }
    list.into_text()
}

/// The word cut to the longest token.
pub(crate) fn shortened(word: &str) -> &str {
    word.char_indices().nth(LONGEST).map_or(word, |(at, _)| &word[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let words = words(text);
        let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn words_are_found_in_scripts_that_write_no_spaces() {
        check("ตำรวจจับกุมที่เชียงใหม่", &["ตำรวจ", "จับกุม", "ที่", "เชียงใหม่"]);
        check("ນະຄອນຫຼວງວຽງຈັນ", &["ນະຄອນຫຼວງ", "ວຽງຈັນ"]);
        check("Phone ០១២-345, Công An", &["phone", "012", "345", "công", "an"]);
        check("নদীর ঘাট", &["নদীর", "ঘাট"]);
        check("", &[]);
        check("--- …", &[]);
    }

    #[test]
    fn spelling_does_not_hide_a_word() {
        assert_eq!(folded("Ng\u{200b}UYE\u{302}\u{303}N ๒๕๖๐"), "nguyễn 2560");
        assert_eq!(without_marks("nguyễn").as_deref(), Some("nguyen"));
        assert_eq!(without_marks("đường").as_deref(), Some("duong"));
        assert_eq!(without_marks("สมชาย"), None);
    }

    #[test]
    fn a_token_stands_once_and_short_texts_have_trigrams() {
        let said = Searchable {
            short: vec!["Somchai".to_owned()],
            long: vec!["river river".to_owned()],
            ..Searchable::default()
        };
        let tokens = tokens(&said, &[within("KH-CIB")]);
        let tokens: Vec<&str> = tokens.split(' ').collect();
        assert_eq!(tokens.iter().filter(|token| **token == "river").count(), 1);
        assert!(
            tokens.contains(&"somchai")
                && tokens.contains(&"\u{e000}mch")
                && tokens.contains(&"\u{e001}khcib")
        );
        assert!(!tokens.contains(&"\u{e000}riv"));
    }

    #[test]
    fn the_last_digits_of_a_number_find_it() {
        assert!(ends("+855 12 000 678").contains(&"000678".to_owned()));
        assert!(ends("+855 12 000 678").contains(&"85512000678".to_owned()));
        assert!(ends(" - ").is_empty());
    }
}
