//! Victims as protected persons: a code, never a name. Identity lives in a sealed compartment, not in a feed.

use serde::{Deserialize, Serialize};

use crate::offence::Offence;
use crate::{CaseId, Country, OperationId};

/// Age in bands wide enough not to identify.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Under 18: no means are needed for trafficking (Trafficking Protocol Art. 3(c)).
    Child,
    /// 18 or older.
    Adult,
    /// Not known.
    Unknown,
}

/// Where protection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionStatus {
    /// Believed to be held or in danger.
    AtRisk,
    /// Brought to safety.
    Safe,
    /// Referred to support.
    Referred,
    /// Returned or settled.
    Settled,
}

/// A protected person, as investigators may know them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectedPerson {
    /// The code, for example `V-7`; unique in its case.
    #[serde(default)]
    pub code: String,
    /// The case.
    pub case: CaseId,
    /// Age band.
    pub age: AgeBand,
    /// Country of citizenship, when it may be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<Country>,
    /// The offence suffered.
    pub offence: Offence,
    /// Where protection stands.
    pub status: ProtectionStatus,
    /// Whether a support plan exists; its content stays in the compartment.
    pub support_plan: bool,
    /// The operation that brought the person to safety.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<OperationId>,
}
