//! The weight of a pair: what its levels say, and how rare the values are that it shares.

use crate::compare::{Comparer, Feature, Level, Pattern};
use crate::learn::{Group, Learned};

/// Scores pairs.
#[derive(Debug)]
pub(crate) struct Scorer<'a> {
    pub(crate) comparer: Comparer<'a>,
    pub(crate) learned: Learned,
    prior: f32,
    /// By feature and value: what agreeing on this value says more than agreeing on an ordinary one.
    rarity: Vec<Vec<f32>>,
}

impl<'a> Scorer<'a> {
    pub(crate) fn new(comparer: Comparer<'a>, learned: Learned) -> Self {
        let rarity =
            (0..comparer.features.len()).map(|feature| rarity(&comparer, &learned, feature)).collect();
        let prior = (learned.prior / (1.0 - learned.prior)).ln() as f32;
        Self { comparer, learned, prior, rarity }
    }

    /// Log-odds (natural) that both records are of one person.
    pub(crate) fn log_odds(&self, left: u32, right: u32) -> f32 {
        let pattern = self.comparer.pattern(left, right);
        let mut sum = self.prior;
        for group in 0..self.learned.groups.len() {
            sum += self.group(group, pattern, left, right).unwrap_or(0.0);
        }
        sum
    }

    pub(crate) fn prior(&self) -> f32 {
        self.prior
    }

    pub(crate) fn n_groups(&self) -> usize {
        self.learned.groups.len()
    }

    /// Weight of a group of features for a pair; `None` when it is missing.
    pub(crate) fn group(&self, group: usize, pattern: Pattern, left: u32, right: u32) -> Option<f32> {
        match self.learned.groups[group] {
            Group::Single(feature) => self.single(feature, pattern.level(feature), left, right),
            Group::Joint(a, b) => {
                let (one, other) = (pattern.level(a), pattern.level(b));
                if one == Level::Variant
                    || other == Level::Variant
                    || one == Level::Missing
                    || other == Level::Missing
                {
                    let (x, y) = (self.single(a, one, left, right), self.single(b, other, left, right));
                    return match (x, y) {
                        (None, None) => None,
                        (x, y) => Some(x.unwrap_or(0.0) + y.unwrap_or(0.0)),
                    };
                }
                let weight = self.learned.weight(group, pattern)? as f32;
                let rare =
                    |feature, level| if level == Level::Exact { self.rare(feature, left) } else { 0.0 };
                let (x, y) = (rare(a, one), rare(b, other));
                // Sharing a rare town and its rare postcode is one rarity.
                Some(weight + if x > 0.0 && y > 0.0 { x.max(y) } else { x + y })
            }
        }
    }

    fn single(&self, feature: usize, level: Level, left: u32, right: u32) -> Option<f32> {
        match level {
            Level::Missing => None,
            Level::Variant => {
                let (a, b) = (self.value(feature, left), self.value(feature, right));
                self.comparer.variants.weight(feature, a, b)
            }
            Level::Exact => Some(self.learned.single(feature, level)? as f32 + self.rare(feature, left)),
            _ => self.learned.single(feature, level).map(|weight| weight as f32),
        }
    }

    fn rare(&self, feature: usize, record: u32) -> f32 {
        self.rarity[feature].get(self.value(feature, record) as usize).copied().unwrap_or(0.0)
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

fn rarity(comparer: &Comparer<'_>, learned: &Learned, feature: usize) -> Vec<f32> {
    let Some(counts) = counts(comparer, feature) else { return Vec::new() };
    let present: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
    let usual = learned.u[feature][Level::Exact as usize];
    counts.iter().map(|count| (usual * present / f64::from((*count).max(2))).ln() as f32).collect()
}
