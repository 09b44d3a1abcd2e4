//! What a comparison works on: the identifying parts as small units with all their sounds worked out beforehand.

use crate::name::{Part, Role};
use crate::script::{Language, Script};
use crate::scripts::{Reading, burmese, han};
use crate::sound::Sounds;
use crate::tables::{Word, commonness, variant_class, word};
use crate::name::Shape;

/// Readings kept of one unit.
const FORMS: usize = 8;
/// The same for a character, which families of every speech group read in their own way.
const FORMS_HAN: usize = 16;

/// One way a unit sounds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub(crate) sounds: Sounds,
    /// What choosing this reading costs, in likeness.
    pub(crate) cost: f32,
}

/// A word, a syllable or an initial of a name.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// Hash of the plain form.
    pub(crate) exact: u64,
    /// Letters and tone of a Vietnamese syllable; 0 when the name carries no tone marks.
    pub(crate) tone: u64,
    /// All ways it sounds, likeliest first.
    pub(crate) forms: Vec<Form>,
    /// How much it says: one for an ordinary word.
    pub(crate) weight: f32,
    /// Number of the name it is a spelling of; 0 for none.
    pub(crate) class: u16,
    /// The letter, when it is an initial; 0 otherwise.
    pub(crate) initial: u8,
    /// First letters of its readings as a set, for matching initials.
    pub(crate) first_letters: u32,
    /// The character, when it is one.
    pub(crate) han: char,
    /// In brackets or quotation marks: agreeing on it counts, lacking it does not.
    pub(crate) aside: bool,
    /// As written.
    pub(crate) text: String,
    /// The likeliest spelling in Latin letters.
    pub(crate) latin: String,
    /// All readings in Latin letters, likeliest first.
    pub(crate) readings: Vec<String>,
    /// Characters that a Chinese syllable in Latin letters may stand for.
    pub(crate) characters: &'static [char],
    /// The part it belongs to.
    pub(crate) part: u16,
}

pub(crate) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Units of a name.
pub(crate) fn units(parts: &[Part], language: Language, toned: bool) -> Vec<Unit> {
    let mut units = Vec::with_capacity(parts.len());
    for (number, part) in parts.iter().enumerate() {
        let aside = matches!(part.role, Role::Remark | Role::Nickname);
        if !part.role.identifies() && !aside {
            continue;
        }
        let before = units.len();
        match part.script {
            Script::Myanmar => {
                for syllable in burmese_syllables(&part.plain) {
                    let readings = burmese::readings(syllable, FORMS);
                    let latin = readings.first().map_or("", |reading| reading.latin.as_str()).to_owned();
                    let mut unit = unit(syllable, &latin, readings, number);
                    unit.weight = (unit.weight * 0.75).max(0.2);
                    units.push(unit);
                }
            }
            Script::Han => {
                for letter in part.plain.chars() {
                    let mut unit = unit(letter.encode_utf8(&mut [0; 4]), "", han::readings(letter, FORMS_HAN), number);
                    unit.han = letter;
                    unit.weight = 0.6;
                    units.push(unit);
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
                let mut unit = unit(&part.plain, &part.plain, readings, number);
                unit.text.clone_from(&part.written);
                if toned {
                    unit.tone = crate::vietnamese::tone_key(&part.written);
                }
                if language == Language::Chinese {
                    unit.characters = han::characters_spelt(&part.plain);
                }
                if part.role == Role::Middle && matches!(part.plain.as_str(), "van" | "thi") {
                    unit.weight = 0.25;
                }
                units.push(unit);
            }
            _ => {
                let latin = part.readings.first().map_or("", |reading| reading.latin.as_str()).to_owned();
                units.push(unit(&part.plain, &latin, part.readings.clone(), number));
            }
        }
        for unit in &mut units[before..] {
            unit.aside = aside;
        }
    }
    if units.iter().all(|unit| unit.aside) {
        for unit in &mut units {
            unit.aside = false;
        }
    }
    units
}

fn unit(plain: &str, latin: &str, readings: Vec<Reading>, part: usize) -> Unit {
    let mut forms: Vec<Form> = Vec::with_capacity(readings.len());
    let mut first_letters = 0u32;
    // All readings of a character are somebody's; of other words the first is likelier than the second.
    let han = plain.chars().next().is_some_and(|letter| Script::of(letter) == Some(Script::Han));
    let (per_rank, per_cost) = if han { (0.0, 0.04) } else { (0.012, 0.01) };
    for (rank, reading) in readings.iter().enumerate() {
        let sounds = Sounds::of(&reading.latin);
        if sounds.is_empty() || forms.iter().any(|form| form.sounds == sounds) {
            continue;
        }
        if let Some(letter @ b'a'..=b'z') = reading.latin.bytes().next() {
            first_letters |= 1 << (letter - b'a');
        }
        let cost = if rank == 0 { 0.0 } else { per_rank * rank as f32 + per_cost * reading.cost.min(4.0) };
        forms.push(Form { sounds, cost });
    }
    forms.truncate(FORMS_HAN);
    let initial = match plain.as_bytes() {
        [letter @ b'a'..=b'z'] => *letter,
        _ => 0,
    };
    Unit {
        exact: hash(plain.bytes()),
        tone: 0,
        weight: weight(latin, forms.first().map_or(6, |form| form.sounds.len()), initial),
        forms,
        class: readings.iter().find_map(|reading| variant_class(&reading.latin)).or_else(|| variant_class(latin)).unwrap_or(0),
        initial,
        first_letters,
        han: '\0',
        readings: readings.iter().map(|reading| reading.latin.clone()).collect(),
        characters: &[],
        aside: false,
        text: plain.to_owned(),
        latin: readings.first().map_or_else(|| latin.to_owned(), |reading| reading.latin.clone()),
        part: part.min(usize::from(u16::MAX)) as u16,
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

/// A name written together with the Arabic article: Alhasan, Elbaradei.
fn without_article(plain: &str) -> Option<&str> {
    let bare = plain.strip_prefix("al").or_else(|| plain.strip_prefix("el"))?;
    (bare.len() >= 4 && !bare.starts_with(['a', 'e', 'i', 'o', 'u'])).then_some(bare)
}

/// A name of God written together with "servant of": Abdurrahman, Abdulkarim.
fn without_servant_of(plain: &str) -> Option<&str> {
    let bare = ["abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdu", "abd"].iter().find_map(|start| plain.strip_prefix(start))?;
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

/// What a comparison wants to know of the whole name.
pub(crate) fn shape(parts: &[Part], units: &[Unit], toned: bool) -> Shape {
    let texts: Vec<&str> = units.iter().map(|unit| unit.latin.as_str()).collect();
    let together = |count: usize| texts.windows(count).map(|window| Sounds::of(&window.concat())).collect();
    let neighbours = [together(2), together(3), together(4)];
    let joined = (units.len() > 1).then(|| Sounds::of(&texts.concat()));
    let suffix = parts.iter().filter(|part| part.role == Role::Suffix).map(|part| hash(part.plain.bytes())).fold(0, u64::wrapping_add);
    let exact = units.iter().fold(0u64, |key, unit| key.rotate_left(7) ^ unit.exact ^ unit.tone.rotate_left(31));
    Shape { exact, toned, neighbours, joined, suffix }
}
