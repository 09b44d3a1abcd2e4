//! Arrest warrants: recorded, moved, verified. Fields after NIEM `j:WarrantType` and `j:CourtOrderType`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::lifecycle::{WarrantMove, WarrantState};
use crate::offence::Offence;
use crate::{CaseId, Country, EntityId, PartialDate, ReportId, WarrantId};

/// A warrant as its owner records it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warrant {
    /// The court's number.
    #[serde(default)]
    pub number: String,
    /// The person sought.
    pub person: EntityId,
    /// The person's name as it stands on the warrant.
    #[serde(default)]
    pub name_on_warrant: String,
    /// The issuing court and its official.
    #[serde(default)]
    pub court: String,
    /// The issuing country.
    pub country: Country,
    /// Date of issue, once issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<PartialDate>,
    /// The charges.
    #[serde(default)]
    pub offences: BTreeSet<Offence>,
    /// The law and the penalty, as cited on the warrant.
    #[serde(default)]
    pub law: String,
    /// The day on which prosecution becomes barred by time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limitation: Option<PartialDate>,
    /// Where the person is believed to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub believed_in: Option<Country>,
    /// Danger to officers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
    /// The charges in the words of the court.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charges: Option<String>,
    /// How sure it is that the person described is the person sought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<IdentityCertainty>,
    /// When it is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<PartialDate>,
    /// The report that states the person, where nothing but the warrant does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportId>,
    /// The case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The state in which it is recorded.
    pub state: WarrantState,
}

/// How sure it is that the person described is the person sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityCertainty {
    /// Fingerprints, a photograph compared by an expert, or a document checked with its issuer.
    Confirmed,
    /// Name, birth and family agree.
    Probable,
    /// Only a name or an alias.
    NameOnly,
}

impl IdentityCertainty {
    /// All, the surest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Probable, Self::NameOnly];

    /// The word used in records, forms and messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Probable => "probable",
            Self::NameOnly => "name_only",
        }
    }
}

/// What made an update one of substance; the round counts only those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Substance {
    /// It was verified to stand, with the person's particulars.
    Verified,
    /// Particulars of the person were corrected or completed.
    Particulars,
    /// The person's whereabouts changed.
    Whereabouts,
    /// Charge, law or limitation changed.
    Charge,
    /// It took a step in its life.
    Step,
}

/// A step in the life of a warrant; only its owner writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarrantStep {
    /// The warrant.
    pub warrant: WarrantId,
    /// The step.
    pub step: WarrantMove,
    /// On what date it took place.
    pub on: PartialDate,
    /// Reference number, channel or reason.
    #[serde(default)]
    pub reference: String,
}

/// A verification or correction of a warrant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarrantCheck {
    /// The warrant.
    pub warrant: WarrantId,
    /// What changed or was verified.
    pub substance: Substance,
    /// On what date.
    pub on: PartialDate,
    /// What was found.
    #[serde(default)]
    pub finding: String,
    /// When it is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<PartialDate>,
    /// Where the person is now believed to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub believed_in: Option<Country>,
}
