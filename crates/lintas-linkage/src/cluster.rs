//! Records of one person put together, without chaining strangers.
//!
//! Clusters grow from the strongest pair on. Two clusters join only when all that is known of the one agrees with all that
//! is known of the other, column by column, so a single lucky pair cannot tie two persons together, and a poor record finds
//! its person by what the others say.

use std::collections::HashMap;

use crate::score::Scorer;

/// Members of each side that are looked at when two clusters are compared.
const WITNESSES: usize = 8;

/// A set of records that are probably of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Its records, in the order of the lists.
    pub records: Vec<u32>,
    /// The join that is least certain: which records it brought together.
    pub weakest: Option<(u32, u32)>,
    /// Probability of that join.
    pub probability: f64,
}

/// Clusters while they grow.
pub(crate) struct Growing {
    cluster_of: Vec<u32>,
    members: HashMap<u32, Vec<u32>>,
    /// By cluster: joins with their log-odds and the pair that led to them.
    joins: Vec<(f32, u32, u32)>,
}

/// Grows clusters over pairs that stand strongest first; answers for each record its cluster (the number of its first record).
pub(crate) fn grow(scorer: &Scorer<'_>, pairs: &[(u32, u32, f32)], n_records: usize, least: f32) -> Growing {
    let mut growing =
        Growing { cluster_of: (0..n_records as u32).collect(), members: HashMap::new(), joins: Vec::new() };
    let mut refused: HashMap<(u32, u32), usize> = HashMap::new();
    for (left, right, weight) in pairs {
        if *weight < least {
            break;
        }
        let (a, b) = (growing.cluster_of[*left as usize], growing.cluster_of[*right as usize]);
        if a == b {
            continue;
        }
        let (a, b) = (a.min(b), a.max(b));
        let (one, other) = (growing.members_of(a), growing.members_of(b));
        let size = one.len() * other.len();
        let together = if size == 1 {
            *weight
        } else {
            if refused.get(&(a, b)) == Some(&size) {
                continue;
            }
            agreement(scorer, &one, &other)
        };
        if together > 0.0 {
            growing.join(a, b, one, other);
            growing.joins.push((together, *left, *right));
        } else {
            refused.insert((a, b), size);
        }
    }
    growing
}

impl Growing {
    fn members_of(&self, cluster: u32) -> Vec<u32> {
        self.members.get(&cluster).cloned().unwrap_or_else(|| vec![cluster])
    }

    fn join(&mut self, a: u32, b: u32, mut one: Vec<u32>, other: Vec<u32>) {
        for record in &other {
            self.cluster_of[*record as usize] = a;
        }
        one.extend(other);
        self.members.remove(&b);
        self.members.insert(a, one);
    }

    pub(crate) fn cluster_of(&self, record: u32) -> u32 {
        self.cluster_of[record as usize]
    }

    /// Clusters of two and more, by their first record.
    pub(crate) fn finish(&self) -> Vec<Cluster> {
        let mut weakest: HashMap<u32, (f32, u32, u32)> = HashMap::new();
        for join in &self.joins {
            let cluster = self.cluster_of[join.1 as usize];
            let entry = weakest.entry(cluster).or_insert(*join);
            if join.0 < entry.0 {
                *entry = *join;
            }
        }
        let mut clusters: Vec<Cluster> = self
            .members
            .iter()
            .map(|(cluster, members)| {
                let mut records = members.clone();
                records.sort_unstable();
                let join = weakest.get(cluster);
                Cluster {
                    records,
                    weakest: join.map(|join| (join.1, join.2)),
                    probability: join.map_or(1.0, |join| probability(join.0)),
                }
            })
            .collect();
        clusters.sort_by_key(|cluster| cluster.records[0]);
        clusters
    }
}

/// Log-odds that two clusters are of one person: the mean evidence of each column over the pairs that have it.
pub(crate) fn agreement(scorer: &Scorer<'_>, one: &[u32], other: &[u32]) -> f32 {
    let n_groups = scorer.n_groups();
    let mut sums = vec![(0.0_f32, 0_u32); n_groups];
    for left in witnesses(one) {
        for right in witnesses(other) {
            let pair = scorer.comparer.side_by_side(left, right);
            let pattern = pair.pattern();
            for (group, (sum, n)) in sums.iter_mut().enumerate() {
                if let Some(weight) = scorer.group(group, pattern, pair) {
                    *sum += weight;
                    *n += 1;
                }
            }
        }
    }
    scorer.prior() + sums.iter().filter(|(_, n)| *n > 0).map(|(sum, n)| sum / *n as f32).sum::<f32>()
}

/// Some members, evenly spread.
fn witnesses(members: &[u32]) -> impl Iterator<Item = u32> + '_ {
    let n = members.len().min(WITNESSES);
    (0..n).map(move |at| members[at * members.len() / n])
}

pub(crate) fn probability(log_odds: f32) -> f64 {
    1.0 / (1.0 + (-f64::from(log_odds)).exp())
}
