//! Releases, recalls and receipts: how material leaves an agency and how it is taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::bytes;
use crate::handling::{OnwardRule, Purpose, UseRule};
use crate::{AgencyCode, AudienceId, CaseId, RecordId, ReleaseId, Timestamp};

/// One record disclosed by a release, in whole or in part.
///
/// `header` and `signatures` are the original's bytes as signed; `fields` are those entries of its sealed body that are
/// disclosed. What is withheld is present as a bare commitment only, so the original signature still verifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// The original record.
    pub record: RecordId,
    /// The original signed entry with the withheld fields blanked: canonical bytes, hexadecimal never, kept as received.
    #[serde(with = "bytes")]
    pub entry: Vec<u8>,
    /// Names of the disclosed fields; empty means all.
    pub fields: BTreeSet<String>,
}

/// Material is released to an audience by its originator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// To whom.
    pub audience: AudienceId,
    /// The case it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// What: each record with the disclosed fields. Empty where the originals have been erased.
    #[serde(default)]
    pub disclosed: Vec<Disclosed>,
    /// For which purposes.
    pub purposes: BTreeSet<Purpose>,
    /// What it may be used for.
    pub use_rule: UseRule,
    /// Whether it may be passed on.
    pub onward: OnwardRule,
    /// When it leaves every view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// Legal basis, for example `UNTOC Art. 27`.
    pub legal_basis: String,
    /// Why.
    pub reason: String,
}

/// A release is narrowed or recalled by its originator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// The release.
    pub release: ReleaseId,
    /// The records withdrawn; empty means all of the release.
    pub records: BTreeSet<RecordId>,
    /// Why.
    pub reason: String,
}

/// What a receipt acknowledges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptFor {
    /// Holds the sender's feed for the audience up to and including this sequence number.
    FeedUpTo {
        /// The writer of the feed.
        agency: AgencyCode,
        /// The audience of the feed.
        audience: AudienceId,
        /// The generation of the feed.
        generation: u32,
        /// The last sequence number held.
        sequence: u64,
    },
    /// A recall has been carried out here.
    Recall {
        /// The record of the recall.
        recall: RecordId,
        /// How many records left the views.
        removed: u32,
    },
}

/// A recipient says what it holds or has given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What is acknowledged.
    pub of: ReceiptFor,
    /// When.
    pub at: Timestamp,
}
