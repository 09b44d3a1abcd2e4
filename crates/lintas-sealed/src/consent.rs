//! Consent, for one recipient and one purpose, withdrawable at any time; and what the law says, kept apart from it.
//!
//! That a law lets an agency record or pass something on is not consent, and consent is not a law (IOM Data Protection
//! Principles 1, 4 and 5; Trafficking Protocol Art. 6(1)).

use lintas_model::{OfficerId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::support::words;

words! {
    /// What something is passed on for.
    SupportPurpose {
        /// A safe place.
        Shelter = "shelter",
        /// Care for body or mind.
        Health = "health",
        /// A lawyer, compensation.
        LegalAid = "legal_aid",
        /// Identity or travel documents.
        Documents = "documents",
        /// Finding the family.
        FamilyTracing = "family_tracing",
        /// Safe return.
        Return = "return",
        /// Criminal proceedings.
        Proceedings = "proceedings",
        /// Protection of a witness.
        WitnessProtection = "witness_protection",
    }
}

words! {
    /// Who gave a consent.
    GivenBy {
        /// The person, informed in a language he or she speaks.
        Person = "person",
        /// The guardian of a child, after hearing the child.
        Guardian = "guardian",
    }
}

/// A consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its number in the dossier.
    pub number: u32,
    /// To whom something may be told.
    pub recipient: String,
    /// For what.
    pub purpose: SupportPurpose,
    /// Who gave it.
    pub given_by: GivenBy,
    /// How it was explained: by whom, in which language.
    pub explained: String,
    /// When.
    pub at: Timestamp,
    /// Who recorded it.
    pub recorded_by: OfficerId,
    /// Until when it was given.
    pub until: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn: Option<Timestamp>,
}

impl Consent {
    /// Whether it is in force at an instant.
    pub fn lives(&self, now: Timestamp) -> bool {
        self.withdrawn.is_none() && self.until.is_none_or(|until| now < until)
    }
}

/// What the law says, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    /// Its number in the dossier.
    pub number: u32,
    /// The law with its article.
    pub law: String,
    /// To whom it has something told.
    pub recipient: String,
    /// For what.
    pub purpose: SupportPurpose,
    /// Which order or decision, if it needs one.
    pub order: String,
    /// When.
    pub at: Timestamp,
    /// Who recorded it.
    pub recorded_by: OfficerId,
    /// When it ended.
    pub ended: Option<Timestamp>,
}

impl LegalBasis {
    /// Whether it is in force.
    pub const fn lives(&self) -> bool {
        self.ended.is_none()
    }
}

/// Whether two names of recipients are the same, whatever the case and the spaces.
pub(crate) fn same_recipient(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(one) == plain(other)
}
