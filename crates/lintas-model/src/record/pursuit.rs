//! Requests to other states, and the hops by which they travel.
//!
//! Contents after UNTOC Arts 16 (extradition), 18 (mutual legal assistance), 21 (transfer of proceedings) and 27 (police
//! cooperation). A request passes named actors: whoever holds it owes the next step.

use serde::{Deserialize, Serialize};

use crate::lifecycle::RequestMove;
use crate::offence::Offence;
use crate::request::RequestKind;
use crate::{CaseId, Country, Language, PartialDate, RequestId, WarrantId};

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
    /// Languages in which it is written.
    #[serde(default)]
    pub languages: Vec<Language>,
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

/// What one actor on the way of a request did with it. Written anew when it passes the request on; the latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The request.
    pub request: RequestId,
    /// The step of the way, by its word in the data on hops, for example `note_verbale`.
    #[serde(default)]
    pub step: String,
    /// Date in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<PartialDate>,
    /// Date out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_on: Option<PartialDate>,
    /// The actor's reference number.
    #[serde(default)]
    pub reference: String,
    /// By whom or how it was carried: bag, post, e-mail, by hand.
    #[serde(default)]
    pub carrier: String,
    /// Language of the papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// By when the actor owes the next step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<PartialDate>,
}
