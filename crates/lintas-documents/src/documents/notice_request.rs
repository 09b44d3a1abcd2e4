//! The form of an INTERPOL notice or diffusion: what its colour needs, and no more. It is written in a working language of
//! INTERPOL; a column in another language is for reading at home, so a text without translation makes it no draft.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Charge, Essentials, Person, Signatory, WarrantReference};
use crate::wording::{Land, Wording};

/// A request for a notice or diffusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRequest {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The agency's reference.
    pub reference: String,
    /// The colour: a label of the catalogue.
    pub colour: Wording,
    /// The colour's word, for the strip at the head of the form.
    pub colour_word: String,
    /// What the colour is for.
    pub purpose: Wording,
    /// Notice or diffusion.
    pub channel: Wording,
    /// The states to which a diffusion goes.
    pub to: Vec<Land>,
    /// The working language: `en`, `fr`, `es` or `ar`.
    pub working_language: String,
    /// The national central bureau that asks.
    pub bureau: Wording,
    /// The person.
    pub person: Person,
    /// The warrant on which it rests.
    pub warrant: Option<WarrantReference>,
    /// Offences and law.
    pub charges: Vec<Charge>,
    /// The facts in brief.
    pub facts: Wording,
    /// Danger to officers.
    pub caution: Option<Wording>,
    /// What is to be found out.
    pub wanted_information: Option<Wording>,
    /// Of what others are warned.
    pub warning: Option<Wording>,
    /// Whether a request for extradition will follow.
    pub extradition_will_follow: bool,
    /// Who answers at any hour.
    pub contact: Option<Wording>,
    /// What the colour needs, by labels of the catalogue.
    pub needs: Vec<String>,
    /// Who signs.
    pub signatory: Signatory,
}

impl Document for NoticeRequest {
    printed_as!("notice_request");

    fn missing(&self) -> Vec<&'static str> {
        let told = |wording: &Option<Wording>| wording.as_ref().is_some_and(|said| !said.is_empty());
        let mut essentials = Essentials::default().said("bureau", &self.bureau);
        for (key, there) in [
            ("name", !self.person.name.trim().is_empty()),
            ("description", told(&self.person.description)),
            ("location", told(&self.person.location)),
            ("facts", !self.facts.is_empty()),
            ("charges", !self.charges.is_empty()),
            ("warrant", self.warrant.is_some()),
            ("will-follow", self.extradition_will_follow),
            ("wanted-information", told(&self.wanted_information)),
            ("warning", told(&self.warning)),
        ] {
            essentials = essentials.need(key, there || !self.needs.iter().any(|need| need == key));
        }
        essentials.need("signatory", !self.signatory.name.trim().is_empty()).missing()
    }
}
