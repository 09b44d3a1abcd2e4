//! Burmese: one syllable at a time, by rime.
//!
//! A Burmese syllable is an onset, a rime and a tone, and each has one usual Latin spelling, so a table of onsets and a
//! table of rimes read nearly every name; a letter-by-letter table reads none, because a vowel sign and the killed
//! consonant after it are said together (အောင် is "aung", not "e-a-ng"). Latin spellings of one syllable vary, and fold
//! to one class in [`fold_latin`].

use super::Reading;
use super::lattice::{self, Edge, Piece};
use super::zawgyi;

mod latin;
mod rimes;

pub use latin::fold_latin;

/// Brings Burmese text to its one internal form: Unicode (converted from Zawgyi where it is that), signs in one order,
/// letters that look alike mended (ဥ before a killer, the digit ၀ for ဝ), tall ါ written ာ, invisible characters dropped.
/// Two spellings of one sound parted by ၊, as registers write them, become the first of the two.
pub fn normalise(text: &str) -> String {
    let converted;
    let text = if zawgyi::looks_like(text) {
        converted = zawgyi::to_unicode(text);
        &converted
    } else {
        text
    };
    let mut normal: Vec<char> = Vec::with_capacity(text.len() / 3 + 1);
    let mut run_start = 0;
    for letter in text.chars() {
        let letter = match letter {
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => continue,
            '\u{102b}' => '\u{102c}',
            letter => letter,
        };
        if sign_order(letter).is_some() {
            mend(&mut normal, letter);
            if !normal[run_start..].contains(&letter) {
                normal.push(letter);
            }
        } else {
            normal[run_start..].sort_by_key(|&sign| sign_order(sign));
            normal.push(match letter {
                '၊' => ',',
                '။' => ' ',
                letter => letter,
            });
            run_start = normal.len();
        }
    }
    normal[run_start..].sort_by_key(|&sign| sign_order(sign));
    for at in 1..normal.len() {
        if normal[at - 1] == '၀' && (is_consonant(normal[at]) || is_independent_vowel(normal[at])) {
            normal[at - 1] = 'ဝ';
        }
    }
    if text.contains('၊') {
        keep_one_spelling(&mut normal);
    }
    normal.into_iter().collect()
}

/// Drops the spellings after the first when they sound like it: စန်း၊ ဆန်း is one name, San.
fn keep_one_spelling(normal: &mut Vec<char>) {
    let sound = |spelling: &[char]| {
        let spoken = say_syllables(&split(spelling), 1).pop();
        spoken.map(|reading| fold_latin(&reading.latin))
    };
    let mut spellings = normal.split(|&letter| letter == ',');
    let Some(first) = spellings.next() else { return };
    let first_sound = sound(first);
    if first_sound.is_some() && spellings.all(|other| sound(other) == first_sound) {
        let length = first.len();
        normal.truncate(length);
    }
}

/// Letters that only a following sign shows to be mistyped.
fn mend(normal: &mut [char], sign: char) {
    if let Some(base) = normal.last_mut() {
        *base = match (*base, sign) {
            ('ဥ', '\u{103a}') => 'ဉ',
            ('၀', _) => 'ဝ',
            ('၇', _) => 'ရ',
            (base, _) => base,
        };
    }
}

/// Place of a sign after its consonant; `None` for anything else.
fn sign_order(letter: char) -> Option<u8> {
    Some(match letter {
        '\u{103b}' => 1,
        '\u{103c}' => 2,
        '\u{103d}' => 3,
        '\u{103e}' => 4,
        '\u{1031}' => 6,
        '\u{102d}' | '\u{102e}' | '\u{1032}' => 7,
        '\u{102f}' | '\u{1030}' => 8,
        '\u{102c}' => 9,
        '\u{1036}' => 10,
        '\u{103a}' => 11,
        '\u{1037}' => 12,
        '\u{1038}' => 13,
        _ => return None,
    })
}

/// Readings of one token, best first, at most `limit`: the usual spelling of every syllable, then with one or two
/// syllables said otherwise (ကြီး kyi, gyi). A token of one syllable also gets its other
/// customary spellings (မာ mar, ma). Of two spellings parted by ၊ the first is read.
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    let normal: Vec<char> = normalise(token).chars().take_while(|&letter| letter != ',').collect();
    let syllables = split(&normal);
    if limit == 0 {
        return Vec::new();
    }
    say_syllables(&syllables, limit)
}

fn say_syllables(syllables: &[Syllable], limit: usize) -> Vec<Reading> {
    lattice::cheapest(syllables.len(), limit, |at, edges| say(syllables, at, edges))
}

/// A written syllable: its signs sorted into what the tables ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Syllable {
    /// The consonant or independent vowel.
    pub(crate) base: char,
    /// ya, ra, wa, ha.
    pub(crate) medials: [bool; 4],
    /// Vowel signs as one of the codes of [`rimes`].
    pub(crate) vowel: rimes::Vowel,
    /// Killed or stacked-upon consonant that closes the syllable.
    pub(crate) coda: Option<char>,
    /// The closing consonant carries the next one under it.
    pub(crate) stacked: bool,
    /// Creaky tone, written ့.
    pub(crate) creaky: bool,
    /// High tone, written း.
    pub(crate) high: bool,
}

impl Syllable {
    /// တာ, တီ and the like after an open syllable, as in Pali names: သီတာ thi-dar.
    fn is_soft_after(&self, before: &Syllable) -> bool {
        let open = |syllable: &Syllable| syllable.coda.is_none() && !syllable.creaky;
        self.base == 'တ'
            && self.medials == [false; 4]
            && matches!(self.vowel, rimes::Vowel::Aa | rimes::Vowel::I)
            && !self.high
            && open(self)
            && open(before)
            && !before.high
    }

    /// Closed by a nasal that carries the next consonant, which then sounds soft: မန္တလေး man-da-lay.
    fn stacked_nasal(&self) -> bool {
        self.stacked && self.coda.is_some_and(|coda| matches!(coda, 'င' | 'ည' | 'ဉ' | 'ဏ' | 'န' | 'မ'))
    }
}

fn is_consonant(letter: char) -> bool {
    matches!(letter, 'က'..='အ' | 'ဿ')
}

fn is_independent_vowel(letter: char) -> bool {
    matches!(letter, 'ဣ'..='ဪ')
}

/// Splits normalised text into syllables; letters of other scripts are left out.
fn split(text: &[char]) -> Vec<Syllable> {
    let mut syllables = Vec::with_capacity(text.len() / 2 + 1);
    let mut at = 0;
    while at < text.len() {
        if !is_consonant(text[at]) && !is_independent_vowel(text[at]) {
            at += 1;
            continue;
        }
        let mut syllable = Syllable { base: text[at], ..Syllable::default() };
        at += 1;
        let mut signs = rimes::Signs::default();
        while let Some(&sign) = text.get(at) {
            match sign {
                '\u{103b}' => syllable.medials[0] = true,
                '\u{103c}' => syllable.medials[1] = true,
                '\u{103d}' => syllable.medials[2] = true,
                '\u{103e}' => syllable.medials[3] = true,
                '\u{1037}' => syllable.creaky = true,
                '\u{1038}' => syllable.high = true,
                sign if !signs.take(sign) => break,
                _ => {}
            }
            at += 1;
        }
        syllable.vowel = signs.vowel();
        // A closing consonant: killed (C ်), or carrying a stacked one (C ္ C), as in kinzi.
        if let Some(&coda) = text.get(at)
            && is_consonant(coda)
        {
            let mut end = at + 1;
            let mut killed = false;
            while let Some(&sign) = text.get(end) {
                match sign {
                    '\u{103a}' => killed = true,
                    '\u{1037}' if killed || text.get(end + 1) == Some(&'\u{103a}') => syllable.creaky = true,
                    '\u{1038}' if killed => syllable.high = true,
                    _ => break,
                }
                end += 1;
            }
            let stacked =
                text.get(end) == Some(&'\u{1039}') && text.get(end + 1).copied().is_some_and(is_consonant);
            if killed || stacked {
                syllable.coda = Some(coda);
                syllable.stacked = stacked;
                at = if stacked { end + 1 } else { end };
            }
        }
        // A consonant stacked straight under the onset closes the syllable and opens the next: ဓမ္မ is dham-ma; the
        // letter before ္ was taken as the coda above unless it carries signs of its own.
        if text.get(at) == Some(&'\u{1039}') {
            at += 1;
        }
        syllables.push(syllable);
    }
    syllables
}

fn say(syllables: &[Syllable], at: usize, edges: &mut Vec<Edge>) {
    let syllable = &syllables[at];
    let to = at + 1;
    let next = syllables.get(to).map_or("k", |next| rimes::onset(next).0);
    let usual = rimes::usual_spelling(syllable);
    if let Some(usual) = usual {
        let usual = if usual == "ohn" && next.is_empty() { "on" } else { usual };
        edges.push(Edge { to, piece: Piece::join(&[usual]), cost: 0.0 });
    }
    let (onset, softened) = rimes::onset(syllable);
    let (rime, other) = rimes::rime(syllable);
    let rime = before_onset(rime, onset, next);
    let softens = softened.is_some_and(|softened| softened.starts_with(['g', 'd', 'z', 'b']));
    let soft_here = softens
        && at > 0
        && (syllables[at - 1].stacked_nasal() || syllable.is_soft_after(&syllables[at - 1]));
    let hard = match () {
        () if usual.is_some() => 0.8,
        () if soft_here => 0.6,
        () => 0.0,
    };
    edges.push(Edge { to, piece: Piece::join(&[onset, rime]), cost: hard });
    if let Some(other) = other {
        edges.push(Edge { to, piece: Piece::join(&[onset, other]), cost: hard + 0.8 });
    }
    if syllables.len() == 1 {
        for (rank, spelling) in rimes::spellings(rime).iter().enumerate() {
            let cost = hard + 0.1 + 0.1 * rank as f32;
            edges.push(Edge { to, piece: Piece::join(&[onset, spelling]), cost });
        }
        // The h of aspiration is often left out, and its spelling is not settled.
        let plain = match onset {
            "ph" => Some("p"),
            "ht" => Some("t"),
            _ => None,
        };
        if let Some(plain) = plain {
            for (rank, spelling) in [rime].iter().chain(rimes::spellings(rime)).enumerate() {
                edges.push(Edge {
                    to,
                    piece: Piece::join(&[plain, spelling]),
                    cost: hard + 0.2 + 0.1 * rank as f32,
                });
            }
        }
    }
    if let Some(softened) = softened {
        let cost = match () {
            () if soft_here => 0.0,
            () if at == 0 => 1.6,
            () => 1.1,
        };
        edges.push(Edge { to, piece: Piece::join(&[softened, rime]), cost });
    }
}

/// Spells a rime so that the joined reading splits where the syllable ends: "may" + "oo" would read as "ma-yoo".
fn before_onset(rime: &'static str, onset: &str, next: &str) -> &'static str {
    match rime {
        "ay" if matches!(next, "" | "w") => "e",
        "o" if next.is_empty() => "oe",
        "u" if onset.is_empty() => "oo",
        "ar" if next.is_empty() => "a",
        "one" if next.is_empty() => "on",
        rime => rime,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(written: &str, said: &str) {
        let found = readings(written, 4);
        assert_eq!(found.first().map(|reading| reading.latin.as_str()), Some(said), "{written}: {found:?}");
    }

    #[test]
    fn well_known_places_and_names_are_read() {
        for (written, said) in [
            ("ရန်ကုန်", "yankon"),
            ("မန္တလေး", "mandalay"),
            ("နေပြည်တော်", "naypyitaw"),
            ("ပဲခူး", "pekhoo"),
            ("အောင်", "aung"),
            ("ကျော်", "kyaw"),
            ("မောင်မောင်", "maungmaung"),
            ("ခင်", "khin"),
            ("သန့်", "thant"),
            ("မြင့်", "myint"),
            ("လှိုင်", "hlaing"),
            ("ရွှေ", "shwe"),
            ("မင်္ဂလာ", "mingalar"),
            ("ချစ်", "chit"),
            ("ထွန်း", "tun"),
            ("စိုး", "soe"),
            ("ဝင်း", "win"),
        ] {
            check(written, said);
        }
    }

    #[test]
    fn every_reading_folds_like_its_syllables() {
        for (written, spaced) in [
            ("စိုးဦး", "Soe Oo"),
            ("မျိုးဦး", "Myo Oo"),
            ("မေအုန်း", "May Ohn"),
            ("မာမာအေး", "Mar Mar Aye"),
            ("သန္တာအောင်", "Thandar Aung"),
            ("ခိုင်ဦး", "Khaing Oo"),
            ("သိန်းငွေ", "Thein Ngwe"),
            ("ထိုက်အောင်", "Htike Aung"),
        ] {
            let found = readings(written, 4);
            assert_eq!(fold_latin(&found[0].latin), fold_latin(spaced), "{written} {spaced}: {found:?}");
        }
    }

    #[test]
    fn zawgyi_reads_like_unicode() {
        check("\u{1031}\u{1021}\u{102c}\u{1004}\u{1039}", "aung");
        check("\u{107e}\u{1000}\u{100a}\u{1039}", "kyi");
    }

    #[test]
    fn a_softened_onset_is_an_alternative() {
        assert!(readings("အောင်ကြီး", 4).iter().any(|reading| reading.latin == "aunggyi"));
    }

    #[test]
    fn signs_are_sorted_and_look_alikes_mended() {
        assert_eq!(normalise("မြင့်"), normalise("မြင\u{103a}\u{1037}"));
        assert_eq!(normalise("ယဥ်"), "ယဉ်");
        assert_eq!(normalise("စန်း၊ ဆန်း"), "စန်း");
        assert_eq!(normalise("စန်း၊ မောင်"), "စန်း, မောင်");
        assert_eq!(normalise("၀င်း"), "ဝင်း");
        assert_eq!(normalise("၀ါ"), "ဝာ");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_into_ascii(text in "[\\u{1000}-\\u{109f} ]{0,24}|\\PC{0,16}", limit in 0usize..6) {
            let found = readings(&text, limit);
            prop_assert!(found.len() <= limit);
            for reading in &found {
                prop_assert!(reading.cost >= 0.0);
                prop_assert!(!reading.latin.is_empty() && reading.latin.bytes().all(|letter| letter.is_ascii_lowercase()));
            }
            fold_latin(&text);
        }
    }
}
