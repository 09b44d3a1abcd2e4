//! Lao: a script that writes every vowel.
//!
//! The reformed spelling writes what is said, so a syllable is read by its vowel signs; only where one syllable ends and the
//! next begins needs the lattice. Spellings follow Lao passports (French-based: ou for ຸ and ູ, v for ວ, x for ຊ), with
//! the English-based ones as further readings.

use super::Reading;
use super::lattice::{self, Edge, Piece};
use super::repetition::Repetition;

const OPEN: f32 = 1.0;
const CLOSED: f32 = 0.9;
const UNWRITTEN: f32 = 2.0;
const FOREIGN_FINAL: f32 = 0.5;
const STRAY: f32 = 4.0;

/// Brings Lao text to its one internal form: tone marks and invisible characters dropped, ຳ and ໜ ໝ composed, ໆ spelled
/// out, ເເ written ແ.
pub fn normalise(text: &str) -> String {
    let mut normal: Vec<char> = Vec::with_capacity(text.len() / 3 + 1);
    let mut repetition = Repetition::default();
    for letter in text.chars() {
        match letter {
            '\u{ec8}'..='\u{ecc}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            'າ' if normal.last() == Some(&'\u{ecd}') => {
                normal.pop();
                normal.push('ຳ');
            }
            'ເ' if normal.last() == Some(&'ເ') => {
                normal.pop();
                normal.push('ແ');
            }
            'ນ' if normal.last() == Some(&'ຫ') => {
                normal.pop();
                normal.push('ໜ');
            }
            'ມ' if normal.last() == Some(&'ຫ') => {
                normal.pop();
                normal.push('ໝ');
            }
            'ໆ' => repetition.repeat_word(&mut normal, |word| {
                !is_sign(word[0]) && !word.last().copied().is_some_and(stands_before)
            }),
            'ຯ' => {}
            letter if is_sign(letter) && normal.last() == Some(&letter) => {}
            letter => normal.push(letter),
        }
    }
    normal.into_iter().collect()
}

/// Readings of one token, best first, at most `limit`.
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    if limit == 0 {
        return Vec::new();
    }
    let word: Vec<char> = normalise(token).chars().collect();
    let word = Word(&word);
    lattice::cheapest(word.0.len(), limit, |at, edges| word.edges(at, edges))
}

fn is_consonant(letter: char) -> bool {
    matches!(letter, 'ກ'..='ຮ' | 'ໜ' | 'ໝ' | 'ໞ' | 'ໟ')
}

/// Signs that belong to the consonant before them.
fn is_sign(letter: char) -> bool {
    matches!(letter, 'ະ'..='ຼ' | '\u{ecd}')
}

fn stands_before(letter: char) -> bool {
    matches!(letter, 'ເ'..='ໄ')
}

/// Sound at the head of a syllable, and the English-style spelling where it differs.
fn initial(letter: char) -> (&'static str, Option<&'static str>) {
    match letter {
        'ກ' => ("k", None),
        'ຂ' | 'ຄ' | 'ໞ' => ("kh", None),
        'ງ' => ("ng", None),
        'ຈ' => ("ch", None),
        'ສ' => ("s", None),
        'ຊ' => ("x", Some("s")),
        'ຍ' | 'ໟ' => ("nh", Some("ny")),
        'ດ' => ("d", None),
        'ຕ' => ("t", None),
        'ຖ' | 'ທ' => ("th", None),
        'ນ' | 'ໜ' => ("n", None),
        'ບ' => ("b", None),
        'ປ' => ("p", None),
        'ຜ' | 'ພ' => ("ph", None),
        'ຝ' | 'ຟ' => ("f", None),
        'ມ' | 'ໝ' => ("m", None),
        'ຢ' => ("y", None),
        'ຣ' => ("r", None),
        'ລ' => ("l", None),
        'ວ' => ("v", Some("w")),
        'ຫ' | 'ຮ' => ("h", None),
        _ => ("", None),
    }
}

/// Sound at the end of a syllable and what ending a syllable with this letter costs.
fn last(letter: char) -> Option<(&'static str, f32)> {
    Some(match letter {
        'ກ' => ("k", 0.0),
        'ງ' => ("ng", 0.0),
        'ດ' => ("t", 0.0),
        'ນ' => ("n", 0.0),
        'ບ' => ("p", 0.0),
        'ມ' => ("m", 0.0),
        'ຕ' | 'ທ' => ("t", FOREIGN_FINAL),
        'ສ' | 'ຊ' => ("s", FOREIGN_FINAL),
        'ຣ' => ("r", FOREIGN_FINAL),
        'ລ' => ("l", FOREIGN_FINAL),
        'ຄ' => ("k", FOREIGN_FINAL),
        'ປ' | 'ພ' => ("p", FOREIGN_FINAL),
        'ຟ' => ("f", FOREIGN_FINAL),
        'ຈ' => ("ch", FOREIGN_FINAL),
        _ => return None,
    })
}

struct Word<'a>(&'a [char]);

#[derive(Clone, Copy)]
struct Onset {
    said: Piece,
    end: usize,
    cost: f32,
}

impl Word<'_> {
    fn letter(&self, at: usize) -> char {
        self.0.get(at).copied().unwrap_or(' ')
    }

    fn is_bare(&self, at: usize) -> bool {
        !is_sign(self.letter(at + 1))
    }

    fn edges(&self, at: usize, out: &mut Vec<Edge>) {
        let letter = self.letter(at);
        if is_consonant(letter) {
            self.onsets(at, |onset| self.after(onset, out));
        } else if stands_before(letter) && is_consonant(self.letter(at + 1)) {
            self.onsets(at + 1, |onset| self.around(letter, onset, out));
        }
        let free = !('\u{e80}'..='\u{eff}').contains(&letter);
        out.push(Edge { to: at + 1, piece: Piece::EMPTY, cost: if free { 0.0 } else { STRAY } });
    }

    /// The consonant at `at`, alone or with a silent ຫ before it or ຣ, ລ, ວ after it.
    fn onsets(&self, at: usize, mut say: impl FnMut(Onset)) {
        let letter = self.letter(at);
        let next = self.letter(at + 1);
        let mut each =
            |parts: &[&str], end: usize, cost: f32| say(Onset { said: Piece::join(parts), end, cost });
        let (sound, other) = initial(letter);
        if next != 'ຼ' {
            each(&[sound], at + 1, 0.0);
            if let Some(other) = other {
                each(&[other], at + 1, 0.15);
            }
        }
        let (next_sound, next_other) = initial(next);
        match (letter, next) {
            ('ຫ', 'ຼ') => each(&["l"], at + 2, -0.5),
            ('ຫ', 'ງ' | 'ຍ' | 'ລ' | 'ວ' | 'ຣ') => {
                each(&[next_sound], at + 2, -0.5);
                if let Some(other) = next_other {
                    each(&[other], at + 2, -0.35);
                }
            }
            (_, 'ຼ') => {
                each(&[sound, "r"], at + 2, -0.2);
                each(&[sound, "l"], at + 2, -0.1);
            }
            ('ກ' | 'ຂ' | 'ຄ' | 'ງ' | 'ຈ' | 'ສ' | 'ຊ' | 'ຕ' | 'ທ' | 'ຖ', 'ວ') => {
                each(&[sound, "w"], at + 2, 0.1)
            }
            ('ກ' | 'ຄ' | 'ປ' | 'ພ' | 'ຕ' | 'ທ' | 'ບ' | 'ດ' | 'ຟ', 'ຣ' | 'ລ') => {
                each(&[sound, next_sound], at + 2, 0.2)
            }
            _ => {}
        }
    }

    /// A vowel written after or above its consonant.
    fn after(&self, onset: Onset, out: &mut Vec<Edge>) {
        let at = onset.end;
        let next = self.letter(at + 1);
        let bare = self.is_bare(at + 1);
        match self.letter(at) {
            'ະ' => said(onset, "a", at + 1, OPEN, out),
            'ັ' if next == 'ຍ' && bare => said(onset, "ay", at + 2, CLOSED, out),
            'ັ' if next == 'ວ' && self.letter(at + 2) == 'ະ' => said(onset, "oua", at + 3, CLOSED, out),
            'ັ' | '\u{ebb}' if next == 'ວ' && bare && self.letter(at) == '\u{ebb}' => {
                let end = if self.letter(at + 2) == 'ະ' { at + 3 } else { at + 2 };
                said(onset, "oua", end, CLOSED, out);
                said(onset, "ua", end, CLOSED + 0.2, out);
            }
            'ັ' if next == 'ງ' || last(next).is_some() => self.closed(onset, "a", at + 1, out),
            'ັ' if next == 'ຽ' => said(onset, "ia", at + 2, CLOSED, out),
            'ັ' => said(onset, "a", at + 1, OPEN + 0.3, out),
            '\u{ebb}' => self.closed(onset, "o", at + 1, out),
            'າ' if matches!(next, 'ຍ' | 'ຽ') && bare => {
                said(onset, "ay", at + 2, CLOSED, out);
                said(onset, "ai", at + 2, CLOSED + 0.1, out);
            }
            'າ' if next == 'ວ' && bare => said(onset, "ao", at + 2, CLOSED, out),
            'າ' => self.open_or_closed(onset, "a", at + 1, out),
            'ຳ' => said(onset, "am", at + 1, CLOSED, out),
            'ິ' | 'ີ' if next == 'ວ' && bare => said(onset, "io", at + 2, CLOSED, out),
            'ິ' | 'ີ' => self.open_or_closed(onset, "i", at + 1, out),
            'ຶ' | 'ື' => {
                self.open_or_closed(onset, "eu", at + 1, out);
                self.open_or_closed(onset.with(0.2), "ue", at + 1, out);
            }
            'ຸ' | 'ູ' if matches!(next, 'ຍ' | 'ຽ') && bare => said(onset, "oui", at + 2, CLOSED, out),
            'ຸ' | 'ູ' => {
                self.open_or_closed(onset, "ou", at + 1, out);
                self.open_or_closed(onset.with(0.2), "u", at + 1, out);
            }
            '\u{ecd}' if matches!(next, 'ຍ' | 'ຽ') && bare => said(onset, "oy", at + 2, CLOSED, out),
            '\u{ecd}' => said(onset, "o", at + 1, OPEN, out),
            'ຽ' => self.open_or_closed(onset, "ia", at + 1, out),
            'ອ' if is_sign(next) => self.unwritten(onset, out),
            'ອ' => {
                if matches!(next, 'ຍ' | 'ຽ') && bare {
                    said(onset, "oy", at + 2, CLOSED, out);
                }
                self.open_or_closed(onset, "o", at + 1, out);
            }
            'ວ' if last(next).is_some() && bare => {
                self.closed(onset, "oua", at + 1, out);
                self.closed(onset.with(0.2), "ua", at + 1, out);
                self.unwritten(onset, out);
            }
            'ວ' if matches!(next, 'ຍ' | 'ຽ') && bare => said(onset, "ouay", at + 2, CLOSED, out),
            _ => self.unwritten(onset, out),
        }
    }

    /// No vowel: the first half of a loan cluster.
    fn unwritten(&self, onset: Onset, out: &mut Vec<Edge>) {
        said(onset, "", onset.end, UNWRITTEN + 0.3, out);
        said(onset, "a", onset.end, UNWRITTEN, out);
        self.closed(onset.with(0.8), "o", onset.end, out);
    }

    /// A vowel that starts before its consonant.
    fn around(&self, vowel: char, onset: Onset, out: &mut Vec<Edge>) {
        let at = onset.end;
        let next = self.letter(at + 1);
        let bare = self.is_bare(at);
        match (vowel, self.letter(at)) {
            ('ເ', '\u{ebb}') if next == 'າ' => said(onset, "ao", at + 2, CLOSED, out),
            ('ເ', 'າ') if next == 'ະ' => said(onset, "o", at + 2, CLOSED, out),
            ('ເ', 'າ') => said(onset, "ao", at + 1, CLOSED, out),
            ('ເ', 'ຍ' | 'ຽ') if bare => self.open_or_closed(onset, "ia", at + 1, out),
            ('ເ', 'ັ') if matches!(next, 'ຍ' | 'ຽ') => said(onset, "ia", at + 2, CLOSED, out),
            ('ເ', 'ຶ' | 'ື') if next == 'ອ' => {
                if matches!(self.letter(at + 2), 'ຍ' | 'ຽ') {
                    said(onset, "euay", at + 3, CLOSED, out);
                }
                self.open_or_closed(onset, "eua", at + 2, out);
                self.open_or_closed(onset.with(0.2), "uea", at + 2, out);
            }
            ('ເ', 'ິ' | 'ີ') => {
                if matches!(next, 'ຍ' | 'ຽ') {
                    said(onset, "oey", at + 2, CLOSED, out);
                }
                self.open_or_closed(onset, "eu", at + 1, out);
                self.open_or_closed(onset.with(0.1), "oe", at + 1, out);
            }
            ('ເ', 'ວ') if bare => said(onset, "eo", at + 1, CLOSED, out),
            ('ແ', 'ວ') if bare => {
                said(onset, "eo", at + 1, CLOSED, out);
                said(onset, "aeo", at + 1, CLOSED + 0.1, out);
            }
            ('ໂ', 'ຍ') if bare => said(onset, "oy", at + 1, CLOSED, out),
            ('ໄ' | 'ໃ', 'ຍ') if bare => said(onset, "ai", at + 1, CLOSED, out),
            ('ໄ' | 'ໃ', _) => {
                said(onset, "ai", at, OPEN, out);
                said(onset, "ay", at, OPEN + 0.1, out);
            }
            (_, sign) => {
                let sound = if vowel == 'ໂ' { "o" } else { "e" };
                let end = match sign {
                    'ະ' => {
                        said(onset, sound, at + 1, OPEN, out);
                        return;
                    }
                    'ັ' | '\u{ebb}' => at + 1,
                    _ => at,
                };
                self.open_or_closed(onset, sound, end, out);
                if vowel == 'ແ' {
                    self.open_or_closed(onset.with(0.1), "ae", end, out);
                }
            }
        }
    }

    fn open_or_closed(&self, onset: Onset, vowel: &str, at: usize, out: &mut Vec<Edge>) {
        said(onset, vowel, at, OPEN, out);
        self.closed(onset, vowel, at, out);
    }

    fn closed(&self, onset: Onset, vowel: &str, at: usize, out: &mut Vec<Edge>) {
        if let Some((sound, cost)) = last(self.letter(at))
            && self.is_bare(at)
        {
            let said = onset.said.then(vowel).then(sound);
            out.push(Edge { to: at + 1, piece: said, cost: CLOSED + onset.cost + cost });
        }
    }
}

impl Onset {
    fn with(self, cost: f32) -> Onset {
        Onset { cost: self.cost + cost, ..self }
    }
}

fn said(onset: Onset, vowel: &str, to: usize, cost: f32, out: &mut Vec<Edge>) {
    out.push(Edge { to, piece: onset.said.then(vowel), cost: cost + onset.cost });
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
            ("ວຽງຈັນ", "viangchan"),
            ("ສະຫວັນນະເຂດ", "savannakhet"),
            ("ຫຼວງພະບາງ", "louangphabang"),
            ("ຈຳປາສັກ", "champasak"),
            ("ຫົວພັນ", "houaphan"),
            ("ບຸນ", "boun"),
            ("ສົມ", "som"),
            ("ແກ້ວ", "keo"),
            ("ຄຳ", "kham"),
            ("ວົງ", "vong"),
            ("ເມືອງ", "meuang"),
            ("ໄຊຍະບູລີ", "xainhabouli"),
            ("ຫມາ", "ma"),
        ] {
            check(written, said);
        }
    }

    #[test]
    fn english_spellings_are_further_readings() {
        check_among("ບຸນ", "bun");
        check_among("ໄຊ", "say");
        check_among("ວັນ", "wan");
    }

    #[test]
    fn loanwords_end_in_letters_lao_has_not() {
        check_among("ໂຣມ", "rom");
        check_among("ປຣາຕ", "prat");
    }

    #[test]
    fn the_normal_form_composes_and_drops_tones() {
        assert_eq!(normalise("ນ\u{ecd}\u{ec9}າ"), "ນຳ");
        assert_eq!(normalise("ເເກ້ວ"), "ແກວ");
        assert_eq!(normalise("ຫນອງ"), "ໜອງ");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_into_ascii(text in "[\\u{e80}-\\u{eff} ]{0,24}|\\PC{0,16}", limit in 0usize..9) {
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
