//! A draft: everything a record will say, before it is put in a feed and signed.

use crate::handling::{Marking, Purpose};
use crate::{AudienceId, Body, ObjectId, OfficerId, RecordId, Timestamp};

/// A record to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The record's id.
    pub record: RecordId,
    /// What it speaks about; its own id when it brings a new thing into being.
    pub object: ObjectId,
    /// To whom it is written.
    pub audience: AudienceId,
    /// Who writes it.
    pub author: OfficerId,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// For what purpose.
    pub purpose: Purpose,
    /// Grade and handling.
    pub marking: Marking,
    /// The record that this one takes the place of.
    pub supersedes: Option<RecordId>,
    /// The content.
    pub body: Body,
}
