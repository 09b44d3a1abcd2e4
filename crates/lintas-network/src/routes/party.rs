//! People in company two by two -> parties: sets of visits that one vehicle, or vehicles on one way, could have made.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::together::{APART_KM, Company, conflicts};
use super::visit::Visit;

/// One part in so many of the visits of a party may contradict the rest: positions and subjects are at times mistaken.
const CONFLICT_IN: usize = 10;

/// Visits in disjoint sets, with path halving (Tarjan and van Leeuwen 1984). Nobody is joined whose visits could not
/// be those of one vehicle, so that a chance meeting does not make one party of two.
pub(crate) struct Parties<'a> {
    visits: &'a [Visit],
    parents: Vec<u32>,
    /// Visits of each set of two at least, in order of time, by root.
    members: HashMap<u32, Vec<u32>>,
    /// Sets held together by people who met at several places.
    established: HashSet<u32>,
    /// Sets that could not be one party.
    refused: HashSet<(u32, u32)>,
}

impl<'a> Parties<'a> {
    pub(crate) fn of(runs: &[Company], visits: &'a [Visit]) -> Parties<'a> {
        Parties {
            visits,
            parents: (0..visits.len() as u32).collect(),
            members: HashMap::with_capacity(runs.len() / 2),
            established: HashSet::new(),
            refused: HashSet::new(),
        }
    }

    /// Joins those who met at several places, in the order given.
    pub(crate) fn join_by_places(&mut self, runs: &[Company]) {
        for run in runs.iter().filter(|run| run.places >= 2) {
            let roots = self.roots_of(run);
            if self.join(&roots) {
                let root = self.root(run.visits[0]);
                self.established.insert(root);
            }
        }
    }

    /// Joins those who met at one place only. Two parties under one roof for a night are not one party: parties that
    /// are each held together by several places are joined only when they met at several places themselves.
    pub(crate) fn join_by_single_places(&mut self, runs: &[Company]) {
        let mut between: BTreeMap<(u32, u32), Vec<&Company>> = BTreeMap::new();
        for run in runs.iter().filter(|run| run.places < 2) {
            let roots = self.roots_of(run);
            let strong: Vec<u32> =
                roots.iter().copied().filter(|root| self.established.contains(root)).collect();
            match strong[..] {
                [first, second, ..] => between.entry((first, second)).or_default().push(run),
                [_] => {
                    if self.join(&roots) {
                        let root = self.root(run.visits[0]);
                        self.established.insert(root);
                    }
                }
                [] => {
                    self.join(&roots);
                }
            }
        }
        for runs in between.values() {
            if runs.iter().any(|run| run.at.near_km(runs[0].at) >= APART_KM) {
                let roots = self.roots_of(runs[0]);
                self.join(&roots);
            }
        }
    }

    /// Returns the visits of each party of two people at least, in order of their first visits.
    pub(crate) fn into_parts(self) -> Vec<Vec<u32>> {
        let visits = self.visits;
        let mut parts: Vec<Vec<u32>> = self
            .members
            .into_values()
            .filter(|part| {
                part.iter().any(|&visit| visits[visit as usize].subject != visits[part[0] as usize].subject)
            })
            .collect();
        parts.sort_unstable();
        parts
    }

    fn roots_of(&mut self, run: &Company) -> Vec<u32> {
        let mut roots: Vec<u32> = run.visits.iter().map(|&visit| self.root(visit)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// Joins sets if they can be one party; tells whether they are one now.
    fn join(&mut self, roots: &[u32]) -> bool {
        let Some(&low) = roots.first() else { return false };
        if roots.len() == 1 {
            return true;
        }
        let large: Vec<u32> = roots.iter().copied().filter(|root| self.members.contains_key(root)).collect();
        let two = match large[..] {
            [first, second] if roots.len() == 2 => Some((first, second)),
            _ => None,
        };
        if two.is_some_and(|two| self.refused.contains(&two)) {
            return false;
        }
        let mut whole: Vec<u32> = Vec::new();
        for root in roots {
            match self.members.get(root) {
                Some(members) => whole.extend(members),
                None => whole.push(*root),
            }
        }
        whole.sort_unstable_by_key(|&visit| (self.visits[visit as usize].from, visit));
        if !large.is_empty() && conflicts(&whole, self.visits) * CONFLICT_IN > whole.len() {
            self.refused.extend(two);
            return false;
        }
        for &root in roots {
            self.parents[root as usize] = low;
            self.members.remove(&root);
            if self.established.remove(&root) {
                self.established.insert(low);
            }
        }
        self.members.insert(low, whole);
        true
    }

    fn root(&mut self, mut visit: u32) -> u32 {
        while self.parents[visit as usize] != visit {
            let grandparent = self.parents[self.parents[visit as usize] as usize];
            self.parents[visit as usize] = grandparent;
            visit = grandparent;
        }
        visit
    }
}
