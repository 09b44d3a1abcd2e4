//! What an officer is at a node; what the role may do is written in the policy, not here.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A role of a person at a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reports from the field and answers requests.
    Officer,
    /// Imports, matches, charts and writes briefs.
    Analyst,
    /// Leads cases: grades, releases, asks partners, sets tasks.
    CaseLead,
    /// Prepares cases for court and pursues warrants.
    Prosecutor,
    /// Looks after victims; works in the sealed space only.
    VictimSupport,
    /// Leads those who look after victims: turns the second key, erases.
    SupportLead,
    /// Meets human sources; keeps who they are in the sealed space only.
    SourceHandler,
    /// Keeps the sealed space running: admits, backs up, reads its audit; never what lies in it.
    SealedAdministrator,
    /// Runs the programme; sees indicators, never case data.
    Steward,
    /// Keeps the node running; sees no case data.
    Administrator,
    /// Advises on cases that are opened to mentors; sees stand-ins, never a name.
    Mentor,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 11] = [
        Self::Officer,
        Self::Analyst,
        Self::CaseLead,
        Self::Prosecutor,
        Self::VictimSupport,
        Self::SupportLead,
        Self::SourceHandler,
        Self::Steward,
        Self::Administrator,
        Self::SealedAdministrator,
        Self::Mentor,
    ];

    /// The word used in records, policies, URLs and messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Analyst => "analyst",
            Self::CaseLead => "case_lead",
            Self::Prosecutor => "prosecutor",
            Self::VictimSupport => "victim_support",
            Self::SupportLead => "support_lead",
            Self::SourceHandler => "source_handler",
            Self::SealedAdministrator => "sealed_administrator",
            Self::Steward => "steward",
            Self::Administrator => "administrator",
            Self::Mentor => "mentor",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a role")]
pub struct NotARole(String);

impl FromStr for Role {
    type Err = NotARole;
    fn from_str(text: &str) -> Result<Self, NotARole> {
        Self::ALL
            .into_iter()
            .find(|r| r.as_str() == text)
            .ok_or_else(|| NotARole(text.chars().take(40).collect()))
    }
}
