//! From what happened to what a list says of it: coverage, taps, cascades of calls, counts, and names.

use std::collections::BTreeMap;

use lintas_network::graph::TieKind;
use rand::{RngExt, seq::SliceRandom};

use super::maker::{Maker, Raw};
use super::{Coverage, MadeContact, Part, SyntheticNetwork};

const HOUR: i64 = 3_600;

impl Maker {
    /// Lets what goes down the chain follow within hours on what came down to its sender.
    ///
    /// An order is carried out by passing it on; only the timing changes, not who is in contact with whom.
    fn cascade(&mut self) {
        let likely = self.style.cascade;
        if likely <= 0.0 {
            return;
        }
        for level in [Part::Lieutenant, Part::CellHead] {
            let mut heard: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
            for &(from, to, _, time, _) in &self.contacts {
                if self.parts[to] == level && self.parts[from] < level {
                    heard.entry(to).or_default().push(time);
                }
            }
            for at in 0..self.contacts.len() {
                let (from, to, ..) = self.contacts[at];
                let is_down =
                    self.parts[from] == level && self.parts[to] > level && self.parts[to] <= Part::Member;
                if let Some(times) = heard.get(&from).filter(|_| is_down)
                    && self.random.random_bool(likely)
                {
                    let after = times[self.random.random_range(0..times.len())];
                    self.contacts[at].3 = after + self.random.random_range(HOUR / 4..9 * HOUR);
                }
            }
        }
    }

    /// Keeps what the sources cover.
    fn cover(&mut self) {
        let coverage = self.style.coverage;
        if coverage != Coverage::Everything {
            let random = &mut self.random;
            let seen = |&(from, to, kind, time, weight): &Raw| match (coverage, kind) {
                (_, TieKind::Order) => Some((from, to, TieKind::Call, time, weight)),
                (Coverage::WithoutOrders, _) | (_, TieKind::Call) => Some((from, to, kind, time, weight)),
                (_, TieKind::Meeting) => Some((from, to, TieKind::Call, time, 1.0)),
                (_, TieKind::Money) => {
                    random.random_bool(0.5).then_some((from, to, TieKind::Call, time, 1.0))
                }
                _ => None,
            };
            self.contacts = self.contacts.iter().filter_map(seen).collect();
        }
        if self.style.tapped < 1.0 {
            // Telephones are tapped where traffic is: bosses change theirs before anybody knows the number.
            let share = self.style.tapped;
            let mut is_tapped = Vec::with_capacity(self.parts.len());
            for part in &self.parts {
                let likely = match part {
                    Part::Lieutenant | Part::CellHead => 2.0 * share,
                    Part::Outsider | Part::Bystander => 0.3 * share,
                    Part::Boss => 0.5 * share,
                    _ => share,
                };
                is_tapped.push(self.random.random_bool(likely.min(1.0)));
            }
            self.contacts.retain(|contact| is_tapped[contact.0] || is_tapped[contact.1]);
        }
    }

    /// Gives ids in an order that says nothing, merges repeats where the list has no weights, and sorts by time.
    pub(super) fn finish(mut self) -> SyntheticNetwork {
        self.cascade();
        self.cover();
        let n = self.parts.len();
        let mut numbers: Vec<usize> = (1..=n).collect();
        numbers.shuffle(&mut self.random);
        let id = |person: usize| format!("P{:04}", numbers[person]);
        let mut contacts: Vec<MadeContact> = Vec::new();
        let mut places = BTreeMap::new();
        for &(from, to, kind, time, weight) in &self.contacts {
            let turned = !self.style.directions && self.random.random_bool(0.5);
            let (from, to) = if turned { (to, from) } else { (from, to) };
            // Without kinds an amount of money cannot be told from a count.
            let weight = if self.style.kinds { weight } else { 1.0 };
            let pair = if self.style.counted && self.style.directions {
                (from, to, self.style.kinds.then_some(kind))
            } else {
                (from.min(to), from.max(to), self.style.kinds.then_some(kind))
            };
            let first = *places.entry(pair).or_insert(contacts.len());
            let is_first = first == contacts.len();
            if self.style.counted && !is_first {
                contacts[first].weight += if self.style.weights { weight } else { 0.0 };
            } else if self.style.weights || self.style.times || is_first {
                contacts.push(MadeContact { source: id(from), target: id(to), kind, time, weight });
            }
        }
        contacts.sort_by(|a, b| {
            (a.time, &a.source, &a.target, a.kind).cmp(&(b.time, &b.source, &b.target, b.kind))
        });
        let mut people: Vec<(String, Part)> =
            self.parts.iter().enumerate().map(|(at, &part)| (id(at), part)).collect();
        people.sort();
        SyntheticNetwork { style: self.style, contacts, people }
    }
}
