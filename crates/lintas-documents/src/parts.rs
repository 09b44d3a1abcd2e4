//! What several documents are made of: a person, a charge, a warrant, a signature.

use serde::{Deserialize, Serialize};

use crate::wording::{Day, Land, Wording};

/// A person as a request or a warrant describes them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name in its own script, as it stands on the record.
    pub name: String,
    /// The romanised name, shown behind the name.
    pub romanised: Option<String>,
    /// Other names, each in its own script.
    pub aliases: Vec<String>,
    /// Date of birth, as precise as it is known.
    pub born: Option<Day>,
    /// Place of birth.
    pub birth_place: Option<Wording>,
    /// Sex, as it stands on the record.
    pub sex: Option<Wording>,
    /// Nationality.
    pub nationality: Option<Land>,
    /// Passports and other papers, each with issuer and number.
    pub identity_documents: Vec<String>,
    /// Description: height, marks, photograph and prints attached.
    pub description: Option<Wording>,
    /// Where the person is, or probably is.
    pub location: Option<Wording>,
    /// How sure it is that this is the person named, and why.
    pub certainty: Option<Wording>,
}

/// An offence with the law that defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// The offence.
    pub offence: Wording,
    /// The provision that defines it, with its text or the annex that holds it.
    pub law: Wording,
    /// The provision on the penalty and its maximum.
    pub penalty: Wording,
    /// The provision on time limits, and the day on which prosecution becomes barred.
    pub limitation: Option<Wording>,
}

/// The warrant on which a request rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarrantReference {
    /// The court's number.
    pub number: String,
    /// The issuing court.
    pub court: Wording,
    /// The judge or official who signed it.
    pub official: Option<Wording>,
    /// Date of issue.
    pub issued: Option<Day>,
    /// The day until which it is valid.
    pub valid_until: Option<Day>,
}

/// A treaty, a protocol or reciprocity, on which a request rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The instrument.
    pub instrument: Wording,
    /// The articles relied on.
    pub articles: String,
    /// On which day the status of both states was last checked; `None` prints "not verified".
    pub last_checked: Option<Day>,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// The person's name; empty leaves a line for it.
    pub name: String,
    /// Office and authority.
    pub office: Wording,
    /// Place of signature.
    pub place: Option<Wording>,
    /// Day of signature; `None` leaves a line for it.
    pub signed: Option<Day>,
}

/// A step that somebody is to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who.
    pub agency: String,
    /// What.
    pub what: Wording,
    /// By when.
    pub due: Option<Day>,
}

/// The names of essentials that a document lacks, in the order of its parts.
#[derive(Debug, Default)]
pub(crate) struct Essentials(Vec<&'static str>);

impl Essentials {
    /// Notes the essential `key` as missing unless it is there.
    pub(crate) fn need(mut self, key: &'static str, is_there: bool) -> Self {
        if !is_there {
            self.0.push(key);
        }
        self
    }

    /// Notes the essential `key` as missing unless something is said.
    pub(crate) fn said(self, key: &'static str, wording: &Wording) -> Self {
        self.need(key, !wording.is_empty())
    }

    pub(crate) fn missing(self) -> Vec<&'static str> {
        self.0
    }
}
