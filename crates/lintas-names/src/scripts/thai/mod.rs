//! Thai: syllables found by a lattice, the few cheapest readings kept.
//!
//! Thai writes some vowels before their consonant, some not at all, and does not say where a syllable ends, so the
//! reading is the cheapest parse over written syllables ([`syllable`]) and known name elements ([`elements`]). A
//! letter-by-letter table reads ยิ่งลักษณ์ as "yingelaksn"; the parse reads "yinglak".

mod elements;
mod letters;
mod syllable;

use super::Reading;
use super::lattice::{self, Edge, Piece};
use letters::{Letter, Register, letters};

/// Cost of reading a token as a foreign name, and of the same where the letters hint at one.
const FOREIGN: f32 = 1.2;
const FOREIGN_HINTED: f32 = 0.4;

/// Brings Thai text to its one internal form.
///
/// Composes ำ and แ, drops tone marks and invisible characters, spells out ๆ (say the word again) and drops ฯ (the rest
/// is left out). Tones are never decisive between spellings of one name: registers drop them freely.
pub fn normalise(text: &str) -> String {
    let mut normal: Vec<char> = Vec::with_capacity(text.len() / 3 + 1);
    for letter in text.chars() {
        match letter {
            '\u{e48}'..='\u{e4b}' | '\u{e4e}' | '\u{e3a}' | 'ฯ' => {}
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            'า' if normal.last() == Some(&'\u{e4d}') => {
                normal.pop();
                normal.push('ำ');
            }
            'เ' if normal.last() == Some(&'เ') => {
                normal.pop();
                normal.push('แ');
            }
            'ๆ' => {
                let end = normal.iter().rposition(|letter| !letter.is_whitespace()).map_or(0, |last| last + 1);
                let start = normal[..end].iter().rposition(|letter| letter.is_whitespace()).map_or(0, |at| at + 1);
                normal.truncate(end);
                normal.extend_from_within(start..end);
            }
            // ี typed after its tone or twice, and the like: one sign of a kind is enough.
            'ั' | 'ิ'..='ู' | '็' | '์' if normal.last() == Some(&letter) => {}
            '\u{e4d}' if normal.last() == Some(&'า') => {
                normal.pop();
                normal.push('ำ');
            }
            letter => normal.push(letter),
        }
    }
    normal.into_iter().collect()
}

/// Readings of one token, best first, at most `limit`: RTGS as a Thai speaker says it, and one reading by letters for
/// foreign names (จอห์น john).
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    if limit == 0 {
        return Vec::new();
    }
    let word = letters(&normalise(token));
    let spoken_limit = if limit > 2 { limit - 1 } else { limit };
    let mut found = read(&word, Register::Spoken, spoken_limit);
    if limit > 2
        && let Some(mut foreign) = read(&word, Register::Foreign, 1).pop()
        && found.iter().all(|reading| reading.latin != foreign.latin)
    {
        foreign.cost = if looks_foreign(&word) { FOREIGN_HINTED } else { FOREIGN };
        let at = found.partition_point(|reading| reading.cost <= foreign.cost);
        found.insert(at, foreign);
    }
    found
}

fn read(word: &[Letter], register: Register, limit: usize) -> Vec<Reading> {
    lattice::cheapest(word.len(), limit, |at, edges| {
        if register == Register::Spoken {
            for element in elements::at_head(&word[at..]) {
                if fits(word, at, element.written.len()) {
                    add_element(element, at, edges);
                }
            }
        }
        syllable::edges(word, at, register, edges);
    })
}

/// An element may not cut a consonant from its vowel sign or its silencing mark.
fn fits(word: &[Letter], at: usize, length: usize) -> bool {
    match word.get(at + length) {
        Some(&next) => !letters::follows_consonant(next) && next != letters::THANTHAKHAT,
        None => true,
    }
}

fn add_element(element: &elements::Element, at: usize, edges: &mut Vec<Edge>) {
    let base = if element.written.len() >= 3 { 0.45 } else { 1.1 };
    for (rank, read) in element.read.iter().enumerate() {
        edges.push(Edge {
            to: at + element.written.len(),
            piece: Piece::join(&[read]),
            cost: base + 0.35 * rank as f32,
        });
    }
}

/// Letters and habits that native names hardly have: ฟ ซ ฮ, ็ before a final, a silenced letter inside a syllable.
fn looks_foreign(word: &[Letter]) -> bool {
    word.iter().enumerate().any(|(at, &letter)| match letter {
        0x0b | 0x1f | 0x2e | letters::TAIKHU => true,
        letters::THANTHAKHAT => word.get(at + 1).is_some_and(|&next| letters::is_consonant(next)),
        _ => false,
    })
}
