//! Statements: what one report says about entities, their links and their whereabouts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::property::{Property, Value};
use crate::{EntityId, EntityKind, PartialDate, Point, ReportId, Timestamp};

/// One value of a property.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Asserted {
    /// The value as the source gave it.
    pub value: Value,
    /// A qualifier in the source's words, for example `weak alias`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What one report says about one entity. Each property is a field of its own and can be released by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The entity.
    pub entity: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The report that says so.
    pub report: ReportId,
    /// Sheet and row of the imported file, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The properties.
    #[serde(flatten)]
    pub says: BTreeMap<Property, Vec<Asserted>>,
}

/// How sure a link is; drawn solid, dashed or dotted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkStrength {
    /// Confirmed.
    Confirmed,
    /// Unconfirmed.
    Unconfirmed,
    /// Tentative.
    Tentative,
}

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Uses: person and phone, account, vehicle, document.
    Uses,
    /// Called or sent a message.
    Called,
    /// Paid.
    Paid,
    /// Met.
    Met,
    /// Is kin of.
    Kin,
    /// Travelled with.
    TravelledWith,
    /// Gave orders to.
    Ordered,
    /// Works for or belongs to.
    MemberOf,
    /// Recruited.
    Recruited,
    /// Is found at: entity and place.
    LocatedAt,
    /// Took part in an event.
    TookPartIn,
    /// Otherwise linked.
    Linked,
}

impl RelationKind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Uses,
        Self::Called,
        Self::Paid,
        Self::Met,
        Self::Kin,
        Self::TravelledWith,
        Self::Ordered,
        Self::MemberOf,
        Self::Recruited,
        Self::LocatedAt,
        Self::TookPartIn,
        Self::Linked,
    ];

    /// The word used in records, files and URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Uses => "uses",
            Self::Called => "called",
            Self::Paid => "paid",
            Self::Met => "met",
            Self::Kin => "kin",
            Self::TravelledWith => "travelled_with",
            Self::Ordered => "ordered",
            Self::MemberOf => "member_of",
            Self::Recruited => "recruited",
            Self::LocatedAt => "located_at",
            Self::TookPartIn => "took_part_in",
            Self::Linked => "linked",
        }
    }
}

/// What one report says about a link between two entities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// From.
    pub from: EntityId,
    /// To.
    pub to: EntityId,
    /// What the link is.
    pub kind: RelationKind,
    /// How sure it is.
    pub strength: LinkStrength,
    /// The report that says so.
    pub report: ReportId,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// How often or how much, in the unit of the kind (calls, whole units of currency).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// In the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What one report says about who was where and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// Who or what was seen.
    pub subject: EntityId,
    /// When.
    pub at: Timestamp,
    /// Where.
    pub point: Point,
    /// The place as the source names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The report that says so.
    pub report: ReportId,
}
