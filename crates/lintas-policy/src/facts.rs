//! What a rule may look at: the actor, the object and the purpose, as facts.

use std::collections::BTreeSet;

use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::{AgencyCode, Handling, OfficerId, Role, Timestamp};

use crate::Action;

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The officer.
    pub officer: OfficerId,
    /// The officer's agency.
    pub agency: AgencyCode,
    /// The officer's roles.
    pub roles: BTreeSet<Role>,
}

/// How the object came to the actor's agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The agency wrote it.
    Own,
    /// A partner wrote it to an audience that names the agency: a joint case, a round.
    Joint,
    /// A partner released it to the agency.
    Released,
    /// It was never given to the agency.
    Foreign,
}

impl Relation {
    /// All relations, in the order of the matrix.
    pub const ALL: [Self; 4] = [Self::Own, Self::Joint, Self::Released, Self::Foreign];

    /// The word used in policies and in the matrix.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Joint => "joint",
            Self::Released => "released",
            Self::Foreign => "foreign",
        }
    }
}

/// What is known about the object, loaded from the store before the question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectFacts {
    /// Kind of record or page, for example `case`.
    pub kind: String,
    /// Who originated it.
    pub originator: AgencyCode,
    /// How it came to the actor's agency.
    pub relation: Relation,
    /// Its handling.
    pub handling: Handling,
    /// Whether a recall has taken it back.
    pub recalled: bool,
    /// Whether it holds case data at all; programme indicators do not.
    pub case_data: bool,
}

impl ObjectFacts {
    /// Facts of something that the agency itself originates, under default handling.
    pub fn own(kind: &str, agency: &AgencyCode) -> Self {
        Self {
            kind: kind.to_owned(),
            originator: agency.clone(),
            relation: Relation::Own,
            handling: Handling::default(),
            recalled: false,
            case_data: true,
        }
    }

    /// The same facts for a thing without case data: indicators, partners, settings.
    pub fn without_case_data(self) -> Self {
        Self { case_data: false, ..self }
    }
}

/// The whole question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// What.
    pub action: Action,
    /// With which object.
    pub object: &'a ObjectFacts,
    /// For what purpose.
    pub purpose: Purpose,
    /// When.
    pub at: Timestamp,
}

pub(crate) const fn onward_word(rule: OnwardRule) -> &'static str {
    match rule {
        OnwardRule::Never => "never",
        OnwardRule::Ask => "ask",
        OnwardRule::Allowed => "allowed",
    }
}

pub(crate) const fn use_word(rule: UseRule) -> &'static str {
    match rule {
        UseRule::IntelligenceOnly => "intelligence_only",
        UseRule::EvidenceAfterPermission => "evidence_after_permission",
        UseRule::Evidence => "evidence",
    }
}
