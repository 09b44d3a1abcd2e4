//! Between how many separate circles a person stands, and how tied down they are.
//!
//! R. S. Burt, *Structural Holes* (1992), ch. 2; effective size without weights in the form of S. P. Borgatti,
//! "Structural holes: unpacking Burt's redundancy measures", Connections 20 (1997). For the use on criminal
//! networks: C. Morselli, *Inside Criminal Networks* (2009), ch. 2.

use super::triangles::{Oriented, triangles};
use crate::graph::Adjacency;

/// Number of neighbours less the average number of ties among them: `d - 2 t / d`. Pass an undirected graph.
pub fn effective_size(graph: &Adjacency) -> Vec<f64> {
    let size = |(person, ties): (usize, u32)| {
        let degree = graph.degree(person as u32) as f64;
        if degree == 0.0 { 0.0 } else { degree - 2.0 * f64::from(ties) / degree }
    };
    triangles(graph).into_iter().enumerate().map(size).collect()
}

/// How far each person's contacts lead back to the same people: low for brokers. Pass an undirected graph.
///
/// A person without neighbours has no holes to stand between: infinite by the definition, 1 here, as tied down
/// as somebody with a single contact.
pub fn constraint(graph: &Adjacency, weighted: bool) -> Vec<f64> {
    let weigh = |weight: f64| if weighted { weight } else { 1.0 };
    let strength: Vec<f64> =
        graph.people().map(|p| graph.weights(p).iter().map(|&w| weigh(w)).sum()).collect();
    let oriented = Oriented::new(graph);
    // Indirect investment over a third person, for each edge seen from either end.
    let mut forth = vec![0.0; oriented.targets.len()];
    let mut back = vec![0.0; oriented.targets.len()];
    oriented.for_each_triangle(|triangle| {
        let [a, b, c] = triangle.people.map(|person| strength[person as usize]);
        let [ab, bc, ac] = triangle.edges;
        let [w_ab, w_bc, w_ac] = triangle.edges.map(|edge| weigh(oriented.weights[edge]));
        forth[ab] += w_ac / a * (w_bc / c);
        back[ab] += w_bc / b * (w_ac / c);
        forth[bc] += w_ab / b * (w_ac / a);
        back[bc] += w_ac / c * (w_ab / a);
        forth[ac] += w_ab / a * (w_bc / b);
        back[ac] += w_bc / c * (w_ab / b);
    });
    let mut values = vec![0.0; graph.len()];
    for person in graph.people() {
        for edge in oriented.row(person) {
            let other = oriented.targets[edge] as usize;
            let weight = weigh(oriented.weights[edge]);
            values[person as usize] += (weight / strength[person as usize] + forth[edge]).powi(2);
            values[other] += (weight / strength[other] + back[edge]).powi(2);
        }
    }
    for person in graph.people().filter(|&person| graph.degree(person) == 0) {
        values[person as usize] = 1.0;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{any_graph, assert_close, two_triangles};
    use proptest::prelude::*;

    /// Burt's formula as printed, over all pairs.
    fn naive(graph: &Adjacency, weighted: bool) -> Vec<f64> {
        let share = |a: u32, b: u32| {
            let weigh = |w: f64| if weighted { w } else { 1.0 };
            let total: f64 = graph.weights(a).iter().map(|&w| weigh(w)).sum();
            graph.weight(a, b).map_or(0.0, |w| weigh(w) / total)
        };
        let one = |person: u32| {
            if graph.degree(person) == 0 {
                return 1.0;
            }
            let toward = |other: u32| {
                let indirect: f64 = graph.people().map(|via| share(person, via) * share(via, other)).sum();
                (share(person, other) + indirect).powi(2)
            };
            graph.neighbours(person).iter().map(|&other| toward(other)).sum()
        };
        graph.people().map(one).collect()
    }

    #[test]
    fn the_bridge_ends_are_the_brokers() {
        let size = effective_size(&two_triangles());
        assert_close(&size, &[1.0, 1.0, 3.0 - 2.0 / 3.0, 3.0 - 2.0 / 3.0, 1.0, 1.0, 0.0]);
    }

    proptest! {
        #[test]
        fn constraint_equals_the_definition(graph in any_graph(false), weighted: bool) {
            assert_close(&constraint(&graph, weighted), &naive(&graph, weighted));
        }
    }
}
