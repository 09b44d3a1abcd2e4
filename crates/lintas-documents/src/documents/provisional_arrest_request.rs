//! Request for provisional arrest: UNTOC Art. 16(9) and treaty practice of the region.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Basis, Charge, Essentials, Person, Signatory, WarrantReference};
use crate::wording::{Day, Land, Wording};

/// A request to arrest a person until the papers for extradition arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionalArrestRequest {
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
    /// The channel: central authority, diplomatic, INTERPOL.
    pub channel: Wording,
    /// The treaties relied on.
    pub bases: Vec<Basis>,
    /// The person sought, with description and probable location.
    pub person: Person,
    /// Why it is urgent.
    pub urgency: Wording,
    /// Brief statement of the facts.
    pub facts: Wording,
    /// The offences, the law and the penalty.
    pub charges: Vec<Charge>,
    /// The warrant that exists.
    pub warrant: Option<WarrantReference>,
    /// Whether the request for extradition will follow; the sentence is printed when it will.
    pub extradition_will_follow: bool,
    /// For how many days after the arrest the treaty lets it stand without the papers.
    pub lapses_after_days: Option<u32>,
    /// The day by which an answer is asked for.
    pub answer_by: Option<Day>,
    /// Who can be reached at any hour.
    pub contact: Option<Wording>,
    /// Who signs.
    pub signatory: Signatory,
}

impl Document for ProvisionalArrestRequest {
    printed_as!("provisional_arrest_request");

    fn crosses_borders(&self) -> bool {
        true
    }

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("requesting-authority", &self.requesting_authority)
            .need("basis", !self.bases.is_empty())
            .need("name", !self.person.name.trim().is_empty())
            .need("description", self.person.description.as_ref().is_some_and(|d| !d.is_empty()))
            .need("location", self.person.location.as_ref().is_some_and(|l| !l.is_empty()))
            .said("urgency", &self.urgency)
            .said("facts", &self.facts)
            .need("charges", !self.charges.is_empty())
            .need("warrant", self.warrant.is_some())
            .need("will-follow", self.extradition_will_follow)
            .need("signatory", !self.signatory.name.trim().is_empty())
            .missing()
    }
}
