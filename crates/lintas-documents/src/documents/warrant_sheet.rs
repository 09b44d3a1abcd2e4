//! The warrant sheet: all that is known about one warrant and its pursuit.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Charge, Essentials, Person, WarrantReference};
use crate::wording::{Day, Land, Wording};

/// A step in the life of the warrant, or a verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeRow {
    /// When.
    pub on: Day,
    /// What happened.
    pub step: Wording,
    /// Reference, channel or finding.
    pub reference: Wording,
    /// Who recorded it.
    pub by: String,
}

/// A hop of a request made for the warrant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HopRow {
    /// Which request.
    pub request: Wording,
    /// From whom.
    pub from: Wording,
    /// To whom.
    pub to: Wording,
    /// Day sent.
    pub sent: Option<Day>,
    /// Day answered.
    pub answered: Option<Day>,
    /// Days it has waited, counted by the caller.
    pub days_waiting: Option<u32>,
    /// Reference number.
    pub reference: String,
}

/// A warrant with its pursuit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarrantSheet {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The issuing state.
    pub state: Land,
    /// Number, court, official, dates.
    pub warrant: WarrantReference,
    /// Where it is in force.
    pub jurisdiction: Option<Wording>,
    /// The person sought.
    pub person: Person,
    /// The charges with law, penalty and limitation.
    pub charges: Vec<Charge>,
    /// Where it stands in its life.
    pub standing: Wording,
    /// Danger to officers.
    pub caution: Option<Wording>,
    /// From where the person would be extradited, and from where not.
    pub extradition_limits: Option<Wording>,
    /// Number of the INTERPOL notice or diffusion.
    pub notice: Option<String>,
    /// Languages in which the warrant exists.
    pub language_versions: Vec<Wording>,
    /// Day of the last verification.
    pub last_verified: Option<Day>,
    /// Who verified it.
    pub verified_by: Option<String>,
    /// Day of the next review.
    pub next_review: Option<Day>,
    /// Its life so far.
    pub life: Vec<LifeRow>,
    /// The requests made for it.
    pub hops: Vec<HopRow>,
}

impl Document for WarrantSheet {
    printed_as!("warrant_sheet");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .need("number", !self.warrant.number.trim().is_empty())
            .said("court", &self.warrant.court)
            .need("issued", self.warrant.issued.is_some())
            .need("name", !self.person.name.trim().is_empty())
            .need("charges", !self.charges.is_empty())
            .need("verified", self.last_verified.is_some())
            .missing()
    }
}
