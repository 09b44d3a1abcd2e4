//! Every contact, kept apart, reachable from either end.

use super::{Adjacency, Contact, TieKind};

/// A directed multigraph in compressed sparse rows: contacts sorted by source, with a second index by target.
#[derive(Debug, Clone)]
pub struct ContactGraph {
    contacts: Vec<Contact>,
    out_starts: Vec<u32>,
    in_starts: Vec<u32>,
    in_order: Vec<u32>,
}

impl ContactGraph {
    /// Builds the two indexes over `contacts` among `n` people; the order within one source is kept.
    ///
    /// Panics when a contact names a person not below `n`.
    pub fn new(n: usize, contacts: &[Contact]) -> ContactGraph {
        let (out_starts, out_order) = bucket(n, contacts.iter().map(|contact| contact.source));
        let contacts: Vec<Contact> = out_order.iter().map(|&at| contacts[at as usize]).collect();
        let (in_starts, in_order) = bucket(n, contacts.iter().map(|contact| contact.target));
        ContactGraph { contacts, out_starts, in_starts, in_order }
    }

    /// Counts the people.
    pub fn len(&self) -> usize {
        self.out_starts.len() - 1
    }

    /// Says whether there are no people.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every contact, by source.
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// Contacts in which `person` is named first.
    pub fn outgoing(&self, person: u32) -> &[Contact] {
        &self.contacts
            [self.out_starts[person as usize] as usize..self.out_starts[person as usize + 1] as usize]
    }

    /// Contacts in which `person` is named second.
    pub fn incoming(&self, person: u32) -> impl Iterator<Item = &Contact> {
        let range = self.in_starts[person as usize] as usize..self.in_starts[person as usize + 1] as usize;
        self.in_order[range].iter().map(|&at| &self.contacts[at as usize])
    }

    /// Contacts of `person` on either side; a contact with oneself comes twice.
    pub fn touching(&self, person: u32) -> impl Iterator<Item = &Contact> {
        self.outgoing(person).iter().chain(self.incoming(person))
    }

    /// Contacts between two people, in either direction.
    pub fn between(&self, a: u32, b: u32) -> impl Iterator<Item = &Contact> {
        let forth = self.outgoing(a).iter().filter(move |contact| contact.target == b);
        let back = self.outgoing(b).iter().filter(move |contact| contact.target == a && a != b);
        forth.chain(back)
    }

    /// Merges the contacts for which `keep` holds into an undirected adjacency of summed weights.
    pub fn undirected(&self, keep: impl Fn(&Contact) -> bool) -> Adjacency {
        let edges = self.contacts.iter().filter(|contact| keep(contact));
        Adjacency::undirected(
            self.len(),
            edges.map(|contact| (contact.source, contact.target, contact.weight)),
        )
    }

    /// Merges the contacts of one kind into a directed adjacency of summed weights.
    pub fn layer(&self, kind: TieKind) -> Adjacency {
        let edges = self.contacts.iter().filter(|contact| contact.kind == kind);
        Adjacency::directed(self.len(), edges.map(|contact| (contact.source, contact.target, contact.weight)))
    }
}

/// Counting sort: where each bucket starts, and the order that puts the keys into their buckets.
pub(super) fn bucket(n: usize, keys: impl Iterator<Item = u32> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; n + 1];
    let mut count = 0u32;
    for key in keys.clone() {
        starts[key as usize + 1] += 1;
        count += 1;
    }
    for at in 0..n {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut order = vec![0u32; count as usize];
    for (at, key) in keys.enumerate() {
        order[next[key as usize] as usize] = at as u32;
        next[key as usize] += 1;
    }
    (starts, order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::GradeBand;

    fn contact(source: u32, target: u32, weight: f64) -> Contact {
        Contact {
            source,
            target,
            kind: TieKind::Call,
            time: None,
            weight,
            grade: GradeBand::Ungraded,
            record: 0,
        }
    }

    #[test]
    fn every_contact_is_reachable_from_both_ends() {
        let graph = ContactGraph::new(
            4,
            &[contact(2, 0, 1.0), contact(0, 1, 2.0), contact(2, 1, 3.0), contact(0, 1, 4.0)],
        );
        assert_eq!(graph.outgoing(0).iter().map(|c| c.weight).collect::<Vec<_>>(), [2.0, 4.0]);
        assert_eq!(graph.incoming(1).map(|c| c.weight).collect::<Vec<_>>(), [2.0, 4.0, 3.0]);
        assert_eq!(graph.touching(3).count(), 0);
        assert_eq!(graph.between(1, 0).count(), 2);
        let merged = graph.undirected(|_| true);
        assert_eq!(merged.row(0).collect::<Vec<_>>(), [(1, 6.0), (2, 1.0)]);
    }
}
