//! Contacts of different kinds weighed into one tie per pair of people.
//!
//! Layers are not worth the same: an order or a family tie says more about command than a call does. Weighing
//! layers instead of counting rows follows S. Boccaletti et al., "The structure and dynamics of multilayer
//! networks", Physics Reports 544 (2014), and, for criminal groups, P. Bright et al., "Illicit network dynamics",
//! J. Quantitative Criminology 35 (2019).

use super::contacts::{Contacts, median};
use crate::graph::{Adjacency, Contact, ContactGraph, TieKind};

/// What one usual contact of a kind is worth beside a call.
pub(super) fn layer_weight(kind: TieKind) -> f64 {
    match kind {
        TieKind::Order => 2.0,
        TieKind::Kinship => 1.75,
        TieKind::Meeting => 1.5,
        TieKind::Money => 1.5,
        TieKind::Travel => 1.25,
        TieKind::SharedPhone | TieKind::SharedAddress => 1.25,
        TieKind::Call => 1.0,
        TieKind::Unknown => 1.0,
    }
}

/// A tie that was reported is never nothing, however small its weight beside the usual.
const LEAST: f64 = 0.01;

/// Everything between two people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) a: u32,
    pub(super) b: u32,
    /// Weighed evidence of the tie: a single usual call is 1, repeats add less and less.
    pub(super) strength: f64,
    /// Contacts reported.
    pub(super) n_contacts: u32,
    /// Kinds seen, one bit each.
    pub(super) kinds: u16,
    /// Seen once, in one kind that asks for no trust, and not heavier than usual.
    pub(super) is_one_off: bool,
}

/// A network ready to be measured.
pub(super) struct Layers {
    pub(super) graph: ContactGraph,
    pub(super) pairs: Vec<Pair>,
    /// Who is tied to whom; the weight of an arc is the number of its pair.
    pub(super) index: Adjacency,
    /// Weighed ties.
    pub(super) ties: Adjacency,
    /// Middle weight of a contact of each kind.
    pub(super) usual: [f64; TieKind::ALL.len()],
}

impl Layers {
    /// Weighs the contacts of `list`.
    pub(super) fn new(list: &Contacts) -> Layers {
        Layers::from_rows(list.ids.len(), &list.rows, usual_weights(&list.rows))
    }

    /// Weighs some contacts against weights that are usual in the whole list.
    pub(super) fn from_rows(n: usize, rows: &[Contact], usual: [f64; TieKind::ALL.len()]) -> Layers {
        let graph = ContactGraph::new(n, rows);
        let mut order: Vec<(u64, TieKind, u32)> = rows
            .iter()
            .enumerate()
            .map(|(at, c)| {
                (
                    u64::from(c.source.min(c.target)) << 32 | u64::from(c.source.max(c.target)),
                    c.kind,
                    at as u32,
                )
            })
            .collect();
        order.sort_unstable();
        let mut pairs: Vec<Pair> = Vec::new();
        for group in order.chunk_by(|x, y| x.0 == y.0) {
            let mut pair = Pair {
                a: (group[0].0 >> 32) as u32,
                b: group[0].0 as u32,
                strength: 0.0,
                n_contacts: group.len() as u32,
                kinds: 0,
                is_one_off: false,
            };
            let mut amount_of_all = 0.0;
            for layer in group.chunk_by(|x, y| x.1 == y.1) {
                let kind = layer[0].1;
                let believed = |at: u32| {
                    let contact = &rows[at as usize];
                    contact.weight / usual[kind as usize] * contact.grade.reliability() / 0.8
                };
                let amount: f64 = layer.iter().map(|&(_, _, at)| believed(at)).sum();
                pair.strength += layer_weight(kind) * (1.0 + amount).log2().max(LEAST);
                pair.kinds |= 1 << kind as u16;
                amount_of_all += amount;
            }
            let asks_for_trust =
                pair.kinds & (1 << TieKind::Order as u16 | 1 << TieKind::Kinship as u16) != 0;
            pair.is_one_off = group.len() == 1 && amount_of_all <= 1.0 + 1e-9 && !asks_for_trust;
            pairs.push(pair);
        }
        let index =
            Adjacency::undirected(n, pairs.iter().enumerate().map(|(at, pair)| (pair.a, pair.b, at as f64)));
        let ties = index.map_weights(|number| pairs[number as usize].strength);
        Layers { graph, pairs, index, ties, usual }
    }

    /// Counts the people.
    pub(super) fn len(&self) -> usize {
        self.index.len()
    }

    /// Says whether any contact is of one of the kinds.
    pub(super) fn has_kind(&self, kinds: &[TieKind]) -> bool {
        self.pairs.iter().any(|pair| kinds.iter().any(|&kind| pair.kinds & 1 << kind as u16 != 0))
    }

    /// Pairs that `person` is part of.
    pub(super) fn pairs_of(&self, person: u32) -> impl Iterator<Item = (u32, &Pair)> {
        self.index.row(person).map(|(other, number)| (other, &self.pairs[number as usize]))
    }
}

/// Middle weight of a contact of each kind, 1 where there is none.
fn usual_weights(rows: &[Contact]) -> [f64; TieKind::ALL.len()] {
    TieKind::ALL.map(|kind| {
        let mut weights: Vec<f64> =
            rows.iter().filter(|row| row.kind == kind).map(|row| row.weight).collect();
        median(&mut weights).unwrap_or(1.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::GradeBand;

    #[test]
    fn repeats_add_less_and_less_and_trust_is_no_one_off() {
        let mut list = Contacts::default();
        for _ in 0..3 {
            list.push("a", "b", TieKind::Call, None, 1.0, GradeBand::Ungraded, 0);
        }
        list.push("c", "a", TieKind::Call, None, 1.0, GradeBand::Ungraded, 0);
        list.push("c", "b", TieKind::Kinship, None, 1.0, GradeBand::Ungraded, 0);
        let layers = Layers::new(&list);
        let strengths: Vec<f64> = layers.pairs.iter().map(|pair| pair.strength).collect();
        assert_eq!(strengths, [2.0, 1.0, 1.75]);
        assert_eq!(layers.pairs.iter().map(|pair| pair.is_one_off).collect::<Vec<_>>(), [false, true, false]);
    }
}
