//! Groups whose members are more in contact with each other than chance would have it.
//!
//! Leiden: V. A. Traag, L. Waltman & N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
//! communities", Scientific Reports 9 (2019); quality is modularity, M. E. J. Newman & M. Girvan,
//! Phys. Rev. E 69 (2004), with a resolution as in J. Reichardt & S. Bornholdt (2006).

use std::collections::VecDeque;

use rand::{RngExt, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;

use super::components::renumbered;
use crate::graph::Adjacency;

/// Randomness of the refinement, the paper's theta.
const THETA: f64 = 0.01;

/// Finds communities; returns each person's, numbered in order of first member. Pass an undirected graph.
///
/// Higher `resolution` (1 is modularity) gives smaller groups. Runs until nothing moves any more, at most
/// `max_rounds` times.
pub fn communities(graph: &Adjacency, resolution: f64, max_rounds: usize, seed: u64) -> Vec<u32> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut membership: Vec<u32> = graph.people().collect();
    for _ in 0..max_rounds {
        let before = membership.clone();
        round(graph, resolution, &mut membership, &mut random);
        membership = renumbered(&membership);
        if before == membership {
            break;
        }
    }
    renumbered(&membership)
}

/// Modularity of a division: how many more contacts fall inside groups than if they were drawn at random.
pub fn modularity(graph: &Adjacency, membership: &[u32], resolution: f64) -> f64 {
    let n_groups = membership.iter().map(|&group| group as usize + 1).max().unwrap_or(0);
    let mut inside = 0.0;
    let mut strength = vec![0.0; n_groups];
    let mut total = 0.0;
    for person in graph.people() {
        let own = membership[person as usize];
        for (other, weight) in graph.row(person) {
            total += weight;
            strength[own as usize] += weight;
            if membership[other as usize] == own {
                inside += weight;
            }
        }
    }
    if total == 0.0 {
        return 0.0;
    }
    let expected: f64 = strength.iter().map(|s| (s / total).powi(2)).sum();
    inside / total - resolution * expected
}

/// Groups gathered into one node each; `loops` is twice the weight inside.
struct Level {
    graph: Adjacency,
    strength: Vec<f64>,
    /// `resolution / total strength`: what a unit of strength costs.
    price: f64,
}

/// One pass of moving, refining and gathering, up through all levels.
fn round(graph: &Adjacency, resolution: f64, membership: &mut [u32], random: &mut ChaCha8Rng) {
    let strength: Vec<f64> = graph.people().map(|p| graph.weights(p).iter().sum()).collect();
    let total: f64 = strength.iter().sum();
    if total == 0.0 {
        return;
    }
    let mut level = Level { graph: graph.clone(), strength, price: resolution / total };
    let mut node_of: Vec<u32> = graph.people().collect();
    let mut group: Vec<u32> = renumbered(membership);
    loop {
        move_nodes(&level, &mut group, random);
        group = renumbered(&group);
        let n_groups = group.iter().max().map_or(0, |&last| last as usize + 1);
        for (person, &node) in node_of.iter().enumerate() {
            membership[person] = group[node as usize];
        }
        if n_groups == level.graph.len() {
            return;
        }
        let refined = refine(&level, &group, random);
        let n_refined = refined.iter().max().map_or(0, |&last| last as usize + 1);
        if n_refined == level.graph.len() {
            return;
        }
        let mut next_group = vec![0; n_refined];
        for (node, &part) in refined.iter().enumerate() {
            next_group[part as usize] = group[node];
        }
        node_of.iter_mut().for_each(|node| *node = refined[*node as usize]);
        level = gather(&level, &refined, n_refined);
        group = next_group;
    }
}

/// Weights from one node to each group around it, without a hash table.
struct Around {
    weight: Vec<f64>,
    groups: Vec<u32>,
}

impl Around {
    fn new(n: usize) -> Around {
        Around { weight: vec![0.0; n], groups: Vec::new() }
    }

    fn add(&mut self, group: u32, weight: f64) {
        let slot = &mut self.weight[group as usize];
        if *slot == 0.0 {
            self.groups.push(group);
        }
        *slot += weight;
    }

    fn clear(&mut self) {
        for &group in &self.groups {
            self.weight[group as usize] = 0.0;
        }
        self.groups.clear();
    }
}

/// Moves nodes to the group they gain most from, revisiting only those whose surroundings changed.
fn move_nodes(level: &Level, group: &mut [u32], random: &mut ChaCha8Rng) {
    let n = level.graph.len();
    let mut group_strength = vec![0.0; n];
    let mut size = vec![0u32; n];
    for node in 0..n {
        group_strength[group[node] as usize] += level.strength[node];
        size[group[node] as usize] += 1;
    }
    let mut empty: Vec<u32> = (0..n as u32).rev().filter(|&g| size[g as usize] == 0).collect();
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.shuffle(random);
    let mut queue: VecDeque<u32> = order.into();
    let mut queued = vec![true; n];
    let mut around = Around::new(n);
    while let Some(node) = queue.pop_front() {
        queued[node as usize] = false;
        let own = group[node as usize];
        let strength = level.strength[node as usize];
        for (other, weight) in level.graph.row(node) {
            around.add(group[other as usize], weight);
        }
        group_strength[own as usize] -= strength;
        size[own as usize] -= 1;
        let gain = |g: u32, weight: f64| weight - level.price * strength * group_strength[g as usize];
        let mut best = (own, gain(own, around.weight[own as usize]));
        for &candidate in &around.groups {
            let gained = gain(candidate, around.weight[candidate as usize]);
            if gained > best.1 + 1e-12 {
                best = (candidate, gained);
            }
        }
        if best.1 < -1e-12
            && size[own as usize] > 0
            && let Some(&alone) = empty.last()
        {
            best = (alone, 0.0);
        }
        if best.0 != own {
            if size[best.0 as usize] == 0 {
                empty.pop();
            }
            if size[own as usize] == 0 {
                empty.push(own);
            }
            group[node as usize] = best.0;
            for &other in level.graph.neighbours(node) {
                if group[other as usize] != best.0 && !queued[other as usize] {
                    queued[other as usize] = true;
                    queue.push_back(other);
                }
            }
        }
        group_strength[best.0 as usize] += strength;
        size[best.0 as usize] += 1;
        around.clear();
    }
}

/// Splits each group into well-connected parts by merging single nodes, at random in proportion to the gain.
fn refine(level: &Level, group: &[u32], random: &mut ChaCha8Rng) -> Vec<u32> {
    let n = level.graph.len();
    let mut group_strength = vec![0.0; n];
    for node in 0..n {
        group_strength[group[node] as usize] += level.strength[node];
    }
    // Weight from each part to the rest of its group: parts must stay well connected to be joined.
    let mut part: Vec<u32> = (0..n as u32).collect();
    let mut part_strength = level.strength.clone();
    let mut outward: Vec<f64> = (0..n)
        .map(|node| {
            let same =
                level.graph.row(node as u32).filter(|&(other, _)| group[other as usize] == group[node]);
            same.map(|(_, weight)| weight).sum()
        })
        .collect();
    let mut alone = vec![true; n];
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.shuffle(random);
    let mut around = Around::new(n);
    let mut choices: Vec<(u32, f64)> = Vec::new();
    let is_tied = |strength: f64, outward: f64, group: u32| {
        outward >= level.price * strength * (group_strength[group as usize] - strength) - 1e-12
    };
    for node in order {
        let own = group[node as usize];
        let strength = level.strength[node as usize];
        if !alone[node as usize] || !is_tied(strength, outward[node as usize], own) {
            continue;
        }
        for (other, weight) in level.graph.row(node).filter(|&(other, _)| group[other as usize] == own) {
            around.add(part[other as usize], weight);
        }
        choices.clear();
        let mut best = 0.0f64;
        for &candidate in &around.groups {
            let gained = around.weight[candidate as usize]
                - level.price * strength * part_strength[candidate as usize];
            if gained >= 0.0 && is_tied(part_strength[candidate as usize], outward[candidate as usize], own) {
                best = best.max(gained);
                choices.push((candidate, gained));
            }
        }
        if !choices.is_empty() {
            // Gains are on the scale of weights; theta is on that of modularity, hence the relative form.
            let scale = (THETA * best).max(f64::MIN_POSITIVE);
            choices.iter_mut().for_each(|choice| choice.1 = ((choice.1 - best) / scale).exp());
            let mut left = random.random::<f64>() * choices.iter().map(|choice| choice.1).sum::<f64>();
            let mut chosen = choices[choices.len() - 1].0;
            for &(candidate, share) in &choices {
                left -= share;
                if left <= 0.0 {
                    chosen = candidate;
                    break;
                }
            }
            outward[chosen as usize] += outward[node as usize] - 2.0 * around.weight[chosen as usize];
            part_strength[chosen as usize] += strength;
            part_strength[node as usize] = 0.0;
            part[node as usize] = chosen;
            alone[chosen as usize] = false;
            alone[node as usize] = false;
        }
        around.clear();
    }
    renumbered(&part)
}

fn gather(level: &Level, part: &[u32], n_parts: usize) -> Level {
    let mut strength = vec![0.0; n_parts];
    for (node, &to) in part.iter().enumerate() {
        strength[to as usize] += level.strength[node];
    }
    let edges = level.graph.edges().map(|(a, b, weight)| (part[a as usize], part[b as usize], weight));
    Level { graph: Adjacency::undirected(n_parts, edges), strength, price: level.price }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::components::weak_components;
    use crate::measures::fixtures::{any_graph, two_triangles};
    use proptest::prelude::*;

    #[test]
    fn two_triangles_are_two_groups() {
        let found = communities(&two_triangles(), 1.0, 10, 1);
        assert_eq!(found, [0, 0, 0, 1, 1, 1, 2]);
        assert!((modularity(&two_triangles(), &found, 1.0) - (6.0 / 7.0 - 0.5)).abs() < 1e-12);
    }

    #[test]
    fn a_ring_of_cliques_falls_into_its_cliques() {
        let clique = |c: u32| (0..5).flat_map(move |a| (0..a).map(move |b| (5 * c + a, 5 * c + b, 1.0)));
        let ring = (0..8).map(|c| (5 * c, (5 * c + 5) % 40 + 1, 1.0));
        let graph = Adjacency::undirected(40, (0..8).flat_map(clique).chain(ring));
        let found = communities(&graph, 1.0, 10, 7);
        assert_eq!(found, (0..40).map(|person| person / 5).collect::<Vec<u32>>());
    }

    proptest! {
        #[test]
        fn every_group_hangs_together_and_beats_singletons(graph in any_graph(false), seed: u64) {
            let found = communities(&graph, 1.0, 10, seed);
            prop_assert_eq!(&found, &communities(&graph, 1.0, 10, seed));
            let within = graph.reweighed(|a, b, w| if found[a as usize] == found[b as usize] { w } else { 0.0 });
            prop_assert_eq!(&weak_components(&within), &found);
            let alone: Vec<u32> = graph.people().collect();
            prop_assert!(modularity(&graph, &found, 1.0) >= modularity(&graph, &alone, 1.0) - 1e-9);
        }
    }
}
