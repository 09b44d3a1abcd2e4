//! Operations and what came of them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::lifecycle::OperationMove;
use crate::outcome::OutcomeKind;
use crate::record::RoleLevel;
use crate::{AgencyCode, CaseId, ObjectId, OperationId, PartialDate, RecordId, RoundId};

/// An operation of several agencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// The case.
    pub case: CaseId,
    /// Its name.
    #[serde(default)]
    pub title: String,
    /// Its objective.
    #[serde(default)]
    pub objective: String,
    /// Who takes part, the leading agency included.
    #[serde(default)]
    pub participants: BTreeSet<AgencyCode>,
    /// Day of action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<PartialDate>,
}

/// A step of an operation; only the leading agency writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationStep {
    /// The operation.
    pub operation: OperationId,
    /// The step.
    pub step: OperationMove,
    /// Why, or what was found.
    #[serde(default)]
    pub reason: String,
}

/// An outcome of a round as one agency claims it.
///
/// `subject` is the thing it is about (a warrant, an operation, a place, a route): claims by several agencies on one
/// subject are one outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The round it counts for.
    pub round: RoundId,
    /// The kind.
    pub kind: OutcomeKind,
    /// What it is about.
    pub subject: ObjectId,
    /// How many: persons for victims, else 1.
    pub count: u32,
    /// When.
    pub on: PartialDate,
    /// Who took part.
    #[serde(default)]
    pub participants: BTreeSet<AgencyCode>,
    /// The records that show it, at the node of the agency that claims it.
    #[serde(default)]
    pub shown_by: Vec<RecordId>,
    /// The case, when the audience may know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// For a conviction: how far up the person stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<RoleLevel>,
    /// One line without personal data.
    #[serde(default)]
    pub summary: String,
}

/// An agency that took part confirms an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeConfirmation {
    /// The round.
    pub round: RoundId,
    /// The kind.
    pub kind: OutcomeKind,
    /// What it is about.
    pub subject: ObjectId,
    /// How many this agency confirms.
    pub count: u32,
}
