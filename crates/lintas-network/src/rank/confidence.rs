//! How steady a person's place is when contacts are missing or untrue.
//!
//! The list is drawn again many times: each contact stays with the probability that its grade gives it, and each
//! tie may have been missed altogether. Robustness of centrality under missing ties: S. Borgatti, K. Carley &
//! D. Krackhardt, "On the robustness of centrality measures under conditions of imperfect data", Social Networks 28
//! (2006).

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::contacts::Contacts;
use super::layers::Layers;
use super::people::Standing;
use super::ranking::RankOptions;
use super::score::{scores, worth};
use super::signals::{SignalTable, signals};
use crate::graph::Contact;

/// Share of ties taken to be missed by every source.
const MISSED: f64 = 0.1;

/// How many times less a resample spends on searches than the ranking itself.
const THRIFT: usize = 32;

/// Contacts that all resamples together may look at.
const CONTACT_BUDGET: usize = 400_000;

/// Share of resamples in which each person stays on the same side of the shortlist, for those on it times `worth`,
/// and the number of resamples.
///
/// The shortlist is a tenth of the people, between three and a hundred. Who is on it stays when found within half as
/// many places again, since the last places of a list are a matter of little; who is not stays when not found on it.
pub(super) fn confidence(
    layers: &Layers,
    list: &Contacts,
    noted: &[Option<Standing>],
    score: &[f64],
    table: &SignalTable,
    options: RankOptions,
) -> (Vec<f64>, usize) {
    let n = score.len();
    if list.rows.is_empty() || options.resamples == 0 {
        return (vec![0.0; n], 0);
    }
    let n_resamples = options.resamples.min((CONTACT_BUDGET / list.rows.len()).max(2));
    let n_short = (n / 10).clamp(3, 100);
    let is_short = shortlist(score, n_short);
    let n_near = n_short + n_short / 2 + 1;
    let again: Vec<Vec<bool>> = (0..n_resamples as u64)
        .into_par_iter()
        .map(|round| {
            let seed = options.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(round + 1);
            let rows = redraw(layers, &list.rows, seed);
            let redrawn = Layers::from_rows(n, &rows, layers.usual);
            let redrawn = signals(&redrawn, list, seed, THRIFT, Some(&table.positions.groups));
            let redrawn = scores(&redrawn, noted);
            let (short, near) = (shortlist(&redrawn, n_short), shortlist(&redrawn, n_near));
            (0..n).map(|at| if is_short[at] { near[at] } else { !short[at] }).collect()
        })
        .collect();
    // A place can be steady and wrong: what such lists are worth bounds what a place on the shortlist is worth.
    let worth = worth(table);
    let most = |at: usize| if is_short[at] { worth } else { 1.0 };
    let stays =
        |at: usize| most(at) * again.iter().filter(|stays| stays[at]).count() as f64 / n_resamples as f64;
    ((0..n).map(stays).collect(), n_resamples)
}

fn redraw(layers: &Layers, rows: &[Contact], seed: u64) -> Vec<Contact> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let is_missed: Vec<bool> = layers.pairs.iter().map(|_| random.random_bool(MISSED)).collect();
    let keep = |row: &&Contact| {
        let believed = random.random_bool(row.grade.reliability());
        let pair = layers.index.weight(row.source, row.target).map(|number| number as usize);
        believed && pair.is_some_and(|pair| !is_missed[pair])
    };
    rows.iter().filter(keep).copied().collect()
}

/// Marks the people with the `n_short` best scores, those tied with the last included.
fn shortlist(score: &[f64], n_short: usize) -> Vec<bool> {
    let mut sorted = score.to_vec();
    let last = n_short.min(score.len()) - 1;
    let (_, limit, _) = sorted.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
    let limit = limit.max(f64::MIN_POSITIVE);
    score.iter().map(|&value| value >= limit).collect()
}
