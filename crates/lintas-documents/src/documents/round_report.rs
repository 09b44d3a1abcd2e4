//! The round report: results counted from records, and what was promised and done.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::Essentials;
use crate::wording::{Day, Wording};

/// A result, counted once across all agencies that took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    /// The kind: a label of the catalogue, `outcome-warrants_updated` for example.
    pub kind: Wording,
    /// How many that all who took part confirmed.
    pub confirmed: u32,
    /// How many that are claimed and not yet confirmed by all.
    pub claimed: u32,
    /// Where the numbers are too small to be told without pointing at persons: the number below which they are.
    pub fewer_than: Option<u32>,
    /// The agencies that took part.
    pub agencies: Vec<String>,
}

/// One outcome behind the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeRow {
    /// When.
    pub on: Day,
    /// The kind.
    pub kind: Wording,
    /// How many; `None` where the number is too small to be told.
    pub count: Option<u32>,
    /// One line without personal data.
    pub summary: Wording,
    /// Who took part.
    pub agencies: Vec<String>,
    /// Who confirmed it.
    pub confirmed_by: Vec<String>,
    /// Short ids of the records that show it.
    pub records: Vec<String>,
}

/// A commitment and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentRow {
    /// Who promised.
    pub agency: String,
    /// What.
    pub what: Wording,
    /// By when.
    pub due: Day,
    /// When it was done; `None` while it is open.
    pub done: Option<Day>,
    /// Whether the date had passed without it being done when the document was made.
    pub overdue: bool,
    /// Short ids of the records that show it, or the agency's words.
    pub shown_by: Vec<String>,
}

/// The figures of one agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyRow {
    /// The agency.
    pub agency: String,
    /// Commitments promised.
    pub promised: u32,
    /// Commitments done.
    pub done: u32,
    /// Commitments overdue.
    pub overdue: u32,
    /// Outcomes it took part in.
    pub outcomes: u32,
}

/// The report of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundReport {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// Name of the round.
    pub round: Wording,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// The agencies that take part.
    pub agencies: Vec<String>,
    /// Summary in words.
    pub summary: Option<Wording>,
    /// The results.
    pub results: Vec<ResultRow>,
    /// How they were counted: population, period, source, and which agencies' records are not in it.
    pub counting: Wording,
    /// The outcomes behind the figures.
    pub outcomes: Vec<OutcomeRow>,
    /// Agency by agency.
    pub by_agency: Vec<AgencyRow>,
    /// All commitments.
    pub commitments: Vec<CommitmentRow>,
    /// What is open and goes into the next round.
    pub open: Vec<Wording>,
}

impl Document for RoundReport {
    printed_as!("round_report");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("round", &self.round)
            .need("participants", !self.agencies.is_empty())
            .said("counting", &self.counting)
            .missing()
    }
}
