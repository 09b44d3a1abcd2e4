//! How many others a person is in contact with, and how much.
//!
//! L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1978);
//! strength as the sum of weights: A. Barrat et al., PNAS 101 (2004).

use crate::graph::Adjacency;

/// Number of different neighbours each person points to.
pub fn degree(graph: &Adjacency) -> Vec<f64> {
    graph.people().map(|person| graph.degree(person) as f64).collect()
}

/// Sum of the weights of each person's edges.
pub fn strength(graph: &Adjacency) -> Vec<f64> {
    graph.people().map(|person| graph.weights(person).iter().sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strength_adds_weights_where_degree_counts_people() {
        let graph = Adjacency::undirected(3, [(0, 1, 2.0), (1, 0, 3.0), (0, 2, 1.0)]);
        assert_eq!(degree(&graph), [2.0, 1.0, 1.0]);
        assert_eq!(strength(&graph), [6.0, 5.0, 1.0]);
    }
}
