//! What the forms of a dossier send, and how it is read.

use std::collections::BTreeSet;

use lintas_casework::sealed::Part;
use lintas_law::screening::Set;
use lintas_model::{OfficerId, PartialDate};
use lintas_sealed::child::{AgeAssessment, BestInterest, ChildProtection};
use lintas_sealed::consent::{GivenBy, SupportPurpose};
use lintas_sealed::disclosure::{Basis, NewDisclosure, Recipient};
use lintas_sealed::dossier::Registration;
use lintas_sealed::field::Field as Told;
use lintas_sealed::identity::{Contact, Identity};
use lintas_sealed::support::{
    Decided, Identification, Need, NeedKind, NonPunishment, Plan, Progress, Referral,
};
use serde::Deserialize;

use crate::components::Problems;
use crate::page::Page;
use crate::problem::Problem;
use crate::routes::reports::add::read_date;

/// The forms of all parts: each sends its own fields.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PartForm {
    /// The version that was on the screen.
    pub(crate) version: u64,
    pub(crate) names: String,
    pub(crate) birth: String,
    pub(crate) birth_order: String,
    pub(crate) documents: String,
    pub(crate) nationality: String,
    pub(crate) languages: String,
    pub(crate) phone: String,
    pub(crate) address: String,
    pub(crate) safe_way: String,
    pub(crate) emergency: String,
    pub(crate) need: String,
    pub(crate) urgent: Vec<String>,
    pub(crate) remark: String,
    pub(crate) progress: String,
    pub(crate) place: usize,
    pub(crate) to: String,
    pub(crate) on: String,
    pub(crate) on_order: String,
    pub(crate) wishes: String,
    pub(crate) agreed: String,
    pub(crate) review: String,
    pub(crate) review_order: String,
    pub(crate) in_doubt: Vec<String>,
    pub(crate) assessment: String,
    pub(crate) guardian: String,
    pub(crate) by: String,
    pub(crate) decision: String,
    pub(crate) raised: Vec<String>,
    pub(crate) recipient: String,
    pub(crate) purpose: String,
    pub(crate) given_by: String,
    pub(crate) explained: String,
    pub(crate) until: String,
    pub(crate) until_order: String,
    pub(crate) number: u32,
    pub(crate) law: String,
    pub(crate) decree: String,
    pub(crate) basis: String,
    pub(crate) person: String,
    pub(crate) officer: String,
    pub(crate) fields: Vec<String>,
    pub(crate) reason: String,
    pub(crate) set: String,
    pub(crate) seen: Vec<String>,
    pub(crate) identification: String,
    pub(crate) ground: String,
    pub(crate) motives: String,
    pub(crate) risks: String,
}

/// Sets of indicators with their words.
pub(crate) const SETS: [(Set, &str); 4] = [
    (Set::AdultLabour, "adult_labour"),
    (Set::AdultSexual, "adult_sexual"),
    (Set::ChildLabour, "child_labour"),
    (Set::ChildSexual, "child_sexual"),
];

/// Reads the fields of a form one by one, keeping what is wrong with each.
struct Reader<'a> {
    page: &'a Page,
    problems: Problems,
}

impl Reader<'_> {
    fn needed(&mut self, field: &'static str, text: &str) -> String {
        if text.trim().is_empty() {
            self.problems.add(field, self.page.say("field-needed"));
        }
        text.trim().to_owned()
    }

    fn named<T>(&mut self, field: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.problems.add(field, self.page.say("field-unknown"));
        }
        found
    }

    fn date(&mut self, field: &'static str, text: &str, order: &str) -> Option<PartialDate> {
        read_date(self.page, field, text, order, &mut self.problems)
    }

    fn needed_date(&mut self, field: &'static str, text: &str, order: &str) -> Option<PartialDate> {
        self.needed(field, text);
        self.date(field, text, order)
    }

    /// What was read, unless something is missing in it; then the problems say what.
    fn end<T>(self, read: Option<T>) -> Result<T, Problems> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(self.problems),
        }
    }
}

impl PartForm {
    /// Reads the form of a part; on failure every problem stands beside its field.
    pub(crate) fn read(
        &self,
        part: &str,
        page: &Page,
        by: OfficerId,
    ) -> Result<Result<Part, Problems>, Problem> {
        let mut read = Reader { page, problems: Problems::default() };
        let wish = match part {
            "identity" => self.identity(&mut read),
            "contact" => Some(Part::Contact(Contact {
                phone: self.phone.trim().to_owned(),
                address: self.address.trim().to_owned(),
                safe_way: self.safe_way.trim().to_owned(),
                emergency: self.emergency.trim().to_owned(),
            })),
            "need" => read.named("need", NeedKind::named(&self.need)).map(|kind| {
                Part::Need(Need {
                    kind,
                    urgent: !self.urgent.is_empty(),
                    progress: Progress::Open,
                    note: self.remark.trim().to_owned(),
                })
            }),
            "need-progress" => read
                .named("progress", Progress::named(&self.progress))
                .map(|progress| Part::NeedProgress(self.place, progress)),
            "referral" => self.referral(&mut read),
            "referral-progress" => read
                .named("progress", Progress::named(&self.progress))
                .map(|progress| Part::ReferralProgress(self.place, progress)),
            "plan" => Some(Part::Plan(Plan {
                wishes: self.wishes.trim().to_owned(),
                agreed: self.agreed.trim().to_owned(),
                review: read.date("review", &self.review, &self.review_order),
            })),
            "child" => read.named("assessment", AgeAssessment::named(&self.assessment)).map(|assessment| {
                Part::Child(ChildProtection {
                    in_doubt: !self.in_doubt.is_empty(),
                    assessment,
                    guardian: self.guardian.trim().to_owned(),
                    best_interest: Vec::new(),
                })
            }),
            "best-interest" => self.best_interest(&mut read),
            "non-punishment" => Some(Part::NonPunishment(NonPunishment {
                raised: !self.raised.is_empty(),
                note: self.remark.trim().to_owned(),
            })),
            "identification" => self.decided(&mut read),
            "consent" => self.consent(&mut read),
            "withdraw" => Some(Part::Withdraw(self.number)),
            "law" => self.law(&mut read),
            "end-law" => Some(Part::EndLaw(self.number)),
            "disclosure" => self.disclosure(&mut read),
            "registration" => Some(Part::Registration(Registration {
                handler: self.officer.parse().unwrap_or(by),
                since: read.date("on", &self.on, &self.on_order),
                motives: self.motives.trim().to_owned(),
                risks: self.risks.trim().to_owned(),
            })),
            "retention" => match read.date("until", &self.until, &self.until_order) {
                Some(until) => Some(Part::Keep(Some((until, read.needed("reason", &self.reason))))),
                None => Some(Part::Keep(None)),
            },
            "screening" => {
                let set = SETS.iter().find(|(_, word)| *word == self.set).map(|(set, _)| *set);
                read.named("set", set).map(|set| Part::Screening(set, self.seen.iter().cloned().collect()))
            }
            _ => return Err(Problem::Missing),
        };
        Ok(read.end(wish))
    }

    fn identity(&self, read: &mut Reader<'_>) -> Option<Part> {
        let lines = |text: &str| {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
        };
        let nationality = match self.nationality.trim() {
            "" => None,
            text => read.named("nationality", text.parse().ok()),
        };
        Some(Part::Identity(Identity {
            names: lines(&self.names),
            birth: read.date("birth", &self.birth, &self.birth_order),
            documents: lines(&self.documents),
            nationality,
            languages: self.languages.trim().to_owned(),
        }))
    }

    fn referral(&self, read: &mut Reader<'_>) -> Option<Part> {
        let to = read.needed("to", &self.to);
        let on = read.needed_date("on", &self.on, &self.on_order);
        let need = read.named("need", NeedKind::named(&self.need));
        Some(Part::Referral(Referral {
            to,
            need: need?,
            on: on?,
            progress: Progress::Open,
            note: self.remark.trim().to_owned(),
        }))
    }

    fn best_interest(&self, read: &mut Reader<'_>) -> Option<Part> {
        let (by, decision) = (read.needed("by", &self.by), read.needed("decision", &self.decision));
        let on = read.needed_date("on", &self.on, &self.on_order)?;
        Some(Part::BestInterest(BestInterest { by, on, decision }))
    }

    fn decided(&self, read: &mut Reader<'_>) -> Option<Part> {
        let by = read.needed("by", &self.by);
        let on = read.needed_date("on", &self.on, &self.on_order);
        let identification = read.named("identification", Identification::named(&self.identification));
        Some(Part::Decided(Decided { identification: identification?, by, on: on? }))
    }

    fn consent(&self, read: &mut Reader<'_>) -> Option<Part> {
        let recipient = read.needed("recipient", &self.recipient);
        let explained = read.needed("explained", &self.explained);
        let until = read.date("until", &self.until, &self.until_order).map(PartialDate::after);
        let purpose = read.named("purpose", SupportPurpose::named(&self.purpose));
        let given_by = read.named("given_by", GivenBy::named(&self.given_by));
        Some(Part::Consent { recipient, purpose: purpose?, given_by: given_by?, explained, until })
    }

    fn law(&self, read: &mut Reader<'_>) -> Option<Part> {
        let (law, recipient) = (read.needed("law", &self.law), read.needed("recipient", &self.recipient));
        let purpose = read.named("purpose", SupportPurpose::named(&self.purpose));
        Some(Part::Law { law, recipient, purpose: purpose?, order: self.decree.trim().to_owned() })
    }

    fn disclosure(&self, read: &mut Reader<'_>) -> Option<Part> {
        let (organisation, person) =
            (read.needed("recipient", &self.recipient), read.needed("person", &self.person));
        let until = read.needed_date("until", &self.until, &self.until_order);
        let purpose = read.named("purpose", SupportPurpose::named(&self.purpose));
        let basis = self.basis.split_once('-').and_then(|(kind, number)| {
            let number = number.parse().ok()?;
            match kind {
                "consent" => Some(Basis::Consent(number)),
                "law" => Some(Basis::Law(number)),
                _ => None,
            }
        });
        let basis = read.named("basis", basis);
        let fields: BTreeSet<Told> = self.fields.iter().filter_map(|word| Told::named(word)).collect();
        if fields.is_empty() {
            read.problems.add("fields", read.page.say("field-needed"));
        }
        let reason = read.needed("reason", &self.reason);
        let recipient = Recipient { organisation, person, officer: self.officer.parse().ok() };
        Some(Part::Ask(NewDisclosure {
            recipient,
            purpose: purpose?,
            fields,
            basis: basis?,
            until: until?.after(),
            reason,
        }))
    }
}
