//! Names of the records: words known by number, and which word plays which part.
//!
//! Words of every script are kept in Latin letters as `lintas-names` reads them, so that a Thai spelling meets its
//! passport spelling in blocking and in comparison alike.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use lintas_names::scripts::Reading;
use lintas_names::{Name, Role, keys};

use crate::dictionary::{AsIs, Dictionary};
use crate::text::{self, fold, mix};

/// Words kept beside given and family name.
pub(crate) const N_REST: usize = 4;
/// Further readings kept of a word of another script.
const MOST_READINGS: usize = 5;

/// Words that are a form of address when they stand first.
const TITLES: [&str; 34] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "very",
    "hon",
    "lady",
    "lord",
    "dame",
    "captain",
    "capt",
    "col",
    "colonel",
    "major",
    "general",
    "lt",
    "sgt",
    "fr",
    "father",
    "sister",
    "brother",
    "baron",
    "baroness",
    "count",
    "earl",
    "duke",
    "the",
];

/// Name cells of one row.
#[derive(Debug, Default)]
pub(crate) struct NameCells<'a> {
    pub(crate) full: &'a str,
    pub(crate) given: &'a str,
    pub(crate) middle: &'a str,
    pub(crate) family: &'a str,
}

/// One name: numbers of its words, 0 where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct NameWords {
    pub(crate) family: u32,
    pub(crate) given: u32,
    pub(crate) rest: [u32; N_REST],
}

impl NameWords {
    /// All its words.
    pub(crate) fn words(&self) -> impl Iterator<Item = u32> + '_ {
        [self.family, self.given].into_iter().chain(self.rest).filter(|word| *word != 0)
    }
}

/// Names of all records.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) words: Dictionary,
    /// Distinct names; number 0 is the missing one.
    pub(crate) names: Vec<NameWords>,
    /// Name of each record.
    pub(crate) values: Vec<u32>,
    /// Records whose family name, given name or any other word is the word.
    pub(crate) counts: [Vec<u32>; 3],
    /// Other readings of a word that was read from another script.
    readings: BTreeMap<u32, Vec<u32>>,
    /// Words that have some, one bit each.
    is_read: Vec<u64>,
    seen: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    folded: String,
}

impl Names {
    pub(crate) fn new() -> Self {
        Self {
            words: Dictionary::new(),
            names: vec![NameWords::default()],
            values: Vec::new(),
            counts: [Vec::new(), Vec::new(), Vec::new()],
            readings: BTreeMap::new(),
            is_read: Vec::new(),
            seen: HashMap::default(),
            folded: String::new(),
        }
    }

    pub(crate) fn push(&mut self, cells: &NameCells<'_>) {
        let mut key = 0;
        for cell in [cells.full, cells.given, cells.middle, cells.family] {
            key = mix(text::hash(cell.as_bytes(), key) ^ key);
        }
        let number = match self.seen.get(&key) {
            Some(&number) => number,
            None => {
                let name = self.read(cells);
                let number = if name == NameWords::default() {
                    0
                } else {
                    self.names.push(name);
                    self.names.len() as u32 - 1
                };
                self.seen.insert(key, number);
                number
            }
        };
        self.values.push(number);
    }

    fn read(&mut self, cells: &NameCells<'_>) -> NameWords {
        let mut name = NameWords::default();
        let family = self.parts(cells.family);
        let given = self.parts(cells.given);
        let middle = self.parts(cells.middle);
        let full = self.parts(cells.full);
        let mut rest: Vec<String> = Vec::new();
        let mut family_word: String = family.iter().map(|part| part.0.as_str()).collect();
        let mut given_word = String::new();
        for (word, _) in given.iter().chain(&middle) {
            if given_word.is_empty() && !(TITLES.contains(&word.as_str())) {
                given_word.clone_from(word);
            } else {
                rest.push(word.clone());
            }
        }
        let mut left: Vec<(String, Role)> = full;
        left.retain(|(word, _)| {
            *word != given_word && !family.iter().any(|part| part.0 == *word) && !rest.contains(word)
        });
        if family_word.is_empty() && given.is_empty() {
            let from = left.iter().position(|(word, _)| !TITLES.contains(&word.as_str())).unwrap_or(0);
            rest.extend(left.drain(..from).map(|(word, _)| word));
            let comma = cells.full.split_once(',').map(|(head, _)| head.split_whitespace().count());
            let at = left
                .iter()
                .position(|(_, role)| *role == Role::Family)
                .or(comma.filter(|n| *n == 1 && left.len() > 1).map(|_| 0))
                .or((left.len() > 1).then(|| left.len() - 1));
            if let Some(at) = at {
                family_word = left.remove(at).0;
            }
            if !left.is_empty() {
                let at = left.iter().position(|(_, role)| *role == Role::Given).unwrap_or(0);
                given_word = left.remove(at).0;
            }
        } else if given_word.is_empty() && !left.is_empty() && !given.is_empty() {
            // Only a title stood in the column of the given name.
            given_word = left.remove(0).0;
        }
        rest.extend(left.into_iter().map(|(word, _)| word));
        name.family = self.words.number(&family_word);
        name.given = self.words.number(&given_word);
        rest.retain(|word| !TITLES.contains(&word.as_str()));
        rest.sort();
        rest.dedup();
        for (slot, word) in name.rest.iter_mut().zip(&rest) {
            *slot = self.words.number(word);
        }
        name
    }

    /// Words of a cell with what they are, in Latin letters.
    fn parts(&mut self, cell: &str) -> Vec<(String, Role)> {
        if crate::column::is_missing(cell.trim()) {
            return Vec::new();
        }
        let is_foreign = cell.chars().any(|letter| {
            letter.is_alphabetic() && letter > '\u{24f}' && !('\u{1e00}'..'\u{1f00}').contains(&letter)
        });
        if is_foreign && let Ok(name) = Name::read(cell) {
            let mut parts = Vec::new();
            for part in name.parts().iter().filter(|part| part.role.identifies()) {
                let latin =
                    part.readings.first().map_or(part.plain.as_str(), |reading| reading.latin.as_str());
                fold(latin, &mut self.folded);
                self.note_readings(&part.readings);
                parts.extend(
                    self.folded
                        .split(' ')
                        .filter(|word| !word.is_empty())
                        .map(|word| (word.to_owned(), part.role)),
                );
            }
            return parts;
        }
        fold(cell, &mut self.folded);
        self.folded
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(12)
            .map(|word| (word.to_owned(), Role::Name))
            .collect()
    }

    /// Remembers the further readings of a word whose first one has just been folded.
    fn note_readings(&mut self, readings: &[Reading]) {
        if readings.len() < 2 || self.folded.contains(' ') || self.folded.is_empty() {
            return;
        }
        let first = self.words.number(&self.folded);
        let mut further = self.readings.remove(&first).unwrap_or_default();
        let mut folded = String::new();
        for reading in &readings[1..] {
            fold(&reading.latin, &mut folded);
            if further.len() == MOST_READINGS {
                break;
            }
            if !folded.is_empty() && !folded.contains(' ') {
                let number = self.words.number(&folded);
                if number != first && !further.contains(&number) {
                    further.push(number);
                }
            }
        }
        if !further.is_empty() {
            self.readings.insert(first, further);
        }
    }

    /// Whether a word has further readings.
    pub(crate) fn has_readings(&self, word: u32) -> bool {
        self.is_read.get(word as usize / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }

    /// Further readings of a word.
    pub(crate) fn readings(&self, word: u32) -> &[u32] {
        self.readings.get(&word).map_or(&[], Vec::as_slice)
    }

    /// A word and its further readings.
    pub(crate) fn spellings(&self, word: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::once(word).chain(self.readings(word).iter().copied())
    }

    /// Whether any word has further readings.
    pub(crate) fn have_readings(&self) -> bool {
        !self.readings.is_empty()
    }

    /// Spelling class of a word, as a hash; 0 for none.
    pub(crate) fn sound(&self, word: u32) -> u32 {
        self.words.facts(word).tag
    }

    /// Counts words and finds their spelling classes, once all rows are read.
    pub(crate) fn seal(&mut self) {
        self.seen = HashMap::default();
        self.words.seal(sound);
        if self.have_readings() {
            self.is_read = vec![0; self.words.len() / 64 + 1];
            for word in self.readings.keys() {
                self.is_read[*word as usize / 64] |= 1 << (word % 64);
            }
        }
        self.counts = std::array::from_fn(|_| vec![0; self.words.len()]);
        for value in &self.values {
            let name = &self.names[*value as usize];
            self.counts[0][name.family as usize] += 1;
            self.counts[1][name.given as usize] += 1;
            for word in name.rest {
                self.counts[2][word as usize] += 1;
            }
        }
    }

    pub(crate) fn name(&self, record: u32) -> &NameWords {
        &self.names[self.values[record as usize] as usize]
    }
}

/// Spelling class of a word as `lintas-names` keys it.
fn sound(word: &str) -> u32 {
    if word.is_empty() {
        return 0;
    }
    let key = Name::read(word).ok().and_then(|name| {
        keys(&name).into_iter().find(|key| !key.value.starts_with('=')).map(|key| key.value)
    });
    let number = text::hash(key.as_deref().unwrap_or(word).as_bytes(), 1) as u32;
    number.max(1)
}
