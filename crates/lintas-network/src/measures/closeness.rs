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
    for person in 0..n {
        // How many searches could have met the person: all but the one that starts there.
        let n_others = sources.len() - usize::from(is_source[person]);
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
