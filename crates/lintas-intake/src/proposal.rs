//! What one row would become: bodies of records whose ids are still to be given.
//!
//! Ids come from the clock and the random source, which intake does not have; casework gives them. Until then the
//! things of one row are called by their [`Slot`].

use std::collections::BTreeMap;

use lintas_model::offence::Offence;
use lintas_model::property::{Property, Value};
use lintas_model::record::{
    AgeBand, Asserted, Body, LinkStrength, ProtectedPerson, ProtectionStatus, Relation, RelationKind, Report,
    Sighting, Statement,
};
use lintas_model::{
    CaseId, Country, EntityId, EntityKind, Grade, Handling, PartialDate, Point, ReportId, Timestamp,
};

use crate::Fingerprint;

/// The place of a thing in its proposal, standing in for an entity id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub usize);

/// One entity that a row speaks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: EntityKind,
    /// The same for the same thing in every row of every file, where the thing has a number of its own: `phone:66812345678`.
    pub key: Option<String>,
    /// What the row says.
    pub says: BTreeMap<Property, Vec<Asserted>>,
}

impl Thing {
    /// A thing of which nothing is said yet.
    pub fn new(kind: EntityKind) -> Self {
        Self { kind, key: None, says: BTreeMap::new() }
    }

    /// Adds a value unless it is already said.
    pub fn say(&mut self, property: Property, value: Value) {
        self.say_noted(property, value, None);
    }

    /// Adds a value with a qualifier in the source's words, unless the value is already said.
    pub fn say_noted(&mut self, property: Property, value: Value, note: Option<String>) {
        let said = self.says.entry(property).or_default();
        if !said.iter().any(|a| a.value == value) {
            said.push(Asserted { value, note });
        }
    }

    /// The first name, number or place: how a list would show it.
    pub fn caption(&self) -> Option<String> {
        [
            Property::Name,
            Property::Alias,
            Property::PhoneNumber,
            Property::AccountNumber,
            Property::Plate,
            Property::DocumentNumber,
            Property::Email,
            Property::Handle,
            Property::Address,
            Property::SourceId,
            Property::Category,
        ]
        .iter()
        .find_map(|p| self.says.get(p)?.first().map(|a| a.value.to_string()))
    }
}

/// A link between two things of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// From.
    pub from: Slot,
    /// To.
    pub to: Slot,
    /// What it is.
    pub kind: RelationKind,
    /// How sure it is.
    pub strength: LinkStrength,
    /// When.
    pub date: Option<PartialDate>,
    /// How often or how much.
    pub amount: Option<i64>,
    /// In the source's words.
    pub note: Option<String>,
}

/// A thing of the row, seen somewhere at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// What was seen.
    pub subject: Slot,
    /// When; midnight UTC where the row gives only a day.
    pub at: Timestamp,
    /// Where.
    pub point: Point,
    /// The place as the row names it.
    pub place: Option<String>,
}

/// A victim of the row, by code. There is no field for a name, and there shall never be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// The code: made from the row's fingerprint, so that the same row gets the same code again.
    pub code: String,
    /// Age band.
    pub age: AgeBand,
    /// Country of citizenship.
    pub nationality: Option<Country>,
    /// The offence suffered.
    pub offence: Offence,
    /// Where protection stands.
    pub status: ProtectionStatus,
    /// Whether the row speaks of a support plan.
    pub support_plan: bool,
}

impl Protected {
    /// The record body, once it is known to which case the person belongs.
    pub fn body(&self, case: CaseId) -> ProtectedPerson {
        ProtectedPerson {
            code: self.code.clone(),
            case,
            age: self.age,
            nationality: self.nationality,
            offence: self.offence,
            status: self.status,
            support_plan: self.support_plan,
            operation: None,
        }
    }
}

/// Everything one row would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The same for the same row in every import from the same source: what makes imports idempotent.
    pub fingerprint: Fingerprint,
    /// The id that the source itself gives the row: a second row with it and another fingerprint is a new version.
    pub source_key: Option<String>,
    /// The sheet; empty in files without sheets.
    pub sheet: String,
    /// The row, the first being 1.
    pub row: u64,
    /// A report of the row's own, without case and import. `None`: the row belongs to the report of the whole file.
    pub report: Option<Report>,
    /// The grade in the row.
    pub grade: Option<Grade>,
    /// The handling in the row.
    pub handling: Option<Handling>,
    /// The things, the one the row is about first.
    pub things: Vec<Thing>,
    /// Links between them.
    pub links: Vec<Link>,
    /// Where they were seen.
    pub seen: Vec<Seen>,
    /// Victims, by code.
    pub protected: Vec<Protected>,
}

impl Proposal {
    /// An empty proposal for a row.
    pub(crate) fn of(fingerprint: Fingerprint, sheet: &str, row: u64) -> Self {
        Self {
            fingerprint,
            source_key: None,
            sheet: sheet.to_owned(),
            row,
            report: None,
            grade: None,
            handling: None,
            things: Vec::new(),
            links: Vec::new(),
            seen: Vec::new(),
            protected: Vec::new(),
        }
    }

    /// Adds a thing and says where it stands.
    pub(crate) fn add(&mut self, thing: Thing) -> Slot {
        self.things.push(thing);
        Slot(self.things.len() - 1)
    }

    /// Adds a link as the source states it, unconfirmed.
    pub(crate) fn link(&mut self, from: Slot, to: Slot, kind: RelationKind) {
        self.links.push(Link {
            from,
            to,
            kind,
            strength: LinkStrength::Unconfirmed,
            date: None,
            amount: None,
            note: None,
        });
    }

    /// Sheet and row in words, as kept in each statement.
    pub fn place(&self) -> String {
        if self.sheet.is_empty() {
            format!("row {}", self.row)
        } else {
            format!("{} row {}", self.sheet, self.row)
        }
    }

    /// The statements, relations and sightings, with the ids that the caller gives to the things.
    ///
    /// `entity` is asked once for each thing, in order. The report and the protected persons are not among the
    /// bodies: their ids and their case are the caller's to decide.
    pub fn bodies(&self, report: ReportId, entity: &mut dyn FnMut(&Thing) -> EntityId) -> Vec<Body> {
        let ids: Vec<EntityId> = self.things.iter().map(entity).collect();
        let mut bodies: Vec<Body> = Vec::with_capacity(ids.len() + self.links.len() + self.seen.len());
        for (thing, id) in self.things.iter().zip(&ids) {
            bodies.push(
                Statement {
                    entity: *id,
                    kind: thing.kind,
                    report,
                    row: Some(self.place()),
                    says: thing.says.clone(),
                }
                .into(),
            );
        }
        for link in &self.links {
            bodies.push(
                Relation {
                    from: ids[link.from.0],
                    to: ids[link.to.0],
                    kind: link.kind,
                    strength: link.strength,
                    report,
                    date: link.date,
                    amount: link.amount,
                    note: link.note.clone(),
                }
                .into(),
            );
        }
        for seen in &self.seen {
            bodies.push(
                Sighting {
                    subject: ids[seen.subject.0],
                    at: seen.at,
                    point: seen.point,
                    place: seen.place.clone(),
                    report,
                }
                .into(),
            );
        }
        bodies
    }
}
