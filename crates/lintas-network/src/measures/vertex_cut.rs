//! The fewest people whose loss separates two others.
//!
//! K. Menger (1927): as many as there are paths between the two that share nobody. Found as a flow through
//! split people, S. Even, *Graph Algorithms* (1979), ch. 6, with the shortest augmenting paths of J. Edmonds &
//! R. Karp, J. ACM 19 (1972).

use std::collections::HashMap;

use crate::graph::Adjacency;

/// Finds a smallest set of others whose loss leaves no path from `from` to `to`, ascending.
///
/// Empty when there is no path to begin with; `None` when the two are in direct contact or the same person, so
/// that nobody's loss separates them. Of several smallest sets, the one nearest to `from`.
pub fn minimum_vertex_cut(graph: &Adjacency, from: u32, to: u32) -> Option<Vec<u32>> {
    if from == to || graph.weight(from, to).is_some() {
        return None;
    }
    let incoming = graph.reversed();
    // The people a path goes through, each with the one before on that path.
    let mut before: HashMap<u32, u32> = HashMap::new();
    loop {
        let search = Search::run(graph, &incoming, from, to, &before);
        if !search.reached {
            let cut = graph.people().filter(|&person| search.entered(person) && !search.left(person));
            return Some(cut.collect());
        }
        search.augment(&mut before);
    }
}

/// A side of a split person: contacts arrive at `In` and leave from `Out`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    In(u32),
    Out(u32),
}

struct Search {
    came_in: Vec<Option<Side>>,
    came_out: Vec<Option<Side>>,
    from: u32,
    reached: bool,
    last: u32,
}

impl Search {
    fn run(
        graph: &Adjacency,
        incoming: &Adjacency,
        from: u32,
        to: u32,
        before: &HashMap<u32, u32>,
    ) -> Search {
        let n = graph.len();
        let mut search =
            Search { came_in: vec![None; n], came_out: vec![None; n], from, reached: false, last: from };
        let mut queue = std::collections::VecDeque::from([Side::Out(from)]);
        search.came_out[from as usize] = Some(Side::Out(from));
        while let Some(side) = queue.pop_front() {
            match side {
                Side::Out(person) => {
                    for &other in graph.neighbours(person) {
                        if other == to {
                            search.reached = true;
                            search.last = person;
                            return search;
                        }
                        if other != from && search.came_in[other as usize].is_none() {
                            search.came_in[other as usize] = Some(side);
                            queue.push_back(Side::In(other));
                        }
                    }
                    // Against the flow through the person.
                    if person != from
                        && before.contains_key(&person)
                        && search.came_in[person as usize].is_none()
                    {
                        search.came_in[person as usize] = Some(side);
                        queue.push_back(Side::In(person));
                    }
                }
                Side::In(person) => {
                    if !before.contains_key(&person) && search.came_out[person as usize].is_none() {
                        search.came_out[person as usize] = Some(side);
                        queue.push_back(Side::Out(person));
                    }
                    // Against the flow that arrives at the person.
                    if let Some(&earlier) = before.get(&person)
                        && earlier != from
                        && incoming.neighbours(person).binary_search(&earlier).is_ok()
                        && search.came_out[earlier as usize].is_none()
                    {
                        search.came_out[earlier as usize] = Some(side);
                        queue.push_back(Side::Out(earlier));
                    }
                }
            }
        }
        search
    }

    fn entered(&self, person: u32) -> bool {
        self.came_in[person as usize].is_some()
    }

    fn left(&self, person: u32) -> bool {
        self.came_out[person as usize].is_some()
    }

    /// Walks the found path backwards and turns it into flow.
    fn augment(&self, before: &mut HashMap<u32, u32>) {
        let mut added: Vec<(u32, u32)> = Vec::new();
        let mut removed: Vec<u32> = Vec::new();
        let mut side = Side::Out(self.last);
        while side != Side::Out(self.from) {
            let earlier = match side {
                Side::In(person) => self.came_in[person as usize],
                Side::Out(person) => self.came_out[person as usize],
            };
            let earlier = earlier.expect("the path was searched from its start");
            match (earlier, side) {
                (Side::Out(a), Side::In(b)) if a != b => added.push((a, b)),
                (Side::In(b), Side::Out(a)) if a != b => removed.push(b),
                _ => {}
            }
            side = earlier;
        }
        for person in removed {
            before.remove(&person);
        }
        for (earlier, person) in added {
            before.insert(person, earlier);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::fixtures::{all_distances, any_graph, two_triangles};
    use proptest::prelude::*;

    #[test]
    fn one_go_between_is_the_cut() {
        assert_eq!(minimum_vertex_cut(&two_triangles(), 0, 4), Some(vec![2]));
        assert_eq!(minimum_vertex_cut(&two_triangles(), 0, 6), Some(vec![]));
        assert_eq!(minimum_vertex_cut(&two_triangles(), 0, 1), None);
        assert_eq!(minimum_vertex_cut(&two_triangles(), 0, 0), None);
    }

    fn check(graph: &Adjacency) -> Result<(), TestCaseError> {
        let to = graph.len() as u32 - 1;
        let Some(cut) = minimum_vertex_cut(graph, 0, to) else { return Ok(()) };
        let apart = |gone: &[u32]| {
            let distance = all_distances(&graph.without(|p| gone.contains(&p)));
            distance[0][to as usize] >= graph.len()
        };
        prop_assert!(!cut.contains(&0) && !cut.contains(&to));
        prop_assert!(apart(&cut));
        // No smaller set does it: try every one.
        let others: Vec<u32> = (1..to).collect();
        for choice in 0u32..1 << others.len() {
            if (choice.count_ones() as usize) < cut.len() {
                let gone: Vec<u32> = others.iter().copied().filter(|&p| choice >> (p - 1) & 1 == 1).collect();
                prop_assert!(!apart(&gone), "{:?} beats {:?}", gone, cut);
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_smaller_set_separates_the_two(graph in any_graph(false)) {
            check(&graph)?;
        }

        #[test]
        fn no_smaller_set_separates_the_two_when_directed(graph in any_graph(true)) {
            check(&graph)?;
        }
    }
}
