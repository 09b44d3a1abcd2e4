//! A disclosure: chosen fields for a named recipient, for one purpose and a limited time, with two keys.
//!
//! One officer asks, another one turns the second key. It stands on a living consent or on a stated law, and ends by itself:
//! when its time is over, when the consent is withdrawn, when the law no longer applies.

use std::collections::BTreeSet;

use lintas_model::{OfficerId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::consent::{GivenBy, SupportPurpose, same_recipient};
use crate::dossier::{Dossier, Subject};
use crate::field::{Field, Said};
use crate::support::words;
use crate::{SealedError, child};

/// The longest time for which something is told at once, in days.
pub const MOST_DAYS: i64 = 90;

/// To whom something is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The organisation; consent is given for it.
    pub organisation: String,
    /// The person there.
    pub person: String,
    /// The officer of this agency who may read it at this node, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<OfficerId>,
}

/// What it stands on, by number in the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A consent.
    Consent(u32),
    /// A law.
    Law(u32),
}

words! {
    /// Why a disclosure has ended.
    EndedBy {
        /// The second officer said no.
        Refused = "refused",
        /// An officer ended it.
        Officer = "officer",
        /// Its time was over.
        Time = "time",
        /// The consent was withdrawn or ran out.
        Consent = "consent",
        /// The law no longer applies.
        Law = "law",
    }
}

/// The end of a disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// When.
    pub at: Timestamp,
    /// Who ended it; nobody when it ended by itself.
    pub by: Option<OfficerId>,
    /// Why.
    pub why: EndedBy,
}

/// A wish to disclose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDisclosure {
    /// To whom.
    pub recipient: Recipient,
    /// For what.
    pub purpose: SupportPurpose,
    /// Which fields.
    pub fields: BTreeSet<Field>,
    /// On what it stands.
    pub basis: Basis,
    /// Until when.
    pub until: Timestamp,
    /// Why this recipient needs these fields.
    pub reason: String,
}

/// A disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Its number in the dossier.
    pub number: u32,
    /// To whom.
    pub recipient: Recipient,
    /// For what.
    pub purpose: SupportPurpose,
    /// Which fields.
    pub fields: BTreeSet<Field>,
    /// On what it stands.
    pub basis: Basis,
    /// Until when.
    pub until: Timestamp,
    /// Why this recipient needs these fields.
    pub reason: String,
    /// Who asked: the first key.
    pub asked_by: OfficerId,
    /// When.
    pub asked_at: Timestamp,
    /// Who turned the second key, and when.
    pub second: Option<(OfficerId, Timestamp)>,
    /// When, by whom and why it ended, once that was written down.
    pub ended: Option<Ended>,
}

/// Where a disclosure stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisclosureState {
    /// It waits for the second key.
    Waiting,
    /// What was chosen may be told.
    Open,
    /// Nothing may be told any more.
    Ended(EndedBy),
}

impl Dossier {
    /// Where a disclosure stands: decided anew each time, so that it ends without anybody's doing.
    pub fn state(&self, disclosure: &Disclosure, now: Timestamp) -> DisclosureState {
        if let Some(ended) = &disclosure.ended {
            return DisclosureState::Ended(ended.why);
        }
        if now >= disclosure.until {
            return DisclosureState::Ended(EndedBy::Time);
        }
        if !self.stands(disclosure.basis, now) {
            return DisclosureState::Ended(match disclosure.basis {
                Basis::Consent(_) => EndedBy::Consent,
                Basis::Law(_) => EndedBy::Law,
            });
        }
        if disclosure.second.is_some() { DisclosureState::Open } else { DisclosureState::Waiting }
    }

    fn stands(&self, basis: Basis, now: Timestamp) -> bool {
        match basis {
            Basis::Consent(number) => {
                self.consents.iter().any(|consent| consent.number == number && consent.lives(now))
            }
            Basis::Law(number) => self.bases.iter().any(|basis| basis.number == number && basis.lives()),
        }
    }

    /// Asks for a disclosure: the first key. Answers its number.
    ///
    /// # Errors
    /// The rule that is not met.
    pub fn ask(&mut self, new: NewDisclosure, by: OfficerId, now: Timestamp) -> Result<u32, SealedError> {
        use SealedError::Rule;
        if new.fields.is_empty() {
            return Err(Rule("choose at least one field"));
        }
        if new.recipient.organisation.trim().is_empty() || new.recipient.person.trim().is_empty() {
            return Err(Rule("name the organisation and the person who will be told"));
        }
        if new.until <= now || new.until > now.plus_days(MOST_DAYS) {
            return Err(Rule("choose an end within the next 90 days"));
        }
        let (recipient, purpose) = match new.basis {
            Basis::Consent(number) => {
                let consent = self.consents.iter().find(|consent| consent.number == number);
                let consent = consent.filter(|consent| consent.lives(now));
                let consent = consent.ok_or(Rule("there is no living consent of that number"))?;
                if self.is_child(now) && consent.given_by != GivenBy::Guardian {
                    return Err(Rule("for a child the guardian consents, after hearing the child"));
                }
                (&consent.recipient, consent.purpose)
            }
            Basis::Law(number) => {
                let basis = self.bases.iter().find(|basis| basis.number == number && basis.lives());
                let basis = basis.ok_or(Rule("there is no legal basis of that number in force"))?;
                (&basis.recipient, basis.purpose)
            }
        };
        if !same_recipient(recipient, &new.recipient.organisation) || purpose != new.purpose {
            return Err(Rule("consent or law is for another recipient or another purpose"));
        }
        if self.is_child(now) && !self.has_best_interest() {
            return Err(Rule("for a child a best-interest decision comes first"));
        }
        let number = self.take_number();
        self.disclosures.push(Disclosure {
            number,
            recipient: new.recipient,
            purpose: new.purpose,
            fields: new.fields,
            basis: new.basis,
            until: new.until,
            reason: new.reason,
            asked_by: by,
            asked_at: now,
            second: None,
            ended: None,
        });
        Ok(number)
    }

    /// Turns the second key.
    ///
    /// # Errors
    /// When it is the officer who asked, or nothing waits any more.
    pub fn second_key(&mut self, number: u32, by: OfficerId, now: Timestamp) -> Result<(), SealedError> {
        let state =
            self.disclosure(number).map(|disclosure| (self.state(disclosure, now), disclosure.asked_by));
        match state {
            Some((DisclosureState::Waiting, asked_by)) if asked_by == by => {
                Err(SealedError::Rule("another officer must turn the second key"))
            }
            Some((DisclosureState::Waiting, _)) => {
                self.change(number, |disclosure| disclosure.second = Some((by, now)));
                Ok(())
            }
            _ => Err(SealedError::Rule("this disclosure does not wait for a second key any more")),
        }
    }

    /// Ends a disclosure, or says no to one that waits.
    ///
    /// # Errors
    /// When it has ended already.
    pub fn end(&mut self, number: u32, by: OfficerId, now: Timestamp) -> Result<(), SealedError> {
        let why = match self.disclosure(number).map(|disclosure| self.state(disclosure, now)) {
            Some(DisclosureState::Waiting) => EndedBy::Refused,
            Some(DisclosureState::Open) => EndedBy::Officer,
            _ => return Err(SealedError::Rule("this disclosure has ended already")),
        };
        self.change(number, |disclosure| disclosure.ended = Some(Ended { at: now, by: Some(by), why }));
        Ok(())
    }

    /// Writes down the end of what has ended by itself; answers how many.
    pub fn settle(&mut self, now: Timestamp) -> usize {
        let ended: Vec<(u32, EndedBy)> = self
            .disclosures
            .iter()
            .filter(|disclosure| disclosure.ended.is_none())
            .filter_map(|disclosure| match self.state(disclosure, now) {
                DisclosureState::Ended(why) => Some((disclosure.number, why)),
                _ => None,
            })
            .collect();
        for (number, why) in &ended {
            self.change(*number, |disclosure| {
                disclosure.ended = Some(Ended { at: now, by: None, why: *why });
            });
        }
        ended.len()
    }

    /// What may be told of a disclosure: only the chosen fields, and only while it is open.
    ///
    /// # Errors
    /// When it is not open.
    pub fn told(&self, number: u32, now: Timestamp) -> Result<Vec<(Field, Said)>, SealedError> {
        let disclosure = self.disclosure(number).filter(|it| self.state(it, now) == DisclosureState::Open);
        let disclosure = disclosure.ok_or(SealedError::Rule("this disclosure is not open"))?;
        Ok(disclosure.fields.iter().map(|field| (*field, field.said(self))).collect())
    }

    /// The disclosure of a number.
    pub fn disclosure(&self, number: u32) -> Option<&Disclosure> {
        self.disclosures.iter().find(|disclosure| disclosure.number == number)
    }

    fn change(&mut self, number: u32, how: impl FnOnce(&mut Disclosure)) {
        if let Some(found) = self.disclosures.iter_mut().find(|disclosure| disclosure.number == number) {
            how(found);
        }
    }

    fn is_child(&self, now: Timestamp) -> bool {
        match &self.subject {
            Subject::Person(support) => child::childhood(&self.identity, &support.child, now).applies(),
            Subject::Source(_) => false,
        }
    }

    fn has_best_interest(&self) -> bool {
        match &self.subject {
            Subject::Person(support) => !support.child.best_interest.is_empty(),
            Subject::Source(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::dossier::tests::dossier;

    fn officer(n: u128) -> OfficerId {
        OfficerId::from_uuid(Uuid::from_u128(n))
    }

    const NOW: Timestamp = Timestamp::from_millis(1_500_000_000_000);

    fn wish(basis: Basis) -> NewDisclosure {
        NewDisclosure {
            recipient: Recipient {
                organisation: "House of the river ".into(),
                person: "The manager".into(),
                officer: None,
            },
            purpose: SupportPurpose::Shelter,
            fields: BTreeSet::from([Field::Names, Field::Languages]),
            basis,
            until: NOW.plus_days(7),
            reason: "admission".into(),
        }
    }

    fn consented() -> (Dossier, u32) {
        let mut dossier = dossier();
        let consent = dossier.consent(
            "House of the River",
            SupportPurpose::Shelter,
            GivenBy::Person,
            "in Khmer",
            None,
            (officer(1), NOW),
        );
        (dossier, consent)
    }

    #[test]
    fn two_different_officers_turn_two_keys() {
        let (mut dossier, consent) = consented();
        let number = dossier.ask(wish(Basis::Consent(consent)), officer(1), NOW).unwrap();
        assert!(dossier.told(number, NOW).is_err(), "one key opens nothing");
        assert!(dossier.second_key(number, officer(1), NOW).is_err(), "one officer is not two");
        dossier.second_key(number, officer(2), NOW).unwrap();
        let told: Vec<Field> =
            dossier.told(number, NOW).unwrap().into_iter().map(|(field, _)| field).collect();
        assert_eq!(told, [Field::Names, Field::Languages], "nothing but what was chosen");
        assert!(dossier.second_key(number, officer(3), NOW).is_err());
    }

    #[test]
    fn a_disclosure_ends_by_itself_and_with_its_consent() {
        let (mut dossier, consent) = consented();
        let number = dossier.ask(wish(Basis::Consent(consent)), officer(1), NOW).unwrap();
        dossier.second_key(number, officer(2), NOW).unwrap();
        assert!(dossier.told(number, NOW.plus_days(7)).is_err(), "its time is over");
        assert!(dossier.told(number, NOW.plus_days(6)).is_ok());
        dossier.withdraw(consent, NOW.plus_days(1)).unwrap();
        assert!(dossier.told(number, NOW.plus_days(1)).is_err(), "the consent is gone");
        let ended = dossier.disclosure(number).unwrap().ended.clone().unwrap();
        assert_eq!((ended.at, ended.why, ended.by), (NOW.plus_days(1), EndedBy::Consent, None));
        assert_eq!(dossier.settle(NOW.plus_days(8)), 0, "it has been written down");

        let (mut dossier, consent) = consented();
        let number = dossier.ask(wish(Basis::Consent(consent)), officer(1), NOW).unwrap();
        assert_eq!(dossier.settle(NOW.plus_days(6)), 0);
        assert_eq!(dossier.settle(NOW.plus_days(7)), 1);
        let ended = dossier.disclosure(number).unwrap().ended.clone().unwrap();
        assert_eq!((ended.why, ended.by), (EndedBy::Time, None));
    }

    #[test]
    fn a_consent_serves_its_recipient_and_purpose_only() {
        let (mut dossier, consent) = consented();
        let basis = Basis::Consent(consent);
        let other = Recipient { organisation: "A newspaper".into(), ..wish(basis).recipient };
        assert!(dossier.ask(NewDisclosure { recipient: other, ..wish(basis) }, officer(1), NOW).is_err());
        let purpose = SupportPurpose::Proceedings;
        assert!(dossier.ask(NewDisclosure { purpose, ..wish(basis) }, officer(1), NOW).is_err());
        assert!(dossier.ask(wish(Basis::Law(consent)), officer(1), NOW).is_err(), "consent is no law");
        let until = NOW.plus_days(MOST_DAYS + 1);
        assert!(dossier.ask(NewDisclosure { until, ..wish(basis) }, officer(1), NOW).is_err());
        let fields = BTreeSet::new();
        assert!(dossier.ask(NewDisclosure { fields, ..wish(basis) }, officer(1), NOW).is_err());
    }

    #[test]
    fn for_a_child_guardian_and_best_interest_come_first() {
        let (mut dossier, consent) = consented();
        let Subject::Person(support) = &mut dossier.subject else { panic!("a person") };
        support.child.in_doubt = true;
        let refused = dossier.ask(wish(Basis::Consent(consent)), officer(1), NOW).unwrap_err();
        assert!(refused.to_string().contains("guardian"), "{refused}");
        let consent = dossier.consent(
            "House of the River",
            SupportPurpose::Shelter,
            GivenBy::Guardian,
            "",
            None,
            (officer(1), NOW),
        );
        let refused = dossier.ask(wish(Basis::Consent(consent)), officer(1), NOW).unwrap_err();
        assert!(refused.to_string().contains("best-interest"), "{refused}");
        let Subject::Person(support) = &mut dossier.subject else { panic!("a person") };
        support.child.best_interest.push(crate::child::BestInterest {
            by: "Panel".into(),
            on: lintas_model::PartialDate::of(NOW),
            decision: "Shelter for children".into(),
        });
        assert!(dossier.ask(wish(Basis::Consent(consent)), officer(1), NOW).is_ok());
    }
}
