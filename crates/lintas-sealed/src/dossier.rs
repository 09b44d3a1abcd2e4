//! A dossier: all that is known of one protected person or one human source.

use std::fmt;
use std::str::FromStr;

use lintas_model::{CaseId, Entropy, ObjectId, OfficerId, PartialDate, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::SealedError;
use crate::consent::{Consent, GivenBy, LegalBasis, SupportPurpose};
use crate::disclosure::Disclosure;
use crate::identity::{Contact, Identity};
use crate::support::Support;

/// A dossier's id: random, so that it tells nothing, not even when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DossierId(Uuid);

impl DossierId {
    /// Makes a new id (UUID version 4, RFC 9562).
    pub fn new(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// Wraps an existing UUID.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// The UUID itself.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for DossierId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for DossierId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Uuid::parse_str(text).map(Self)
    }
}

/// What is kept of a human source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The officer who meets the source.
    pub handler: OfficerId,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Why the source speaks.
    pub motives: String,
    /// What would endanger the source.
    pub risks: String,
}

/// Whom a dossier is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A protected person.
    Person(Box<Support>),
    /// A human source.
    Source(Registration),
}

/// A dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The code by which everybody else knows the person: `V-7`, `S-12`.
    pub code: String,
    /// The node's record of that code, if there is one.
    pub object: Option<ObjectId>,
    /// The case, if there is one.
    pub case: Option<CaseId>,
    /// Who the person is.
    pub identity: Identity,
    /// How the person is reached.
    pub contact: Contact,
    /// Whom it is about, with what is kept of such people.
    pub subject: Subject,
    /// Consents, oldest first.
    pub consents: Vec<Consent>,
    /// What the law says, oldest first.
    pub bases: Vec<LegalBasis>,
    /// Disclosures, oldest first.
    pub disclosures: Vec<Disclosure>,
    /// Who opened it, and when.
    pub opened: (OfficerId, Timestamp),
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Kept until this day instead of the day that the rule of retention gives, and why.
    pub kept: Option<(PartialDate, String)>,
    next_number: u32,
}

impl Dossier {
    /// An empty dossier.
    pub fn new(code: String, subject: Subject, by: OfficerId, now: Timestamp) -> Self {
        Self {
            code,
            object: None,
            case: None,
            identity: Identity::default(),
            contact: Contact::default(),
            subject,
            consents: Vec::new(),
            bases: Vec::new(),
            disclosures: Vec::new(),
            opened: (by, now),
            changed_at: now,
            kept: None,
            next_number: 1,
        }
    }

    /// The support of a protected person; nothing for a source.
    pub fn support(&self) -> Option<&Support> {
        match &self.subject {
            Subject::Person(support) => Some(support),
            Subject::Source(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn support_mut(&mut self) -> Result<&mut Support, SealedError> {
        match &mut self.subject {
            Subject::Person(support) => Ok(support),
            Subject::Source(_) => Err(SealedError::Rule("a source has no support plan")),
        }
    }

    /// Records a consent; answers its number.
    pub fn consent(
        &mut self,
        recipient: &str,
        purpose: SupportPurpose,
        given_by: GivenBy,
        explained: &str,
        until: Option<Timestamp>,
        (recorded_by, at): (OfficerId, Timestamp),
    ) -> u32 {
        let number = self.take_number();
        self.consents.push(Consent {
            number,
            recipient: recipient.trim().to_owned(),
            purpose,
            given_by,
            explained: explained.to_owned(),
            at,
            recorded_by,
            until,
            withdrawn: None,
        });
        number
    }

    /// Withdraws a consent. Whatever was disclosed on it ends with it.
    ///
    /// # Errors
    /// When there is none of that number in force.
    pub fn withdraw(&mut self, number: u32, now: Timestamp) -> Result<(), SealedError> {
        let found = self.consents.iter_mut().find(|consent| consent.number == number && consent.lives(now));
        let found = found.ok_or(SealedError::Rule("there is no living consent of that number"))?;
        found.withdrawn = Some(now);
        self.settle(now);
        Ok(())
    }

    /// States what the law says; answers its number.
    pub fn state_law(
        &mut self,
        law: &str,
        recipient: &str,
        purpose: SupportPurpose,
        order: &str,
        (recorded_by, at): (OfficerId, Timestamp),
    ) -> u32 {
        let number = self.take_number();
        self.bases.push(LegalBasis {
            number,
            law: law.trim().to_owned(),
            recipient: recipient.trim().to_owned(),
            purpose,
            order: order.to_owned(),
            at,
            recorded_by,
            ended: None,
        });
        number
    }

    /// Says that a law no longer applies. Whatever was disclosed on it ends with it.
    ///
    /// # Errors
    /// When there is none of that number in force.
    pub fn end_law(&mut self, number: u32, now: Timestamp) -> Result<(), SealedError> {
        let found = self.bases.iter_mut().find(|basis| basis.number == number && basis.lives());
        let found = found.ok_or(SealedError::Rule("there is no legal basis of that number in force"))?;
        found.ended = Some(now);
        self.settle(now);
        Ok(())
    }

    pub(crate) fn take_number(&mut self) -> u32 {
        let number = self.next_number;
        self.next_number = number.saturating_add(1);
        number
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A made-up adult.
    pub(crate) fn dossier() -> Dossier {
        let by = OfficerId::from_uuid(Uuid::from_u128(1));
        let now = Timestamp::from_millis(1_500_000_000_000);
        let mut dossier = Dossier::new("V-7".into(), Subject::Person(Box::default()), by, now);
        dossier.identity = Identity {
            names: vec!["សុខ ចន្ទា".into(), "Sok Chantha".into()],
            birth: PartialDate::year(1990).ok(),
            languages: "Khmer".into(),
            ..Identity::default()
        };
        dossier
    }

    #[test]
    fn a_dossier_reads_back_as_it_was_written() {
        let dossier = dossier();
        let text = serde_json::to_string(&dossier).unwrap();
        assert_eq!(serde_json::from_str::<Dossier>(&text).unwrap(), dossier);
    }
}
