//! Measures of a person's place in the network and of the network's shape; one file each, each with its source.
//!
//! All take an [`Adjacency`](crate::graph::Adjacency) and return one value per person in order of numbers.
//! Same graph and seed give the same floating-point values whatever the number of threads: work is cut into a
//! fixed number of parts whose sums are added in a fixed order.

pub mod betweenness;
pub mod closeness;
pub mod communities;
pub mod components;
pub mod core_number;
pub mod cut_points;
pub mod degree;
pub mod eigenvector;
pub mod hierarchy;
pub mod key_players;
pub mod pagerank;
pub mod paths;
pub mod structural_holes;
pub mod triangles;
pub mod vertex_cut;

/// Parts into which work over sources is cut, whatever the number of threads.
const N_PARTS: usize = 16;

/// Draws `count` different people out of `n`, ascending, by Floyd's method (Bentley & Floyd, CACM 30(9), 1987).
fn sample(n: usize, count: usize, seed: u64) -> Vec<u32> {
    use rand::{RngExt, SeedableRng};
    let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
    let mut chosen = std::collections::BTreeSet::new();
    for upper in n - count.min(n)..n {
        let pick = random.random_range(0..=upper) as u32;
        if !chosen.insert(pick) {
            chosen.insert(upper as u32);
        }
    }
    chosen.into_iter().collect()
}

#[cfg(test)]
pub(crate) mod fixtures {
    use crate::graph::Adjacency;
    use proptest::prelude::*;

    /// Two triangles 0-1-2 and 3-4-5 joined by the edge 2-3, and 6 alone.
    pub(crate) fn two_triangles() -> Adjacency {
        let edges = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)];
        Adjacency::undirected(7, edges.map(|(a, b)| (a, b, 1.0)))
    }

    /// Small random graphs, directed or not, with whole weights.
    pub(crate) fn any_graph(directed: bool) -> impl Strategy<Value = Adjacency> {
        (1usize..14).prop_flat_map(move |n| {
            proptest::collection::vec((0..n as u32, 0..n as u32, 1u8..5), 0..3 * n).prop_map(move |edges| {
                let edges = edges.into_iter().map(|(a, b, weight)| (a, b, f64::from(weight)));
                if directed { Adjacency::directed(n, edges) } else { Adjacency::undirected(n, edges) }
            })
        })
    }

    /// Hop distances by Floyd and Warshall; `usize::MAX / 2` where there is no path.
    pub(crate) fn all_distances(graph: &Adjacency) -> Vec<Vec<usize>> {
        let n = graph.len();
        let mut distance = vec![vec![usize::MAX / 4; n]; n];
        for person in graph.people() {
            distance[person as usize][person as usize] = 0;
            for &other in graph.neighbours(person) {
                distance[person as usize][other as usize] = 1;
            }
        }
        for middle in 0..n {
            for from in 0..n {
                for to in 0..n {
                    let through = distance[from][middle] + distance[middle][to];
                    distance[from][to] = distance[from][to].min(through);
                }
            }
        }
        distance
    }

    pub(crate) fn assert_close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (at, (f, e)) in found.iter().zip(expected).enumerate() {
            assert!((f - e).abs() <= 1e-9 * (1.0 + e.abs()), "person {at}: found {f}, expected {e}");
        }
    }
}
