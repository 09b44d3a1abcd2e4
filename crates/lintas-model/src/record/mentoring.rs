//! A case that mentors may see without names, and the advice that they leave in it.

use serde::{Deserialize, Serialize};

use crate::CaseId;
use crate::words::words;

/// Whether the mentors of an agency may see a case of its with stand-ins for names, numbers and places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentoring {
    /// The case.
    pub case: CaseId,
    /// Whether it is open to them.
    #[serde(default)]
    pub open: bool,
}

words! {
    /// How much an advice matters.
    AdviceGrade {
        /// Without it the case will not stand.
        Essential = "essential",
        /// The case gains by it.
        Advisable = "advisable",
        /// Worth a thought.
        Optional = "optional",
    }
}

/// What a mentor advises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The case.
    pub case: CaseId,
    /// How much it matters.
    pub grade: AdviceGrade,
    /// What is advised.
    #[serde(default)]
    pub text: String,
}
