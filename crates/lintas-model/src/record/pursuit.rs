//! Requests to other states, and the hops by which they travel.
//!
//! Kinds and contents after UNTOC Arts 16 (extradition), 18 (mutual legal assistance), 21 (transfer of proceedings) and 27
//! (police cooperation). A request is made of hops between named actors: whoever holds it owes the next step.

use serde::{Deserialize, Serialize};

use crate::lifecycle::RequestMove;
use crate::offence::Offence;
use crate::words::words;
use crate::{CaseId, Country, PartialDate, RequestId, WarrantId};

words! {
    /// What is asked of another state.
    RequestKind {
        /// Mutual legal assistance: evidence, service, search, freezing.
        LegalAssistance = "legal_assistance",
        /// Extradition of a person sought or convicted.
        Extradition = "extradition",
        /// Provisional arrest until the papers for extradition come.
        ProvisionalArrest = "provisional_arrest",
        /// Transfer of proceedings: the requested state prosecutes.
        TransferOfProceedings = "transfer_of_proceedings",
        /// Location of a person, from police to police.
        Location = "location",
        /// An INTERPOL notice or diffusion.
        Notice = "notice",
    }

    /// Who holds a request on its way.
    ChannelActor {
        /// The agency that investigates.
        Agency = "agency",
        /// Prosecutor or court that issues the request.
        Prosecutor = "prosecutor",
        /// Central authority of the requesting state.
        CentralAuthority = "central_authority",
        /// Ministry of foreign affairs of the requesting state.
        ForeignMinistry = "foreign_ministry",
        /// Embassy of the requesting state.
        Embassy = "embassy",
        /// Ministry of foreign affairs of the requested state.
        ForeignMinistryAbroad = "foreign_ministry_abroad",
        /// Central authority of the requested state.
        CentralAuthorityAbroad = "central_authority_abroad",
        /// Prosecutor, police or court that carries the request out.
        AuthorityAbroad = "authority_abroad",
        /// National central bureau of INTERPOL, either side.
        CentralBureau = "central_bureau",
        /// Liaison officer.
        Liaison = "liaison",
    }
}

/// A request to another state, as its owner records it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What is asked.
    pub kind: RequestKind,
    /// The requesting state.
    pub requesting: Country,
    /// The requested state.
    pub requested: Country,
    /// The offence it is about.
    pub offence: Offence,
    /// The treaty or rule that it rests on, by its code in the treaty data, for example `untoc`.
    #[serde(default)]
    pub basis: String,
    /// The owner's reference.
    #[serde(default)]
    pub reference: String,
    /// What is sought, in one paragraph.
    #[serde(default)]
    pub sought: String,
    /// Languages in which it is written, as language tags.
    #[serde(default)]
    pub languages: Vec<String>,
    /// By when an answer is needed, and for which hearing or date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<PartialDate>,
    /// Whether it is urgent (UNTOC Art. 18(14): orally first, then in writing).
    #[serde(default)]
    pub urgent: bool,
    /// The case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The warrant that is pursued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warrant: Option<WarrantId>,
}

/// A step in the life of a request; only its owner writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestStep {
    /// The request.
    pub request: RequestId,
    /// The step.
    pub step: RequestMove,
    /// On what date it took place.
    pub on: PartialDate,
    /// Reference number of the answer, or the reason of a refusal.
    #[serde(default)]
    pub reference: String,
}

/// A request goes from one actor to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The request.
    pub request: RequestId,
    /// Its number on the way, from 1.
    pub number: u32,
    /// Who sends it.
    pub from: ChannelActor,
    /// Who is to receive it and then owes the next step.
    pub to: ChannelActor,
    /// Date out.
    pub out: PartialDate,
    /// The sender's reference number.
    #[serde(default)]
    pub reference: String,
    /// By whom or how it is carried: bag, post, e-mail, by hand.
    #[serde(default)]
    pub carrier: String,
    /// Language of the papers, as a language tag.
    #[serde(default)]
    pub language: String,
    /// By when the receiver owes the next step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<PartialDate>,
}

/// A hop has arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HopReceived {
    /// The request.
    pub request: RequestId,
    /// The number of the hop.
    pub number: u32,
    /// Date in.
    pub on: PartialDate,
    /// The receiver's reference number.
    #[serde(default)]
    pub reference: String,
}
