//! Two records side by side: how far each of their columns agrees.

use rayon::prelude::*;

use crate::column::Kind;
use crate::facts::{MostEdits, Sketch, value_level, word_level};
use crate::names::{N_REST, Names};
use crate::records::Records;
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
    rows: Rows,
    plans: Vec<Plan>,
}

/// What is compared of all records, by record, so that a comparison fetches two places of memory and not twenty.
#[derive(Debug)]
struct Rows {
    width: usize,
    /// Words of the name, where there are names, and values of the columns.
    cells: Vec<Cell>,
}

/// A word or a value of a record.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    value: u32,
    sketch: Sketch,
}

/// Words of a name in a row: family, given and the others.
const N_WORDS: usize = 2 + N_REST;

impl Rows {
    fn new(records: &Records) -> Self {
        let n_words = if records.has_names() { N_WORDS } else { 0 };
        let width = n_words + records.columns.len();
        let mut cells = vec![Cell::default(); width * records.len()];
        cells.par_chunks_exact_mut(width.max(1)).enumerate().for_each(|(record, row)| {
            if n_words > 0 {
                let name = records.names.name(record as u32);
                for (cell, word) in row.iter_mut().zip([name.family, name.given].iter().chain(&name.rest)) {
                    *cell = Cell { value: *word, sketch: records.names.words.facts(*word).sketch() };
                }
            }
            for (cell, column) in row[n_words..].iter_mut().zip(&records.columns) {
                let value = column.values[record];
                *cell = Cell { value, sketch: column.dictionary.facts(value).sketch() };
            }
        });
        Self { width, cells }
    }

    fn of(&self, record: u32) -> &[Cell] {
        &self.cells[record as usize * self.width..(record as usize + 1) * self.width]
    }
}

/// How a feature is looked at, worked out once.
#[derive(Debug, Clone, Copy)]
struct Plan {
    /// Its place in a row.
    place: usize,
    part: Part,
    /// How sketches tell that two values are apart; `None` where they cannot.
    most_edits: Option<MostEdits>,
}

/// What a glance has to know of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Family,
    Given,
    Rest,
    Column,
    Category,
}

impl Plan {
    fn new(records: &Records, feature: Feature) -> Self {
        let n_words = if records.has_names() { N_WORDS } else { 0 };
        let by_length = Some(MostEdits::ByLength);
        let (place, part, most_edits) = match feature {
            Feature::Family => (0, Part::Family, by_length),
            Feature::Given => (1, Part::Given, by_length),
            Feature::Rest => (2, Part::Rest, None),
            Feature::Column(at) => match records.columns[at].kind {
                Kind::Category => (n_words + at, Part::Category, None),
                Kind::Words => (n_words + at, Part::Column, by_length),
                Kind::Date | Kind::Code => (n_words + at, Part::Column, Some(MostEdits::One)),
                Kind::Number | Kind::Email => (n_words + at, Part::Column, None),
            },
        };
        Self { place, part, most_edits }
    }
}

/// What two records have in a feature, before it is looked at how alike it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum State {
    /// One of them has nothing: no evidence.
    Missing = 0,
    /// The same value.
    Same = 1,
    /// Two values of which nothing more is to be known.
    Different = 2,
    /// Two values that are no few typing errors apart.
    Apart = 3,
    /// Two values.
    Differ = 4,
    /// Two values, both of which are known to stand for others.
    DifferKnown = 5,
    /// One name lacks the part, or there are several words: any level.
    Open = 6,
}

/// Number of states.
pub(crate) const N_STATES: usize = 7;

impl State {
    /// All states in order.
    pub(crate) const ALL: [Self; N_STATES] = [
        Self::Missing,
        Self::Same,
        Self::Different,
        Self::Apart,
        Self::Differ,
        Self::DifferKnown,
        Self::Open,
    ];

    /// Whether a closer look can tell more.
    pub(crate) fn is_open(self) -> bool {
        self > Self::Different
    }

    /// Levels that two records in this state may turn out to have.
    pub(crate) fn may_be(self, level: Level) -> bool {
        match self {
            Self::Missing => level == Level::Missing,
            Self::Same => level == Level::Exact,
            Self::Different => level == Level::Different,
            Self::Apart => matches!(level, Level::Different | Level::Partial),
            Self::Differ => !matches!(level, Level::Exact | Level::Variant | Level::Missing),
            Self::DifferKnown => !matches!(level, Level::Exact | Level::Missing),
            Self::Open => true,
        }
    }
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
        let plans = features.iter().map(|feature| Plan::new(records, *feature)).collect();
        Self { records, features, variants: Variants::default(), rows: Rows::new(records), plans }
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

    /// Levels that a feature can have at all.
    pub(crate) fn can_be(&self, feature: usize, level: Level) -> bool {
        match (self.plans[feature].part, level) {
            (Part::Column, Level::Elsewhere) => false,
            (Part::Category, level) => {
                matches!(level, Level::Missing | Level::Different | Level::Exact | Level::Variant)
            }
            _ => true,
        }
    }

    /// Levels of a pair whose levels without known variants are given.
    pub(crate) fn with_variants(&self, left: u32, right: u32, pattern: Pattern) -> Pattern {
        let pair = self.side_by_side(left, right);
        let mut levels = pattern.0;
        for feature in 0..self.features.len() {
            let is_known = |level| !matches!(level, Level::Missing | Level::Exact);
            if is_known(pattern.level(feature)) && pair.is_variant(feature) {
                levels = levels & !(7 << (3 * feature)) | (Level::Variant as u64) << (3 * feature);
            }
        }
        Pattern(levels)
    }

    /// Levels of a pair.
    pub fn pattern(&self, left: u32, right: u32) -> Pattern {
        self.side_by_side(left, right).pattern()
    }

    /// Two records, to look at one feature after the other.
    pub(crate) fn side_by_side(&self, left: u32, right: u32) -> SideBySide<'_> {
        SideBySide { comparer: self, left: self.rows.of(left), right: self.rows.of(right) }
    }
}

/// Two records beside each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SideBySide<'a> {
    comparer: &'a Comparer<'a>,
    left: &'a [Cell],
    right: &'a [Cell],
}

impl SideBySide<'_> {
    /// Levels of all features.
    pub(crate) fn pattern(self) -> Pattern {
        let level = |at| match self.state(at) {
            State::Missing => Level::Missing,
            State::Same => Level::Exact,
            State::Different => Level::Different,
            _ => self.level(at),
        };
        let features = 0..self.comparer.features.len();
        Pattern(features.fold(0, |pattern, at| pattern | (level(at) as u64) << (3 * at)))
    }

    fn values(self, feature: usize) -> (u32, u32) {
        let place = self.comparer.plans[feature].place;
        (self.left[place].value, self.right[place].value)
    }

    /// The left record's value of a feature.
    pub(crate) fn value(self, feature: usize) -> u32 {
        self.values(feature).0
    }

    /// Weight of two values that are known to stand for one another.
    pub(crate) fn variant(self, feature: usize) -> Option<f32> {
        let (a, b) = self.values(feature);
        self.comparer.variants.weight(feature, a, b)
    }

    /// Whether two values that are not the same are known to stand for one another.
    fn is_variant(self, feature: usize) -> bool {
        let (a, b) = self.values(feature);
        let is_one_value = self.comparer.plans[feature].part != Part::Rest;
        is_one_value && a != b && a != 0 && b != 0 && self.variant(feature).is_some()
    }

    /// What a glance tells of a feature.
    pub(crate) fn state(self, feature: usize) -> State {
        let plan = self.comparer.plans[feature];
        let (left, right) = (self.left[plan.place], self.right[plan.place]);
        let (a, b) = (left.value, right.value);
        let is_missing = a == 0 || b == 0;
        if a == b && plan.part != Part::Rest {
            return if is_missing { State::Missing } else { State::Same };
        }
        match plan.part {
            Part::Family | Part::Given if is_missing => return State::Open,
            // A given name may turn out to be the other's family name, and then says nothing.
            Part::Given if self.left[0].value == 0 || self.right[0].value == 0 => return State::Open,
            _ if is_missing => return State::Missing,
            Part::Rest => return State::Open,
            _ => {}
        }
        if self.comparer.variants.are_known(feature, a, b) {
            return State::DifferKnown;
        }
        if plan.part == Part::Category {
            return State::Different;
        }
        let names = &self.comparer.records.names;
        let is_far = plan.most_edits.is_some_and(|most| left.sketch.is_far(right.sketch, most));
        let may_be_near = || {
            let has = |row: &[Cell], word: u32| row[..N_WORDS].iter().any(|cell| cell.value == word);
            plan.part != Part::Column
                && (has(self.left, b) || has(self.right, a) || names.has_readings(a) || names.has_readings(b))
        };
        if is_far && !may_be_near() { State::Apart } else { State::Differ }
    }

    /// How far a feature agrees.
    pub(crate) fn level(self, feature: usize) -> Level {
        let records = self.comparer.records;
        match self.comparer.features[feature] {
            Feature::Column(column) => {
                let (a, b) = self.values(feature);
                let column = &records.columns[column];
                if a == 0 || b == 0 {
                    Level::Missing
                } else if a == b {
                    Level::Exact
                } else if self.comparer.variants.weight(feature, a, b).is_some() {
                    Level::Variant
                } else {
                    value_level(column.kind, &column.dictionary, a, b)
                }
            }
            part => self.name_level(part, feature),
        }
    }

    fn name_level(self, part: Feature, feature: usize) -> Level {
        let names = &self.comparer.records.names;
        match part {
            Feature::Family => self.part_level(names, feature, 0),
            Feature::Given => {
                // A single word that already stood for the other's family name is not compared as a given name as well.
                let is_used = |one: &[Cell], other: &[Cell]| {
                    let (given, family) = (one[1].value, other[0].value);
                    one[0].value == 0
                        && given != 0
                        && family != 0
                        && given != other[1].value
                        && (given == family || alike(names, given, family) >= Level::Close)
                };
                if is_used(self.left, self.right) || is_used(self.right, self.left) {
                    return Level::Missing;
                }
                self.part_level(names, feature, 1)
            }
            _ => self.rest_level(names),
        }
    }

    fn part_level(self, names: &Names, feature: usize, place: usize) -> Level {
        let words = |row: &'_ [Cell], word: u32| row[..N_WORDS].iter().any(|cell| cell.value == word);
        let (a, b) = (self.left[place].value, self.right[place].value);
        if a == b {
            return if a == 0 { Level::Missing } else { Level::Exact };
        }
        if a != 0 && b != 0 {
            if self.comparer.variants.weight(feature, a, b).is_some() {
                return Level::Variant;
            }
            let level = alike(names, a, b);
            if level == Level::Close {
                return level;
            }
            return if words(self.left, b) || words(self.right, a) { Level::Elsewhere } else { level };
        }
        // One side lacks the part: its words may still hold it.
        let (word, other) = if a == 0 { (b, self.left) } else { (a, self.right) };
        let near = |cell: &Cell| cell.value != 0 && alike(names, cell.value, word) == Level::Close;
        if words(other, word) {
            Level::Elsewhere
        } else if other[..N_WORDS].iter().any(near) {
            Level::Partial
        } else {
            Level::Missing
        }
    }

    fn rest_level(self, names: &Names) -> Level {
        let rest = |row: &'_ [Cell]| -> [u32; N_REST] { std::array::from_fn(|at| row[2 + at].value) };
        let (left, right) = (rest(self.left), rest(self.right));
        if left[0] == 0 || right[0] == 0 {
            return Level::Missing;
        }
        let mut best = Level::Different;
        for a in left.into_iter().filter(|word| *word != 0) {
            for b in right.into_iter().filter(|word| *word != 0) {
                best = best.max(if a == b { Level::Exact } else { alike(names, a, b) });
            }
        }
        best
    }
}

/// How alike two different words of names are, in the spelling that brings them nearest.
fn alike(names: &Names, a: u32, b: u32) -> Level {
    let level = word_level(&names.words, a, b);
    if level >= Level::Close || !(names.has_readings(a) || names.has_readings(b)) {
        return level;
    }
    let mut best = level;
    for one in names.spellings(a) {
        for other in names.spellings(b) {
            let level = if one == other { Level::Close } else { word_level(&names.words, one, other) };
            best = best.max(level);
        }
    }
    best
}
