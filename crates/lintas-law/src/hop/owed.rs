//! Who owes the next step of a request that is on its way, and what in its dates cannot be right.

use std::collections::BTreeSet;
use std::fmt;

use lintas_model::Language;
use serde::{Deserialize, Serialize};

use super::sequence::PlannedHop;
use crate::Day;

/// One hop as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The step's word.
    pub step: String,
    /// When that actor received the request.
    #[serde(default)]
    pub received: Option<Day>,
    /// When that actor passed it on or answered.
    #[serde(default)]
    pub passed_on: Option<Day>,
    /// Its reference number there.
    #[serde(default)]
    pub reference: String,
    /// Who carried it.
    #[serde(default)]
    pub carrier: String,
    /// In which language.
    #[serde(default)]
    pub language: Option<Language>,
}

impl From<&lintas_model::record::Hop> for Hop {
    /// Takes a hop from its record. Of a date known as a month or a year the first day counts for what came in and the last
    /// for what went out, so that an inexact date never looks impossible.
    fn from(hop: &lintas_model::record::Hop) -> Self {
        Self {
            step: hop.step.clone(),
            received: hop.received.map(Day::first_of),
            passed_on: hop.passed_on.map(Day::last_of),
            reference: hop.reference.clone(),
            carrier: hop.carrier.clone(),
            language: hop.language,
        }
    }
}

/// Something in recorded hops that cannot be right. Nothing is dropped for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum HopIssue {
    /// Passed on before it was received.
    PassedOnBeforeReceived {
        /// The step.
        step: String,
    },
    /// Received before the step before it passed it on.
    ReceivedBeforeSent {
        /// The step.
        step: String,
        /// The step before it.
        before: String,
    },
    /// A date that lies in the future.
    InTheFuture {
        /// The step.
        step: String,
        /// The date.
        on: Day,
    },
    /// A step that this way does not have.
    UnknownStep {
        /// The step.
        step: String,
    },
    /// A step recorded twice; the later record counts.
    Twice {
        /// The step.
        step: String,
    },
}

impl fmt::Display for HopIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PassedOnBeforeReceived { step } => write!(f, "`{step}` passed it on before receiving it"),
            Self::ReceivedBeforeSent { step, before } => {
                write!(f, "`{step}` received it before `{before}` passed it on")
            }
            Self::InTheFuture { step, on } => write!(f, "`{step}` has a date in the future: {on}"),
            Self::UnknownStep { step } => write!(f, "this way has no step `{step}`"),
            Self::Twice { step } => write!(f, "`{step}` is recorded twice"),
        }
    }
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Who owes the next step; `None` when all is done.
    pub next: Option<PlannedHop>,
    /// Since when that actor has it, as far as recorded.
    pub since: Option<Day>,
    /// Days that actor has had it.
    pub days_waiting: Option<i64>,
    /// What cannot be right.
    pub issues: Vec<HopIssue>,
}

/// Finds who owes the next step.
pub fn owed(way: &[PlannedHop], hops: &[Hop], today: Day) -> Owed {
    let mut issues = BTreeSet::new();
    for (index, hop) in hops.iter().enumerate() {
        let step = hop.step.clone();
        if !way.iter().any(|planned| planned.step == hop.step) {
            issues.insert(HopIssue::UnknownStep { step: step.clone() });
        }
        if hops[..index].iter().any(|earlier| earlier.step == hop.step) {
            issues.insert(HopIssue::Twice { step: step.clone() });
        }
        if let (Some(received), Some(passed_on)) = (hop.received, hop.passed_on)
            && passed_on < received
        {
            issues.insert(HopIssue::PassedOnBeforeReceived { step: step.clone() });
        }
        for on in [hop.received, hop.passed_on].into_iter().flatten().filter(|on| *on > today) {
            issues.insert(HopIssue::InTheFuture { step: step.clone(), on });
        }
    }
    let mut before: Option<&Hop> = None;
    let mut next = None;
    let mut since = None;
    for planned in way {
        let Some(hop) = hops.iter().rfind(|hop| hop.step == planned.step) else {
            if next.is_none() && planned.skipped_by.is_none() {
                next = Some(planned.clone());
                since = before.and_then(|hop| hop.passed_on);
            }
            continue;
        };
        if let (Some(received), Some(earlier)) = (hop.received, before)
            && earlier.passed_on.is_some_and(|passed_on| received < passed_on)
        {
            let (step, before) = (hop.step.clone(), earlier.step.clone());
            issues.insert(HopIssue::ReceivedBeforeSent { step, before });
        }
        if hop.passed_on.is_none() && next.is_none() {
            next = Some(planned.clone());
            since = hop.received.or(before.and_then(|hop| hop.passed_on));
        }
        before = Some(hop);
    }
    Owed {
        days_waiting: next.as_ref().and(since).map(|since| since.days_until(today)),
        next,
        since,
        issues: issues.into_iter().collect(),
    }
}
