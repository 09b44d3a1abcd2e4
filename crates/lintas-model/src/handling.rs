//! What a recipient may know, do and pass on: the marking of one record.
//!
//! Marking belongs to an assertion by a source, never to an entity. The treaty basis of originator control is
//! UNTOC Art. 18(5), 18(19), 18(20), Trafficking Protocol Art. 10(3) and Smuggling Protocol Art. 10(2).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Grade, Timestamp};

/// A Europol handling code (Regulation (EU) 2016/794 and the Europol handling-code practice); codes combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HandlingCode {
    /// Only to prevent and combat crime under the applicable law.
    H0,
    /// Not to be disclosed in judicial proceedings without the provider's permission.
    H1,
    /// Not to be passed on without the provider's permission.
    H2,
    /// Other restrictions; see the note.
    H3,
}

/// Traffic Light Protocol 2.0 (FIRST): who may know. It says nothing about use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Tlp {
    /// No limit.
    Clear,
    /// The community.
    Green,
    /// The recipient's organisation and its clients who need to know.
    #[default]
    Amber,
    /// The recipient's organisation only.
    AmberStrict,
    /// Named recipients only.
    Red,
}

/// Why data is processed. Data given for one purpose is not used for another (IOM data protection principle 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Investigating or preventing trafficking and smuggling.
    Investigation,
    /// Prosecution and proceedings in court.
    Prosecution,
    /// Finding, protecting and supporting victims.
    VictimProtection,
    /// Mutual legal assistance, extradition and the pursuit of warrants.
    LegalCooperation,
    /// Running the programme: indicators and results.
    Programme,
    /// Keeping the node working.
    Administration,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Self; 6] = [
        Self::Investigation,
        Self::Prosecution,
        Self::VictimProtection,
        Self::LegalCooperation,
        Self::Programme,
        Self::Administration,
    ];

    /// The word used in records, policies and URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Investigation => "investigation",
            Self::Prosecution => "prosecution",
            Self::VictimProtection => "victim_protection",
            Self::LegalCooperation => "legal_cooperation",
            Self::Programme => "programme",
            Self::Administration => "administration",
        }
    }
}

/// What the material may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum UseRule {
    /// Intelligence only.
    #[default]
    IntelligenceOnly,
    /// As evidence after the originator's permission.
    EvidenceAfterPermission,
    /// As evidence.
    Evidence,
}

/// Whether a recipient may pass the material on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum OnwardRule {
    /// Never.
    #[default]
    Never,
    /// After the originator has granted it.
    Ask,
    /// Yes, under the same marking.
    Allowed,
}

/// What a recipient may do with it (after the Permissible Actions Protocol).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum ActionRule {
    /// Nothing that the subject could notice.
    #[default]
    Undetectable,
    /// Passive checks.
    Passive,
    /// Covert development.
    Covert,
    /// Overt action.
    Overt,
}

/// How a record is to be handled by everyone who holds it. The strictest reading is the default.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub struct Handling {
    /// Handling codes; empty counts as H0.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub codes: BTreeSet<HandlingCode>,
    /// Who may know.
    pub tlp: Tlp,
    /// For which purposes; empty means none beyond the originator's own.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub purposes: BTreeSet<Purpose>,
    /// What it may be used for.
    pub use_rule: UseRule,
    /// Whether it may be passed on.
    pub onward: OnwardRule,
    /// What may be done with it.
    pub action: ActionRule,
    /// Names and places are to be replaced before it is shown further.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sanitise_first: bool,
    /// After this instant it leaves every view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
}

impl Handling {
    /// Whether the marking has run out at `now`.
    pub fn expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}

impl fmt::Display for Handling {
    /// The codes and the TLP, for example `H1 H2 TLP:AMBER`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.codes.is_empty() {
            write!(f, "H0 ")?;
        }
        for code in &self.codes {
            write!(f, "{code:?} ")?;
        }
        write!(f, "TLP:{}", self.tlp)
    }
}

impl fmt::Display for Tlp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Clear => "CLEAR",
            Self::Green => "GREEN",
            Self::Amber => "AMBER",
            Self::AmberStrict => "AMBER+STRICT",
            Self::Red => "RED",
        })
    }
}

/// The grade and the handling of one record; both travel in the signed header.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Marking {
    /// The grade as given; `None` is "not yet graded".
    pub grade: Option<Grade>,
    /// The handling.
    pub handling: Handling,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unmarked_record_is_handled_in_the_strictest_way() {
        let handling = Handling::default();
        assert_eq!(handling.onward, OnwardRule::Never);
        assert_eq!(handling.use_rule, UseRule::IntelligenceOnly);
        assert_eq!(handling.action, ActionRule::Undetectable);
        assert!(handling.purposes.is_empty());
        assert_eq!(handling.to_string(), "H0 TLP:AMBER");
    }

    #[test]
    fn a_marking_runs_out_at_its_instant() {
        let end = Timestamp::from_millis(10);
        let handling = Handling { expires_at: Some(end), ..Handling::default() };
        assert!(!handling.expired(Timestamp::from_millis(9)));
        assert!(handling.expired(end));
    }
}
