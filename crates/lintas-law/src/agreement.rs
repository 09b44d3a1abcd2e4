//! A joint-investigation agreement as fields that decide, clause by clause, what its members may do.
//!
//! After the model agreement of the European Union (2017/C 18/01). What the agreement does not grant is refused, and
//! the refusal names the clause.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::offence::Offence;
pub use lintas_model::record::Clause;
use lintas_model::{AgencyCode, Country};
use serde::{Deserialize, Serialize};

use crate::error::FileIssue;
use crate::instrument::parse;
use crate::{Confidence, Day};

/// What a clause decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drives {
    /// Who is in.
    Membership,
    /// For what.
    Purpose,
    /// When.
    Period,
    /// Where.
    Place,
    /// Who may decide.
    Leadership,
    /// Who may look on.
    Observation,
    /// How evidence is taken.
    Gathering,
    /// Who may read.
    Reading,
    /// Whether earlier material may be used.
    EarlierMaterial,
    /// Whether material from outside may be shared.
    OutsideMaterial,
    /// Whether it may be passed on.
    PassingOn,
    /// How long it is kept.
    Retention,
    /// Who may speak.
    Publication,
    /// Nothing that a program can decide.
    None,
}

/// A clause as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseText {
    /// Its number in the model.
    pub number: u8,
    /// Which clause.
    pub clause: Clause,
    /// Its title.
    pub title: String,
    /// What it decides.
    pub drives: Drives,
    /// What it says, in a sentence.
    pub says: String,
}

/// The list of clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clauses {
    /// Where the list is known from.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// When somebody last looked.
    pub last_checked: Day,
    /// The clauses in order.
    pub clauses: Vec<ClauseText>,
}

impl Clauses {
    /// Reads the list from the text of its file.
    ///
    /// # Errors
    /// When the text is not such a file.
    pub fn read(file: &str, text: &str) -> Result<Self, FileIssue> {
        parse(file, text)
    }
}

/// From when to when; extended by consent of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// An agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Agreement {
    /// Agencies that bind themselves.
    #[serde(default)]
    pub parties: BTreeSet<AgencyCode>,
    /// Agencies that have signed.
    #[serde(default)]
    pub signed: BTreeSet<AgencyCode>,
    /// Offences it is about.
    #[serde(default)]
    pub offences: BTreeSet<Offence>,
    /// The purpose in words.
    #[serde(default)]
    pub purpose: String,
    /// Its period.
    #[serde(default)]
    pub period: Option<Period>,
    /// States of operation.
    #[serde(default)]
    pub states: BTreeSet<Country>,
    /// The leading agency in each state.
    #[serde(default)]
    pub leaders: BTreeMap<Country, AgencyCode>,
    /// Agencies whose officers take part.
    #[serde(default)]
    pub members: BTreeSet<AgencyCode>,
    /// Agencies that attend without being members.
    #[serde(default)]
    pub participants: BTreeSet<AgencyCode>,
    /// What members may use each other's material for.
    #[serde(default)]
    pub use_rule: UseRule,
    /// Whether material may be passed on beyond the members.
    #[serde(default)]
    pub onward: OnwardRule,
    /// Whether material from before the period may be used.
    #[serde(default)]
    pub earlier_material: bool,
    /// Whether material from states outside may be shared in the team.
    #[serde(default)]
    pub outside_material: bool,
    /// Months after the end after which material is erased; `None` is not yet agreed.
    #[serde(default)]
    pub retention_months: Option<u32>,
    /// Agencies that may speak to the media.
    #[serde(default)]
    pub spokespersons: BTreeSet<AgencyCode>,
    /// Text of the clauses that decide nothing a program can see.
    #[serde(default)]
    pub other: BTreeMap<Clause, String>,
}

/// Something that a member wants to do under an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "act")]
pub enum JointAct {
    /// Read material of the team, got within the period.
    Read,
    /// Read material that a party had before the period.
    ReadEarlier,
    /// Read material that came from a state outside.
    ReadOutside,
    /// Use material as evidence.
    UseAsEvidence,
    /// Pass material on beyond the members.
    PassOn,
    /// Work in a state.
    OperateIn(Country),
    /// Direct the team in a state.
    Lead(Country),
    /// Speak to the media.
    Publish,
}

/// An act is refused: by which clause and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("could not allow it: {reason} (clause on {clause:?})")]
pub struct Refused {
    /// The clause.
    pub clause: Clause,
    /// Why.
    pub reason: String,
}

impl Agreement {
    /// Whether an agency may do something on a day.
    ///
    /// # Errors
    /// With the clause and the reason when it may not.
    pub fn permits(&self, agency: &AgencyCode, act: JointAct, on: Day) -> Result<(), Refused> {
        let refuse = |clause, reason: String| Err(Refused { clause, reason });
        if let Some(missing) = self.parties.iter().find(|party| !self.signed.contains(*party)) {
            return refuse(Clause::Parties, format!("{missing} has not signed"));
        }
        if self.parties.len() < 2 {
            return refuse(Clause::Parties, "an agreement has at least two parties".into());
        }
        let within = |period: &Period| period.from <= on && on <= period.to;
        match &self.period {
            None => return refuse(Clause::Period, "no period is agreed".into()),
            Some(period) if !within(period) => {
                return refuse(Clause::Period, format!("it runs from {} to {}", period.from, period.to));
            }
            Some(_) => {}
        }
        let looks_on = act == JointAct::Read && self.participants.contains(agency);
        if !self.members.contains(agency) && !looks_on {
            return refuse(Clause::Members, format!("{agency} is not a member"));
        }
        match act {
            JointAct::Read => Ok(()),
            JointAct::ReadEarlier if self.earlier_material => Ok(()),
            JointAct::ReadEarlier => {
                refuse(Clause::EarlierMaterial, "material from before the period is not shared".into())
            }
            JointAct::ReadOutside if self.outside_material => Ok(()),
            JointAct::ReadOutside => {
                refuse(Clause::OutsideMaterial, "material from states outside is not shared".into())
            }
            JointAct::UseAsEvidence => match self.use_rule {
                UseRule::Evidence => Ok(()),
                UseRule::EvidenceAfterPermission => {
                    refuse(Clause::Gathering, "ask its originator's permission first".into())
                }
                UseRule::IntelligenceOnly => {
                    refuse(Clause::Gathering, "material is shared as intelligence only".into())
                }
            },
            JointAct::PassOn => match self.onward {
                OnwardRule::Allowed => Ok(()),
                OnwardRule::Ask => refuse(Clause::Exchange, "ask its originator first".into()),
                OnwardRule::Never => refuse(Clause::Exchange, "nothing leaves the team".into()),
            },
            JointAct::OperateIn(state) if self.states.contains(&state) => Ok(()),
            JointAct::OperateIn(state) => {
                refuse(Clause::States, format!("{} is not a state of operation", state.english_name()))
            }
            JointAct::Lead(state) if self.leaders.get(&state) == Some(agency) => Ok(()),
            JointAct::Lead(state) => {
                refuse(Clause::Leaders, format!("{agency} does not lead in {}", state.english_name()))
            }
            JointAct::Publish if self.spokespersons.contains(agency) => Ok(()),
            JointAct::Publish => refuse(Clause::Media, format!("{agency} does not speak for the team")),
        }
    }

    /// The clauses that are still empty, in the order of the list. An agreement can be printed as a draft with them,
    /// and signed without none of them missing.
    pub fn missing<'a>(&self, clauses: &'a Clauses) -> Vec<&'a ClauseText> {
        let filled = |clause: Clause| match clause {
            Clause::Parties => self.parties.len() >= 2,
            Clause::Purpose => !self.purpose.trim().is_empty() && !self.offences.is_empty(),
            Clause::Period => self.period.is_some_and(|period| period.from <= period.to),
            Clause::States => !self.states.is_empty(),
            Clause::Leaders => {
                !self.states.is_empty() && self.states.iter().all(|state| self.leaders.contains_key(state))
            }
            Clause::Members => !self.members.is_empty(),
            Clause::DataProtection => self.retention_months.is_some(),
            Clause::Media => !self.spokespersons.is_empty(),
            // These have a strict default: nobody attends, intelligence only, nothing from before or outside.
            Clause::Participants
            | Clause::Gathering
            | Clause::Access
            | Clause::EarlierMaterial
            | Clause::OutsideMaterial
            | Clause::Exchange => true,
            Clause::Assets
            | Clause::Liability
            | Clause::Evaluation
            | Clause::Arrangements
            | Clause::Organisation => self.other.get(&clause).is_some_and(|text| !text.trim().is_empty()),
        };
        clauses.clauses.iter().filter(|text| !filled(text.clause)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Library;

    fn code(text: &str) -> AgencyCode {
        AgencyCode::new(text).unwrap()
    }

    fn agreement() -> Agreement {
        let both: BTreeSet<AgencyCode> = [code("KH-CIB"), code("TH-DSI")].into();
        Agreement {
            parties: both.clone(),
            signed: both.clone(),
            members: both,
            offences: [Offence::Trafficking].into(),
            purpose: "one network".into(),
            period: Some(Period { from: "2017-03-01".parse().unwrap(), to: "2017-11-16".parse().unwrap() }),
            states: [Country::TH].into(),
            leaders: [(Country::TH, code("TH-DSI"))].into(),
            ..Agreement::default()
        }
    }

    fn check(agreement: &Agreement, agency: &str, act: JointAct, on: &str, expected: Option<Clause>) {
        let got =
            agreement.permits(&code(agency), act, on.parse().unwrap()).err().map(|refused| refused.clause);
        assert_eq!(got, expected, "{agency} {act:?} {on}");
    }

    #[test]
    fn each_clause_drives_its_permission() {
        let full = agreement();
        check(&full, "KH-CIB", JointAct::Read, "2017-03-01", None);
        check(&full, "KH-CIB", JointAct::Read, "2017-11-17", Some(Clause::Period));
        check(&full, "MY-RMP", JointAct::Read, "2017-04-01", Some(Clause::Members));
        check(&full, "KH-CIB", JointAct::UseAsEvidence, "2017-04-01", Some(Clause::Gathering));
        check(&full, "KH-CIB", JointAct::PassOn, "2017-04-01", Some(Clause::Exchange));
        check(&full, "KH-CIB", JointAct::ReadEarlier, "2017-04-01", Some(Clause::EarlierMaterial));
        check(&full, "KH-CIB", JointAct::OperateIn(Country::TH), "2017-04-01", None);
        check(&full, "KH-CIB", JointAct::OperateIn(Country::KH), "2017-04-01", Some(Clause::States));
        check(&full, "KH-CIB", JointAct::Lead(Country::TH), "2017-04-01", Some(Clause::Leaders));
        check(&full, "TH-DSI", JointAct::Lead(Country::TH), "2017-04-01", None);
        check(&full, "TH-DSI", JointAct::Publish, "2017-04-01", Some(Clause::Media));
        let observed = Agreement { participants: [code("MY-RMP")].into(), ..agreement() };
        check(&observed, "MY-RMP", JointAct::Read, "2017-04-01", None);
        check(&observed, "MY-RMP", JointAct::OperateIn(Country::TH), "2017-04-01", Some(Clause::Members));
    }

    #[test]
    fn nothing_is_permitted_before_all_have_signed() {
        let half = Agreement { signed: [code("KH-CIB")].into(), ..agreement() };
        check(&half, "KH-CIB", JointAct::Read, "2017-04-01", Some(Clause::Parties));
        check(&Agreement::default(), "KH-CIB", JointAct::Read, "2017-04-01", Some(Clause::Parties));
    }

    #[test]
    fn an_empty_agreement_lists_what_is_missing_in_order() {
        let library = Library::embedded().unwrap();
        let missing: Vec<u8> =
            Agreement::default().missing(library.clauses()).iter().map(|text| text.number).collect();
        assert_eq!(missing, [1, 2, 3, 4, 5, 6, 13, 14, 15, 16, 17, 18, 19]);
        let left: Vec<u8> = agreement().missing(library.clauses()).iter().map(|text| text.number).collect();
        assert_eq!(left, [13, 14, 15, 16, 17, 18, 19]);
    }
}
