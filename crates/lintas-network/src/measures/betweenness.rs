//! On how many shortest paths between others a person lies.
//!
//! L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977);
//! U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociology 25 (2001);
//! sampling of sources: U. Brandes & C. Pich, Int. J. Bifurcation and Chaos 17 (2007), with the bound of
//! W. Hoeffding, JASA 58 (1963).
//!
//! Values are not normalised; in an undirected graph each pair counts once.

use rayon::prelude::*;

use super::{N_PARTS, sample};
use crate::graph::Adjacency;

/// Exact betweenness of every person, counted in hops.
pub fn betweenness(graph: &Adjacency) -> Vec<f64> {
    let sources: Vec<u32> = graph.people().collect();
    let mut values = accumulate(graph, &sources);
    if !graph.is_directed() {
        values.iter_mut().for_each(|value| *value /= 2.0);
    }
    values
}

/// Betweenness estimated from some of the sources, with how far it may be off.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledBetweenness {
    /// Estimate for every person, on the scale of [`betweenness`].
    pub values: Vec<f64>,
    /// Number of sources used.
    pub n_sources: usize,
    /// With probability [`confidence`](Self::confidence), no person's estimate is off by more than this.
    pub error_bound: f64,
    /// Probability with which the bound holds for all people at once.
    pub confidence: f64,
}

/// Estimates betweenness from `n_sources` sources drawn without replacement; exact when that is everybody.
///
/// One source adds at most `n - 2` to a person, so by Hoeffding (whose bound also covers drawing without
/// replacement) and a union over all people the mean over `k` sources is off by at most
/// `(n - 2) * sqrt(ln(2 n / 0.05) / (2 k))`; times `n`, and halved for undirected graphs.
pub fn sampled_betweenness(graph: &Adjacency, n_sources: usize, seed: u64) -> SampledBetweenness {
    let n = graph.len();
    if n_sources >= n {
        return SampledBetweenness {
            values: betweenness(graph),
            n_sources: n,
            error_bound: 0.0,
            confidence: 1.0,
        };
    }
    let confidence: f64 = 0.95;
    let n_sources = n_sources.max(1);
    let sources = sample(n, n_sources, seed);
    let halve = if graph.is_directed() { 1.0 } else { 0.5 };
    let scale = halve * n as f64 / n_sources as f64;
    let mut values = accumulate(graph, &sources);
    values.iter_mut().for_each(|value| *value *= scale);
    let spread = ((2.0 * n as f64 / (1.0 - confidence)).ln() / (2.0 * n_sources as f64)).sqrt();
    let error_bound = halve * n as f64 * (n as f64 - 2.0).max(0.0) * spread;
    SampledBetweenness { values, n_sources, error_bound, confidence }
}

/// Sums the dependencies of `sources` on every person, in a fixed order of addition.
fn accumulate(graph: &Adjacency, sources: &[u32]) -> Vec<f64> {
    let n = graph.len();
    let parts: Vec<Vec<f64>> = (0..N_PARTS.min(sources.len()))
        .into_par_iter()
        .map(|part| {
            let mut search = Search::new(n);
            let mut sum = vec![0.0; n];
            for &source in sources.iter().skip(part).step_by(N_PARTS) {
                search.add_dependencies(graph, source, &mut sum);
            }
            sum
        })
        .collect();
    let mut total = vec![0.0; n];
    for part in parts {
        total.iter_mut().zip(part).for_each(|(total, value)| *total += value);
    }
    total
}

const UNSEEN: u32 = u32::MAX;

/// Working space of one breadth-first search, reused from source to source.
struct Search {
    order: Vec<u32>,
    distance: Vec<u32>,
    n_paths: Vec<f64>,
    share: Vec<f64>,
}

impl Search {
    fn new(n: usize) -> Search {
        Search {
            order: Vec::with_capacity(n),
            distance: vec![UNSEEN; n],
            n_paths: vec![0.0; n],
            share: vec![0.0; n],
        }
    }

    /// Adds to `sum` the dependency of `source` on every other person.
    ///
    /// The way back pulls from the next level instead of keeping lists of predecessors: one pass over the same
    /// rows, no writes but to the person at hand.
    fn add_dependencies(&mut self, graph: &Adjacency, source: u32, sum: &mut [f64]) {
        let Search { order, distance, n_paths, share } = self;
        order.clear();
        order.push(source);
        distance[source as usize] = 0;
        n_paths[source as usize] = 1.0;
        let mut at = 0;
        while at < order.len() {
            let person = order[at];
            at += 1;
            let next = distance[person as usize] + 1;
            let paths = n_paths[person as usize];
            for &other in graph.neighbours(person) {
                let other = other as usize;
                if distance[other] == UNSEEN {
                    distance[other] = next;
                    n_paths[other] = paths;
                    order.push(other as u32);
                } else if distance[other] == next {
                    n_paths[other] += paths;
                }
            }
        }
        for &person in order[1..].iter().rev() {
            let next = distance[person as usize] + 1;
            let mut pulled = 0.0;
            for &other in graph.neighbours(person) {
                if distance[other as usize] == next {
                    pulled += share[other as usize];
                }
            }
            let paths = n_paths[person as usize];
            let dependency = paths * pulled;
            // More paths than an f64 can count (dense lattices): nothing sensible can be shared out.
            let dependency = if dependency.is_finite() { dependency } else { 0.0 };
            sum[person as usize] += dependency;
            share[person as usize] = (1.0 + dependency) / paths;
        }
        for &person in order.iter() {
            distance[person as usize] = UNSEEN;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{all_distances, any_graph, assert_close, two_triangles};
    use proptest::prelude::*;

    /// By definition: the share of shortest paths through each person, counted from distances and path counts.
    fn naive(graph: &Adjacency) -> Vec<f64> {
        let n = graph.len();
        let distance = all_distances(graph);
        let mut paths = vec![vec![0.0; n]; n];
        for from in 0..n {
            paths[from][from] = 1.0;
            let mut by_distance: Vec<usize> = (0..n).filter(|&to| distance[from][to] < n).collect();
            by_distance.sort_by_key(|&to| distance[from][to]);
            for to in by_distance.into_iter().skip(1) {
                paths[from][to] = (0..n)
                    .filter(|&via| {
                        distance[from][via] + 1 == distance[from][to]
                            && graph.weight(via as u32, to as u32).is_some()
                    })
                    .map(|via| paths[from][via])
                    .sum();
            }
        }
        let mut values = vec![0.0; n];
        for from in 0..n {
            for to in (0..n).filter(|&to| to != from && distance[from][to] < n) {
                for via in (0..n).filter(|&via| via != from && via != to) {
                    if distance[from][via] + distance[via][to] == distance[from][to] {
                        values[via] += paths[from][via] * paths[via][to] / paths[from][to];
                    }
                }
            }
        }
        if !graph.is_directed() {
            values.iter_mut().for_each(|value| *value /= 2.0);
        }
        values
    }

    #[test]
    fn the_bridge_between_two_groups_carries_their_paths() {
        assert_close(&betweenness(&two_triangles()), &[0.0, 0.0, 6.0, 6.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_full_sample_is_exact_and_a_part_stays_within_its_bound() {
        let graph = two_triangles();
        assert_eq!(sampled_betweenness(&graph, 7, 1).values, betweenness(&graph));
        let sampled = sampled_betweenness(&graph, 3, 1);
        for (estimate, exact) in sampled.values.iter().zip(betweenness(&graph)) {
            assert!((estimate - exact).abs() <= sampled.error_bound);
        }
        assert_eq!(sampled, sampled_betweenness(&graph, 3, 1));
    }

    proptest! {
        #[test]
        fn equals_the_definition(graph in any_graph(false)) {
            assert_close(&betweenness(&graph), &naive(&graph));
        }

        #[test]
        fn equals_the_definition_when_directed(graph in any_graph(true)) {
            assert_close(&betweenness(&graph), &naive(&graph));
        }
    }
}
