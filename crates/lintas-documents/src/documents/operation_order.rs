//! The operation order: who does what on the day of action, and when it is called off.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::{Essentials, Signatory, Step};
use crate::wording::{Day, Moment, Wording};

/// An agency that takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The agency.
    pub agency: String,
    /// Its role; the leading agency says so here.
    pub role: Wording,
    /// Who commands there and can be reached at any hour.
    pub contact: String,
}

/// A question of the risk gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The question.
    pub question: Wording,
    /// Whether it is answered yes; `None` while it is open.
    pub passed: Option<bool>,
    /// Who answered, and when.
    pub by: Option<Wording>,
}

/// An order for an operation of several agencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationOrder {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// Name of the operation.
    pub title: Wording,
    /// The case.
    pub case: Wording,
    /// The objective.
    pub objective: Wording,
    /// The situation in short.
    pub situation: Wording,
    /// Day of action.
    pub day: Option<Day>,
    /// When it begins.
    pub begins: Option<Moment>,
    /// The agencies that take part, the leading one first.
    pub participants: Vec<Participant>,
    /// The tasks in the order of the day.
    pub tasks: Vec<Step>,
    /// The risk gate.
    pub risk_gate: Vec<Check>,
    /// How victims are received, by whom, and who must not question them.
    pub victim_protection: Wording,
    /// When the operation is called off, and who decides it.
    pub stand_down: Wording,
    /// Means of communication and what must not be said over them.
    pub communication: Option<Wording>,
    /// What is done with exhibits.
    pub exhibits: Option<Wording>,
    /// Who orders it.
    pub signatory: Signatory,
}

impl Document for OperationOrder {
    printed_as!("operation_order");

    fn missing(&self) -> Vec<&'static str> {
        let gate =
            !self.risk_gate.is_empty() && self.risk_gate.iter().all(|check| check.passed == Some(true));
        Essentials::default()
            .said("objective", &self.objective)
            .need("day", self.day.is_some())
            .need("participants", !self.participants.is_empty())
            .need("tasks", !self.tasks.is_empty())
            .need("risk-gate", gate)
            .said("victim-protection", &self.victim_protection)
            .said("stand-down", &self.stand_down)
            .need("signatory", !self.signatory.name.trim().is_empty())
            .missing()
    }
}
