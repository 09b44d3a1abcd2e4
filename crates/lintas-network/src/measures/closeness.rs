//! How near a person is to everybody else, in hops.
//!
//! Closeness: L. C. Freeman (1978), corrected for people who cannot be reached as in S. Wasserman & K. Faust,
//! *Social Network Analysis* (1994), p. 201. Harmonic: M. Marchiori & V. Latora, Physica A 285 (2000);
//! Y. Rochat (2009). Sampling: D. Eppstein & J. Wang, J. Graph Algorithms and Applications 8 (2004).
//!
//! In a directed graph the distance is that from the others to the person.

use rayon::prelude::*;

use super::{N_PARTS, sample};
use crate::graph::Adjacency;

/// Closeness and harmonic closeness of every person.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearness {
    /// Wasserman and Faust's closeness, 0 (reached by nobody) to 1 (next to everybody).
    pub closeness: Vec<f64>,
    /// Sum of 1 / distance over all others who reach the person, 0 to `n - 1`.
    pub harmonic: Vec<f64>,
    /// Number of sources searched from: everybody when exact.
    pub n_sources: usize,
}

/// Closeness of every person.
pub fn closeness(graph: &Adjacency) -> Vec<f64> {
    nearness(graph).closeness
}

/// Harmonic closeness of every person, not normalised.
pub fn harmonic(graph: &Adjacency) -> Vec<f64> {
    nearness(graph).harmonic
}

/// Both measures from one search per person.
pub fn nearness(graph: &Adjacency) -> Nearness {
    from_sources(graph, &graph.people().collect::<Vec<_>>())
}

/// Both measures estimated from `n_sources` people drawn without replacement; exact when that is everybody.
pub fn sampled_nearness(graph: &Adjacency, n_sources: usize, seed: u64) -> Nearness {
    from_sources(graph, &sample(graph.len(), n_sources.max(1), seed))
}

/// Closeness over ties of different strength: a tie of strength `s` is `1 / s^alpha` long.
///
/// T. Opsahl, F. Agneessens & J. Skvoretz, "Node centrality in weighted networks", Social Networks 32 (2010); at
/// `alpha` 0 hops count alone, at 1 strength alone. Values are on no fixed scale. Estimated from `n_sources`
/// people; exact when that is everybody. Strengths must be above zero.
pub fn strength_closeness(graph: &Adjacency, alpha: f64, n_sources: usize, seed: u64) -> Vec<f64> {
    let n = graph.len();
    let lengths = graph.map_weights(|strength| strength.powf(-alpha));
    let sources = sample(n, n_sources.max(1), seed);
    let parts: Vec<(Vec<u32>, Vec<f64>)> = (0..N_PARTS.min(sources.len()))
        .into_par_iter()
        .map(|part| {
            let (mut reached_by, mut distance) = (vec![0u32; n], vec![0.0; n]);
            for &source in sources.iter().skip(part).step_by(N_PARTS) {
                for (person, length) in lengths_from(&lengths, source).into_iter().enumerate() {
                    if length.is_finite() && person != source as usize {
                        reached_by[person] += 1;
                        distance[person] += length;
                    }
                }
            }
            (reached_by, distance)
        })
        .collect();
    let mut is_source = vec![false; n];
    sources.iter().for_each(|&source| is_source[source as usize] = true);
    (0..n)
        .map(|person| {
            let n_others = (sources.len() - usize::from(is_source[person])) as f64;
            let reached_by = f64::from(parts.iter().map(|part| part.0[person]).sum::<u32>());
            let distance: f64 = parts.iter().map(|part| part.1[person]).sum();
            if distance > 0.0 { reached_by / distance * reached_by / n_others } else { 0.0 }
        })
        .collect()
}

/// Shortest lengths from one person to all (E. W. Dijkstra 1959); infinite where there is no path.
fn lengths_from(lengths: &Adjacency, source: u32) -> Vec<f64> {
    let mut length = vec![f64::INFINITY; lengths.len()];
    // Lengths are not negative, so their bits order as they do.
    let mut rim = std::collections::BinaryHeap::from([std::cmp::Reverse((0u64, source))]);
    length[source as usize] = 0.0;
    while let Some(std::cmp::Reverse((bits, person))) = rim.pop() {
        let so_far = f64::from_bits(bits);
        if so_far > length[person as usize] {
            continue;
        }
        for (other, step) in lengths.row(person) {
            let there = so_far + step;
            if there < length[other as usize] {
                length[other as usize] = there;
                rim.push(std::cmp::Reverse((there.to_bits(), other)));
            }
        }
    }
    length
}

/// What the searches of one part add up to for each person.
struct Sums {
    reached_by: Vec<u32>,
    distance: Vec<f64>,
    inverse: Vec<f64>,
}

fn from_sources(graph: &Adjacency, sources: &[u32]) -> Nearness {
    let n = graph.len();
    let parts: Vec<Sums> = (0..N_PARTS.min(sources.len()))
        .into_par_iter()
        .map(|part| {
            let mut sums = Sums { reached_by: vec![0; n], distance: vec![0.0; n], inverse: vec![0.0; n] };
            let mut distance = vec![u32::MAX; n];
            let mut order = Vec::with_capacity(n);
            for &source in sources.iter().skip(part).step_by(N_PARTS) {
                hops_from(graph, source, &mut distance, &mut order);
                for &person in &order[1..] {
                    let hops = f64::from(distance[person as usize]);
                    sums.reached_by[person as usize] += 1;
                    sums.distance[person as usize] += hops;
                    sums.inverse[person as usize] += 1.0 / hops;
                }
                order.iter().for_each(|&person| distance[person as usize] = u32::MAX);
            }
            sums
        })
        .collect();
    let mut is_source = vec![false; n];
    sources.iter().for_each(|&source| is_source[source as usize] = true);
    let mut result = Nearness { closeness: vec![0.0; n], harmonic: vec![0.0; n], n_sources: sources.len() };
    for (person, &is_source) in is_source.iter().enumerate() {
        // How many searches could have met the person: all but the one that starts there.
        let n_others = sources.len() - usize::from(is_source);
        if n_others == 0 {
            continue;
        }
        let reached_by: u32 = parts.iter().map(|part| part.reached_by[person]).sum();
        let distance: f64 = parts.iter().map(|part| part.distance[person]).sum();
        let inverse: f64 = parts.iter().map(|part| part.inverse[person]).sum();
        result.harmonic[person] = inverse * (n - 1) as f64 / n_others as f64;
        if distance > 0.0 {
            let reached_by = f64::from(reached_by);
            result.closeness[person] = reached_by / distance * reached_by / n_others as f64;
        }
    }
    result
}

/// Breadth-first search; `distance` must be all `u32::MAX` and keeps the hops of the people in `order`.
pub(crate) fn hops_from(graph: &Adjacency, source: u32, distance: &mut [u32], order: &mut Vec<u32>) {
    order.clear();
    order.push(source);
    distance[source as usize] = 0;
    let mut at = 0;
    while at < order.len() {
        let person = order[at];
        at += 1;
        let next = distance[person as usize] + 1;
        for &other in graph.neighbours(person) {
            if distance[other as usize] == u32::MAX {
                distance[other as usize] = next;
                order.push(other);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{all_distances, any_graph, assert_close, two_triangles};
    use proptest::prelude::*;

    fn check_against_definition(graph: &Adjacency) {
        let n = graph.len();
        let distance = all_distances(graph);
        let reach = |to: usize| (0..n).filter(move |&from| from != to).map(move |from| (from, to));
        let mut expected = Nearness { closeness: vec![0.0; n], harmonic: vec![0.0; n], n_sources: n };
        for to in 0..n {
            let hops: Vec<f64> = reach(to)
                .map(|(from, to)| distance[from][to])
                .filter(|&hops| hops < n)
                .map(|hops| hops as f64)
                .collect();
            if !hops.is_empty() {
                let reached_by = hops.len() as f64;
                expected.closeness[to] =
                    reached_by / hops.iter().sum::<f64>() * reached_by / (n as f64 - 1.0);
                expected.harmonic[to] = hops.iter().map(|hops| 1.0 / hops).sum();
            }
        }
        let found = nearness(graph);
        assert_close(&found.closeness, &expected.closeness);
        assert_close(&found.harmonic, &expected.harmonic);
    }

    #[test]
    fn nobody_is_near_a_person_alone() {
        let found = nearness(&two_triangles());
        assert_eq!((found.closeness[6], found.harmonic[6]), (0.0, 0.0));
        assert_eq!(sampled_nearness(&two_triangles(), 7, 3), found);
    }

    #[test]
    fn strong_ties_are_short_and_without_strength_hops_count() {
        let graph = Adjacency::undirected(3, [(0, 1, 4.0), (1, 2, 1.0)]);
        assert_close(&strength_closeness(&graph, 0.5, 3, 1), &[2.0 / 2.0, 2.0 / 1.5, 2.0 / 2.5]);
        assert_close(&strength_closeness(&two_triangles(), 0.0, 7, 1), &closeness(&two_triangles()));
    }

    proptest! {
        #[test]
        fn equals_the_definition(graph in any_graph(false)) {
            check_against_definition(&graph);
        }

        #[test]
        fn equals_the_definition_when_directed(graph in any_graph(true)) {
            check_against_definition(&graph);
        }
    }
}
