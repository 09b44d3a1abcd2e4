//! How deep inside the densest part of the network a person sits.
//!
//! S. Seidman, "Network structure and minimum degree", Social Networks 5 (1983);
//! V. Batagelj & M. Zaversnik, "An O(m) algorithm for cores decomposition of networks" (2003).

use crate::graph::Adjacency;

/// The largest `k` such that the person belongs to a part in which everybody has at least `k` neighbours.
///
/// Direction is left aside: pass an undirected graph.
pub fn core_number(graph: &Adjacency) -> Vec<u32> {
    let n = graph.len();
    let mut degree: Vec<u32> = graph.people().map(|person| graph.degree(person) as u32).collect();
    let largest = degree.iter().copied().max().unwrap_or(0) as usize;
    let mut starts = vec![0u32; largest + 2];
    degree.iter().for_each(|&d| starts[d as usize + 1] += 1);
    for at in 0..=largest {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut place = vec![0u32; n];
    let mut by_degree = vec![0u32; n];
    for person in 0..n {
        let slot = &mut next[degree[person] as usize];
        place[person] = *slot;
        by_degree[*slot as usize] = person as u32;
        *slot += 1;
    }
    for at in 0..n {
        let person = by_degree[at];
        let own = degree[person as usize];
        for &other in graph.neighbours(person) {
            let theirs = degree[other as usize];
            if theirs > own {
                // Swap to the front of its bucket, then move the bucket's start past it.
                let front = starts[theirs as usize].max(at as u32 + 1);
                let displaced = by_degree[front as usize];
                let from = place[other as usize];
                by_degree.swap(front as usize, from as usize);
                place[displaced as usize] = from;
                place[other as usize] = front;
                starts[theirs as usize] = front + 1;
                degree[other as usize] -= 1;
            }
        }
    }
    degree
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{any_graph, two_triangles};
    use proptest::prelude::*;

    /// By definition: strip people with fewer than `k` neighbours until nobody is left to strip.
    fn naive(graph: &Adjacency) -> Vec<u32> {
        let mut core = vec![0; graph.len()];
        for k in 1..=graph.len() as u32 {
            let mut inside = vec![true; graph.len()];
            loop {
                let weak: Vec<u32> = graph
                    .people()
                    .filter(|&p| inside[p as usize])
                    .filter(|&p| {
                        graph.neighbours(p).iter().filter(|&&o| inside[o as usize]).count() < k as usize
                    })
                    .collect();
                if weak.is_empty() {
                    break;
                }
                weak.iter().for_each(|&p| inside[p as usize] = false);
            }
            graph.people().filter(|&p| inside[p as usize]).for_each(|p| core[p as usize] = k);
        }
        core
    }

    #[test]
    fn a_triangle_is_a_two_core() {
        assert_eq!(core_number(&two_triangles()), [2, 2, 2, 2, 2, 2, 0]);
    }

    proptest! {
        #[test]
        fn equals_the_definition(graph in any_graph(false)) {
            prop_assert_eq!(core_number(&graph), naive(&graph));
        }
    }
}
