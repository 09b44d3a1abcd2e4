//! The weight of a pair: what its levels say, and how rare the values are that it shares.
//!
//! Most candidate pairs are of two persons, and a glance at what they share tells an upper bound of their weight. Features
//! are looked at in the order of what they could still add, and a pair is left as soon as it can no longer matter.

use crate::compare::{
    Comparer, Feature, Level, MOST_FEATURES, N_LEVELS, N_STATES, Pattern, SideBySide, State,
};
use crate::learn::{Group, Learned};

/// Scores pairs.
#[derive(Debug)]
pub(crate) struct Scorer<'a> {
    pub(crate) comparer: Comparer<'a>,
    pub(crate) learned: Learned,
    prior: f32,
    /// By feature and value: what agreeing on this value says more than agreeing on an ordinary one.
    rarity: Vec<Vec<f32>>,
    /// By feature, weight of each level; that of the missing one is 0.
    single: Vec<[f32; N_LEVELS]>,
    /// By group of two features, weight of each two levels.
    joint: Vec<Option<Box<[[f32; N_LEVELS]; N_LEVELS]>>>,
    /// By group, the most that it can weigh in each two states, rarity apart; a single feature has one row.
    most: Vec<[[f32; N_STATES]; N_STATES]>,
    /// Groups, those first that a closer look is likely to take most from.
    order: Vec<usize>,
}

impl<'a> Scorer<'a> {
    pub(crate) fn new(comparer: Comparer<'a>, learned: Learned) -> Self {
        let n_features = comparer.features.len();
        let rarity = (0..n_features).map(|feature| rarity(&comparer, &learned, feature)).collect();
        let prior = (learned.prior / (1.0 - learned.prior)).ln() as f32;
        let single: Vec<[f32; N_LEVELS]> = (0..n_features)
            .map(|feature| {
                Level::ALL.map(|level| learned.single(feature, level).map_or(0.0, |weight| weight as f32))
            })
            .collect();
        let joint = (0..learned.groups.len())
            .map(|group| {
                let Group::Joint(a, b) = learned.groups[group] else { return None };
                let weight = |one: Level, other: Level| {
                    let pattern = Pattern((one as u64) << (3 * a) | (other as u64) << (3 * b));
                    learned.weight(group, pattern).map_or(0.0, |weight| weight as f32)
                };
                Some(Box::new(Level::ALL.map(|one| Level::ALL.map(|other| weight(one, other)))))
            })
            .collect();
        let mut scorer =
            Self { comparer, learned, prior, rarity, single, joint, most: Vec::new(), order: Vec::new() };
        scorer.set_bounds();
        scorer
    }

    fn set_bounds(&mut self) {
        let variant = |feature: usize| self.comparer.variants.heaviest(feature).unwrap_or(f32::NEG_INFINITY);
        let alone = |feature: usize, level: Level| match level {
            Level::Variant => variant(feature),
            level => self.single[feature][level as usize],
        };
        let comparer = &self.comparer;
        let levels = |feature: usize, state: State| {
            Level::ALL
                .into_iter()
                .filter(move |level| state.may_be(*level) && comparer.can_be(feature, *level))
        };
        let mut most = Vec::new();
        let mut order: Vec<(f32, usize)> = Vec::new();
        for (at, group) in self.learned.groups.iter().enumerate() {
            let table = State::ALL.map(|one| {
                State::ALL.map(|other| match *group {
                    Group::Single(feature) => levels(feature, other)
                        .map(|level| alone(feature, level))
                        .fold(f32::NEG_INFINITY, f32::max),
                    Group::Joint(a, b) => levels(a, one)
                        .flat_map(|one| levels(b, other).map(move |other| (one, other)))
                        .map(|(one, other)| {
                            if is_apart(one) || is_apart(other) {
                                alone(a, one) + alone(b, other)
                            } else {
                                self.joint[at]
                                    .as_ref()
                                    .map_or(0.0, |table| table[one as usize][other as usize])
                            }
                        })
                        .fold(f32::NEG_INFINITY, f32::max),
                })
            });
            let differ = Level::Different as usize;
            let least = match *group {
                Group::Single(feature) => self.single[feature][differ],
                Group::Joint(..) => self.joint[at].as_ref().map_or(0.0, |table| table[differ][differ]),
            };
            order.push((table[State::Differ as usize][State::Differ as usize] - least, at));
            most.push(table);
        }
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        self.most = most;
        self.order = order.into_iter().map(|(_, at)| at).collect();
    }

    /// Log-odds (natural) that both records are of one person.
    pub(crate) fn log_odds(&self, left: u32, right: u32) -> f32 {
        self.log_odds_above(f32::NEG_INFINITY, left, right).unwrap_or(self.prior)
    }

    /// The same, or `None` when they are not above `least`.
    pub(crate) fn log_odds_above(&self, least: f32, left: u32, right: u32) -> Option<f32> {
        let pair = self.comparer.side_by_side(left, right);
        let groups = &self.learned.groups;
        let mut weights = [0.0_f32; MOST_FEATURES];
        let mut is_open = [false; MOST_FEATURES];
        let mut bound = self.prior;
        for (at, group) in groups.iter().enumerate() {
            let (most, open) = self.glance(at, *group, pair);
            weights[at] = most;
            is_open[at] = open;
            bound += most;
        }
        // Sums in another order differ in their last digits.
        let slack = 0.001;
        for at in &self.order {
            if bound + slack <= least {
                return None;
            }
            if is_open[*at] {
                let weight = self.look(*at, groups[*at], pair);
                bound += weight - weights[*at];
                weights[*at] = weight;
            }
        }
        let sum = weights[..groups.len()].iter().fold(self.prior, |sum, weight| sum + weight);
        (sum > least).then_some(sum)
    }

    /// The most that a group can weigh, and whether a closer look could take from it.
    fn glance(&self, at: usize, group: Group, pair: SideBySide<'_>) -> (f32, bool) {
        let rare = |feature: usize, state: State| {
            if state == State::Same { self.rare(feature, pair.value(feature)) } else { 0.0 }
        };
        match group {
            Group::Single(feature) => {
                let state = pair.state(feature);
                (self.most[at][0][state as usize] + rare(feature, state), state.is_open())
            }
            Group::Joint(a, b) => {
                let (one, other) = (pair.state(a), pair.state(b));
                let (x, y) = (rare(a, one), rare(b, other));
                let rare = if x > 0.0 && y > 0.0 { x.max(y) } else { x + y };
                (self.most[at][one as usize][other as usize] + rare, one.is_open() || other.is_open())
            }
        }
    }

    /// Weight of a group; 0 when it is missing.
    fn look(&self, at: usize, group: Group, pair: SideBySide<'_>) -> f32 {
        let pattern = match group {
            Group::Single(feature) => Pattern((pair.level(feature) as u64) << (3 * feature)),
            Group::Joint(a, b) => {
                Pattern((pair.level(a) as u64) << (3 * a) | (pair.level(b) as u64) << (3 * b))
            }
        };
        self.group(at, pattern, pair).unwrap_or(0.0)
    }

    pub(crate) fn prior(&self) -> f32 {
        self.prior
    }

    pub(crate) fn n_groups(&self) -> usize {
        self.learned.groups.len()
    }

    /// Weight of a group of features for a pair; `None` when it is missing.
    pub(crate) fn group(&self, group: usize, pattern: Pattern, pair: SideBySide<'_>) -> Option<f32> {
        match self.learned.groups[group] {
            Group::Single(feature) => self.single(feature, pattern.level(feature), pair),
            Group::Joint(a, b) => {
                let (one, other) = (pattern.level(a), pattern.level(b));
                if is_apart(one) || is_apart(other) {
                    let (x, y) = (self.single(a, one, pair), self.single(b, other, pair));
                    return match (x, y) {
                        (None, None) => None,
                        (x, y) => Some(x.unwrap_or(0.0) + y.unwrap_or(0.0)),
                    };
                }
                let weight = self.joint[group].as_ref()?[one as usize][other as usize];
                let rare = |feature, level| {
                    if level == Level::Exact { self.rare(feature, pair.value(feature)) } else { 0.0 }
                };
                let (x, y) = (rare(a, one), rare(b, other));
                // Sharing a rare town and its rare postcode is one rarity.
                Some(weight + if x > 0.0 && y > 0.0 { x.max(y) } else { x + y })
            }
        }
    }

    fn single(&self, feature: usize, level: Level, pair: SideBySide<'_>) -> Option<f32> {
        match level {
            Level::Missing => None,
            Level::Variant => pair.variant(feature),
            Level::Exact => {
                Some(self.single[feature][level as usize] + self.rare(feature, pair.value(feature)))
            }
            _ => Some(self.single[feature][level as usize]),
        }
    }

    fn rare(&self, feature: usize, value: u32) -> f32 {
        self.rarity[feature].get(value as usize).copied().unwrap_or(0.0)
    }

    /// Number of the value a record has in a feature; 0 when missing.
    pub(crate) fn value(&self, feature: usize, record: u32) -> u32 {
        value(&self.comparer, feature, record)
    }
}

pub(crate) fn value(comparer: &Comparer<'_>, feature: usize, record: u32) -> u32 {
    let records = comparer.records;
    match comparer.features[feature] {
        Feature::Family => records.names.name(record).family,
        Feature::Given => records.names.name(record).given,
        Feature::Rest => records.names.name(record).rest[0],
        Feature::Column(at) => records.columns[at].values[record as usize],
    }
}

/// Times each value of a feature occurs; `None` where values are not single.
pub(crate) fn counts(comparer: &Comparer<'_>, feature: usize) -> Option<Vec<u32>> {
    let records = comparer.records;
    match comparer.features[feature] {
        Feature::Family => Some(records.names.counts[0].clone()),
        Feature::Given => Some(records.names.counts[1].clone()),
        Feature::Rest => None,
        Feature::Column(at) => {
            let dictionary = &records.columns[at].dictionary;
            Some((0..dictionary.len() as u32).map(|value| dictionary.count(value)).collect())
        }
    }
}

/// Chance that two records drawn at random have the same value.
pub(crate) fn same_value(comparer: &Comparer<'_>, feature: usize) -> Option<f64> {
    let counts = counts(comparer, feature)?;
    let present: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
    let same: f64 = counts.iter().skip(1).map(|count| f64::from(*count) * (f64::from(*count) - 1.0)).sum();
    (present > 1.0).then(|| same / (present * (present - 1.0)))
}

/// Levels that two features weighed together are weighed apart for.
fn is_apart(level: Level) -> bool {
    matches!(level, Level::Missing | Level::Variant)
}

fn rarity(comparer: &Comparer<'_>, learned: &Learned, feature: usize) -> Vec<f32> {
    let Some(counts) = counts(comparer, feature) else { return Vec::new() };
    let present: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
    let usual = learned.u[feature][Level::Exact as usize];
    counts.iter().map(|count| (usual * present / f64::from((*count).max(2))).ln() as f32).collect()
}
