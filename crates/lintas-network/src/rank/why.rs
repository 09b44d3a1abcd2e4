//! Why a person stands where they stand, in sentences that name the contacts.

use super::contacts::{Contacts, TimeScale};
use super::layers::{Layers, Pair};
use super::people::{People, Standing};
use super::signals::SignalTable;
use super::unobserved::listed;
use crate::graph::{Contact, TieKind};
use crate::routes::instant;

/// People named in one sentence at most.
const NAMED: usize = 3;

/// What is said of somebody without a contact.
const NOTHING_KNOWN: &str = "No usable contact of this person is in the list, so nothing can be said.";

/// One sentence and the contacts it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reason {
    pub(super) sentence: String,
    /// `record` of each contact, ascending.
    pub(super) records: Vec<u32>,
}

impl Reason {
    fn on(sentence: String, contacts: impl IntoIterator<Item = Contact>) -> Reason {
        let mut records: Vec<u32> = contacts.into_iter().map(|contact| contact.record).collect();
        records.sort_unstable();
        records.dedup();
        Reason { sentence, records }
    }

    fn on_nothing(sentence: &str) -> Reason {
        Reason { sentence: sentence.to_owned(), records: Vec::new() }
    }
}

/// What the sentences are made from.
pub(super) struct Reasons<'a> {
    pub(super) list: &'a Contacts,
    pub(super) layers: &'a Layers,
    pub(super) table: &'a SignalTable,
    pub(super) people: &'a People,
}

/// Contacts of one kind with one other person.
struct Bundle {
    other: u32,
    contacts: Vec<Contact>,
}

impl Reasons<'_> {
    /// Every reason, the weightiest first.
    pub(super) fn all(&self, person: u32) -> Vec<Reason> {
        let at = person as usize;
        if self.layers.index.degree(person) == 0 {
            return vec![Reason::on_nothing(NOTHING_KNOWN)];
        }
        let mut why = Vec::new();
        if self.table.busy[at] > 0.3 {
            why.push(self.busy(person));
        }
        why.extend(self.flow(person, TieKind::Order));
        why.extend(self.flow(person, TieKind::Money));
        why.extend(self.quiet(person));
        why.extend(self.initiative(person));
        why.extend(self.kinship(person));
        let separated = self.table.cleared.pairs_separated[at];
        if separated >= 1.0 {
            let pairs = if separated == 1.0 { "pair of others loses" } else { "pairs of others lose" };
            let sentence = format!("Without this person {separated:.0} {pairs} every path to each other.");
            why.push(Reason::on(sentence, self.touching(person)));
        }
        if let Some(persistence) = &self.table.persistence
            && persistence[at] >= 0.99
        {
            let sentence = "In contact in every phase of the list, while others come and go.".to_owned();
            why.push(Reason::on(sentence, self.touching(person).filter(|contact| contact.time.is_some())));
        }
        why.push(self.strongest(person));
        why.extend(self.noted(person).map(Reason::on_nothing));
        why
    }

    /// What an officer noted, and what it did to the score.
    fn noted(&self, person: u32) -> Option<&'static str> {
        let known = self.people.by_id.get(self.list.ids.name(person))?;
        Some(match known.standing()? {
            Standing::Above => "An officer noted a directing part, which raises the score a little.",
            Standing::Below => "An officer noted a carrying-out part, which lowers the score.",
            Standing::Bystander => "Noted as a business or service, which lowers the score much.",
        })
    }

    /// The strongest tie alone, for the many who are far from the first places.
    pub(super) fn brief(&self, person: u32) -> Vec<Reason> {
        let strongest = self
            .layers
            .pairs_of(person)
            .max_by(|x, y| x.1.strength.total_cmp(&y.1.strength).then(y.0.cmp(&x.0)));
        let Some((other, pair)) = strongest else { return vec![Reason::on_nothing(NOTHING_KNOWN)] };
        let (n, degree) = (pair.n_contacts, self.layers.index.degree(person));
        let contacts = TieKind::Unknown.noun(n as usize);
        let sentence = format!("Strongest of {degree} ties: {} ({n} {contacts}).", self.name(other));
        vec![Reason::on(sentence, self.layers.graph.between(person, other).copied())]
    }

    /// The strongest ties, named.
    fn strongest(&self, person: u32) -> Reason {
        let mut ties: Vec<(u32, &Pair)> = self.layers.pairs_of(person).collect();
        ties.sort_by(|x, y| y.1.strength.total_cmp(&x.1.strength).then(x.0.cmp(&y.0)));
        let n_more = ties.len().saturating_sub(NAMED);
        let named: Vec<String> = ties.iter().take(NAMED).map(|&(other, _)| self.tie(person, other)).collect();
        let more = if n_more > 0 { format!("; {n_more} more") } else { String::new() };
        let contacts =
            ties.iter().take(NAMED).flat_map(|&(other, _)| self.layers.graph.between(person, other).copied());
        Reason::on(format!("Strongest ties: {}{more}.", named.join("; ")), contacts)
    }

    fn touching(&self, person: u32) -> impl Iterator<Item = Contact> {
        self.layers.graph.touching(person).copied()
    }

    fn name(&self, person: u32) -> &str {
        let id = self.list.ids.name(person);
        self.people.by_id.get(id).and_then(|known| known.label.as_deref()).unwrap_or(id)
    }

    /// `B: 3 calls and 1 meeting, 2016-01-04 to 2016-03-02`.
    fn tie(&self, person: u32, other: u32) -> String {
        let contacts: Vec<Contact> = self.layers.graph.between(person, other).copied().collect();
        let kinds: Vec<String> = TieKind::ALL
            .into_iter()
            .map(|kind| (kind, contacts.iter().filter(|contact| contact.kind == kind).count()))
            .filter(|&(_, n)| n > 0)
            .map(|(kind, n)| format!("{n} {}", kind.noun(n)))
            .collect();
        let weight: f64 = contacts.iter().map(|contact| contact.weight).sum();
        // A list without repeats carries the number of calls or the strength in its weights.
        let weight = if contacts.len() == 1 && self.list.has_weights {
            format!(" of weight {weight}")
        } else {
            String::new()
        };
        format!("{}: {}{weight}{}", self.name(other), listed(&kinds), self.dates(&contacts))
    }

    fn dates(&self, contacts: &[Contact]) -> String {
        let times = contacts.iter().filter_map(|contact| contact.time);
        let Some((first, last)) = times.fold(None, |span: Option<(i64, i64)>, time| {
            Some(span.map_or((time, time), |(first, last)| (first.min(time), last.max(time))))
        }) else {
            return String::new();
        };
        let show = |time: i64| match self.list.time_scale {
            TimeScale::Calendar => {
                let (year, month, day) = instant::date_of(time);
                format!("{year:04}-{month:02}-{day:02}")
            }
            TimeScale::Ordinal => format!("phase {time}"),
        };
        let (first, last) = (show(first), show(last));
        if first == last { format!(", {first}") } else { format!(", {first} to {last}") }
    }

    /// Contacts of a kind, by the other person, most first.
    fn bundles(&self, contacts: impl Iterator<Item = Contact>, person: u32) -> Vec<Bundle> {
        let mut sorted: Vec<(u32, Contact)> = contacts.map(|c| (c.source ^ c.target ^ person, c)).collect();
        sorted.sort_by_key(|&(other, _)| other);
        let mut bundles: Vec<Bundle> = sorted
            .chunk_by(|x, y| x.0 == y.0)
            .map(|group| Bundle {
                other: group[0].0,
                contacts: group.iter().map(|&(_, contact)| contact).collect(),
            })
            .collect();
        let weight = |bundle: &Bundle| bundle.contacts.iter().map(|contact| contact.weight).sum::<f64>();
        bundles.sort_by(|x, y| weight(y).total_cmp(&weight(x)).then(x.other.cmp(&y.other)));
        bundles
    }

    fn name_bundles(&self, bundles: &[Bundle], kind: TieKind) -> String {
        let one = |bundle: &Bundle| {
            let n = bundle.contacts.len();
            format!("{} ({n} {}{})", self.name(bundle.other), kind.noun(n), self.dates(&bundle.contacts))
        };
        let mut named: Vec<String> = bundles.iter().take(NAMED).map(one).collect();
        if bundles.len() > NAMED {
            named.push(format!("{} more", bundles.len() - NAMED));
        }
        listed(&named)
    }

    /// Orders given and taken, or money received and paid.
    fn flow(&self, person: u32, kind: TieKind) -> Option<Reason> {
        if !self.layers.has_kind(&[kind]) {
            return None;
        }
        let outgoing =
            self.layers.graph.outgoing(person).iter().copied().filter(|contact| contact.kind == kind);
        let outgoing = self.bundles(outgoing, person);
        let incoming = self.layers.graph.incoming(person).copied().filter(|contact| contact.kind == kind);
        let incoming = self.bundles(incoming, person);
        let (up, down, up_verb, down_verb, nobody) = match kind {
            TieKind::Order => {
                (outgoing, incoming, "Gives orders to", "takes orders from", "takes none from anybody seen")
            }
            _ => (incoming, outgoing, "Receives money from", "pays", "pays nobody seen"),
        };
        let sentence = match (up.is_empty(), down.is_empty()) {
            (true, true) => return None,
            (false, true) => format!("{up_verb} {}; {nobody}.", self.name_bundles(&up, kind)),
            (false, false) => format!(
                "{up_verb} {}; {down_verb} {}.",
                self.name_bundles(&up, kind),
                self.name_bundles(&down, kind)
            ),
            (true, false) => {
                let verb = if kind == TieKind::Order { "Takes orders from" } else { "Pays" };
                let nobody = if kind == TieKind::Order {
                    "gives none that were seen"
                } else {
                    "receives no money that was seen"
                };
                format!("{verb} {}; {nobody}.", self.name_bundles(&down, kind))
            }
        };
        let contacts = up.into_iter().chain(down).flat_map(|bundle| bundle.contacts);
        Some(Reason::on(sentence, contacts))
    }

    /// Few contacts, but ones that matter.
    fn quiet(&self, person: u32) -> Option<Reason> {
        let degree = self.layers.index.degree(person);
        let position = &self.table.positions.of[person as usize];
        let mut keepers: Vec<(usize, u32)> = self
            .layers
            .index
            .neighbours(person)
            .iter()
            .filter(|&&other| self.table.busy[other as usize] < 0.3)
            .map(|&other| (self.layers.index.degree(other), other))
            .filter(|&(theirs, _)| theirs > degree)
            .collect();
        keepers.sort_by_key(|&(theirs, other)| (std::cmp::Reverse(theirs), other));
        let is_telling = self.table.standing[person as usize] >= 0.6
            || position.through_brokers.max(position.active_deputies) >= 0.8;
        if degree > 8 || keepers.is_empty() || !is_telling {
            return None;
        }
        keepers.truncate(NAMED);
        let named: Vec<String> = keepers
            .iter()
            .map(|&(theirs, other)| format!("{} ({theirs} contacts)", self.name(other)))
            .collect();
        let groups = if keepers.len() > 1 && position.behind_groups >= 0.6 {
            ", each with a group of their own behind them"
        } else {
            ""
        };
        let contacts =
            keepers.iter().flat_map(|&(_, other)| self.layers.graph.between(person, other).copied());
        Some(Reason::on(
            format!("Quiet: only {degree} contacts, but through {}{groups}.", listed(&named)),
            contacts,
        ))
    }

    /// What those whom the person calls do next.
    fn initiative(&self, person: u32) -> Option<Reason> {
        let times = *self.table.positions.passed_on.get(person as usize)?;
        let is_first = self.table.positions.of[person as usize].initiative.is_some_and(|share| share >= 0.8);
        if !is_first || times < 1.5 || self.table.busy[person as usize] > 0.3 {
            return None;
        }
        let sentence = format!(
            "Within 12 hours of hearing from this person, those contacted turn to others {times:.1} times as often as usual."
        );
        Some(Reason::on(sentence, self.layers.graph.outgoing(person).iter().copied()))
    }

    fn kinship(&self, person: u32) -> Option<Reason> {
        let is_kinship = |contact: &Contact| contact.kind == TieKind::Kinship;
        let mut kin: Vec<u32> = self
            .touching(person)
            .filter(is_kinship)
            .map(|contact| contact.source ^ contact.target ^ person)
            .collect();
        kin.sort_unstable();
        kin.dedup();
        kin.truncate(NAMED);
        let named: Vec<String> = kin.iter().map(|&other| self.name(other).to_owned()).collect();
        let contacts = self.touching(person).filter(is_kinship);
        (!kin.is_empty()).then(|| Reason::on(format!("Family of {}.", listed(&named)), contacts))
    }

    fn busy(&self, person: u32) -> Reason {
        let degree = self.layers.index.degree(person);
        let n_single = self.layers.pairs_of(person).filter(|(_, pair)| pair.is_one_off).count();
        let sentence = format!(
            "Looks merely busy: {degree} contacts, {n_single} of them made once, with people who mostly have nothing to do with each other, as a shop or a service has."
        );
        Reason::on(sentence, self.touching(person))
    }
}
