//! The joint response plan of a case: objectives, decisions, the risk gate before overt action, the agreement.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::handling::{OnwardRule, UseRule};
use crate::offence::Offence;
use crate::words::words;
use crate::{AgencyCode, AgreementId, CaseId, Country, OperationId, PartialDate, RecordId};

/// An objective of the plan. Written anew when it changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// The case.
    pub case: CaseId,
    /// What is to be achieved.
    #[serde(default)]
    pub text: String,
    /// Place in the list.
    pub rank: u32,
    /// Whether it has been met.
    #[serde(default)]
    pub met: bool,
    /// Whether it was dropped.
    #[serde(default)]
    pub dropped: bool,
}

/// An entry of the decision log; never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The case.
    pub case: CaseId,
    /// What was decided.
    #[serde(default)]
    pub text: String,
    /// Why, and what else was considered.
    #[serde(default)]
    pub reason: String,
    /// Which agencies decided it.
    #[serde(default)]
    pub agencies: BTreeSet<AgencyCode>,
    /// On what date.
    pub on: PartialDate,
}

words! {
    /// A question of the risk gate. All must be answered yes by every agency that takes part.
    RiskQuestion {
        /// Are the victims located, and will they be safe?
        VictimsSafe = "victims_safe",
        /// Are the sources protected?
        SourcesProtected = "sources_protected",
        /// Is the agency ready?
        AgencyReady = "agency_ready",
        /// Does the legal power exist where it acts?
        PowersInPlace = "powers_in_place",
    }
}

/// An agency answers a question of the risk gate of an operation; its latest answer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskAnswer {
    /// The operation.
    pub operation: OperationId,
    /// The record that made the plan for which it is given: the operation as described, or the step that planned it again.
    /// An answer that names none is of an older program, and counts for no plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<RecordId>,
    /// The question.
    pub question: RiskQuestion,
    /// Yes or no.
    pub yes: bool,
    /// What it rests on.
    #[serde(default)]
    pub note: String,
}

words! {
    /// A clause of a joint-investigation agreement (model agreement, Council resolution 2017/C 18/01).
    Clause {
        /// Who binds itself.
        Parties = "parties",
        /// What for.
        Purpose = "purpose",
        /// How long.
        Period = "period",
        /// Where.
        States = "states",
        /// Who leads.
        Leaders = "leaders",
        /// Who takes part.
        Members = "members",
        /// Who attends.
        Participants = "participants",
        /// How evidence is taken.
        Gathering = "gathering",
        /// Who may read.
        Access = "access",
        /// Material from before.
        EarlierMaterial = "earlier_material",
        /// Material from outside.
        OutsideMaterial = "outside_material",
        /// How it is passed on.
        Exchange = "exchange",
        /// Assets.
        Assets = "assets",
        /// Liability.
        Liability = "liability",
        /// Data protection.
        DataProtection = "data_protection",
        /// Media.
        Media = "media",
        /// Evaluation.
        Evaluation = "evaluation",
        /// Specific arrangements.
        Arrangements = "arrangements",
        /// Organisation.
        Organisation = "organisation",
    }
}

/// A joint-investigation agreement as its leading agency writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The case.
    pub case: CaseId,
    /// The parties: agencies that will sign.
    pub parties: BTreeSet<AgencyCode>,
    /// The states in which the team operates.
    #[serde(default)]
    pub states: BTreeSet<Country>,
    /// First day.
    pub from: PartialDate,
    /// Last day, extendable by consent.
    pub to: PartialDate,
    /// The text of each clause.
    #[serde(default)]
    pub clauses: BTreeMap<Clause, String>,
    /// The treaty or law on which it rests, by its id in the data on law.
    #[serde(default)]
    pub basis: String,
    /// Offences it is about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub offences: BTreeSet<Offence>,
    /// The leading agency in each state of operation.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub leaders: BTreeMap<Country, AgencyCode>,
    /// Agencies whose officers take part.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub members: BTreeSet<AgencyCode>,
    /// Agencies that attend without being members.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub participants: BTreeSet<AgencyCode>,
    /// What members may use each other's material for.
    #[serde(default)]
    pub use_rule: UseRule,
    /// Whether material may be passed on beyond the members.
    #[serde(default)]
    pub onward: OnwardRule,
    /// Whether material from before the period may be shared.
    #[serde(default)]
    pub earlier_material: bool,
    /// Whether material from states outside may be shared.
    #[serde(default)]
    pub outside_material: bool,
    /// Months after the end after which material is erased; `None` is not yet agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_months: Option<u32>,
    /// Agencies that may speak to the media.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub spokespersons: BTreeSet<AgencyCode>,
}

/// A party agrees to an agreement as it was written in one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementSignature {
    /// The agreement.
    pub agreement: AgreementId,
    /// The record whose text is agreed to.
    pub text: RecordId,
    /// Function of the person who signs for the agency.
    #[serde(default)]
    pub signatory: String,
}
