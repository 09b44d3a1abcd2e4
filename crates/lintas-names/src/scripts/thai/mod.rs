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
use super::repetition::Repetition;
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
    let mut repetition = Repetition::default();
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
            'ๆ' => repetition.repeat_word(&mut normal, |word| {
                !is_sign(word[0]) && !word.last().copied().is_some_and(|last| ('เ'..='ไ').contains(&last))
            }),
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

fn is_sign(letter: char) -> bool {
    matches!(letter, 'ะ'..='\u{e3a}' | 'ๅ'..='\u{e4e}')
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
                    add_element(word, element, at, edges);
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

/// Readings of an element are listed in the order usual before another element; at the end of a word, or before a silenced
/// letter, nothing links, so the reading without the linking vowel is the usual one.
fn add_element(word: &[Letter], element: &elements::Element, at: usize, edges: &mut Vec<Edge>) {
    let to = at + element.written.len();
    let base = if element.written.len() >= 3 { 0.45 } else { 1.1 };
    let silenced = letters::silenced(word, to).is_some() || letters::silenced(word, to + 1).is_some();
    let held = to < word.len() && letters::holds(word[to - 1], word[to]);
    let links = to < word.len() && !silenced && !held;
    let closes = element.read.iter().any(|read| !ends_in_vowel(read));
    let mut rank = 0.0;
    for read in &element.read {
        let linked = ends_in_vowel(read) && (closes || silenced);
        let cost = match (linked, links) {
            (true, false) if silenced => 2.0,
            (true, false) => 0.6,
            _ => 0.25 * rank,
        };
        if !linked || links {
            rank += 1.0;
        }
        edges.push(Edge { to, piece: Piece::join(&[read]), cost: base + cost });
    }
}

fn ends_in_vowel(read: &str) -> bool {
    read.ends_with(['a', 'i', 'u', 'e', 'o']) && !read.ends_with("ai") && !read.ends_with("ao")
}

/// Letters and habits that native names hardly have: ฟ ซ ฮ, ็ before a final, a silenced letter inside a syllable.
fn looks_foreign(word: &[Letter]) -> bool {
    word.iter().enumerate().any(|(at, &letter)| match letter {
        0x0b | 0x1f | 0x2e | letters::TAIKHU => true,
        letters::THANTHAKHAT => word.get(at + 1).is_some_and(|&next| letters::is_consonant(next)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(written: &str, said: &str) {
        let found = readings(written, 5);
        assert_eq!(found.first().map(|reading| reading.latin.as_str()), Some(said), "{written}: {found:?}");
    }

    fn check_among(written: &str, said: &str) {
        let found = readings(written, 5);
        assert!(found.iter().any(|reading| reading.latin == said), "{written} {said}: {found:?}");
    }

    #[test]
    fn well_known_names_and_places_are_read() {
        for (written, said) in [
            ("สมชาย", "somchai"),
            ("เชียงใหม่", "chiangmai"),
            ("กรุงเทพมหานคร", "krungthepmahanakhon"),
            ("กรุงเทพฯ", "krungthep"),
            ("ประเทศไทย", "prathetthai"),
            ("นครราชสีมา", "nakhonratchasima"),
            ("พระนครศรีอยุธยา", "phranakhonsiayutthaya"),
            ("อุบลราชธานี", "ubonratchathani"),
            ("สงขลา", "songkhla"),
            ("ภูเก็ต", "phuket"),
            ("น่าน", "nan"),
            ("เลย", "loei"),
            ("ขอนแก่น", "khonkaen"),
            ("สุรินทร์", "surin"),
            ("พิษณุโลก", "phitsanulok"),
            ("เพชรบุรี", "phetchaburi"),
            ("สุวรรณภูมิ", "suwannaphum"),
            ("แม่สอด", "maesot"),
        ] {
            check(written, said);
        }
    }

    #[test]
    fn vowels_before_their_consonant_and_diphthongs() {
        check("เฉลียว", "chaliao");
        check("เดือน", "duean");
        check("เกิด", "koet");
        check("เสาร์", "sao");
        check("เกาะ", "ko");
        check("แก้ว", "kaeo");
        check("โชติ", "chot");
        check("ใจ", "chai");
        check("บัวลอย", "bualoi");
        check("สวน", "suan");
        check("กล้วย", "kluai");
    }

    #[test]
    fn silenced_letters_take_their_neighbours_along() {
        check("จันทร์", "chan");
        check("ลักษณ์", "lak");
        check("ศักดิ์", "sak");
        check("กาญจน์", "kan");
        check("พันธุ์", "phan");
        check("ศาสตร์", "sat");
    }

    #[test]
    fn stops_are_said_again_before_the_next_element() {
        check("ณัฐพล", "natthaphon");
        check("รัชนี", "ratchani");
        check("อิทธิพล", "itthiphon");
        check("วุฒิชัย", "wutthichai");
        check_among("ชัชวาล", "chatchawan");
    }

    #[test]
    fn unwritten_vowels() {
        check("พร", "phon");
        check("ธรรม", "tham");
        check("วรรณา", "wanna");
        check("สนุก", "sanuk");
        check("ถนอม", "thanom");
        check("วรวิทย์", "worawit");
        check_among("วรวิทย์", "warawit");
        check("กฤษณ์", "krit");
        check("ฤดี", "ruedi");
    }

    #[test]
    fn silent_and_false_clusters() {
        check("ทราย", "sai");
        check("ศรี", "si");
        check("หลวง", "luang");
        check("บุตร", "but");
        check("สามารถ", "samat");
    }

    #[test]
    fn foreign_names_keep_their_letters_in_one_reading() {
        check_among("จอห์น", "john");
        check_among("อับดุลฮาดี", "abdulhadi");
        check_among("โฮเวิร์ด", "howerd");
    }

    #[test]
    fn the_normal_form_composes_and_drops_tones() {
        assert_eq!(normalise("นํ้า"), "นำ");
        assert_eq!(normalise("เเม่"), "แม");
        assert_eq!(normalise("เล็กๆ"), "เล็กเล็ก");
        assert_eq!(normalise("กรุงเทพฯ"), "กรุงเทพ");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_into_ascii(text in "[\u{e00}-\u{e7f}a\u{200b} ]{0,24}|\\PC{0,16}", limit in 0usize..10) {
            let found = readings(&text, limit);
            prop_assert!(found.len() <= limit);
            prop_assert!(found.windows(2).all(|pair| pair[0].cost <= pair[1].cost));
            for reading in &found {
                prop_assert!(reading.cost >= 0.0);
                prop_assert!(!reading.latin.is_empty() && reading.latin.bytes().all(|letter| letter.is_ascii_lowercase()));
            }
            prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
        }
    }
}
