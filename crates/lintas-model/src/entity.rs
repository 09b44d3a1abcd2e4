//! Kinds of things that statements speak about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What an entity is. A role (suspect, victim, witness) is per case and time, never a kind of person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A natural person.
    Person,
    /// A company, group, agency or programme.
    Organisation,
    /// A telephone number.
    Phone,
    /// A bank, wallet or remittance account.
    Account,
    /// A vehicle or vessel.
    Vehicle,
    /// An identity or travel document.
    Document,
    /// A place: rest-house, crossing, venue, address.
    Place,
    /// Something that happened at a time.
    Event,
    /// An account on a service: e-mail, messenger, social network.
    OnlineIdentity,
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organisation,
        Self::Phone,
        Self::Account,
        Self::Vehicle,
        Self::Document,
        Self::Place,
        Self::Event,
        Self::OnlineIdentity,
    ];

    /// The word used in records, URLs and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Phone => "phone",
            Self::Account => "account",
            Self::Vehicle => "vehicle",
            Self::Document => "document",
            Self::Place => "place",
            Self::Event => "event",
            Self::OnlineIdentity => "online_identity",
        }
    }

    /// The letter shown inside the shape of the kind.
    pub const fn letter(self) -> char {
        match self {
            Self::Person => 'P',
            Self::Organisation => 'O',
            Self::Phone => 'T',
            Self::Account => 'A',
            Self::Vehicle => 'V',
            Self::Document => 'D',
            Self::Place => 'L',
            Self::Event => 'E',
            Self::OnlineIdentity => '@',
        }
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no kind of entity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a kind of entity")]
pub struct NotAnEntityKind(String);

impl FromStr for EntityKind {
    type Err = NotAnEntityKind;
    fn from_str(text: &str) -> Result<Self, NotAnEntityKind> {
        Self::ALL
            .into_iter()
            .find(|k| k.as_str() == text)
            .ok_or_else(|| NotAnEntityKind(text.chars().take(40).collect()))
    }
}
