//! Where somebody may stand whom no source mentions.
//!
//! M. Sparrow, "The application of network analysis to criminal intelligence", Social Networks 13 (1991): the list
//! is incomplete in a way that is not chance, and the best insulated are the least seen. A gap is a possibility to
//! task collection on; nobody is added to the network.

use super::contacts::Contacts;
use super::layers::Layers;
use super::ranking::Unobserved;
use super::signals::SignalTable;
use crate::graph::TieKind;
use crate::measures::components::weak_components;

/// Notes on gaps, most telling first.
pub(super) fn unobserved(
    layers: &Layers,
    list: &Contacts,
    table: &SignalTable,
    score: &[f64],
    order: &[u32],
) -> Vec<Unobserved> {
    let mut notes = Vec::new();
    let id = |person: u32| list.ids.name(person).to_owned();
    let component = weak_components(&layers.ties);
    if table.command.is_some() {
        let heads: Vec<u32> =
            order.iter().copied().take(200).filter(|&person| is_head(layers, table, person)).collect();
        for (at, &first) in heads.iter().enumerate() {
            let apart: Vec<u32> = heads[at + 1..]
                .iter()
                .copied()
                .filter(|&other| component[other as usize] == component[first as usize])
                .filter(|&other| layers.index.weight(first, other).is_none())
                .take(3)
                .collect();
            if !apart.is_empty() {
                let names: Vec<String> = std::iter::once(first).chain(apart).map(id).collect();
                let note = format!(
                    "{} each direct others or receive their money and answer to nobody seen, and no contact between them is reported: somebody insulated or unobserved may stand above them.",
                    listed(&names)
                );
                notes.push(Unobserved { beside: names, note });
                break;
            }
        }
    }
    for &person in order.iter().take(10) {
        let contacts = layers.index.neighbours(person);
        if contacts.len() == 1 && score[person as usize] > 0.5 {
            let through = id(contacts[0]);
            let note = format!(
                "{} is seen only through {through}: an insulated organiser or a person at the edge of what is observed; more contacts of {through} would tell.",
                id(person)
            );
            notes.push(Unobserved { beside: vec![id(person), through], note });
        }
    }
    let parts = parts_without_leader(layers, score, &component);
    for (best, n_members) in parts.into_iter().take(3) {
        let note = format!(
            "A group of {n_members} around {} has no reported contact with the rest: whoever connects it, if anybody does, is insulated or unobserved.",
            id(best)
        );
        notes.push(Unobserved { beside: vec![id(best)], note });
    }
    notes
}

/// Somebody who gives orders or receives money, from two or more, and neither takes orders nor pays anybody seen.
fn is_head(layers: &Layers, table: &SignalTable, person: u32) -> bool {
    if table.busy[person as usize] > 0.3 {
        return false;
    }
    let mut below = std::collections::BTreeSet::new();
    for contact in layers.graph.touching(person) {
        let is_source = contact.source == person;
        match (contact.kind, is_source) {
            (TieKind::Order, true) => drop(below.insert(contact.target)),
            (TieKind::Money, false) => drop(below.insert(contact.source)),
            (TieKind::Order, false) | (TieKind::Money, true) => return false,
            _ => {}
        }
    }
    below.len() >= 2
}

/// The person with the best score and the size of each part of four or more beside the largest.
fn parts_without_leader(layers: &Layers, score: &[f64], component: &[u32]) -> Vec<(u32, usize)> {
    let n_parts = component.iter().max().map_or(0, |&last| last as usize + 1);
    let mut size = vec![0usize; n_parts];
    let mut best = vec![u32::MAX; n_parts];
    for person in layers.index.people() {
        let part = component[person as usize] as usize;
        size[part] += 1;
        if best[part] == u32::MAX || score[person as usize] > score[best[part] as usize] {
            best[part] = person;
        }
    }
    let mut parts: Vec<(u32, usize)> = best.into_iter().zip(size).collect();
    parts.sort_by_key(|&(person, size)| (std::cmp::Reverse(size), person));
    parts.into_iter().skip(1).filter(|part| part.1 >= 4).collect()
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
