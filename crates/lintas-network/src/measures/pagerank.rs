//! Where a walk along the edges, now and then starting afresh, is found most often.
//!
//! S. Brin & L. Page, "The anatomy of a large-scale hypertextual web search engine", Computer Networks 30 (1998).
//! Solved as the linear system of A. Langville & C. Meyer, *Google's PageRank and Beyond* (2006), ch. 7, by
//! Gauss-Seidel sweeps, which need about half the passes of the power method. People without outgoing edges
//! send the walk anywhere.

use crate::graph::Adjacency;

/// How PageRank walks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageRankOptions {
    /// Probability of walking on instead of starting afresh, 0 to 1.
    pub damping: f64,
    /// Sum of absolute changes per sweep, relative to the sum of the values, at which to stop.
    pub tolerance: f64,
    /// Walk in proportion to weights instead of evenly.
    pub weighted: bool,
}

impl Default for PageRankOptions {
    fn default() -> Self {
        PageRankOptions { damping: 0.85, tolerance: 1e-10, weighted: false }
    }
}

/// PageRank of every person; the values add up to 1.
pub fn pagerank(graph: &Adjacency, options: PageRankOptions) -> Vec<f64> {
    let n = graph.len();
    if n == 0 {
        return Vec::new();
    }
    let outflow: Vec<f64> =
        graph
            .people()
            .map(|person| {
                if options.weighted {
                    graph.weights(person).iter().sum()
                } else {
                    graph.degree(person) as f64
                }
            })
            .collect();
    let per_unit: Vec<f64> =
        outflow.iter().map(|&out| if out > 0.0 { options.damping / out } else { 0.0 }).collect();
    let reversed;
    let incoming = if graph.is_directed() {
        reversed = graph.reversed();
        &reversed
    } else {
        graph
    };
    // The value of each person, and that value per unit of outgoing weight: what neighbours read.
    let mut values = vec![1.0; n];
    let mut offered = per_unit.clone();
    for _ in 0..1000 {
        let (mut change, mut total) = (0.0, 0.0);
        for person in 0..n {
            let received: f64 = if options.weighted {
                incoming.row(person as u32).map(|(other, weight)| offered[other as usize] * weight).sum()
            } else {
                incoming.neighbours(person as u32).iter().map(|&other| offered[other as usize]).sum()
            };
            let value = 1.0 + received;
            change += (value - values[person]).abs();
            total += value;
            values[person] = value;
            offered[person] = value * per_unit[person];
        }
        if change <= options.tolerance * total {
            break;
        }
    }
    let total: f64 = values.iter().sum();
    values.iter_mut().for_each(|value| *value /= total);
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{any_graph, assert_close};
    use proptest::prelude::*;

    /// The power method, written down as the random walk is described.
    fn naive(graph: &Adjacency, weighted: bool) -> Vec<f64> {
        let n = graph.len() as f64;
        let mut values = vec![1.0 / n; graph.len()];
        for _ in 0..500 {
            let mut next = vec![0.15 / n; graph.len()];
            for person in graph.people() {
                let total: f64 =
                    graph.row(person).map(|(_, weight)| if weighted { weight } else { 1.0 }).sum();
                for (other, weight) in graph.row(person) {
                    next[other as usize] +=
                        0.85 * values[person as usize] * if weighted { weight } else { 1.0 } / total;
                }
                if total == 0.0 {
                    next.iter_mut().for_each(|value| *value += 0.85 * values[person as usize] / n);
                }
            }
            values = next;
        }
        values
    }

    #[test]
    fn nobody_has_no_rank() {
        assert!(pagerank(&Adjacency::undirected(0, []), PageRankOptions::default()).is_empty());
    }

    proptest! {
        #[test]
        fn equals_the_walk(graph in any_graph(true), weighted: bool) {
            let found = pagerank(&graph, PageRankOptions { weighted, tolerance: 1e-14, ..Default::default() });
            assert_close(&found, &naive(&graph, weighted));
        }
    }
}
