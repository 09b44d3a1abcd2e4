//! How one person can be reached from another.
//!
//! Shortest path: E. W. Dijkstra, Numerische Mathematik 1 (1959). The k shortest without loops: J. Y. Yen,
//! "Finding the k shortest loopless paths in a network", Management Science 17 (1971).

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashSet};

use crate::graph::Adjacency;

/// What makes a path long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathCost {
    /// Each contact counts one.
    Hops,
    /// Each contact counts its weight, taken as a distance.
    Weights,
}

/// A path with its length; `people` starts at one end and stops at the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The people in order.
    pub people: Vec<u32>,
    /// Sum of the costs of its contacts.
    pub cost: f64,
}

/// Finds the cheapest path, the one through smaller numbers among equals; `None` when there is none.
pub fn shortest_path(graph: &Adjacency, from: u32, to: u32, cost: PathCost) -> Option<Path> {
    search(graph, from, to, cost, &HashSet::new(), &HashSet::new())
}

/// Finds up to `k` cheapest paths without loops, cheapest first, ties in order of their people.
pub fn k_shortest_paths(graph: &Adjacency, from: u32, to: u32, k: usize, cost: PathCost) -> Vec<Path> {
    let mut found: Vec<Path> = Vec::new();
    let mut candidates: Vec<Path> = Vec::new();
    let mut seen = HashSet::new();
    match shortest_path(graph, from, to, cost) {
        Some(path) if k > 0 => found.push(path),
        _ => return found,
    }
    while found.len() < k {
        let last = found[found.len() - 1].people.clone();
        for turn in 0..last.len() - 1 {
            let stem = &last[..=turn];
            let taken =
                found.iter().filter(|path| path.people.len() > turn + 1 && path.people[..=turn] == *stem);
            let closed_edges: HashSet<(u32, u32)> =
                taken.map(|path| (stem[turn], path.people[turn + 1])).collect();
            let closed_people: HashSet<u32> = stem[..turn].iter().copied().collect();
            if let Some(rest) = search(graph, stem[turn], to, cost, &closed_people, &closed_edges) {
                let mut people = stem[..turn].to_vec();
                people.extend(rest.people);
                if seen.insert(people.clone()) {
                    candidates.push(Path { cost: path_cost(graph, &people, cost), people });
                }
            }
        }
        let best = (0..candidates.len()).min_by(|&a, &b| {
            let (a, b) = (&candidates[a], &candidates[b]);
            a.cost.total_cmp(&b.cost).then_with(|| a.people.cmp(&b.people))
        });
        match best {
            Some(at) => found.push(candidates.swap_remove(at)),
            None => break,
        }
    }
    found
}

/// Lists every path without loops of at most `max_hops` contacts, shortest first, up to `limit` of them.
pub fn paths_between(graph: &Adjacency, from: u32, to: u32, max_hops: usize, limit: usize) -> Vec<Path> {
    let mut found = Vec::new();
    let mut trail = vec![from];
    for hops in 1..=max_hops.min(graph.len().saturating_sub(1)) {
        extend(graph, to, hops, limit, &mut trail, &mut found);
    }
    found
}

fn extend(
    graph: &Adjacency,
    to: u32,
    hops_left: usize,
    limit: usize,
    trail: &mut Vec<u32>,
    found: &mut Vec<Path>,
) {
    let here = trail[trail.len() - 1];
    for &next in graph.neighbours(here) {
        if found.len() >= limit {
            return;
        }
        if trail.contains(&next) || (next == to) != (hops_left == 1) {
            continue;
        }
        trail.push(next);
        if next == to {
            found.push(Path { cost: trail.len() as f64 - 1.0, people: trail.clone() });
        } else {
            extend(graph, to, hops_left - 1, limit, trail, found);
        }
        trail.pop();
    }
}

fn step(weight: f64, cost: PathCost) -> f64 {
    match cost {
        PathCost::Hops => 1.0,
        PathCost::Weights => weight,
    }
}

fn path_cost(graph: &Adjacency, people: &[u32], cost: PathCost) -> f64 {
    people.windows(2).map(|pair| step(graph.weight(pair[0], pair[1]).unwrap_or(f64::INFINITY), cost)).sum()
}

/// A person at the rim of the search; the heap gives the nearest first, the smaller number among equals.
#[derive(PartialEq)]
struct Rim {
    distance: f64,
    person: u32,
}

impl Eq for Rim {}

impl Ord for Rim {
    fn cmp(&self, other: &Self) -> Ordering {
        other.distance.total_cmp(&self.distance).then_with(|| other.person.cmp(&self.person))
    }
}

impl PartialOrd for Rim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn search(
    graph: &Adjacency,
    from: u32,
    to: u32,
    cost: PathCost,
    closed_people: &HashSet<u32>,
    closed_edges: &HashSet<(u32, u32)>,
) -> Option<Path> {
    let mut distance = vec![f64::INFINITY; graph.len()];
    let mut came_from = vec![u32::MAX; graph.len()];
    let mut rim = BinaryHeap::from([Rim { distance: 0.0, person: from }]);
    distance[from as usize] = 0.0;
    while let Some(Rim { distance: so_far, person }) = rim.pop() {
        if person == to {
            let mut people = vec![to];
            while people[people.len() - 1] != from {
                people.push(came_from[people[people.len() - 1] as usize]);
            }
            people.reverse();
            return Some(Path { people, cost: so_far });
        }
        if so_far > distance[person as usize] {
            continue;
        }
        for (other, weight) in graph.row(person) {
            let there = so_far + step(weight, cost);
            if there < distance[other as usize]
                && !closed_people.contains(&other)
                && !closed_edges.contains(&(person, other))
            {
                distance[other as usize] = there;
                came_from[other as usize] = person;
                rim.push(Rim { distance: there, person: other });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::any_graph;
    use proptest::prelude::*;

    #[test]
    fn a_cheap_detour_beats_a_dear_direct_contact() {
        let graph = Adjacency::undirected(3, [(0, 2, 5.0), (0, 1, 1.0), (1, 2, 1.0)]);
        assert_eq!(shortest_path(&graph, 0, 2, PathCost::Weights).unwrap().people, [0, 1, 2]);
        assert_eq!(shortest_path(&graph, 0, 2, PathCost::Hops).unwrap().people, [0, 2]);
        assert_eq!(k_shortest_paths(&graph, 0, 2, 9, PathCost::Weights).len(), 2);
    }

    proptest! {
        #[test]
        fn k_shortest_are_the_first_of_all_paths(graph in any_graph(true), k in 1usize..8) {
            let to = graph.len() as u32 - 1;
            prop_assume!(to != 0);
            let found = k_shortest_paths(&graph, 0, to, k, PathCost::Weights);
            let mut all = paths_between(&graph, 0, to, graph.len(), usize::MAX);
            all.iter_mut().for_each(|path| path.cost = path_cost(&graph, &path.people, PathCost::Weights));
            all.sort_by(|a, b| a.cost.total_cmp(&b.cost));
            let costs = |paths: &[Path]| paths.iter().map(|path| path.cost).collect::<Vec<_>>();
            prop_assert_eq!(costs(&found), costs(&all[..k.min(all.len())]));
            let different: HashSet<_> = found.iter().map(|path| path.people.clone()).collect();
            prop_assert_eq!(different.len(), found.len());
        }
    }
}
