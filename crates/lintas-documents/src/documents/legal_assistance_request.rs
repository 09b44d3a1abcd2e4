//! Request for mutual legal assistance: UNTOC Art. 18(15) and ASEAN Mutual Legal Assistance Treaty Art. 6.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Basis, Charge, Essentials, Person, Signatory};
use crate::wording::{Day, Land, Wording};

/// A request for mutual legal assistance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalAssistanceRequest {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The requesting authority's reference.
    pub reference: String,
    /// The state that asks.
    pub requesting_state: Land,
    /// The state that is asked.
    pub requested_state: Land,
    /// The central authority that makes the request: UNTOC 18(15)(a).
    pub requesting_authority: Wording,
    /// The central authority to which it is addressed.
    pub requested_authority: Wording,
    /// The authority that conducts the investigation or proceeding: 18(15)(b).
    pub conducting_authority: Wording,
    /// The treaties relied on.
    pub bases: Vec<Basis>,
    /// Subject and nature of the investigation, and its stage: 18(15)(b).
    pub nature: Wording,
    /// Summary of the facts, with time and place: 18(15)(c).
    pub facts: Wording,
    /// Offences with law and maximum penalty: MLAT Art. 6.
    pub charges: Vec<Charge>,
    /// Persons concerned: identity, location, nationality: 18(15)(e).
    pub persons: Vec<Person>,
    /// The assistance sought, item by item: 18(15)(d).
    pub assistance: Vec<Wording>,
    /// A particular procedure to be followed, and why.
    pub procedure: Option<Wording>,
    /// The purpose for which it is sought: 18(15)(f).
    pub purpose: Wording,
    /// By when, and why: MLAT Art. 6.
    pub time_limit: Option<Wording>,
    /// The day of the time limit.
    pub due: Option<Day>,
    /// Which confidentiality is asked for, and why: UNTOC 18(20).
    pub confidentiality: Option<Wording>,
    /// Reciprocity, costs, limits on use, return of items: UNTOC 18(19), 18(28).
    pub undertakings: Vec<Wording>,
    /// What is attached.
    pub annexes: Vec<Wording>,
    /// Who signs for the central authority.
    pub signatory: Signatory,
}

impl Document for LegalAssistanceRequest {
    printed_as!("legal_assistance_request");

    fn crosses_borders(&self) -> bool {
        true
    }

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("requesting-authority", &self.requesting_authority)
            .said("conducting-authority", &self.conducting_authority)
            .need("basis", !self.bases.is_empty())
            .said("nature", &self.nature)
            .said("facts", &self.facts)
            .need("charges", !self.charges.is_empty())
            .need("assistance", self.assistance.iter().any(|item| !item.is_empty()))
            .said("purpose", &self.purpose)
            .need("signatory", !self.signatory.name.trim().is_empty())
            .missing()
    }
}
