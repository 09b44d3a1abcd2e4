//! The price of hearing or spelling one sound as another, in hundredths of a consonant.
//!
//! This is the table to argue about. A row says: these two sounds are written for one another at this price, because of
//! the habit named beside it. Prices were set from the spelling systems (RTGS, Hanyu Pinyin, Wade-Giles, van Ophuijsen
//! and Soewandi spelling, BGN/PCGN, Hunterian) and then checked on attested spellings. Sounds are those of
//! [`super::encode`]: a capital is a digraph (C = ch, K = kh, T = th, P = ph, B = bh, D = dh, G = gh, S = sh, Z = zh,
//! J = dj/dz, N = ng, Y = ny, X = ts; A = ae, E = ue/eu, F = ie, I = ee, O = oe, U = oo, V = ou).

use std::sync::LazyLock;

use super::encode::{CODA, is_vowel};

/// Sound pairs in any position.
const ANYWHERE: &[(&str, &str, u8)] = &[
    // Aspirates written with or without h: Thai, Khmer, Lao, Bengali, Wade-Giles, Hokkien.
    ("t", "T", 6),
    ("p", "P", 8),
    ("k", "K", 10),
    ("b", "B", 5),
    ("d", "D", 5),
    ("g", "G", 5),
    ("P", "f", 8),  // Greek and English ph
    ("p", "f", 25), // Filipino, Malay: Feliciano, Arifin, Zulkifli
    ("P", "B", 25),
    ("B", "v", 10), // Bengali: Bhabani
    ("b", "v", 15), // Bengali, Spanish: Bidya and Vidya
    ("B", "p", 25),
    ("b", "p", 35),
    ("b", "w", 50),
    ("v", "w", 5), // Thai, German, Slavic
    ("f", "v", 20),
    ("P", "v", 45),
    ("d", "t", 35),
    ("D", "t", 50),
    ("T", "d", 40),
    ("D", "T", 40),
    ("T", "s", 25), // Arabic tha: Othman, Osman
    ("T", "S", 55),
    ("D", "z", 15), // Arabic dhal, dad, za
    ("d", "z", 30), // Ramadan, Ramzan
    ("z", "J", 20),
    ("z", "j", 15), // Bengali, Malay: Rezaul, Rejaul
    ("z", "s", 20),
    ("z", "X", 12), // Hokkien and Hakka initials
    ("z", "Z", 12),
    ("z", "C", 30),
    ("s", "S", 10), // Bengali, Persian: Shikdar, Sikder; Vietnamese
    ("s", "X", 25),
    ("s", "c", 15), // Cesar, Sesar
    ("s", "x", 20),
    ("S", "x", 10), // Wade-Giles hs, Pinyin x
    ("C", "x", 30),
    ("s", "C", 35), // Bengali: Chhaya, Saya; Burmese
    ("S", "C", 20),
    ("S", "j", 50),
    ("S", "Z", 30),
    ("c", "C", 10), // Malay c after 1972 for ch
    ("c", "k", 5),
    ("c", "K", 12),
    ("c", "X", 10),
    ("c", "q", 8),
    ("C", "X", 15),
    ("C", "j", 15), // Thai cho chan: Jaroen, Charoen
    ("C", "J", 20),
    ("C", "q", 15), // Wade-Giles ch', Pinyin q
    ("C", "Z", 15), // Wade-Giles ch, Pinyin zh
    ("C", "K", 15), // Soewandi and van Ophuijsen ch: Achmad; Arabic kha in German and French spelling
    ("C", "k", 22), // Greek and Italian ch
    ("C", "h", 20),
    ("C", "t", 45),
    ("C", "T", 50),
    ("X", "t", 40),
    ("X", "q", 25),
    ("X", "j", 25),
    ("J", "j", 3),
    ("J", "d", 30),
    ("J", "y", 25),
    ("J", "g", 20),
    ("j", "y", 12), // Soewandi j, Scandinavian and Slavic j
    ("j", "Z", 10),
    ("j", "g", 18), // Gerald, Jerald; Egyptian jim: Gamal, Jamal
    ("j", "h", 35), // Spanish j
    ("j", "q", 30),
    ("j", "d", 50),
    ("y", "i", 5),
    ("g", "N", 50),
    ("k", "q", 5),
    ("K", "q", 18),
    ("k", "g", 30), // Qaf and gaf, Thai ko kai: Kamon, Gamon
    ("g", "q", 15), // Qaddafi, Gaddafi
    ("G", "q", 15),
    ("G", "K", 20),
    ("G", "k", 35),
    ("G", "h", 40),
    ("G", "j", 45),
    ("K", "h", 15), // Arabic ha and kha
    ("K", "x", 15),
    ("k", "x", 45),
    ("h", "x", 15),
    ("h", "g", 40), // Russian g and h: Hrihorievich
    ("h", "G", 35),
    ("h", "k", 55),
    ("h", "f", 50), // Hokkien and Hakka h, Mandarin f
    ("n", "Y", 15),
    ("n", "N", 80),
    ("N", "Y", 55),
    ("n", "m", 55),
    ("m", "N", 85),
    ("r", "l", 40),
    ("l", "n", 70),
    ("w", "u", 15),
    ("w", "o", 25),
    ("v", "u", 35),
    ("y", "e", 25),
    ("w", "V", 10),
    ("w", "U", 20),
    // Vowels.
    ("a", "e", 20),
    ("a", "o", 23), // Bengali inherent vowel; Persian
    ("a", "u", 24), // Thai and Punjabi short a: Nut, Nat; Singh
    ("a", "i", 45),
    ("e", "i", 12),
    ("e", "o", 40),
    ("e", "u", 40),
    ("i", "u", 45),
    ("i", "o", 48),
    ("o", "u", 9),
    ("I", "i", 2),
    ("I", "e", 14),
    ("I", "F", 10),
    ("F", "i", 8),
    ("F", "e", 12),
    ("F", "a", 35),
    ("U", "u", 2),
    ("U", "o", 10),
    ("U", "V", 6),
    ("V", "u", 4), // French ou
    ("V", "o", 12),
    ("V", "a", 25),
    ("O", "u", 5), // Dutch oe: Soeharto
    ("O", "o", 12),
    ("O", "e", 15),
    ("O", "U", 10),
    ("O", "V", 12),
    ("O", "i", 25), // Thai oe, er, ir
    ("O", "E", 20),
    ("O", "a", 35),
    ("E", "u", 8),
    ("E", "e", 18),
    ("E", "i", 25),
    ("E", "o", 28),
    ("E", "U", 12),
    ("A", "e", 8),
    ("A", "a", 12),
    ("A", "i", 28),
    ("A", "o", 35),
    ("A", "I", 25),
];

/// Pairs of closing consonants, which are heard less: Thai, Khmer, Lao and Malay speakers close on t, k, p, n, m, ng only.
const CLOSING: &[(&str, &str, u8)] = &[
    ("n", "N", 110), // Phon and phong are two names
    ("m", "N", 110),
    ("d", "t", 12),
    ("d", "T", 15),
    ("t", "s", 35),
    ("T", "s", 22),
    ("t", "S", 40),
    ("t", "C", 25),
    ("t", "j", 28),
    ("T", "j", 35),
    ("T", "C", 35),
    ("d", "C", 35),
    ("d", "j", 35),
    ("C", "j", 12),
    ("s", "C", 40),
    ("s", "j", 45),
    ("d", "s", 45),
    ("b", "p", 12),
    ("b", "P", 15),
    ("k", "g", 14),
    ("k", "K", 8),
    ("k", "C", 15),
    ("l", "n", 32), // Thai lo ling
    ("r", "n", 60),
    ("t", "k", 75),
    ("v", "f", 8),
    ("w", "u", 5),
    ("w", "o", 8),
    ("y", "i", 3),
    ("y", "e", 15),
];

/// The price of a sound that only one spelling has: consonants 100 unless named here, vowels [`VOWEL`].
const ONE_SIDED: &[(&str, u8)] = &[
    ("h", 45),
    ("w", 60),
    ("y", 55),
    ("q", 80), // Glottal stop
    ("G", 85),
];

/// The same for closing consonants.
const ONE_SIDED_CLOSING: &[(&str, u8)] = &[
    ("h", 10), // Abdullah, Abdulla; Saleh, Sale
    ("r", 30), // Thai porn, Burmese ar, English
    ("w", 22),
    ("y", 15),
    ("k", 75), // Malay glottal stop
    ("q", 60),
    ("G", 70),
    ("s", 70), // Latvian and Lithuanian endings, plurals
];

/// Price of a vowel only one spelling has.
const VOWEL: u8 = 48;
/// The same beside another vowel (Siam, Syam; Rueang, Ruang).
const VOWEL_BESIDE_VOWEL: u8 = 16;
/// The same at the end of a word (Hossain, Hossaine; Elizabet, Elizabete).
const VOWEL_LAST: u8 = 42;
/// Price of two vowels for each other that the table does not name.
const VOWEL_FOR_VOWEL: u8 = 45;
/// Price of a vowel for a consonant.
const VOWEL_FOR_CONSONANT: u8 = 130;
/// Price of two consonants for each other that the table does not name.
const CONSONANT_FOR_CONSONANT: u8 = 100;
/// Price of a closing for an opening consonant on top of the price of the sounds.
const OTHER_POSITION: u8 = 4;

/// Number of different sounds: 26 + 26 letters, opening and closing.
pub(crate) const SOUNDS: usize = 128;

/// Number of a sound in the tables.
pub(crate) fn index(sound: u8) -> u8 {
    let base = sound & !CODA;
    let letter = if base.is_ascii_lowercase() { base - b'a' } else { base.wrapping_sub(b'A').min(25) + 26 };
    letter | if sound & CODA == 0 { 0 } else { 64 }
}

/// Prices by index: `substitute[a * SOUNDS + b]` and the one-sided price of each sound away from vowels.
pub(crate) struct Prices {
    pub(crate) substitute: Box<[u8; SOUNDS * SOUNDS]>,
    pub(crate) one_sided: [u8; SOUNDS],
}

pub(crate) static PRICES: LazyLock<Prices> = LazyLock::new(Prices::build);

impl Prices {
    fn build() -> Self {
        let mut substitute = Box::new([CONSONANT_FOR_CONSONANT; SOUNDS * SOUNDS]);
        let mut one_sided = [100; SOUNDS];
        let letters = (b'a'..=b'z').chain(b'A'..=b'Z');
        for left in letters.clone() {
            for right in letters.clone() {
                let price = match (is_vowel(left), is_vowel(right)) {
                    _ if left == right => 0,
                    (true, true) => VOWEL_FOR_VOWEL,
                    (false, false) => CONSONANT_FOR_CONSONANT,
                    _ => VOWEL_FOR_CONSONANT,
                };
                set_everywhere(&mut substitute, left, right, price);
            }
            if is_vowel(left) {
                one_sided[index(left) as usize] = VOWEL;
                one_sided[index(left | CODA) as usize] = VOWEL;
            }
        }
        for (left, right, price) in ANYWHERE {
            set_everywhere(&mut substitute, left.as_bytes()[0], right.as_bytes()[0], *price);
        }
        for (left, right, price) in CLOSING {
            let (left, right) = (left.as_bytes()[0], right.as_bytes()[0]);
            set(&mut substitute, left | CODA, if is_vowel(right) { right } else { right | CODA }, *price);
        }
        for (sound, price) in ONE_SIDED {
            one_sided[index(sound.as_bytes()[0]) as usize] = *price;
            one_sided[index(sound.as_bytes()[0] | CODA) as usize] = *price;
        }
        for (sound, price) in ONE_SIDED_CLOSING {
            one_sided[index(sound.as_bytes()[0] | CODA) as usize] = *price;
        }
        Self { substitute, one_sided }
    }

    /// Price of each sound of a word if the other spelling lacks it, with its neighbours taken into account.
    pub(crate) fn one_sided_at(&self, sounds: &[u8], at: usize) -> u8 {
        let sound = sounds[at];
        if !is_vowel(sound & !CODA) {
            return self.one_sided[index(sound) as usize];
        }
        let beside = |other: Option<&u8>| {
            other.is_some_and(|s| is_vowel(*s & !CODA) || matches!(*s & !CODA, b'y' | b'w'))
        };
        if beside(at.checked_sub(1).and_then(|before| sounds.get(before))) || beside(sounds.get(at + 1)) {
            VOWEL_BESIDE_VOWEL
        } else if at + 1 == sounds.len() {
            VOWEL_LAST
        } else {
            VOWEL
        }
    }
}

fn set_everywhere(table: &mut [u8; SOUNDS * SOUNDS], left: u8, right: u8, price: u8) {
    set(table, left, right, price);
    set(table, left | CODA, right | CODA, price);
    set(table, left, right | CODA, price.saturating_add(OTHER_POSITION));
    set(table, left | CODA, right, price.saturating_add(OTHER_POSITION));
}

fn set(table: &mut [u8; SOUNDS * SOUNDS], left: u8, right: u8, price: u8) {
    let (left, right) = (index(left) as usize, index(right) as usize);
    table[left * SOUNDS + right] = price;
    table[right * SOUNDS + left] = price;
}
