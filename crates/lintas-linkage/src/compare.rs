//! Two records side by side: how far each of their columns agrees.

use crate::column::{Column, Kind};
use crate::names::{NameWords, Names};
use crate::records::Records;
use crate::text::edits;
use crate::variants::Variants;

/// How far two values agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Level {
    /// One of them is missing: no evidence.
    Missing = 0,
    /// Nothing in common.
    Different = 1,
    /// Something in common: a shared word, the same beginning, the same year.
    Partial = 2,
    /// A typing error apart.
    Close = 3,
    /// The word stands in another part of the other name.
    Elsewhere = 4,
    /// Equal.
    Exact = 5,
    /// Two values that these lists use for one another.
    Variant = 6,
}

/// Number of levels.
pub const N_LEVELS: usize = 7;
/// Most features of a comparison; further columns are not compared.
pub const MOST_FEATURES: usize = 20;

impl Level {
    /// All levels in order.
    pub const ALL: [Self; N_LEVELS] = [
        Self::Missing,
        Self::Different,
        Self::Partial,
        Self::Close,
        Self::Elsewhere,
        Self::Exact,
        Self::Variant,
    ];

    /// Its name for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Different => "different",
            Self::Partial => "partial",
            Self::Close => "close",
            Self::Elsewhere => "in another part",
            Self::Exact => "exact",
            Self::Variant => "known variant",
        }
    }
}

/// What one line of a comparison compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feature {
    /// Family names.
    Family,
    /// Given names.
    Given,
    /// Other words of the names.
    Rest,
    /// A column, by its place in [`Records::columns`].
    Column(usize),
}

/// Levels of all features of a pair, three bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pattern(pub(crate) u64);

impl Pattern {
    /// Level of a feature.
    pub fn level(self, feature: usize) -> Level {
        Level::ALL[(self.0 >> (3 * feature) & 7) as usize % N_LEVELS]
    }
}

/// Compares records.
#[derive(Debug)]
pub struct Comparer<'a> {
    pub(crate) records: &'a Records,
    pub(crate) features: Vec<Feature>,
    pub(crate) variants: Variants,
}

impl<'a> Comparer<'a> {
    /// Compares by every feature that the records have.
    pub fn new(records: &'a Records) -> Self {
        let mut features = Vec::new();
        if records.has_names() {
            features.extend([Feature::Family, Feature::Given, Feature::Rest]);
        }
        features.extend((0..records.columns.len()).map(Feature::Column));
        features.truncate(MOST_FEATURES);
        Self { records, features, variants: Variants::default() }
    }

    /// What is compared, in the order of a pattern.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// Name of a feature for people.
    pub fn label(&self, feature: usize) -> &str {
        match self.features[feature] {
            Feature::Family => "family name",
            Feature::Given => "given name",
            Feature::Rest => "other names",
            Feature::Column(at) => &self.records.columns[at].label,
        }
    }

    /// Levels of a pair.
    pub fn pattern(&self, left: u32, right: u32) -> Pattern {
        let mut pattern = 0;
        for (at, feature) in self.features.iter().enumerate() {
            let level = match feature {
                Feature::Column(column) => {
                    let column = &self.records.columns[*column];
                    let (a, b) = (column.values[left as usize], column.values[right as usize]);
                    if a == 0 || b == 0 {
                        Level::Missing
                    } else if a == b {
                        Level::Exact
                    } else if self.variants.weight(at, a, b).is_some() {
                        Level::Variant
                    } else {
                        column_level(column, a, b)
                    }
                }
                part => {
                    let names = &self.records.names;
                    name_level(names, *part, at, names.name(left), names.name(right), &self.variants)
                }
            };
            pattern |= (level as u64) << (3 * at);
        }
        Pattern(pattern)
    }
}

fn column_level(column: &Column, a: u32, b: u32) -> Level {
    let dictionary = &column.dictionary;
    let (left, right) = (dictionary.text(a), dictionary.text(b));
    let apart = (dictionary.mask(a) ^ dictionary.mask(b)).count_ones() as usize;
    match column.kind {
        Kind::Category => Level::Different,
        Kind::Number => number_level(left, right),
        Kind::Date => date_level(left, right),
        Kind::Code => {
            let shortest = left.len().min(right.len());
            if apart <= 2 && shortest >= 4 && edits(left, right, 1).is_some() {
                Level::Close
            } else if shortest >= 4 && shared_start(left, right) >= shortest.saturating_sub(3).max(2) {
                Level::Partial
            } else {
                Level::Different
            }
        }
        Kind::Email => email_level(left, right),
        Kind::Words => words_level(left, right, apart),
    }
}

fn words_level(left: &str, right: &str, apart: usize) -> Level {
    let (n_left, n_right) = (left.len(), right.len());
    let (shortest, longest) = (n_left.min(n_right), n_left.max(n_right));
    let typing = if longest >= 8 { 2 } else { 1 };
    if apart <= 2 * typing && shortest >= 3 && edits(left, right, typing).is_some() {
        return Level::Close;
    }
    if shortest >= 4 && shares_word(left, right) {
        return Level::Partial;
    }
    let loose = (longest * 3 / 10).min(3);
    if loose > typing && apart <= 2 * loose && edits(left, right, loose).is_some() {
        return Level::Partial;
    }
    Level::Different
}

fn shares_word(left: &str, right: &str) -> bool {
    if !left.contains(' ') && !right.contains(' ') {
        return false;
    }
    left.split(' ').any(|word| word.len() >= 4 && right.split(' ').any(|other| other == word))
}

fn shared_start(left: &str, right: &str) -> usize {
    left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count()
}

fn number_level(left: &str, right: &str) -> Level {
    match (left.parse::<i64>(), right.parse::<i64>()) {
        (Ok(a), Ok(b)) if a.abs_diff(b) <= 1 => Level::Close,
        (Ok(a), Ok(b)) if a.abs_diff(b) <= 3 => Level::Partial,
        _ if left.len().min(right.len()) >= 3 && edits(left, right, 1).is_some() => Level::Partial,
        _ => Level::Different,
    }
}

/// Dates are eight digits; a digit mistyped or day and month exchanged is close, a shared year or a shared day partial.
fn date_level(left: &str, right: &str) -> Level {
    let (a, b) = (left.as_bytes(), right.as_bytes());
    if a.len() != 8 || b.len() != 8 {
        return if edits(left, right, 1).is_some() { Level::Close } else { Level::Different };
    }
    let differing = a.iter().zip(b).filter(|(x, y)| x != y).count();
    let same_year = a[..4] == b[..4];
    if differing == 1
        || (same_year && a[4..6] == b[6..] && a[6..] == b[4..6])
        || (differing == 2 && edits(left, right, 1).is_some())
    {
        return Level::Close;
    }
    if same_year || a[4..] == b[4..] && &a[4..] != b"0101" || differing == 2 {
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

fn name_level(
    names: &Names,
    part: Feature,
    at: usize,
    left: &NameWords,
    right: &NameWords,
    variants: &Variants,
) -> Level {
    match part {
        Feature::Family => part_level(names, at, (left, left.family), (right, right.family), variants),
        Feature::Given => {
            // A single word that already stood for the other's family name is not compared as a given name as well.
            let is_used = |one: &NameWords, other: &NameWords| {
                one.family == 0
                    && one.given != 0
                    && other.family != 0
                    && one.given != other.given
                    && alike(names, one.given, other.family) >= Level::Close
            };
            if is_used(left, right) || is_used(right, left) {
                return Level::Missing;
            }
            part_level(names, at, (left, left.given), (right, right.given), variants)
        }
        _ => rest_level(names, left, right),
    }
}

fn part_level(
    names: &Names,
    at: usize,
    left: (&NameWords, u32),
    right: (&NameWords, u32),
    variants: &Variants,
) -> Level {
    let (a, b) = (left.1, right.1);
    if a == b {
        return if a == 0 { Level::Missing } else { Level::Exact };
    }
    if a != 0 && b != 0 {
        if variants.weight(at, a, b).is_some() {
            return Level::Variant;
        }
        let level = alike(names, a, b);
        if level == Level::Close {
            return level;
        }
        if left.0.words().any(|word| word == b) || right.0.words().any(|word| word == a) {
            return Level::Elsewhere;
        }
        return level;
    }
    // One side lacks the part: its words may still hold it.
    let (word, other) = if a == 0 { (b, left.0) } else { (a, right.0) };
    if other.words().any(|candidate| candidate == word) {
        Level::Elsewhere
    } else if other.words().any(|candidate| alike(names, candidate, word) == Level::Close) {
        Level::Partial
    } else {
        Level::Missing
    }
}

fn rest_level(names: &Names, left: &NameWords, right: &NameWords) -> Level {
    if left.rest[0] == 0 || right.rest[0] == 0 {
        return Level::Missing;
    }
    let mut best = Level::Different;
    for a in left.rest.into_iter().filter(|word| *word != 0) {
        for b in right.rest.into_iter().filter(|word| *word != 0) {
            let level = if a == b { Level::Exact } else { alike(names, a, b) };
            best = best.max(level);
        }
    }
    best
}

/// How alike two different words of names are.
fn alike(names: &Names, a: u32, b: u32) -> Level {
    let (left, right) = (names.words.text(a), names.words.text(b));
    let (shortest, longest) = (left.len().min(right.len()), left.len().max(right.len()));
    if shortest == 0 {
        return Level::Different;
    }
    let apart = (names.words.mask(a) ^ names.words.mask(b)).count_ones() as usize;
    let typing = if longest >= 7 { 2 } else { 1 };
    if shortest >= 3 && apart <= 2 * typing && edits(left, right, typing).is_some() {
        return Level::Close;
    }
    if names.sounds[a as usize] == names.sounds[b as usize] && shortest >= 3 {
        return Level::Partial;
    }
    let starts =
        left.as_bytes().starts_with(right.as_bytes()) || right.as_bytes().starts_with(left.as_bytes());
    if starts && (shortest == 1 || shortest >= 3) {
        return Level::Partial;
    }
    let loose = (longest * 3 / 10).min(3);
    if loose > typing && apart <= 2 * loose && edits(left, right, loose).is_some() {
        return Level::Partial;
    }
    Level::Different
}
