//! Rounds: from one workshop to the next, with what was promised there.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{AgencyCode, AudienceId, CommitmentId, PartialDate, RecordId, RoundId};

/// A round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Its name.
    pub name: String,
    /// First day.
    pub from: PartialDate,
    /// Last day.
    pub to: PartialDate,
    /// The agencies that take part.
    pub agencies: BTreeSet<AgencyCode>,
    /// The audience to which outcomes and commitments are written; empty of case data.
    pub audience: AudienceId,
}

/// Which workshop of the round it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkshopKind {
    /// Opens the round.
    Opening,
    /// In between.
    Review,
    /// Closes the round.
    Closing,
}

/// A workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// The round.
    pub round: RoundId,
    /// Opening, review or closing.
    pub kind: WorkshopKind,
    /// First day.
    pub day: PartialDate,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// Participants per agency.
    #[serde(default)]
    pub participants: BTreeMap<AgencyCode, u32>,
}

/// What an agency promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// The round.
    pub round: RoundId,
    /// Who promises.
    pub agency: AgencyCode,
    /// What, without case data.
    #[serde(default)]
    pub what: String,
    /// By when.
    pub due: PartialDate,
}

/// What was promised has been done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentDone {
    /// The commitment.
    pub commitment: CommitmentId,
    /// On what date.
    pub on: PartialDate,
    /// The records that show it, at the node of the agency.
    #[serde(default)]
    pub shown_by: Vec<RecordId>,
    /// In the agency's words.
    #[serde(default)]
    pub text: String,
}
