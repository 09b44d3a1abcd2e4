//! From records to pairs and clusters: block, learn, score, put together.

use rayon::prelude::*;

use crate::block::Blocks;
use crate::cluster::{Cluster, grow, probability};
use crate::compare::{Comparer, Pattern};
use crate::learn::{Counted, Evidence, Learned};
use crate::records::Records;
use crate::score::{Scorer, same_value};
use crate::text::mix;
use crate::variants::{Variants, find_variants};

/// Blocks that one piece of work takes.
const BLOCKS_A_PIECE: usize = 512;
/// Pairs that a short list may compare for each record beyond what a long one can, and the most of them in all.
const EXTRA_A_RECORD: u64 = 180;
const MOST_EXTRA: u64 = 4_500_000;
/// Log-odds from which pairs are looked at to put clusters together.
const LEAST_TO_JOIN: f32 = -2.0;

/// How to link.
#[derive(Debug, Clone)]
pub struct LinkOptions {
    /// Pairs to compare about; `None` chooses by the number of records.
    pub budget: Option<u64>,
    /// Pairs to learn from.
    pub n_learning_pairs: u64,
    /// Seed of the pairs drawn at random.
    pub seed: u64,
    /// Pairs outside of clusters are answered from this probability on.
    pub least_probability: f64,
}

impl Default for LinkOptions {
    fn default() -> Self {
        Self { budget: None, n_learning_pairs: 400_000, seed: 1, least_probability: 0.05 }
    }
}

/// A part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Records are put into blocks.
    Block,
    /// Weights are learned.
    Learn,
    /// Pairs are compared.
    Compare,
    /// Clusters are made.
    Cluster,
}

/// Told how far the work has come.
pub trait Progress: Sync {
    /// A stage begins; it has so many steps.
    fn begin(&self, stage: Stage, n_steps: u64);
    /// So many further steps are done.
    fn advance(&self, n_steps: u64);
}

impl Progress for () {
    fn begin(&self, _: Stage, _: u64) {}
    fn advance(&self, _: u64) {}
}

/// Two records and the probability that they are of one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The record that stands first in the lists.
    pub left: u32,
    /// The other one.
    pub right: u32,
    /// Probability in [0, 1].
    pub probability: f64,
}

/// What was found.
pub struct Linkage<'a> {
    /// Pairs, most probable first.
    pub pairs: Vec<Pair>,
    /// Clusters of two and more records.
    pub clusters: Vec<Cluster>,
    /// Cluster of each record: the number of its first record.
    pub cluster_of: Vec<u32>,
    /// Pairs that were compared.
    pub n_compared: u64,
    /// Share of the pairs found that keys alone brought together; the others were compared because they share neighbours.
    /// An upper bound of the recall of the keys: what nothing brought together is not seen.
    pub estimated_recall: f64,
    /// Which pairs were candidates.
    pub blocks: Blocks,
    pub(crate) scorer: Scorer<'a>,
}

impl Linkage<'_> {
    /// What was learned.
    pub fn learned(&self) -> &Learned {
        &self.scorer.learned
    }

    /// What was compared.
    pub fn comparer(&self) -> &Comparer<'_> {
        &self.scorer.comparer
    }

    /// Values found to stand for one another.
    pub fn variants(&self) -> &Variants {
        &self.scorer.comparer.variants
    }
}

/// Links sealed records.
pub fn link<'a>(records: &'a Records, options: &LinkOptions, progress: &dyn Progress) -> Linkage<'a> {
    let n = records.len() as u64;
    let budget = options.budget.unwrap_or(MOST_EXTRA.min(EXTRA_A_RECORD * n) + 30 * n);
    progress.begin(Stage::Block, 1);
    let blocks = Blocks::new(records, budget);
    progress.advance(1);
    progress.begin(Stage::Learn, 3);
    let comparer = Comparer::new(records);
    let mut sample = Sample::new(&comparer, &blocks, options);
    let learned = sample.learn(&comparer);
    progress.advance(1);
    let first = Scorer::new(comparer, learned);
    let (pairs, _) = score(&first, &blocks, sample.share, 0.0, &());
    let growing = grow(&first, &pairs, records.len(), 0.0);
    progress.advance(1);
    let variants = find_variants(&first, &growing.finish());
    let mut comparer = first.comparer;
    comparer.variants = variants;
    sample.see_variants(&comparer);
    let learned = sample.learn(&comparer);
    drop(sample);
    let scorer = Scorer::new(comparer, learned);
    progress.advance(1);
    progress.begin(Stage::Compare, blocks.len() as u64);
    let (pairs, n_compared) = score(&scorer, &blocks, 1, least_kept(options), progress);
    progress.begin(Stage::Cluster, 1);
    let growing = grow(&scorer, &pairs, records.len(), LEAST_TO_JOIN);
    let clusters = growing.finish();
    let found = answer(&pairs, &clusters, &scorer, |record| growing.cluster_of(record), options);
    progress.advance(1);
    let cluster_of = (0..records.len() as u32).map(|record| growing.cluster_of(record)).collect();
    let estimated_recall = estimate_recall(&blocks, &clusters);
    Linkage { pairs: found, clusters, cluster_of, n_compared, estimated_recall, blocks, scorer }
}

/// Pairs of record numbers with their probability.
type Scored = Vec<(u32, u32, f32)>;

/// One pair in so many is looked at to learn.
fn share_of(blocks: &Blocks, wanted: u64) -> u64 {
    (blocks.n_pairs / wanted.max(1)).max(1)
}

/// Log-odds from which a pair is kept: it may join clusters or be answered.
fn least_kept(options: &LinkOptions) -> f32 {
    let least = options.least_probability.clamp(1e-9, 0.5);
    LEAST_TO_JOIN.min((least / (1.0 - least)).ln() as f32 - 0.001)
}

/// Pairs to learn from: some of the candidates and some drawn at random, with their levels.
struct Sample {
    share: u64,
    candidates: Vec<(u32, u32, Pattern)>,
    random: Vec<(u32, u32, Pattern)>,
    n_all_pairs: f64,
    n_records: f64,
}

impl Sample {
    fn new(comparer: &Comparer<'_>, blocks: &Blocks, options: &LinkOptions) -> Self {
        let share = share_of(blocks, options.n_learning_pairs);
        let candidates = (0..blocks.len())
            .into_par_iter()
            .fold(Vec::new, |mut pairs, block| {
                blocks.pairs_of(block, share, |left, right| {
                    pairs.push((left, right, comparer.pattern(left, right)));
                });
                pairs
            })
            .flatten_iter()
            .collect();
        let n = comparer.records.len() as u64;
        let n_all_pairs = n * n.saturating_sub(1) / 2;
        let n_random = options.n_learning_pairs / 2;
        let pair = |left: u32, right: u32| (left, right, comparer.pattern(left, right));
        let random = if n_all_pairs <= n_random {
            let of = |left: u32| (left + 1..n as u32).map(move |right| pair(left, right));
            (0..n as u32).into_par_iter().flat_map_iter(of).collect()
        } else {
            let draw = |draw: u64| {
                let number = mix(mix(options.seed ^ (draw >> 10)) ^ (draw & 1023));
                let (left, right) = (((number >> 32) * n) >> 32, ((number & 0xffff_ffff) * n) >> 32);
                (left != right).then(|| pair(left as u32, right as u32))
            };
            (0..n_random / 1024 * 1024).into_par_iter().filter_map(draw).collect()
        };
        Self { share, candidates, random, n_all_pairs: (n_all_pairs as f64).max(1.0), n_records: n as f64 }
    }

    /// Looks again at what now is known to stand for one another.
    fn see_variants(&mut self, comparer: &Comparer<'_>) {
        if comparer.variants.is_empty() {
            return;
        }
        for pairs in [&mut self.candidates, &mut self.random] {
            pairs.par_iter_mut().for_each(|(left, right, pattern)| {
                *pattern = comparer.with_variants(*left, *right, *pattern);
            });
        }
    }

    fn learn(&self, comparer: &Comparer<'_>) -> Learned {
        let same: Vec<Option<f64>> =
            (0..comparer.features.len()).map(|feature| same_value(comparer, feature)).collect();
        Learned::from(&Evidence {
            candidates: &counted(&self.candidates),
            each_stands_for: self.share as f64,
            random: &counted(&self.random),
            same_value: &same,
            n_all_pairs: self.n_all_pairs,
            n_records: self.n_records,
        })
    }
}

/// Counts patterns, in a stable order.
fn counted(pairs: &[(u32, u32, Pattern)]) -> Vec<Counted> {
    let mut patterns: Vec<Pattern> = pairs.iter().map(|(_, _, pattern)| *pattern).collect();
    patterns.par_sort_unstable();
    patterns.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f64)).collect()
}

/// Scores candidate pairs; keeps those that may matter, strongest first, and counts all.
fn score(
    scorer: &Scorer<'_>,
    blocks: &Blocks,
    share: u64,
    least: f32,
    progress: &dyn Progress,
) -> (Scored, u64) {
    let n_pieces = blocks.len().div_ceil(BLOCKS_A_PIECE);
    let pieces: Vec<(Scored, u64)> = (0..n_pieces)
        .into_par_iter()
        .map(|piece| {
            let mut kept = Vec::new();
            let mut n = 0;
            let range = piece * BLOCKS_A_PIECE..((piece + 1) * BLOCKS_A_PIECE).min(blocks.len());
            for block in range.clone() {
                blocks.pairs_of(block, share, |left, right| {
                    n += 1;
                    if let Some(weight) = scorer.log_odds_above(least, left, right) {
                        kept.push((left.min(right), left.max(right), weight));
                    }
                });
            }
            progress.advance(range.len() as u64);
            (kept, n)
        })
        .collect();
    let n = pieces.iter().map(|(_, n)| n).sum();
    let mut pairs: Vec<(u32, u32, f32)> = pieces.into_iter().flat_map(|(kept, _)| kept).collect();
    pairs.par_sort_unstable_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    (pairs, n)
}

/// Pairs that agree with the clusters: all within them, and outside those that remain possible.
fn answer(
    pairs: &[(u32, u32, f32)],
    clusters: &[Cluster],
    scorer: &Scorer<'_>,
    cluster_of: impl Fn(u32) -> u32 + Sync,
    options: &LinkOptions,
) -> Vec<Pair> {
    let mut found: Vec<Pair> = pairs
        .iter()
        .filter(|(left, right, _)| cluster_of(*left) != cluster_of(*right))
        .map(|(left, right, weight)| Pair {
            left: *left,
            right: *right,
            probability: probability(*weight).min(0.45),
        })
        .filter(|pair| pair.probability >= options.least_probability)
        .collect();
    found.par_extend(clusters.par_iter().flat_map_iter(|cluster| {
        let pairs = cluster.records.iter().enumerate();
        pairs.flat_map(move |(at, left)| {
            cluster.records[at + 1..].iter().map(move |right| {
                let alone = probability(scorer.log_odds(*left, *right));
                let probability = alone.max(cluster.probability).max(0.5);
                Pair { left: *left, right: *right, probability }
            })
        })
    }));
    found.par_sort_unstable_by(|a, b| {
        b.probability.total_cmp(&a.probability).then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    found
}

/// Matches found in clusters that blocking did not bring together by itself tell how many it may have missed.
fn estimate_recall(blocks: &Blocks, clusters: &[Cluster]) -> f64 {
    let (mut met, mut all) = (0_u64, 0_u64);
    for cluster in clusters {
        for (at, left) in cluster.records.iter().enumerate() {
            for right in &cluster.records[at + 1..] {
                all += 1;
                met += u64::from(blocks.meet(*left, *right));
            }
        }
    }
    if all == 0 { 1.0 } else { met as f64 / all as f64 }
}
