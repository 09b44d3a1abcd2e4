//! Who stands above whom, from ties that run one way.
//!
//! SpringRank: C. De Bacco, D. B. Larremore & C. Moore, "A physical model for efficient ranking in networks",
//! Science Advances 4 (2018). Each order is a spring of length one that wants its giver one step above its
//! receiver; the heights of least energy solve a sparse linear system.

use crate::graph::Adjacency;

/// Height of every person when edges run from above to below; steps of one, around zero.
///
/// `stiffness` pulls everybody to zero (the paper's alpha) and keeps the answer unique when parts hang apart.
/// Solved by conjugate gradients until the residual has shrunk to `tolerance` of what it was (energy norm).
pub fn heights(graph: &Adjacency, stiffness: f64, tolerance: f64) -> Vec<f64> {
    let n = graph.len();
    let mut pull = vec![0.0; n];
    let mut diagonal = vec![stiffness; n];
    for (above, below, weight) in graph.edges() {
        pull[above as usize] += weight;
        pull[below as usize] -= weight;
        diagonal[above as usize] += weight;
        diagonal[below as usize] += weight;
    }
    let mut height = vec![0.0; n];
    let mut residual = pull;
    // Jacobi preconditioning: busy people would otherwise slow everybody down.
    let mut conditioned: Vec<f64> = residual.iter().zip(&diagonal).map(|(r, d)| r / d).collect();
    let mut direction = conditioned.clone();
    let mut energy = dot(&residual, &conditioned);
    let target = energy * tolerance * tolerance;
    for _ in 0..500 {
        if energy <= target || energy == 0.0 {
            break;
        }
        let mut moved: Vec<f64> = direction.iter().zip(&diagonal).map(|(p, d)| p * d).collect();
        for (above, below, weight) in graph.edges() {
            moved[above as usize] -= weight * direction[below as usize];
            moved[below as usize] -= weight * direction[above as usize];
        }
        let step = energy / dot(&direction, &moved);
        for at in 0..n {
            height[at] += step * direction[at];
            residual[at] -= step * moved[at];
            conditioned[at] = residual[at] / diagonal[at];
        }
        let next = dot(&residual, &conditioned);
        let carry = next / energy;
        energy = next;
        for at in 0..n {
            direction[at] = conditioned[at] + carry * direction[at];
        }
    }
    height
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::any_graph;
    use proptest::prelude::*;

    #[test]
    fn a_chain_of_command_stands_one_step_apart() {
        let chain = Adjacency::directed(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let height = heights(&chain, 1e-6, 1e-9);
        for pair in height.windows(2) {
            assert!((pair[0] - pair[1] - 1.0).abs() < 1e-4);
        }
    }

    proptest! {
        #[test]
        fn heights_balance_every_spring(graph in any_graph(true)) {
            let height = heights(&graph, 0.1, 1e-9);
            let mut force: Vec<f64> = height.iter().map(|h| -0.1 * h).collect();
            for (above, below, weight) in graph.edges() {
                let tension = weight * (height[above as usize] - height[below as usize] - 1.0);
                force[above as usize] -= tension;
                force[below as usize] += tension;
            }
            prop_assert!(force.iter().all(|f| f.abs() < 1e-5), "{:?}", force);
        }
    }
}
