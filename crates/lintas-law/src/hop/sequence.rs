//! The usual way of each kind of request, and which of its steps a basis lets two states skip.

use lintas_model::Country;
use serde::{Deserialize, Serialize};

use super::actor::{Actor, Authority, Side};
use super::clock::ClockRule;
use crate::error::FileIssue;
use crate::instrument::{Instrument, parse};
use crate::{Confidence, Day, LawError, Library, Reference, RequestKind};

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its word.
    pub id: String,
    /// Who acts.
    pub actor: Actor,
    /// On whose side.
    pub side: Side,
    /// What that actor does.
    pub does: String,
}

/// The usual way of a kind of request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sequence {
    /// The kind of request.
    pub request: RequestKind,
    /// Its steps in order.
    pub steps: Vec<Step>,
    /// Reminders of good practice.
    pub reminders: Vec<ClockRule>,
    /// What an officer should know.
    pub note: String,
    /// Where this is known from.
    pub reference: Reference,
}

/// The ways of all kinds of request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sequences(Vec<Sequence>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sequences: Vec<FileSequence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSequence {
    request: RequestKind,
    steps: Vec<Step>,
    #[serde(default)]
    reminders: Vec<ClockRule>,
    #[serde(default)]
    note: String,
    source: String,
    confidence: Confidence,
    last_checked: Day,
}

impl Sequences {
    /// Reads them from the text of their file.
    ///
    /// # Errors
    /// When the text is not such a file.
    pub fn read(file: &str, text: &str) -> Result<Self, FileIssue> {
        let parsed: File = parse(file, text)?;
        let sequences = parsed.sequences.into_iter().map(|s| Sequence {
            request: s.request,
            steps: s.steps,
            reminders: s.reminders,
            note: s.note,
            reference: Reference { source: s.source, confidence: s.confidence, last_checked: s.last_checked },
        });
        Ok(Self(sequences.collect()))
    }

    /// The way of a kind of request.
    pub fn get(&self, request: RequestKind) -> Option<&Sequence> {
        self.0.iter().find(|sequence| sequence.request == request)
    }
}

/// A step with the actor named, for two states and a basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedHop {
    /// Its place, counted from 1.
    pub number: usize,
    /// The step's word.
    pub step: String,
    /// Who acts.
    pub actor: Actor,
    /// On whose side.
    pub side: Side,
    /// In which state.
    pub state: Country,
    /// The authority by name, where it is known.
    pub authority: Option<Authority>,
    /// What it does.
    pub does: String,
    /// The article that lets the states skip it; `None` when it must be taken.
    pub skipped_by: Option<String>,
}

impl PlannedHop {
    /// The actor's own name with its state, or its role.
    pub fn who(&self) -> String {
        match &self.authority {
            Some(authority) => format!("{} ({})", authority.name, self.state),
            None => format!("{} ({})", self.actor, self.state),
        }
    }
}

/// The way of a request between two states under a basis, on a day.
///
/// # Errors
/// When the basis does not offer this kind of request.
pub fn way(
    library: &Library,
    request: RequestKind,
    basis: &Instrument,
    requesting: Country,
    requested: Country,
    on: Day,
) -> Result<Vec<PlannedHop>, LawError> {
    let offer = basis.offer(request).ok_or_else(|| LawError::NotOffered {
        instrument: basis.id.to_string(),
        request: request.in_words(),
    })?;
    let Some(sequence) = library.sequences().get(request) else { return Ok(Vec::new()) };
    let hop = |(index, step): (usize, &Step)| {
        let state = if step.side == Side::Requesting { requesting } else { requested };
        PlannedHop {
            number: index + 1,
            step: step.id.clone(),
            actor: step.actor,
            side: step.side,
            state,
            authority: library.authorities().find(state, step.actor, request, on).cloned(),
            does: step.does.clone(),
            skipped_by: offer.skips.contains(&step.id).then(|| offer.skips_article.clone()),
        }
    };
    Ok(sequence.steps.iter().enumerate().map(hop).collect())
}
