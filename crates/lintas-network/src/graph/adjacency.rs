//! One row of neighbours per person: what the measures run on.

use super::contact_graph::bucket;

/// A simple weighted graph in compressed sparse rows: rows sorted, no self-loops, repeated edges merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjacency {
    starts: Vec<u32>,
    targets: Vec<u32>,
    weights: Vec<f64>,
    directed: bool,
}

impl Adjacency {
    /// Builds a graph whose edges go from first to second; weights of repeated edges add up.
    pub fn directed(n: usize, edges: impl IntoIterator<Item = (u32, u32, f64)>) -> Adjacency {
        Adjacency::build(n, edges.into_iter().filter(|edge| edge.0 != edge.1).collect(), true)
    }

    /// Builds a graph whose edges go both ways; `(a, b)` and `(b, a)` are one edge and their weights add up.
    pub fn undirected(n: usize, edges: impl IntoIterator<Item = (u32, u32, f64)>) -> Adjacency {
        let mut both = Vec::new();
        for (a, b, weight) in edges {
            if a != b {
                both.push((a, b, weight));
                both.push((b, a, weight));
            }
        }
        Adjacency::build(n, both, false)
    }

    /// Two counting sorts put the arcs in order of source and target, then repeats are merged in place.
    fn build(n: usize, arcs: Vec<(u32, u32, f64)>, directed: bool) -> Adjacency {
        let (_, by_target) = bucket(n, arcs.iter().map(|arc| arc.1));
        let (starts, order) = bucket(n, by_target.iter().map(|&at| arcs[at as usize].0));
        let mut merged = Adjacency {
            starts: Vec::with_capacity(n + 1),
            targets: Vec::with_capacity(arcs.len()),
            weights: Vec::with_capacity(arcs.len()),
            directed,
        };
        merged.starts.push(0);
        for person in 0..n {
            let row_start = merged.targets.len();
            for &at in &order[starts[person] as usize..starts[person + 1] as usize] {
                let (_, target, weight) = arcs[by_target[at as usize] as usize];
                if merged.targets.len() > row_start
                    && *merged.targets.last().expect("row has an arc") == target
                {
                    *merged.weights.last_mut().expect("row has an arc") += weight;
                } else {
                    merged.targets.push(target);
                    merged.weights.push(weight);
                }
            }
            merged.starts.push(merged.targets.len() as u32);
        }
        merged
    }

    /// Counts the people.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Says whether there are no people.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Says whether edges go one way.
    pub fn is_directed(&self) -> bool {
        self.directed
    }

    /// Counts the arcs: an undirected edge is two.
    pub fn n_arcs(&self) -> usize {
        self.targets.len()
    }

    /// Counts the edges: an undirected edge is one.
    pub fn n_edges(&self) -> usize {
        if self.directed { self.targets.len() } else { self.targets.len() / 2 }
    }

    /// Neighbours that `person` points to, ascending.
    #[inline]
    pub fn neighbours(&self, person: u32) -> &[u32] {
        &self.targets[self.starts[person as usize] as usize..self.starts[person as usize + 1] as usize]
    }

    /// Weights beside [`neighbours`](Self::neighbours).
    #[inline]
    pub fn weights(&self, person: u32) -> &[f64] {
        &self.weights[self.starts[person as usize] as usize..self.starts[person as usize + 1] as usize]
    }

    /// Neighbours with their weights.
    pub fn row(&self, person: u32) -> impl Iterator<Item = (u32, f64)> {
        self.neighbours(person).iter().copied().zip(self.weights(person).iter().copied())
    }

    /// Counts the neighbours that `person` points to.
    #[inline]
    pub fn degree(&self, person: u32) -> usize {
        (self.starts[person as usize + 1] - self.starts[person as usize]) as usize
    }

    /// Weight of the edge from `a` to `b`, if there is one.
    pub fn weight(&self, a: u32, b: u32) -> Option<f64> {
        let at = self.neighbours(a).binary_search(&b).ok()?;
        Some(self.weights(a)[at])
    }

    /// People in order of their numbers.
    pub fn people(&self) -> std::ops::Range<u32> {
        0..self.len() as u32
    }

    /// Every edge once: for an undirected graph the one with the smaller number first.
    pub fn edges(&self) -> impl Iterator<Item = (u32, u32, f64)> {
        self.people().flat_map(move |person| {
            self.row(person)
                .filter(move |&(other, _)| self.directed || person < other)
                .map(move |(other, weight)| (person, other, weight))
        })
    }

    /// The same graph with every edge turned round; an undirected graph comes back as it is.
    pub fn reversed(&self) -> Adjacency {
        if !self.directed {
            return self.clone();
        }
        let arcs = self.edges().map(|(from, to, weight)| (to, from, weight)).collect();
        Adjacency::build(self.len(), arcs, true)
    }

    /// The same edges without their direction.
    pub fn without_direction(&self) -> Adjacency {
        if !self.directed {
            return self.clone();
        }
        Adjacency::undirected(self.len(), self.edges())
    }

    /// The same graph without the people for whom `drop` holds; they stay as isolated numbers.
    pub fn without(&self, drop: impl Fn(u32) -> bool) -> Adjacency {
        let mut kept = Adjacency {
            starts: vec![0],
            targets: Vec::with_capacity(self.targets.len()),
            weights: Vec::with_capacity(self.targets.len()),
            directed: self.directed,
        };
        for person in self.people() {
            if !drop(person) {
                for (other, weight) in self.row(person).filter(|&(other, _)| !drop(other)) {
                    kept.targets.push(other);
                    kept.weights.push(weight);
                }
            }
            kept.starts.push(kept.targets.len() as u32);
        }
        kept
    }

    /// The same edges with other weights, each made from the old one.
    pub fn map_weights(&self, weigh: impl Fn(f64) -> f64) -> Adjacency {
        Adjacency { weights: self.weights.iter().map(|&weight| weigh(weight)).collect(), ..self.clone() }
    }

    /// The same graph with each weight replaced by what `weigh(from, to, weight)` makes of it; zero or less drops it.
    ///
    /// For an undirected graph `weigh` must not depend on which end comes first.
    pub fn reweighed(&self, weigh: impl Fn(u32, u32, f64) -> f64) -> Adjacency {
        let mut kept = Adjacency {
            starts: vec![0],
            targets: Vec::with_capacity(self.targets.len()),
            weights: Vec::with_capacity(self.targets.len()),
            directed: self.directed,
        };
        for person in self.people() {
            for (other, weight) in self.row(person) {
                let weight = weigh(person, other, weight);
                if weight > 0.0 {
                    kept.targets.push(other);
                    kept.weights.push(weight);
                }
            }
            kept.starts.push(kept.targets.len() as u32);
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_merge_and_self_contacts_go() {
        let graph = Adjacency::undirected(3, [(0, 1, 1.0), (1, 0, 2.0), (2, 2, 9.0), (2, 1, 4.0)]);
        assert_eq!(graph.n_edges(), 2);
        assert_eq!(graph.row(1).collect::<Vec<_>>(), [(0, 3.0), (2, 4.0)]);
        assert_eq!(graph.weight(2, 2), None);
        let directed = Adjacency::directed(3, [(0, 1, 1.0), (0, 1, 1.0), (1, 0, 5.0)]);
        assert_eq!(directed.reversed().row(1).collect::<Vec<_>>(), [(0, 2.0)]);
        assert_eq!(directed.without_direction().weight(0, 1), Some(7.0));
        assert_eq!(directed.without(|person| person == 0).n_arcs(), 0);
    }
}
