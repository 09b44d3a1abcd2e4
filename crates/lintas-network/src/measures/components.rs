//! Which people hang together at all.
//!
//! Weak components by union of sets (R. Tarjan, J. ACM 22, 1975); strong components by one depth-first search
//! (R. Tarjan, SIAM J. Computing 1, 1972), without recursion so that long chains cannot exhaust the stack.

use crate::graph::Adjacency;

/// The number of each person's component when direction is left aside; numbers ascend by first member.
pub fn weak_components(graph: &Adjacency) -> Vec<u32> {
    let mut parent: Vec<u32> = graph.people().collect();
    for (a, b, _) in graph.edges() {
        let (a, b) = (root(&mut parent, a), root(&mut parent, b));
        // The smaller number becomes the root, so that each root is its component's first member.
        parent[a.max(b) as usize] = a.min(b);
    }
    let roots: Vec<u32> = graph.people().map(|person| root(&mut parent, person)).collect();
    renumbered(&roots)
}

/// The number of each person's strong component: people who can reach each other along directed edges.
pub fn strong_components(graph: &Adjacency) -> Vec<u32> {
    let n = graph.len();
    const NEW: u32 = u32::MAX;
    let mut index = vec![NEW; n];
    let mut low = vec![0u32; n];
    let mut component = vec![NEW; n];
    let mut open: Vec<u32> = Vec::new();
    let mut walk: Vec<(u32, usize)> = Vec::new();
    let mut next_index = 0;
    for start in graph.people() {
        if index[start as usize] != NEW {
            continue;
        }
        walk.push((start, 0));
        while let Some(&mut (person, ref mut at)) = walk.last_mut() {
            if *at == 0 {
                index[person as usize] = next_index;
                low[person as usize] = next_index;
                next_index += 1;
                open.push(person);
            }
            if let Some(&other) = graph.neighbours(person).get(*at) {
                *at += 1;
                if index[other as usize] == NEW {
                    walk.push((other, 0));
                } else if component[other as usize] == NEW {
                    low[person as usize] = low[person as usize].min(index[other as usize]);
                }
                continue;
            }
            if low[person as usize] == index[person as usize] {
                while let Some(member) = open.pop() {
                    component[member as usize] = person;
                    if member == person {
                        break;
                    }
                }
            }
            walk.pop();
            if let Some(&(caller, _)) = walk.last() {
                low[caller as usize] = low[caller as usize].min(low[person as usize]);
            }
        }
    }
    renumbered(&component)
}

/// Gives numbers from 0 in order of first appearance.
pub(crate) fn renumbered(labels: &[u32]) -> Vec<u32> {
    let mut new = vec![u32::MAX; labels.iter().map(|&label| label as usize + 1).max().unwrap_or(0)];
    let mut next = 0;
    let mut give = |&label: &u32| {
        let slot = &mut new[label as usize];
        if *slot == u32::MAX {
            *slot = next;
            next += 1;
        }
        *slot
    };
    labels.iter().map(&mut give).collect()
}

fn root(parent: &mut [u32], mut person: u32) -> u32 {
    while parent[person as usize] != person {
        let grandparent = parent[parent[person as usize] as usize];
        parent[person as usize] = grandparent;
        person = grandparent;
    }
    person
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{all_distances, any_graph, two_triangles};
    use proptest::prelude::*;

    #[test]
    fn a_person_alone_is_a_component() {
        assert_eq!(weak_components(&two_triangles()), [0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let n = 200_000;
        let chain = Adjacency::directed(n, (1..n as u32).map(|to| (to - 1, to, 1.0)));
        assert_eq!(strong_components(&chain).last(), Some(&(n as u32 - 1)));
    }

    proptest! {
        #[test]
        fn components_are_who_reaches_whom(graph in any_graph(true)) {
            let weak = weak_components(&graph);
            let strong = strong_components(&graph);
            let along = all_distances(&graph);
            let either = all_distances(&graph.without_direction());
            let n = graph.len();
            for a in 0..n {
                for b in 0..n {
                    prop_assert_eq!(weak[a] == weak[b], either[a][b] < n);
                    prop_assert_eq!(strong[a] == strong[b], along[a][b] < n && along[b][a] < n);
                }
            }
        }
    }
}
