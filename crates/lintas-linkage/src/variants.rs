//! Values that these lists use for one another: Bill and William, a town and its county, teacher and head teacher.
//!
//! No table of nicknames is needed, and none could know the towns: pairs that agree in everything else tell which
//! different values belong together, and how much more often than chance.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::cluster::Cluster;
use crate::dictionary::AsIs;
use crate::score::{Scorer, counts};
use crate::text::mix;

/// Clusters that are looked through.
const MOST_CLUSTERS: usize = 200_000;
/// Members of one that are.
const MOST_MEMBERS: usize = 40;

/// Learned variants with their weights in log-odds (natural).
#[derive(Debug, Default)]
pub struct Variants {
    weights: HashMap<u64, f32, BuildHasherDefault<AsIs>>,
    /// By feature, values that stand for others, one bit each, and the heaviest weight.
    known: Vec<(Vec<u64>, f32)>,
}

impl Variants {
    /// Weight of two different values of a feature, or `None` when they are not known to stand for one another.
    pub(crate) fn weight(&self, feature: usize, a: u32, b: u32) -> Option<f32> {
        if !self.are_known(feature, a, b) {
            return None;
        }
        self.weights.get(&key(feature, a, b)).copied()
    }

    pub(crate) fn insert(&mut self, feature: usize, a: u32, b: u32, weight: f32) {
        self.weights.insert(key(feature, a, b), weight);
        if self.known.len() <= feature {
            self.known.resize_with(feature + 1, Default::default);
        }
        let (known, heaviest) = &mut self.known[feature];
        *heaviest = heaviest.max(weight);
        for value in [a as usize, b as usize] {
            if known.len() <= value / 64 {
                known.resize(value / 64 + 1, 0);
            }
            known[value / 64] |= 1 << (value % 64);
        }
    }

    /// Whether each of two values stands for some other one.
    pub(crate) fn are_known(&self, feature: usize, a: u32, b: u32) -> bool {
        let Some((known, _)) = self.known.get(feature) else { return false };
        let is_known =
            |value: u32| known.get(value as usize / 64).is_some_and(|bits| bits >> (value % 64) & 1 == 1);
        is_known(a) && is_known(b)
    }

    /// Heaviest weight of a feature; `None` when none is known.
    pub(crate) fn heaviest(&self, feature: usize) -> Option<f32> {
        self.known.get(feature).filter(|(known, _)| !known.is_empty()).map(|(_, heaviest)| *heaviest)
    }

    /// How many pairs of values are known.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }
}

fn key(feature: usize, a: u32, b: u32) -> u64 {
    let (low, high) = if a <= b { (a, b) } else { (b, a) };
    mix(mix(u64::from(low) << 32 | u64::from(high)) ^ feature as u64)
}

/// Looks through clusters for different values of one feature that keep turning up together.
pub(crate) fn find_variants(scorer: &Scorer<'_>, clusters: &[Cluster]) -> Variants {
    let comparer = &scorer.comparer;
    let mut variants = Variants::default();
    for feature in 0..comparer.features.len() {
        let Some(counts) = counts(comparer, feature) else { continue };
        let present: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
        // By pair of values: clusters that have both, and pairs of records that do.
        let mut together: HashMap<(u32, u32), (u32, u32)> = HashMap::new();
        let mut n_pairs = 0_u64;
        let mut values: Vec<(u32, u32)> = Vec::new();
        for cluster in clusters.iter().take(MOST_CLUSTERS) {
            values.clear();
            for record in cluster.records.iter().take(MOST_MEMBERS) {
                let value = scorer.value(feature, *record);
                if value == 0 {
                    continue;
                }
                match values.iter_mut().find(|(known, _)| *known == value) {
                    Some((_, n)) => *n += 1,
                    None => values.push((value, 1)),
                }
            }
            let n: u32 = values.iter().map(|(_, n)| n).sum();
            n_pairs += u64::from(n) * u64::from(n.saturating_sub(1)) / 2;
            for (at, (a, n_a)) in values.iter().enumerate() {
                for (b, n_b) in &values[at + 1..] {
                    let entry = together.entry(((*a).min(*b), (*a).max(*b))).or_insert((0, 0));
                    entry.0 += 1;
                    entry.1 += n_a * n_b;
                }
            }
        }
        for ((a, b), (n_clusters, n_together)) in together {
            if n_clusters < 2 {
                continue;
            }
            let chance =
                2.0 * f64::from(counts[a as usize]) / present * f64::from(counts[b as usize]) / present;
            // Two persons could do so by accident; many hardly.
            let share = f64::from(n_together) / n_pairs.max(1) as f64 * (1.0 - 1.0 / f64::from(n_clusters));
            let weight = (share / chance).ln();
            if weight > 0.7 {
                variants.insert(feature, a, b, weight.min(8.0) as f32);
            }
        }
    }
    variants
}
