//! Asking the originator of released material for more than its release allows, and the answer.
//!
//! Nobody passes on what another agency wrote. Whoever wants it to go further asks its originator, who releases it to the
//! others itself: so a recall reaches everybody, and every copy stands on a release of its originator.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::handling::Purpose;
use crate::words::words;
use crate::{AgencyCode, RecordId, ReleaseId};

words! {
    /// What an originator is asked for.
    Wanted {
        /// That other agencies get it too.
        PassOn = "pass_on",
        /// What was withheld.
        Withheld = "withheld",
    }
}

/// A recipient of a release asks its originator for more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseAsk {
    /// The release.
    pub release: ReleaseId,
    /// Its originator.
    pub originator: AgencyCode,
    /// What is asked for.
    pub wanted: Wanted,
    /// Who should get it too; empty when what was withheld is asked for.
    #[serde(default)]
    pub to: BTreeSet<AgencyCode>,
    /// For what purpose.
    pub purpose: Purpose,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// The originator's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseAnswer {
    /// The record of the question.
    pub ask: RecordId,
    /// The question's release.
    pub release: ReleaseId,
    /// Whether it was granted.
    pub granted: bool,
    /// The release by which it was granted, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ReleaseId>,
    /// In the originator's words.
    #[serde(default)]
    pub reason: String,
}
