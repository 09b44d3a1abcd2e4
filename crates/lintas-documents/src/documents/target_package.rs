//! The target package: one page for each organiser candidate.
//!
//! A candidate is a possibility with its reasons (see `docs/wording.md`): the page says who says it, how it is graded,
//! what speaks against it and what is not known.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Essentials, Person, Step};
use crate::wording::{Day, Wording};

/// One piece of evidence or intelligence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRow {
    /// What it says.
    pub what: Wording,
    /// The agency that holds it.
    pub agency: String,
    /// Its grade as given, with the scheme, for example `B2 (4x4)`; `None` is "not graded".
    pub grade: Option<String>,
    /// When.
    pub on: Option<Day>,
    /// The use rule of its release, as a label of the catalogue.
    pub use_rule: Wording,
}

/// A person whose position in the network suggests an organiser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The person.
    pub person: Person,
    /// The role suspected in this case.
    pub role: Wording,
    /// Place in the ranking, counted from 1.
    pub rank: u32,
    /// Organiser score, 0 to 100.
    pub score_percent: u8,
    /// How sure the ranking is.
    pub confidence: Wording,
    /// Why: the measures in words.
    pub reasons: Vec<Wording>,
    /// The evidence.
    pub evidence: Vec<EvidenceRow>,
    /// What is not known or not usable, and what speaks against it.
    pub gaps: Vec<Wording>,
    /// What is to be done.
    pub next_steps: Vec<Step>,
}

/// Organiser candidates of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetPackage {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// The case's name and number.
    pub case: Wording,
    /// How the ranking was computed: version, parameters, records used.
    pub method: Wording,
    /// What it could not see.
    pub limits: Wording,
    /// The candidates, best first.
    pub candidates: Vec<Candidate>,
}

impl Document for TargetPackage {
    printed_as!("target_package");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("case", &self.case)
            .said("method", &self.method)
            .need("candidates", !self.candidates.is_empty())
            .need("grade", self.candidates.iter().all(|c| c.evidence.iter().all(|e| e.grade.is_some())))
            .missing()
    }
}
