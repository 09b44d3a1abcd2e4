//! Cases and their journal.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::lifecycle::CaseMove;
use crate::offence::Offence;
use crate::{AudienceId, CaseId, Country, RoundId};

/// A case as its owner describes it. Joint when its audience has other members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The operational name.
    #[serde(default)]
    pub title: String,
    /// The owner's reference, for example `KH-2017-0142`.
    #[serde(default)]
    pub reference: String,
    /// What it is about.
    #[serde(default)]
    pub summary: String,
    /// The offences looked into.
    #[serde(default)]
    pub offences: BTreeSet<Offence>,
    /// The countries it touches.
    #[serde(default)]
    pub countries: BTreeSet<Country>,
    /// The audience of the joint case: agencies that work it together. `None` while the agency works it alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceId>,
    /// The round in which it is worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundId>,
}

/// A step in the life of a case; only its owner writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseStep {
    /// The case.
    pub case: CaseId,
    /// The step.
    pub step: CaseMove,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A note in the journal of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The case.
    pub case: CaseId,
    /// The text, in whatever language.
    #[serde(default)]
    pub text: String,
}
