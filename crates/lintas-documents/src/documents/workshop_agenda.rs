//! The agenda of a workshop, made from the state of the cases and commitments.

use serde::{Deserialize, Serialize};

use super::{CommitmentRow, Document, printed_as};
use crate::frame::Frame;
use crate::parts::Essentials;
use crate::wording::{Day, Wording};

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Day and time, for example `Day 1, 09:00`.
    pub at: String,
    /// What.
    pub what: Wording,
    /// Who speaks or leads.
    pub lead: String,
    /// The open points of the case that it is about.
    pub open_points: Vec<Wording>,
}

/// The agenda of a workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopAgenda {
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
    /// The agencies invited.
    pub agencies: Vec<String>,
    /// The points, in order.
    pub items: Vec<AgendaItem>,
    /// The commitments to be reviewed.
    pub commitments: Vec<CommitmentRow>,
}

impl Document for WorkshopAgenda {
    printed_as!("workshop_agenda");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("place", &self.place)
            .need("participants", !self.agencies.is_empty())
            .need("items", !self.items.is_empty())
            .missing()
    }
}
