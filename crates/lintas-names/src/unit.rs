//! What a comparison works on: the identifying parts as small units with all their sounds worked out beforehand.

use crate::name::Shape;
use crate::name::{Part, Role};
use crate::script::{Language, Script};
use crate::scripts::{Reading, burmese, han};
use crate::sound::Words;
use crate::tables::{Word, commonness, variant_class, word};

/// Readings kept of one unit.
const FORMS: usize = 8;
/// The same for a character, which families of every speech group read in their own way.
const FORMS_HAN: usize = 16;

/// Neighbouring units longer than this many letters together are not tried as one word.
const LONGEST_JOINED: usize = 20;

/// A word, a syllable or an initial of a name: what every comparison looks at, kept small.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// Hash of the plain form.
    pub(crate) exact: u64,
    /// Letters and tone of a Vietnamese syllable; 0 when the name carries no tone marks.
    pub(crate) tone: u64,
    /// How much it says: one for an ordinary word.
    pub(crate) weight: f32,
    /// First letters of its readings as a set, for matching initials.
    pub(crate) first_letters: u32,
    /// The character, when it is one.
    pub(crate) han: char,
    /// Number of its first reading among the words of the name.
    pub(crate) first_form: u16,
    /// Number of its readings.
    pub(crate) forms: u16,
    /// Number of the name it is a spelling of; 0 for none.
    pub(crate) class: u16,
    /// The letter, when it is an initial; 0 otherwise.
    pub(crate) initial: u8,
    /// In brackets or quotation marks: agreeing on it counts, lacking it does not.
    pub(crate) aside: bool,
    /// A syllable in Latin letters that may stand for Chinese characters.
    pub(crate) chinese: bool,
}

/// What else is known of a unit, looked at when keys are made or a match is explained.
#[derive(Debug, Clone)]
pub(crate) struct Detail {
    /// As written.
    pub(crate) text: String,
    /// All readings in Latin letters, likeliest first.
    pub(crate) readings: Vec<String>,
    /// Characters that a Chinese syllable in Latin letters may stand for.
    pub(crate) characters: &'static [char],
}

impl Detail {
    /// The likeliest spelling in Latin letters; empty when there is none.
    pub(crate) fn latin(&self) -> &str {
        self.readings.first().map_or("", String::as_str)
    }
}

/// Units of a name with everything known of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Units {
    pub(crate) units: Vec<Unit>,
    pub(crate) details: Vec<Detail>,
    pub(crate) words: Words,
}

pub(crate) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Units of a name, in the order it is said: a family name that a comma sets in front comes last.
pub(crate) fn units(parts: &[Part], language: Language, toned: bool, family_first: bool) -> Units {
    let mut found = Units::default();
    let family = |part: &&Part| family_first && part.role == Role::Family;
    for part in parts.iter().filter(|part| !family(part)).chain(parts.iter().filter(family)) {
        let aside = matches!(part.role, Role::Remark | Role::Nickname);
        if !part.role.identifies() && !aside {
            continue;
        }
        let before = found.units.len();
        match part.script {
            Script::Myanmar => {
                for syllable in burmese_syllables(&part.plain) {
                    let unit = found.add(syllable, burmese::readings(syllable, FORMS), 0.012, 0.01);
                    unit.weight = (unit.weight * 0.75).max(0.2);
                }
            }
            Script::Han => {
                for letter in part.plain.chars() {
                    // All readings of a character are somebody's.
                    let unit = found.add(
                        letter.encode_utf8(&mut [0; 4]),
                        han::readings(letter, FORMS_HAN),
                        0.0,
                        0.04,
                    );
                    unit.han = letter;
                    unit.weight = 0.6;
                }
            }
            Script::Latin => {
                let mut readings = part.readings.clone();
                if let Some(bare) = without_article(&part.plain) {
                    readings.push(Reading { latin: bare.to_owned(), cost: 3.0 });
                }
                if let Some(bare) = without_servant_of(&part.plain) {
                    readings.push(Reading { latin: bare.to_owned(), cost: 4.0 });
                }
                if part.readings.first().is_some_and(|reading| reading.latin != part.plain) {
                    readings.push(Reading { latin: part.plain.clone(), cost: 0.1 });
                }
                let unit = found.add(&part.plain, readings, 0.012, 0.01);
                if toned {
                    unit.tone = crate::vietnamese::tone_key(&part.written);
                }
                if part.role == Role::Middle && matches!(part.plain.as_str(), "van" | "thi") {
                    unit.weight = 0.25;
                }
                let characters =
                    if language == Language::Chinese { han::characters_spelt(&part.plain) } else { &[] };
                unit.chinese = !characters.is_empty();
                if let Some(detail) = found.details.last_mut() {
                    detail.text.clone_from(&part.written);
                    detail.characters = characters;
                }
            }
            _ => {
                found.add(&part.plain, part.readings.clone(), 0.012, 0.01);
            }
        }
        for unit in &mut found.units[before..] {
            unit.aside = aside;
        }
        // U, Daw, Ma and the like stand before a Burmese name without a space; the same syllables also are names.
        if before == 0
            && part.script == Script::Myanmar
            && found.units.len() >= 3
            && is_burmese_address(&found.details[0].text)
        {
            found.units[0].aside = true;
            found.units[0].weight *= 0.5;
        }
    }
    if found.units.iter().all(|unit| unit.aside) {
        for unit in &mut found.units {
            unit.aside = false;
        }
    }
    found
}

impl Units {
    /// Adds a unit; its readings cost `per_rank` for their place and `per_cost` for their own cost, in likeness.
    fn add(&mut self, plain: &str, readings: Vec<Reading>, per_rank: f32, per_cost: f32) -> &mut Unit {
        let first_form = self.words.count();
        let mut first_letters = 0u32;
        for (rank, reading) in readings.iter().enumerate().take(FORMS_HAN) {
            let cost =
                if rank == 0 { 0.0 } else { per_rank * rank as f32 + per_cost * reading.cost.min(4.0) };
            let number = self.words.add(&reading.latin, cost);
            let sounds = self.words.get(number);
            if sounds.len() == 0 || (first_form..number).any(|known| self.words.get(known).same(&sounds)) {
                self.words.take_back();
                continue;
            }
            if let Some(letter @ b'a'..=b'z') = reading.latin.bytes().next() {
                first_letters |= 1 << (letter - b'a');
            }
        }
        let forms = self.words.count() - first_form;
        let initial = match plain.as_bytes() {
            [letter @ b'a'..=b'z'] => *letter,
            _ => 0,
        };
        let latin = readings.first().map_or(plain, |reading| reading.latin.as_str());
        let sounds = if forms == 0 { 6 } else { self.words.get(first_form).len() };
        self.units.push(Unit {
            exact: hash(plain.bytes()),
            tone: 0,
            weight: weight(latin, sounds, initial),
            first_letters,
            han: '\0',
            first_form,
            forms,
            class: readings.iter().find_map(|reading| variant_class(&reading.latin)).unwrap_or(0),
            initial,
            aside: false,
            chinese: false,
        });
        self.details.push(Detail {
            text: plain.to_owned(),
            readings: readings.into_iter().map(|reading| reading.latin).collect(),
            characters: &[],
        });
        let last = self.units.len() - 1;
        &mut self.units[last]
    }
}

/// How much agreeing on a word says: longer words more, words many people bear less.
fn weight(latin: &str, sounds: usize, initial: u8) -> f32 {
    if initial != 0 {
        return 0.25;
    }
    let title = if word(latin) == Some(Word::WeakName) { 0.3 } else { 1.0 };
    let length = match sounds {
        0..=2 => 0.6,
        3 => 0.75,
        4 => 0.9,
        5 => 1.0,
        6 => 1.05,
        _ => 1.1,
    };
    (length * commonness(latin).min(title)).max(0.12)
}

/// Forms of address that are written like a first syllable: U, Daw, Ma, Ko, Maung; Nan and Sai of the Shan.
fn is_burmese_address(syllable: &str) -> bool {
    matches!(syllable, "ဦး" | "ဒေါ်" | "မ" | "ကို" | "မောင်" | "နန်း" | "စိုင်း")
}

/// A name written together with the Arabic article: Alhasan, Elbaradei.
fn without_article(plain: &str) -> Option<&str> {
    let bare = plain.strip_prefix("al").or_else(|| plain.strip_prefix("el"))?;
    (bare.len() >= 4 && !bare.starts_with(['a', 'e', 'i', 'o', 'u'])).then_some(bare)
}

/// A name of God written together with "servant of": Abdurrahman, Abdulkarim.
fn without_servant_of(plain: &str) -> Option<&str> {
    let bare = ["abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdu", "abd"]
        .iter()
        .find_map(|start| plain.strip_prefix(start))?;
    let bare = bare.strip_prefix('r').filter(|rest| rest.starts_with('r')).unwrap_or(bare);
    (bare.len() >= 4 && !bare.starts_with(['a', 'e', 'i', 'o', 'u', 'l'])).then_some(bare)
}

/// Burmese words to written syllables: a syllable begins at a consonant that neither closes the one before (it would
/// carry asat) nor is stacked.
pub(crate) fn burmese_syllables(word: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let mut starts = vec![0];
    for (number, &(at, letter)) in letters.iter().enumerate().skip(1) {
        let base = matches!(letter as u32, 0x1000..=0x102a | 0x103f | 0x104e | 0x1050..=0x1055);
        let stacked = letters[number - 1].1 == '\u{1039}';
        let closes = letters[number + 1..]
            .iter()
            .map(|(_, next)| *next)
            .find(|next| !matches!(next, '\u{1037}'))
            .is_some_and(|next| matches!(next, '\u{103a}' | '\u{1039}'));
        if base && !stacked && !closes {
            starts.push(at);
        }
    }
    starts.push(word.len());
    starts.windows(2).map(|pair| &word[pair[0]..pair[1]]).filter(|syllable| !syllable.is_empty()).collect()
}

/// What a comparison wants to know of the whole name. Adds the joined words to the words of the name.
pub(crate) fn shape(parts: &[Part], units: &mut Units, language: Language, toned: bool) -> Shape {
    // Burmese softens the onsets inside a word: syllables together are read anew.
    let together = |window: &[Detail]| -> String {
        if window.len() <= 3
            && window
                .iter()
                .all(|detail| detail.text.chars().next().and_then(Script::of) == Some(Script::Myanmar))
        {
            let written: String = window.iter().map(|detail| detail.text.as_str()).collect();
            let readings = burmese::readings(&written, 3);
            // Words of several syllables keep their r (Thiri), which alone is said y.
            let keeps_r = written.chars().skip(1).any(|letter| letter == 'ရ');
            let said = readings.iter().find(|reading| keeps_r && reading.latin.contains('r'));
            if let Some(reading) = said.or(readings.first()) {
                return reading.latin.clone();
            }
        }
        window.iter().map(Detail::latin).collect()
    };
    let letters = |window: &[Detail]| window.iter().map(|detail| detail.latin().len()).sum::<usize>();
    let neighbours = [2, 3, 4].map(|count| {
        let first = units.words.count();
        for window in units.details.windows(count).take(12) {
            // Nobody writes three long words as one.
            let word = if letters(window) <= LONGEST_JOINED { together(window) } else { String::new() };
            units.words.add(&word, 0.0);
        }
        first
    });
    let joined = match units.details.len() {
        0 => None,
        1 => (units.units[0].forms > 0).then(|| units.units[0].first_form),
        // Two to four short parts have just been joined.
        count @ 2..=4 if letters(&units.details) <= LONGEST_JOINED => Some(neighbours[count - 2]),
        _ => Some(units.words.add(&together(&units.details), 0.0)),
    };
    let suffix = parts
        .iter()
        .filter(|part| part.role == Role::Suffix)
        .map(|part| hash(part.plain.bytes()))
        .fold(0, u64::wrapping_add);
    let exact = units
        .units
        .iter()
        .fold(0u64, |key, unit| key.rotate_left(7) ^ unit.exact ^ unit.tone.rotate_left(31));
    Shape { exact, vietnamese: language == Language::Vietnamese, toned, neighbours, joined, suffix }
}
