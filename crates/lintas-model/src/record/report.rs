//! Reports: what came in, from which source, in its own words.

use serde::{Deserialize, Serialize};

use crate::{CaseId, ImportId, PartialDate};

/// A report. Its grade and handling stand in the signed header. It never names its source: `source_reference` points
/// into the agency's separate source register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// One line.
    #[serde(default)]
    pub title: String,
    /// The text as written.
    #[serde(default)]
    pub text: String,
    /// BCP 47 tag of the text's language, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When what it tells happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred: Option<PartialDate>,
    /// Number in the agency's source register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_reference: Option<String>,
    /// The case it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}
