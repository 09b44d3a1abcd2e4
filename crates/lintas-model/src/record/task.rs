//! Tasks in a case: set by one agency, answered by another.

use serde::{Deserialize, Serialize};

use crate::lifecycle::TaskMove;
use crate::{AgencyCode, CaseId, PartialDate, RecordId, TaskId};

/// A task. Its owner is the agency that set it; the agency asked answers with records of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The case.
    pub case: CaseId,
    /// What is to be done.
    #[serde(default)]
    pub title: String,
    /// More about it.
    #[serde(default)]
    pub detail: String,
    /// Who is asked.
    pub agency: AgencyCode,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
    /// The task that must be done first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<TaskId>,
}

/// A step by the owner of the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskStep {
    /// The task.
    pub task: TaskId,
    /// The step.
    pub step: TaskMove,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A step by the agency asked: it counts when the owner's state allows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskAnswer {
    /// The task.
    pub task: TaskId,
    /// The step: start, finish or decline.
    pub step: TaskMove,
    /// In the agency's words.
    #[serde(default)]
    pub text: String,
    /// The record that shows the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<RecordId>,
}
