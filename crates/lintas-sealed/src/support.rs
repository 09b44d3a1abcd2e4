//! Needs, referrals, the support plan, screening, and that the person is not to be punished.

use std::collections::BTreeSet;

use lintas_law::screening::Set;
use lintas_model::{OfficerId, PartialDate, Timestamp};
use serde::{Deserialize, Serialize};

use crate::child::ChildProtection;

/// A closed list of words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $word:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {$($(#[$each])* $word,)*}

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            /// The word in forms and messages.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text,)* }
            }

            /// The one of a word.
            pub fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What a person needs (Trafficking Protocol Art. 6(3); ACTIP Art. 14(10)).
    NeedKind {
        /// A safe place.
        Shelter = "shelter",
        /// Protection from those who would harm.
        Safety = "safety",
        /// Medical care.
        Medical = "medical",
        /// Psychological care.
        Psychological = "psychological",
        /// A lawyer.
        LegalAid = "legal_aid",
        /// An interpreter.
        Interpreter = "interpreter",
        /// Identity or travel documents.
        Documents = "documents",
        /// Money, food, clothes.
        Material = "material",
        /// School or training.
        Education = "education",
        /// Work.
        Work = "work",
        /// Finding the family.
        FamilyTracing = "family_tracing",
        /// Safe and preferably voluntary return.
        Return = "return",
    }
}

words! {
    /// Where a need or a referral stands.
    Progress {
        /// Not begun.
        Open = "open",
        /// Somebody took it on.
        Accepted = "accepted",
        /// Done.
        Done = "done",
        /// Refused or no longer wanted.
        Refused = "refused",
    }
}

words! {
    /// What a trained person decided. Nobody else and no program decides it.
    Identification {
        /// Not decided.
        Open = "open",
        /// There are reasonable grounds: to be treated as a victim meanwhile.
        Presumed = "presumed",
        /// Identified as a victim of trafficking.
        Identified = "identified",
        /// Not identified as one.
        NotIdentified = "not_identified",
    }
}

/// A need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// What.
    pub kind: NeedKind,
    /// Whether it cannot wait.
    pub urgent: bool,
    /// Where it stands.
    pub progress: Progress,
    /// More about it.
    pub note: String,
}

/// A referral: to whom, when, and whether it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The organisation.
    pub to: String,
    /// For which need.
    pub need: NeedKind,
    /// The day.
    pub on: PartialDate,
    /// Where it stands.
    pub progress: Progress,
    /// More about it.
    pub note: String,
}

/// The support plan. That it exists is told to investigators, nothing of what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What the person wants.
    pub wishes: String,
    /// What was agreed with the person.
    pub agreed: String,
    /// When it is looked at again.
    pub review: Option<PartialDate>,
}

impl Plan {
    /// Whether there is one.
    pub fn exists(&self) -> bool {
        !self.agreed.trim().is_empty()
    }
}

/// That the person is not to be punished for what was done under compulsion (ACTIP Art. 14(7)).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NonPunishment {
    /// Whether the principle is to be raised.
    pub raised: bool,
    /// With which authority, about which acts; in general words.
    pub note: String,
}

/// A screening: what was seen, by which set of indicators. It supports a trained person and never replaces one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreeningNote {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: OfficerId,
    /// Which set.
    pub set: Set,
    /// The words of the indicators seen.
    pub seen: BTreeSet<String>,
}

/// What a trained person decided, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What.
    pub identification: Identification,
    /// The trained person or the authority that decided.
    pub by: String,
    /// When.
    pub on: PartialDate,
}

/// Everything about the support of a protected person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Support {
    /// Needs.
    pub needs: Vec<Need>,
    /// Referrals.
    pub referrals: Vec<Referral>,
    /// The plan.
    pub plan: Plan,
    /// Rules for children.
    pub child: ChildProtection,
    /// Non-punishment.
    pub non_punishment: NonPunishment,
    /// Screenings, oldest first.
    pub screenings: Vec<ScreeningNote>,
    /// What a trained person decided, if somebody did.
    pub decided: Option<Decided>,
}
