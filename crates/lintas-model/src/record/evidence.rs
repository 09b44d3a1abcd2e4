//! Exhibits with their custody, what they prove, and what the court said.

use serde::{Deserialize, Serialize};

use crate::offence::Offence;
use crate::words::words;
use crate::{CaseId, Country, EntityId, ExhibitId, ObjectId, PartialDate};

/// A thing kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// The case.
    pub case: CaseId,
    /// The number by which it is known, for example `KH-CIB/12`.
    #[serde(default)]
    pub number: String,
    /// What it is.
    #[serde(default)]
    pub title: String,
    /// SHA-256 of the file, hexadecimal, when it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// When it was taken.
    pub taken: PartialDate,
    /// Where and from what it was taken.
    #[serde(default)]
    pub origin: String,
    /// The country whose rules of evidence it was taken under.
    pub country: Country,
}

words! {
    /// What happened to an exhibit.
    CustodyAct {
        /// Taken or received for the first time.
        Taken = "taken",
        /// Handed over.
        HandedOver = "handed_over",
        /// Sealed.
        Sealed = "sealed",
        /// Opened.
        Opened = "opened",
        /// Examined.
        Examined = "examined",
        /// Copied.
        Copied = "copied",
        /// Stored.
        Stored = "stored",
        /// Given back or destroyed by order.
        Disposed = "disposed",
    }
}

/// A link of the chain of custody: who, what, how, when, result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custody {
    /// The exhibit.
    pub exhibit: ExhibitId,
    /// Number of the link, from 1.
    pub number: u32,
    /// What was done.
    pub act: CustodyAct,
    /// By whom: function and unit.
    #[serde(default)]
    pub by: String,
    /// To whom it went, when it changed hands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How.
    #[serde(default)]
    pub how: String,
    /// When.
    pub on: PartialDate,
    /// With what result; the hash as found, for files.
    #[serde(default)]
    pub result: String,
}

words! {
    /// In which form evidence exists.
    EvidenceForm {
        /// Heard by a court or judge.
        Testimony = "testimony",
        /// A statement under oath.
        SwornStatement = "sworn_statement",
        /// A signed statement.
        SignedStatement = "signed_statement",
        /// A recorded interview.
        RecordedInterview = "recorded_interview",
        /// An officer's notes of what somebody said.
        Notes = "notes",
        /// A document.
        Document = "document",
        /// A thing.
        Object = "object",
        /// An extract from a device or service.
        Digital = "digital",
        /// An expert's report.
        Expert = "expert",
        /// An intelligence report.
        IntelligenceReport = "intelligence_report",
        /// A computed finding.
        Finding = "finding",
    }
}

impl EvidenceForm {
    /// Whether a court can take it at all in that form.
    pub const fn can_be_exhibit(self) -> bool {
        !matches!(self, Self::Notes | Self::IntelligenceReport | Self::Finding)
    }
}

words! {
    /// How far up the person stands, so that the region sees whether it reaches the top.
    RoleLevel {
        /// Organises, finances or commands.
        Organiser = "organiser",
        /// Leads a part: a route, a house, recruitment in one place.
        Coordinator = "coordinator",
        /// Recruits, drives, guards, keeps a house.
        Operative = "operative",
        /// At the edge: helps now and then.
        LowLevel = "low_level",
    }

    /// How a court decided.
    CourtResult {
        /// Convicted.
        Convicted = "convicted",
        /// Acquitted.
        Acquitted = "acquitted",
        /// Discontinued.
        Discontinued = "discontinued",
    }
}

/// Evidence laid against one element of an offence and one suspect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The case.
    pub case: CaseId,
    /// The suspect.
    pub suspect: EntityId,
    /// The offence.
    pub offence: Offence,
    /// The country where it is to be tried.
    pub country: Country,
    /// The element, by its code in the data on offences, for example `trafficking.means.deception`.
    pub element: String,
    /// The exhibit or report that proves it.
    pub evidence: ObjectId,
    /// Its form.
    pub form: EvidenceForm,
    /// What it shows.
    #[serde(default)]
    pub shows: String,
    /// Taken back: it proves nothing any more.
    #[serde(default)]
    pub withdrawn: bool,
}

/// What a court decided on a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtVerdict {
    /// The case.
    pub case: CaseId,
    /// The person.
    pub person: EntityId,
    /// The offence.
    pub offence: Offence,
    /// The country.
    pub country: Country,
    /// The court and its reference.
    #[serde(default)]
    pub court: String,
    /// The decision.
    pub result: CourtResult,
    /// How far up the person stands.
    pub level: RoleLevel,
    /// The sentence.
    #[serde(default)]
    pub sentence: String,
    /// On what date.
    pub on: PartialDate,
    /// Whether it can no longer be appealed.
    #[serde(default)]
    pub is_final: bool,
}
