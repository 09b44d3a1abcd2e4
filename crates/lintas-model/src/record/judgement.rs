//! Judgements: whether two entities are the same. Each is a record, has an author and a reason, and can be reversed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{EntityId, RecordId};

/// What was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The same.
    Same,
    /// Not the same.
    NotSame,
    /// An earlier judgement is taken back; nothing is said.
    Withdrawn,
}

/// A judgement on a pair of entities. The latest by the same agency on the same pair counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The smaller id of the two.
    pub left: EntityId,
    /// The greater id of the two.
    pub right: EntityId,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// The score that was shown, in thousandths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_permille: Option<u16>,
    /// The statements that lay before whoever judged, by which the judgement can be looked at again when others come.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub rests_on: BTreeSet<RecordId>,
}

impl Judgement {
    /// A judgement with its pair in order, so that both ways of writing it are one.
    pub fn new(
        a: EntityId,
        b: EntityId,
        verdict: Verdict,
        reason: String,
        score_permille: Option<u16>,
    ) -> Self {
        Self { left: a.min(b), right: a.max(b), verdict, reason, score_permille, rests_on: BTreeSet::new() }
    }
}
