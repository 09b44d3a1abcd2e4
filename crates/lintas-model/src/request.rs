//! The kinds of request that one state makes of another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A kind of request between states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// Evidence and other assistance between judicial authorities.
    MutualLegalAssistance,
    /// Surrender of a person.
    Extradition,
    /// Arrest of a person before the papers for extradition arrive.
    ProvisionalArrest,
    /// Prosecution is handed to the other state.
    TransferOfProceedings,
    /// Police to police: location, identity, information; never surrender.
    PoliceToPolice,
    /// A joint investigation.
    JointInvestigation,
}

/// The text names no kind of request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not find a kind of request called `{0}`")]
pub struct UnknownRequest(String);

impl RequestKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::MutualLegalAssistance,
        Self::Extradition,
        Self::ProvisionalArrest,
        Self::TransferOfProceedings,
        Self::PoliceToPolice,
        Self::JointInvestigation,
    ];

    /// The word used in files, URLs and records.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MutualLegalAssistance => "mutual_legal_assistance",
            Self::Extradition => "extradition",
            Self::ProvisionalArrest => "provisional_arrest",
            Self::TransferOfProceedings => "transfer_of_proceedings",
            Self::PoliceToPolice => "police_to_police",
            Self::JointInvestigation => "joint_investigation",
        }
    }

    /// The kind in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::MutualLegalAssistance => "mutual legal assistance",
            Self::Extradition => "extradition",
            Self::ProvisionalArrest => "provisional arrest",
            Self::TransferOfProceedings => "transfer of proceedings",
            Self::PoliceToPolice => "police to police",
            Self::JointInvestigation => "joint investigation",
        }
    }

    /// Whether the request ends in the surrender of a person, so that nationality matters.
    pub const fn is_for_surrender(self) -> bool {
        matches!(self, Self::Extradition | Self::ProvisionalArrest)
    }
}

impl fmt::Display for RequestKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RequestKind {
    type Err = UnknownRequest;
    fn from_str(text: &str) -> Result<Self, UnknownRequest> {
        let word = text.replace('-', "_");
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| UnknownRequest(text.chars().take(40).collect()))
    }
}
