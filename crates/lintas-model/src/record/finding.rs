//! Findings: what an analysis found, with everything needed to find it again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::words;
use crate::{CaseId, RecordId};

words! {
    /// What a finding is.
    FindingKind {
        /// Who probably organises: a ranking of the people of a case.
        Organisers = "organisers",
        /// A route that several journeys share.
        Route = "route",
        /// A place where unrelated groups stop over on the way.
        RestHouse = "rest_house",
    }
}

/// What an analysis found in the records of a case.
///
/// The same records, method, seed and parameters give the same result; a record that was recalled or erased since
/// marks every finding that used it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The case.
    pub case: CaseId,
    /// What it is.
    pub kind: FindingKind,
    /// One line: which way, which place. Empty for people: names are no part of a finding, a reader gets those that he may
    /// see.
    #[serde(default)]
    pub title: String,
    /// The records that the analysis used, in order of their ids.
    #[serde(default)]
    pub used: Vec<RecordId>,
    /// Method and its version, for example `routes 0.1.0`.
    #[serde(default)]
    pub method: String,
    /// Seed of what was drawn at random.
    pub seed: u64,
    /// Parameters by name, as text.
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
    /// The result as JSON, in the form of the command line's answers.
    #[serde(default)]
    pub result: String,
    /// How sure it is, in thousandths.
    pub confidence: u16,
    /// What the analysis could not see.
    #[serde(default)]
    pub limits: Vec<String>,
}
