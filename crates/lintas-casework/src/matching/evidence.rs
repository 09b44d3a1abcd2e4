//! What is known of an entity, as far as it can tell whether another one is the same.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::property::Property;
use lintas_model::record::Statement;
use lintas_model::{EntityKind, RecordId};
use lintas_names::Name;
use lintas_names::compare::{Comparison, Frequencies, compare};
use lintas_names::organisation::{Organisation, compare_organisations};
use lintas_store::Mark;

/// Names of an entity that are compared; a list of sanctions states a hundred spellings of one.
const MOST_NAMES: usize = 16;

/// A name as it is compared.
#[derive(Debug, Clone)]
pub(crate) enum Read {
    /// Of a person.
    Person(Name),
    /// Of a body of people.
    Organisation(Organisation),
}

impl Read {
    /// Reads a name of an entity of some kind; other things than persons and organisations are known by their numbers.
    pub(crate) fn of(kind: EntityKind, written: &str) -> Option<Self> {
        match kind {
            EntityKind::Person => Name::read(written).ok().map(Self::Person),
            EntityKind::Organisation => Organisation::read(written).ok().map(Self::Organisation),
            _ => None,
        }
    }

    /// As it was written.
    pub(crate) fn written(&self) -> &str {
        match self {
            Self::Person(name) => name.written(),
            Self::Organisation(body) => body.written(),
        }
    }

    /// How probable it is that both are one name.
    pub(crate) fn compared(&self, other: &Self) -> Option<Comparison> {
        let frequencies = Frequencies::general();
        match (self, other) {
            (Self::Person(left), Self::Person(right)) => Some(compare(left, right, &frequencies)),
            (Self::Organisation(left), Self::Organisation(right)) => {
                Some(compare_organisations(left, right, &frequencies))
            }
            _ => None,
        }
    }
}

/// A value that can tell entities apart, in the form in which it is compared.
pub(crate) type Telling = (Property, String);

/// What some statements say of an entity.
#[derive(Debug, Clone)]
pub(crate) struct Evidence {
    /// What it is.
    pub(crate) kind: EntityKind,
    /// Its names, each once.
    pub(crate) names: Vec<Read>,
    /// Dates of birth, exact to the day.
    pub(crate) births: BTreeSet<String>,
    /// Numbers and addresses that point to one holder, in normal form.
    pub(crate) identifiers: BTreeSet<Telling>,
    /// What each statement says that counts here.
    said: BTreeMap<RecordId, BTreeSet<Telling>>,
}

impl Evidence {
    /// Draws from statements about one entity, oldest first; none from no statement.
    pub(crate) fn of<'s>(statements: impl Iterator<Item = (&'s Mark, &'s Statement)>) -> Option<Self> {
        let mut evidence: Option<Self> = None;
        for (mark, statement) in statements {
            let found = evidence.get_or_insert_with(|| Self {
                kind: statement.kind,
                names: Vec::new(),
                births: BTreeSet::new(),
                identifiers: BTreeSet::new(),
                said: BTreeMap::new(),
            });
            found.take(mark, statement);
        }
        evidence
    }

    fn take(&mut self, mark: &Mark, statement: &Statement) {
        let home = mark.originator.country();
        let mut said = BTreeSet::new();
        for (property, values) in &statement.says {
            for asserted in values {
                let text = asserted.value.to_string();
                match property {
                    Property::Name | Property::Alias | Property::FormerName | Property::Nickname => {
                        self.name(&text);
                        said.insert((Property::Name, text));
                    }
                    Property::BirthDate => {
                        if text.len() == 10 {
                            self.births.insert(text.clone());
                        }
                        said.insert((*property, text));
                    }
                    Property::Nationality | Property::Gender => {
                        said.insert((*property, text));
                    }
                    _ => {
                        if let Some(form) = lintas_store::normal_form(*property, &text, home) {
                            self.identifiers.insert((*property, form.clone()));
                            said.insert((*property, form));
                        }
                    }
                }
            }
        }
        self.said.insert(mark.record, said);
    }

    fn name(&mut self, written: &str) {
        if self.names.len() < MOST_NAMES && self.names.iter().all(|name| name.written() != written) {
            self.names.extend(Read::of(self.kind, written));
        }
    }

    /// The first statement that says each thing that counts: what a judgement rests on.
    pub(crate) fn rests_on(&self) -> BTreeSet<RecordId> {
        let (mut told, mut found) = (BTreeSet::new(), BTreeSet::new());
        for (record, said) in &self.said {
            for one in said {
                if told.insert(one) {
                    found.insert(*record);
                }
            }
        }
        found
    }

    /// Whether something is said that none of some statements says.
    pub(crate) fn says_more_than(&self, records: &BTreeSet<RecordId>) -> bool {
        let known: BTreeSet<&Telling> = self
            .said
            .iter()
            .filter(|(record, _)| records.contains(record))
            .flat_map(|(_, said)| said)
            .collect();
        self.said.values().flatten().any(|one| !known.contains(one))
    }
}
