//! The few people whose arrest breaks the network most, or who together reach most of it.
//!
//! S. P. Borgatti, "Identifying sets of key players in a social network", Computational & Mathematical
//! Organization Theory 12 (2006): fragmentation (his equation 4) and reach within some steps (equation 14);
//! the search is his greedy exchange.

use super::closeness::hops_from;
use super::components::weak_components;
use crate::graph::Adjacency;

/// What a set of key players is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPlayerGoal {
    /// Without them the rest falls apart as far as possible.
    Fragment,
    /// Within this many contacts of any of them lies as much of the network as possible.
    Reach {
        /// Contacts a message may pass.
        steps: u32,
    },
}

/// A set of key players and what it achieves.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPlayers {
    /// The people, ascending.
    pub people: Vec<u32>,
    /// [`fragmentation`] or [`reach`] of the set, 0 to 1.
    pub value: f64,
}

/// Share of pairs among the rest that have no path when `removed` are gone: 0 all connected, 1 all apart.
///
/// Fewer than two people left count as wholly apart. Pass an undirected graph.
pub fn fragmentation(graph: &Adjacency, removed: &[u32]) -> f64 {
    let component = weak_components(&graph.without(|person| removed.contains(&person)));
    let mut size = vec![0.0f64; graph.len()];
    for person in graph.people().filter(|person| !removed.contains(person)) {
        size[component[person as usize] as usize] += 1.0;
    }
    let left: f64 = size.iter().sum();
    if left < 2.0 {
        return 1.0;
    }
    1.0 - size.iter().map(|s| s * (s - 1.0).max(0.0)).sum::<f64>() / (left * (left - 1.0))
}

/// Share of all people within `steps` contacts of somebody in `set`, themselves included.
pub fn reach(graph: &Adjacency, set: &[u32], steps: u32) -> f64 {
    if graph.is_empty() {
        return 0.0;
    }
    let mut reached = vec![false; graph.len()];
    let mut distance = vec![u32::MAX; graph.len()];
    let mut order = Vec::new();
    for &person in set {
        hops_from(graph, person, &mut distance, &mut order);
        for &other in &order {
            reached[other as usize] |= distance[other as usize] <= steps;
            distance[other as usize] = u32::MAX;
        }
    }
    reached.iter().filter(|&&is| is).count() as f64 / graph.len() as f64
}

/// Finds `k` people for `goal`: adds the best one by one, then exchanges members while that helps.
///
/// Greedy, so not always the best set there is. Costs about `k * n` evaluations a pass: meant for the hundreds
/// of people of one case, and `candidates` can narrow it down.
pub fn key_players(
    graph: &Adjacency,
    k: usize,
    goal: KeyPlayerGoal,
    candidates: Option<&[u32]>,
) -> KeyPlayers {
    let everybody: Vec<u32> = graph.people().collect();
    let candidates = candidates.unwrap_or(&everybody);
    let value = |set: &[u32]| match goal {
        KeyPlayerGoal::Fragment => fragmentation(graph, set),
        KeyPlayerGoal::Reach { steps } => reach(graph, set, steps),
    };
    let mut set: Vec<u32> = Vec::new();
    let mut best = value(&set);
    let best_for_place = |set: &mut Vec<u32>, place: usize| {
        let mut found: Option<(u32, f64)> = None;
        for &candidate in candidates {
            if set.contains(&candidate) {
                continue;
            }
            let before = std::mem::replace(&mut set[place], candidate);
            let reached = value(set);
            set[place] = before;
            if found.is_none_or(|(_, value)| reached > value) {
                found = Some((candidate, reached));
            }
        }
        found
    };
    while set.len() < k.min(candidates.len()) {
        set.push(u32::MAX);
        let place = set.len() - 1;
        match best_for_place(&mut set, place) {
            Some((candidate, reached)) => (set[place], best) = (candidate, reached),
            None => break,
        }
    }
    let mut improved = true;
    while improved {
        improved = false;
        for place in 0..set.len() {
            if let Some((candidate, reached)) = best_for_place(&mut set, place)
                && reached > best + 1e-12
            {
                (set[place], best, improved) = (candidate, reached, true);
            }
        }
    }
    set.sort_unstable();
    KeyPlayers { people: set, value: best }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two triangles joined by the tie 2-3.
    fn two_triangles() -> Adjacency {
        let edges = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)];
        Adjacency::undirected(6, edges.map(|(a, b)| (a, b, 1.0)))
    }

    #[test]
    fn the_bridge_is_who_breaks_the_network() {
        let graph = two_triangles();
        let one = key_players(&graph, 1, KeyPlayerGoal::Fragment, None);
        assert!(one.people == [2] || one.people == [3]);
        let two = key_players(&graph, 2, KeyPlayerGoal::Reach { steps: 1 }, None);
        assert_eq!(two.value, 1.0);
    }

    #[test]
    fn fragmentation_counts_pairs_without_a_path() {
        let graph = two_triangles();
        // Without 2: groups of 2 and 3, so (2 + 6) / 20 of the ordered pairs stay connected.
        assert!((fragmentation(&graph, &[2]) - (1.0 - 8.0 / 20.0)).abs() < 1e-12);
        assert_eq!(fragmentation(&Adjacency::undirected(1, []), &[]), 1.0);
        assert_eq!(reach(&graph, &[], 2), 0.0);
    }

    #[test]
    fn asking_for_more_than_there_are_gives_everybody() {
        let graph = Adjacency::undirected(2, [(0, 1, 1.0)]);
        assert_eq!(key_players(&graph, 5, KeyPlayerGoal::Reach { steps: 1 }, None).people.len(), 2);
    }
}
