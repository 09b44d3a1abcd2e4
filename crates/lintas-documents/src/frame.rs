//! What every page of a document carries.

use lintas_model::{Handling, Language, Timestamp};
use serde::{Deserialize, Serialize};

/// Issuer, marking, languages and time of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The document's own number; stands on every page and identifies the PDF.
    pub document_id: String,
    /// The agency that issues it, as it writes itself.
    pub agency: String,
    /// The marking, printed at the top and the bottom of every page.
    pub handling: Handling,
    /// The language beside English; `None` or English prints one column.
    pub second_language: Option<Language>,
    /// When it was made: the only time the PDF knows. The first instant of a day is printed as that day.
    pub made_at: Timestamp,
    /// Whether the data are made up; every page then says so.
    pub synthetic: bool,
}

impl Frame {
    /// The second language, when there is one beside English.
    pub fn other(&self) -> Option<Language> {
        self.second_language.filter(|language| *language != Language::En)
    }
}
