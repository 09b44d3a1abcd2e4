//! How much each agreement says, learned from the lists themselves.
//!
//! Fellegi and Sunter (1969): the weight of a level is how much more often it occurs among records of one person (m) than
//! among records of two (u). Pairs drawn at random tell u, once the few matches among them are taken out; expectation
//! maximisation over the candidate pairs tells m and how many matches there are. Columns that go together among strangers
//! (a postcode and its town) are weighed jointly, so that one piece of evidence is not counted twice.

use rayon::prelude::*;

use crate::compare::{Level, N_LEVELS, Pattern};

const N_JOINT: usize = N_LEVELS * N_LEVELS;
const ROUNDS: usize = 40;
/// Share of an agreement among random pairs that is left to strangers at least: if matches could explain all of it, more
/// matches would make agreement rarer, which would make more matches.
const LEAST_LEFT: f64 = 0.4;
/// Patterns that one piece of work takes.
const PIECE: usize = 4096;
/// Weight, in pairs, of the assumption that two columns are independent.
const INDEPENDENCE: f64 = 8.0;

/// How often a pattern occurred.
pub type Counted = (Pattern, f64);

/// Features that are weighed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum Group {
    /// One feature by itself.
    Single(usize),
    /// Two that depend on each other.
    Joint(usize, usize),
}

impl Group {
    /// Place of a pattern in a table of this group.
    fn code(self, pattern: Pattern) -> usize {
        match self {
            Self::Single(a) => pattern.level(a) as usize,
            Self::Joint(a, b) => code(pattern.level(a), pattern.level(b)),
        }
    }
}

/// Pairs counted by level, and by level of features weighed together.
#[derive(Debug)]
struct Sums {
    total: f64,
    single: Vec<[f64; N_LEVELS]>,
    joint: Vec<[f64; N_JOINT]>,
}

impl Sums {
    fn new(groups: &[Group], n_features: usize) -> Self {
        Self {
            total: 0.0,
            single: vec![[0.0; N_LEVELS]; n_features],
            joint: vec![[0.0; N_JOINT]; groups.len()],
        }
    }

    fn add(&mut self, groups: &[Group], pattern: Pattern, share: f64) {
        self.total += share;
        for (feature, levels) in self.single.iter_mut().enumerate() {
            levels[pattern.level(feature) as usize] += share;
        }
        for (joint, group) in self.joint.iter_mut().zip(groups) {
            if let Group::Joint(..) = group {
                joint[group.code(pattern)] += share;
            }
        }
    }

    fn take(&mut self, other: &Self) {
        self.total += other.total;
        for (mine, theirs) in self.single.iter_mut().flatten().zip(other.single.iter().flatten()) {
            *mine += theirs;
        }
        for (mine, theirs) in self.joint.iter_mut().flatten().zip(other.joint.iter().flatten()) {
            *mine += theirs;
        }
    }
}

/// What was learned.
#[derive(Debug, Clone)]
pub struct Learned {
    /// Features weighed together; every feature is in one group.
    pub groups: Vec<Group>,
    /// Share of each level among records of one person, missing apart, by feature.
    pub m: Vec<[f64; N_LEVELS]>,
    /// Share of each level among records of two persons, missing apart, by feature.
    pub u: Vec<[f64; N_LEVELS]>,
    /// Share of all pairs that are of one person.
    pub prior: f64,
    /// Matches that are expected among the candidate pairs.
    pub n_matches: f64,
    /// Rounds until nothing changed.
    pub n_rounds: usize,
    joint: Vec<Option<Box<[Joint; N_JOINT]>>>,
    /// By group, candidate pairs of strangers in each cell, as a share of all pairs that have both columns.
    seen_among_strangers: Vec<[f64; N_JOINT]>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Joint {
    m: f64,
    u: f64,
}

/// What learning starts from.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// Candidate pairs, or a sample of them.
    pub candidates: &'a [Counted],
    /// Candidate pairs that one pair of the sample stands for.
    pub each_stands_for: f64,
    /// Pairs drawn at random.
    pub random: &'a [Counted],
    /// Chance that two records have the same value, by feature; `None` where it is not known.
    pub same_value: &'a [Option<f64>],
    /// Number of all pairs there are.
    pub n_all_pairs: f64,
    /// Number of records.
    pub n_records: f64,
}

impl Learned {
    /// Learns from the evidence; always the same for the same evidence.
    pub fn from(evidence: &Evidence<'_>) -> Self {
        let n = evidence.same_value.len();
        let mut m = [0.0; N_LEVELS];
        m[Level::Different as usize] = 0.12;
        m[Level::Partial as usize] = 0.06;
        m[Level::Close as usize] = 0.08;
        m[Level::Elsewhere as usize] = 0.03;
        m[Level::Exact as usize] = 0.68;
        m[Level::Variant as usize] = 0.03;
        let mut learned = Self {
            groups: (0..n).map(Group::Single).collect(),
            m: vec![m; n],
            u: vec![[0.0; N_LEVELS]; n],
            prior: (0.3 * evidence.n_records / evidence.n_all_pairs).min(0.2),
            n_matches: 0.0,
            n_rounds: 0,
            joint: vec![None; n],
            seen_among_strangers: Vec::new(),
        };
        learned.run(evidence);
        learned.join_features(evidence);
        learned.run(evidence);
        learned
    }

    fn run(&mut self, evidence: &Evidence<'_>) {
        let mut random = Sums::new(&self.groups, self.m.len());
        for (pattern, count) in evidence.random {
            random.add(&self.groups, *pattern, *count);
        }
        self.set_u(&random, evidence);
        for round in 0..ROUNDS {
            let before = self.prior;
            self.step(evidence);
            self.set_u(&random, evidence);
            self.n_rounds = round + 1;
            if (self.prior / before).ln().abs() < 1e-3 {
                break;
            }
        }
    }

    /// One round: who matches under the present weights, then the weights under the present matches.
    fn step(&mut self, evidence: &Evidence<'_>) {
        let weights = self.tables();
        let prior = (self.prior / (1.0 - self.prior)).ln();
        let pieces: Vec<(Sums, Sums)> = evidence
            .candidates
            .par_chunks(PIECE)
            .map(|patterns| {
                let mut sums = Sums::new(&self.groups, self.m.len());
                let mut strangers = Sums::new(&self.groups, self.m.len());
                for (pattern, count) in patterns {
                    let evidence: f64 = self
                        .groups
                        .iter()
                        .zip(&weights)
                        .map(|(group, table)| table[group.code(*pattern)])
                        .sum();
                    let share = count / (1.0 + (-(prior + evidence)).exp());
                    sums.add(&self.groups, *pattern, share);
                    strangers.add(&self.groups, *pattern, count - share);
                }
                (sums, strangers)
            })
            .collect();
        let mut sums = Sums::new(&self.groups, self.m.len());
        let mut strangers = Sums::new(&self.groups, self.m.len());
        for (piece, rest) in &pieces {
            sums.take(piece);
            strangers.take(rest);
        }
        self.seen_among_strangers = strangers.joint;
        let all = evidence.each_stands_for / evidence.n_all_pairs;
        self.seen_among_strangers.iter_mut().flatten().for_each(|count| *count *= all);
        let Sums { total, single, joint } = sums;
        for (feature, levels) in single.iter().enumerate() {
            let present: f64 = levels[1..].iter().sum();
            for (at, level) in levels.iter().enumerate().skip(1) {
                self.m[feature][at] = (level + 0.5) / (present + 3.0);
            }
        }
        for (at, group) in self.groups.iter().enumerate() {
            if let (Group::Joint(a, b), Some(table)) = (*group, &mut self.joint[at]) {
                let present: f64 = present(&joint[at]).sum();
                for (index, cell) in table.iter_mut().enumerate() {
                    let expected = self.m[a][index / N_LEVELS] * self.m[b][index % N_LEVELS];
                    cell.m = (joint[at][index] + INDEPENDENCE * expected) / (present + INDEPENDENCE);
                }
            }
        }
        self.n_matches = total * evidence.each_stands_for;
        self.prior = (self.n_matches / evidence.n_all_pairs).clamp(1e-15, 0.5);
    }

    /// Shares among strangers: pairs at random, without the matches that are among them.
    fn set_u(&mut self, random: &Sums, evidence: &Evidence<'_>) {
        let Sums { single, joint, .. } = random;
        for (feature, levels) in single.iter().enumerate() {
            let present: f64 = levels[1..].iter().sum();
            let mut shares = [0.0; N_LEVELS];
            for (at, level) in levels.iter().enumerate().skip(1) {
                let matches = present * self.prior * self.m[feature][at];
                shares[at] = ((level - matches).max(LEAST_LEFT * level) + 0.3) / (present + 1.8);
            }
            if let Some(same) = evidence.same_value[feature] {
                let exact = Level::Exact as usize;
                shares[exact] = (same - self.prior * self.m[feature][exact]).max(LEAST_LEFT * same).max(1e-9);
            }
            self.u[feature] = shares;
        }
        for (at, group) in self.groups.iter().enumerate() {
            if let (Group::Joint(a, b), Some(table)) = (*group, &mut self.joint[at]) {
                let present: f64 = present(&joint[at]).sum();
                let share_present = (present / random.total.max(1.0)).max(1e-6);
                for (index, cell) in table.iter_mut().enumerate() {
                    let expected = self.u[a][index / N_LEVELS] * self.u[b][index % N_LEVELS];
                    let matches = present * self.prior * cell.m;
                    let strangers = (joint[at][index] - matches).max(LEAST_LEFT * joint[at][index]);
                    cell.u = (strangers + INDEPENDENCE * expected) / (present + INDEPENDENCE);
                    // Pairs at random are too few to see two rare agreements at once; candidate pairs show them, and
                    // until they have been looked at both count as much as the stronger of them.
                    let (one, other) = (index / N_LEVELS, index % N_LEVELS);
                    if one < Level::Partial as usize || other < Level::Partial as usize {
                        continue;
                    }
                    let seen = match self.seen_among_strangers.get(at) {
                        Some(seen) => seen[index] / share_present,
                        None => {
                            cell.m
                                * (self.u[a][one] / self.m[a][one]).min(self.u[b][other] / self.m[b][other])
                        }
                    };
                    cell.u = cell.u.max(seen);
                }
            }
        }
    }

    /// Finds the features that go together among strangers and pairs them up, the strongest first.
    fn join_features(&mut self, evidence: &Evidence<'_>) {
        let n = self.m.len();
        let mut found: Vec<(f64, usize, usize)> = Vec::new();
        for b in 1..n {
            for a in 0..b {
                let mut counts = [0.0_f64; N_JOINT];
                for (pattern, count) in evidence.random {
                    counts[code(pattern.level(a), pattern.level(b))] += count;
                }
                let total: f64 = present(&counts).sum();
                if total < 1000.0 {
                    continue;
                }
                // Agreement in both at once is what would be counted twice.
                let (mut both, mut by_chance) = (0.0, 0.0);
                for high in [Level::Partial, Level::Close, Level::Elsewhere, Level::Exact, Level::Variant] {
                    for other in
                        [Level::Partial, Level::Close, Level::Elsewhere, Level::Exact, Level::Variant]
                    {
                        let index = code(high, other);
                        let matches =
                            total * self.prior * self.m[a][high as usize] * self.m[b][other as usize];
                        both += (counts[index] - 1.5 * matches).max(0.0);
                        by_chance += total * self.u[a][high as usize] * self.u[b][other as usize];
                    }
                }
                let lift = both / by_chance.max(1e-9);
                if both >= 10.0 && lift >= 2.0 {
                    found.push((lift, a, b));
                }
            }
        }
        found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let mut taken = vec![false; n];
        let mut groups = Vec::new();
        for (_, a, b) in found {
            if !taken[a] && !taken[b] {
                taken[a] = true;
                taken[b] = true;
                groups.push(Group::Joint(a, b));
            }
        }
        groups.extend((0..n).filter(|feature| !taken[*feature]).map(Group::Single));
        self.joint = groups
            .iter()
            .map(|group| match *group {
                Group::Single(_) => None,
                Group::Joint(a, b) => Some(Box::new(std::array::from_fn(|index| Joint {
                    m: self.m[a][index / N_LEVELS] * self.m[b][index % N_LEVELS],
                    u: self.u[a][index / N_LEVELS] * self.u[b][index % N_LEVELS],
                }))),
            })
            .collect();
        self.groups = groups;
        self.seen_among_strangers = Vec::new();
    }

    /// Weights of all groups, by [`Group::code`].
    fn tables(&self) -> Vec<[f64; N_JOINT]> {
        self.groups
            .iter()
            .enumerate()
            .map(|(at, group)| {
                std::array::from_fn(|index| {
                    let (one, other) = (Level::ALL[index / N_LEVELS], Level::ALL[index % N_LEVELS]);
                    let pattern = match *group {
                        Group::Single(a) => Pattern((other as u64) << (3 * a)),
                        Group::Joint(a, b) => Pattern((one as u64) << (3 * a) | (other as u64) << (3 * b)),
                    };
                    self.weight(at, pattern).unwrap_or(0.0)
                })
            })
            .collect()
    }

    /// Log-odds (natural) that a pair with this pattern is of one person, without regard to how common its values are.
    pub fn log_odds(&self, pattern: Pattern) -> f64 {
        let prior = (self.prior / (1.0 - self.prior)).ln();
        prior + (0..self.groups.len()).filter_map(|group| self.weight(group, pattern)).sum::<f64>()
    }

    /// Weight of a group in a pattern; `None` when all of it is missing.
    pub fn weight(&self, group: usize, pattern: Pattern) -> Option<f64> {
        match self.groups[group] {
            Group::Single(feature) => self.single(feature, pattern.level(feature)),
            Group::Joint(a, b) => match (pattern.level(a), pattern.level(b)) {
                (Level::Missing, level) => self.single(b, level),
                (level, Level::Missing) => self.single(a, level),
                (one, other) => {
                    let cell = self.joint[group].as_ref().map(|table| table[code(one, other)])?;
                    Some((cell.m / cell.u).ln())
                }
            },
        }
    }

    /// Weight of a level of one feature by itself; `None` for the missing one.
    pub fn single(&self, feature: usize, level: Level) -> Option<f64> {
        (level != Level::Missing)
            .then(|| (self.m[feature][level as usize] / self.u[feature][level as usize]).ln())
    }
}

fn code(a: Level, b: Level) -> usize {
    a as usize * N_LEVELS + b as usize
}

/// Cells of a joint table in which neither is missing.
fn present(table: &[f64; N_JOINT]) -> impl Iterator<Item = f64> + '_ {
    table
        .iter()
        .enumerate()
        .filter(|(index, _)| index / N_LEVELS != 0 && index % N_LEVELS != 0)
        .map(|(_, count)| *count)
}
