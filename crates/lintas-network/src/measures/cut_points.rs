//! Whose loss, or the loss of which tie, splits the network.
//!
//! J. Hopcroft & R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", CACM 16 (1973).
//! The number of pairs that one person's loss separates follows from the same depth-first tree.

use crate::graph::Adjacency;

/// What holds the network together at single points.
#[derive(Debug, Clone, PartialEq)]
pub struct CutPoints {
    /// Ties without which the network falls further apart; smaller number first, sorted.
    pub bridges: Vec<(u32, u32)>,
    /// For each person, whether the network falls further apart without them (articulation points).
    pub is_cut_point: Vec<bool>,
    /// For each person, how many pairs of others lose every path between them when the person is gone.
    pub pairs_separated: Vec<f64>,
}

/// Finds bridges and articulation points in one search. Pass an undirected graph.
pub fn cut_points(graph: &Adjacency) -> CutPoints {
    let n = graph.len();
    const NEW: u32 = u32::MAX;
    let mut result =
        CutPoints { bridges: Vec::new(), is_cut_point: vec![false; n], pairs_separated: vec![0.0; n] };
    let mut index = vec![NEW; n];
    let mut low = vec![0u32; n];
    let mut below = vec![1u32; n];
    // People below a cut point in branches that hang on it alone, and the pairs across those branches so far.
    let mut cut_off = vec![0u32; n];
    let mut walk: Vec<(u32, u32, usize)> = Vec::new();
    let mut finished: Vec<u32> = Vec::new();
    let mut next_index = 0;
    for start in graph.people() {
        if index[start as usize] != NEW {
            continue;
        }
        finished.clear();
        walk.push((start, NEW, 0));
        index[start as usize] = next_index;
        low[start as usize] = next_index;
        next_index += 1;
        let mut n_branches_at_start = 0;
        while let Some(&mut (person, parent, ref mut at)) = walk.last_mut() {
            if let Some(&other) = graph.neighbours(person).get(*at) {
                *at += 1;
                if index[other as usize] == NEW {
                    index[other as usize] = next_index;
                    low[other as usize] = next_index;
                    next_index += 1;
                    walk.push((other, person, 0));
                } else if other != parent {
                    low[person as usize] = low[person as usize].min(index[other as usize]);
                }
                continue;
            }
            walk.pop();
            finished.push(person);
            if parent == NEW {
                continue;
            }
            let (child, person) = (person as usize, parent as usize);
            low[person] = low[person].min(low[child]);
            below[person] += below[child];
            if low[child] > index[person] {
                result.bridges.push((parent.min(child as u32), parent.max(child as u32)));
            }
            if low[child] >= index[person] {
                n_branches_at_start += usize::from(parent == start);
                result.is_cut_point[person] |= parent != start;
                result.pairs_separated[person] += f64::from(cut_off[person]) * f64::from(below[child]);
                cut_off[person] += below[child];
            }
        }
        result.is_cut_point[start as usize] = n_branches_at_start > 1;
        let size = finished.len() as u32;
        for &person in &finished {
            let (person, cut) = (person as usize, cut_off[person as usize]);
            result.pairs_separated[person] += f64::from(cut) * f64::from(size - 1 - cut);
        }
    }
    result.bridges.sort_unstable();
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::components::weak_components;
    use crate::measures::fixtures::{any_graph, two_triangles};
    use proptest::prelude::*;

    fn connected_pairs(graph: &Adjacency, except: Option<u32>) -> usize {
        let component = weak_components(graph);
        let people: Vec<u32> = graph.people().filter(|&p| Some(p) != except).collect();
        let same = |a: u32, b: u32| component[a as usize] == component[b as usize];
        people
            .iter()
            .enumerate()
            .map(|(at, &a)| people[at + 1..].iter().filter(|&&b| same(a, b)).count())
            .sum()
    }

    #[test]
    fn the_only_tie_between_two_groups_is_a_bridge() {
        let found = cut_points(&two_triangles());
        assert_eq!(found.bridges, [(2, 3)]);
        assert_eq!(found.is_cut_point, [false, false, true, true, false, false, false]);
        assert_eq!(found.pairs_separated, [0.0, 0.0, 6.0, 6.0, 0.0, 0.0, 0.0]);
    }

    proptest! {
        #[test]
        fn equals_taking_each_person_and_tie_away(graph in any_graph(false)) {
            let found = cut_points(&graph);
            for person in graph.people() {
                let rest = graph.without(|other| other == person);
                let before = connected_pairs(&graph, Some(person));
                let lost = before - connected_pairs(&rest, Some(person));
                prop_assert_eq!(found.pairs_separated[person as usize], lost as f64);
                prop_assert_eq!(found.is_cut_point[person as usize], lost > 0);
            }
            let naive: Vec<(u32, u32)> = graph.edges().map(|(a, b, _)| (a, b)).filter(|&(a, b)| {
                let cut = graph.reweighed(|x, y, w| if (x.min(y), x.max(y)) == (a, b) { 0.0 } else { w });
                connected_pairs(&cut, None) < connected_pairs(&graph, None)
            }).collect();
            prop_assert_eq!(found.bridges, naive);
        }
    }
}
