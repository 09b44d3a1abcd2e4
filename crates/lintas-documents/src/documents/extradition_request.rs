//! Request for extradition: UNTOC Art. 16, ACTIP Art. 19 and the contents of treaties of the region.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Basis, Charge, Essentials, Person, Signatory, WarrantReference};
use crate::wording::{Day, Land, Wording};

/// The judgment, when the person has been convicted already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conviction {
    /// Court, number and date of the judgment.
    pub judgment: Wording,
    /// The sentence.
    pub sentence: Wording,
    /// How much of it has been served.
    pub served: Option<Wording>,
}

/// A request for extradition, for prosecution or for the execution of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraditionRequest {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The requesting authority's reference.
    pub reference: String,
    /// The state that asks.
    pub requesting_state: Land,
    /// The state that is asked.
    pub requested_state: Land,
    /// The authority that makes the request.
    pub requesting_authority: Wording,
    /// The authority to which it is addressed.
    pub requested_authority: Wording,
    /// The treaties relied on, or reciprocity.
    pub bases: Vec<Basis>,
    /// The person sought, with probable location.
    pub person: Person,
    /// The facts with time and place.
    pub facts: Wording,
    /// The offences: the law that defines them, the penalty, the time limits.
    pub charges: Vec<Charge>,
    /// The warrant, a copy of which is attached.
    pub warrant: Option<WarrantReference>,
    /// The evidence that would justify committal for trial.
    pub evidence: Vec<Wording>,
    /// The evidence that the person found is the person named.
    pub identity_evidence: Vec<Wording>,
    /// The judgment, for a convicted person.
    pub conviction: Option<Conviction>,
    /// How the conduct is an offence in both states.
    pub dual_criminality: Wording,
    /// Speciality, no re-extradition, penalty: the assurances given.
    pub assurances: Vec<Wording>,
    /// Since when the person is held provisionally.
    pub arrested: Option<Day>,
    /// The day by which the papers must have arrived.
    pub papers_due: Option<Day>,
    /// What is attached.
    pub annexes: Vec<Wording>,
    /// Who signs.
    pub signatory: Signatory,
}

impl Document for ExtraditionRequest {
    printed_as!("extradition_request");

    fn crosses_borders(&self) -> bool {
        true
    }

    fn missing(&self) -> Vec<&'static str> {
        let convicted = self.conviction.is_some();
        Essentials::default()
            .said("requesting-authority", &self.requesting_authority)
            .need("basis", !self.bases.is_empty())
            .need("name", !self.person.name.trim().is_empty())
            .need("location", self.person.location.as_ref().is_some_and(|l| !l.is_empty()))
            .said("facts", &self.facts)
            .need("charges", !self.charges.is_empty())
            .need("limitation", self.charges.iter().all(|charge| charge.limitation.is_some()))
            .need("warrant", convicted || self.warrant.is_some())
            .need("evidence", convicted || !self.evidence.is_empty())
            .need("identity-evidence", !self.identity_evidence.is_empty())
            .said("dual-criminality", &self.dual_criminality)
            .need("signatory", !self.signatory.name.trim().is_empty())
            .missing()
    }
}
