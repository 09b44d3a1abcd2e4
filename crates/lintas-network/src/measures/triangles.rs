//! Who is in contact with whose contacts: triangles, and how closed a person's surroundings are.
//!
//! D. Watts & S. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998), for the local
//! clustering coefficient; listing each triangle once from its end of smallest degree:
//! N. Chiba & T. Nishizeki, SIAM J. Computing 14 (1985).

use crate::graph::Adjacency;

/// An undirected graph with each edge kept once, at the end of smaller degree.
pub(crate) struct Oriented {
    starts: Vec<u32>,
    /// The other end of each edge.
    pub(crate) targets: Vec<u32>,
    /// The weight of each edge.
    pub(crate) weights: Vec<f64>,
}

/// A triangle: its people, and the places in [`Oriented`] of the edges `ab`, `bc` and `ac`.
pub(crate) struct Triangle {
    pub(crate) people: [u32; 3],
    pub(crate) edges: [usize; 3],
}

impl Oriented {
    pub(crate) fn new(graph: &Adjacency) -> Oriented {
        let mut oriented = Oriented { starts: vec![0], targets: Vec::new(), weights: Vec::new() };
        for person in graph.people() {
            let own = (graph.degree(person), person);
            for (other, weight) in graph.row(person).filter(|&(other, _)| own < (graph.degree(other), other))
            {
                oriented.targets.push(other);
                oriented.weights.push(weight);
            }
            oriented.starts.push(oriented.targets.len() as u32);
        }
        oriented
    }

    /// Places of the edges kept at `person`.
    pub(crate) fn row(&self, person: u32) -> std::ops::Range<usize> {
        self.starts[person as usize] as usize..self.starts[person as usize + 1] as usize
    }

    /// Calls `visit` once for every triangle.
    pub(crate) fn for_each_triangle(&self, mut visit: impl FnMut(Triangle)) {
        let n = self.starts.len() - 1;
        let mut edge_to = vec![u32::MAX; n];
        for a in 0..n as u32 {
            for ac in self.row(a) {
                edge_to[self.targets[ac] as usize] = ac as u32;
            }
            for ab in self.row(a) {
                let b = self.targets[ab];
                for bc in self.row(b) {
                    let c = self.targets[bc];
                    let ac = edge_to[c as usize];
                    if ac != u32::MAX {
                        visit(Triangle { people: [a, b, c], edges: [ab, bc, ac as usize] });
                    }
                }
            }
            for ac in self.row(a) {
                edge_to[self.targets[ac] as usize] = u32::MAX;
            }
        }
    }
}

/// Number of triangles each person is part of. Pass an undirected graph.
pub fn triangles(graph: &Adjacency) -> Vec<u32> {
    let mut count = vec![0; graph.len()];
    Oriented::new(graph).for_each_triangle(|triangle| {
        triangle.people.iter().for_each(|&person| count[person as usize] += 1);
    });
    count
}

/// Share of pairs of each person's neighbours who are in contact with each other, 0 to 1; 0 below two neighbours.
pub fn clustering(graph: &Adjacency) -> Vec<f64> {
    let share = |(person, count): (usize, u32)| {
        let degree = graph.degree(person as u32) as f64;
        if degree < 2.0 { 0.0 } else { 2.0 * f64::from(count) / (degree * (degree - 1.0)) }
    };
    triangles(graph).into_iter().enumerate().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{any_graph, assert_close, two_triangles};
    use proptest::prelude::*;

    #[test]
    fn a_bridge_end_is_less_clustered() {
        let third = 1.0 / 3.0;
        assert_close(&clustering(&two_triangles()), &[1.0, 1.0, third, third, 1.0, 1.0, 0.0]);
    }

    proptest! {
        #[test]
        fn equals_the_definition(graph in any_graph(false)) {
            let naive: Vec<u32> = graph.people().map(|p| {
                let around = graph.neighbours(p);
                around.iter().flat_map(|&a| around.iter().map(move |&b| (a, b)))
                    .filter(|&(a, b)| a < b && graph.weight(a, b).is_some()).count() as u32
            }).collect();
            prop_assert_eq!(triangles(&graph), naive);
        }
    }
}
