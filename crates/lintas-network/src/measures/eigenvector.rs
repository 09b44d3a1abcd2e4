//! A person is important whose neighbours are important.
//!
//! P. Bonacich, "Factoring and weighting approaches to status scores and clique identification",
//! J. Math. Sociology 2 (1972). Power iteration on the adjacency plus the identity, which has the same
//! eigenvectors but does not swing to and fro on two-sided graphs.

use crate::graph::Adjacency;

/// Eigenvector centrality along incoming edges, length 1 (2-norm); zero for everybody when there are no edges.
///
/// In a graph that falls into components only the one with the largest eigenvalue keeps values above zero.
pub fn eigenvector(graph: &Adjacency, weighted: bool) -> Vec<f64> {
    let n = graph.len();
    if graph.n_arcs() == 0 {
        return vec![0.0; n];
    }
    let incoming = graph.reversed();
    let mut values = vec![1.0 / (n as f64).sqrt(); n];
    // Scaled so that the shift of one stays small beside the weights whatever their unit.
    let largest = if weighted { graph.edges().map(|edge| edge.2).fold(0.0, f64::max) } else { 1.0 };
    for _ in 0..2000 {
        let mut next: Vec<f64> = incoming
            .people()
            .map(|person| {
                let received: f64 = if weighted {
                    incoming
                        .row(person)
                        .map(|(other, weight)| values[other as usize] * (weight / largest))
                        .sum()
                } else {
                    incoming.neighbours(person).iter().map(|&other| values[other as usize]).sum()
                };
                received + values[person as usize]
            })
            .collect();
        let length = next.iter().map(|value| value * value).sum::<f64>().sqrt();
        next.iter_mut().for_each(|value| *value /= length);
        let change: f64 = next.iter().zip(&values).map(|(new, old)| (new - old).abs()).sum();
        values = next;
        if change < 1e-10 * (n as f64).sqrt() {
            break;
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::assert_close;

    #[test]
    fn the_middle_of_a_star_is_worth_the_square_root_of_its_points() {
        let star = Adjacency::undirected(5, (1..5).map(|leaf| (0, leaf, 1.0)));
        let half = 0.5f64.sqrt();
        let found = eigenvector(&star, false);
        for (value, expected) in found.iter().zip([half, half / 2.0, half / 2.0, half / 2.0, half / 2.0]) {
            assert!((value - expected).abs() < 1e-7);
        }
    }

    #[test]
    fn the_value_is_the_sum_of_the_neighbours_over_the_eigenvalue() {
        let edges = [(0, 1, 3.0), (1, 2, 1.0), (2, 0, 2.0), (2, 3, 5.0)];
        let graph = Adjacency::undirected(4, edges);
        let values = eigenvector(&graph, true);
        let sums: Vec<f64> = graph
            .people()
            .map(|p| graph.row(p).map(|(other, weight)| weight * values[other as usize]).sum())
            .collect();
        let eigenvalue = sums[0] / values[0];
        let expected: Vec<f64> = values.iter().map(|value| value * eigenvalue).collect();
        for (sum, value) in sums.iter().zip(expected) {
            assert!((sum - value).abs() < 1e-6);
        }
    }

    #[test]
    fn no_edges_no_importance() {
        assert_close(&eigenvector(&Adjacency::undirected(2, []), true), &[0.0, 0.0]);
    }
}
