//! The report of a workshop: who came, what was decided, what was promised, what became of earlier promises.

use serde::{Deserialize, Serialize};

use super::{AgendaItem, CommitmentRow, Document, printed_as};
use crate::frame::Frame;
use crate::parts::Essentials;
use crate::wording::{Day, Wording};

/// A decision taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    pub what: Wording,
    /// Why.
    pub reason: Option<Wording>,
    /// The agencies it binds.
    pub agencies: Vec<String>,
}

/// The report of a workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopReport {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// Name of the round.
    pub round: Wording,
    /// Opening, review or closing: a label of the catalogue.
    pub kind: Wording,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Where.
    pub place: Wording,
    /// Agencies with the number of their participants.
    pub participants: Vec<(String, u32)>,
    /// The points dealt with.
    pub items: Vec<AgendaItem>,
    /// The decisions.
    pub decisions: Vec<Decision>,
    /// Earlier commitments and what became of them.
    pub reviewed: Vec<CommitmentRow>,
    /// The commitments made here.
    pub commitments: Vec<CommitmentRow>,
}

impl Document for WorkshopReport {
    printed_as!("workshop_report");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("place", &self.place)
            .need("participants", !self.participants.is_empty())
            .need("items", !self.items.is_empty())
            .missing()
    }
}
