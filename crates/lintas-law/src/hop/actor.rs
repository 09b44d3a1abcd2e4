//! Who acts on the way of a request, and what that authority is called in each state.

use std::fmt;

use lintas_model::Country;
use serde::{Deserialize, Serialize};

use crate::error::FileIssue;
use crate::{Confidence, Day, Reference, RequestKind};

/// A role on the way of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The investigator of the case.
    Investigator,
    /// The court that issues or renews the warrant.
    Court,
    /// The prosecutor who drafts the request.
    Prosecutor,
    /// The authority that a treaty or law names for requests.
    CentralAuthority,
    /// The foreign ministry.
    ForeignMinistry,
    /// The embassy of the requesting state.
    Embassy,
    /// The prosecutor, police or court that carries the request out.
    ExecutingAuthority,
    /// The court that hears and decides there.
    DecidingCourt,
    /// The executive that decides last.
    Executive,
    /// The national central bureau of INTERPOL.
    NationalBureau,
    /// The agency that signs a joint agreement.
    Agency,
}

impl Actor {
    /// The role in words, when the authority's own name is not known.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Investigator => "investigator",
            Self::Court => "court",
            Self::Prosecutor => "prosecutor",
            Self::CentralAuthority => "central authority",
            Self::ForeignMinistry => "foreign ministry",
            Self::Embassy => "embassy",
            Self::ExecutingAuthority => "executing authority",
            Self::DecidingCourt => "court that decides",
            Self::Executive => "executive",
            Self::NationalBureau => "national central bureau",
            Self::Agency => "agency",
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.in_words())
    }
}

/// On whose side an actor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The state that asks.
    Requesting,
    /// The state that is asked.
    Requested,
}

/// An authority by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// Its state.
    pub state: Country,
    /// Its role.
    pub actor: Actor,
    /// For which requests; empty means all.
    pub requests: Vec<RequestKind>,
    /// Its name.
    pub name: String,
    /// From when.
    pub from: Option<Day>,
    /// Until when, that day not included.
    pub until: Option<Day>,
    /// Where this is known from.
    pub reference: Reference,
}

/// All authorities known by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Authorities(Vec<Authority>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    authorities: Vec<FileAuthority>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAuthority {
    state: Country,
    actor: Actor,
    #[serde(default)]
    requests: Vec<RequestKind>,
    name: String,
    from: Option<Day>,
    until: Option<Day>,
    source: String,
    confidence: Confidence,
    last_checked: Day,
}

impl Authorities {
    /// Reads them from the text of their file.
    ///
    /// # Errors
    /// When the text is not such a file.
    pub fn read(file: &str, text: &str) -> Result<Self, FileIssue> {
        let parsed: File = crate::instrument::parse(file, text)?;
        let authorities = parsed.authorities.into_iter().map(|a| Authority {
            state: a.state,
            actor: a.actor,
            requests: a.requests,
            name: a.name,
            from: a.from,
            until: a.until,
            reference: Reference { source: a.source, confidence: a.confidence, last_checked: a.last_checked },
        });
        Ok(Self(authorities.collect()))
    }

    /// The authority that plays a role for a kind of request in a state on a day.
    pub fn find(&self, state: Country, actor: Actor, request: RequestKind, on: Day) -> Option<&Authority> {
        let fits = |a: &&Authority| {
            a.state == state
                && a.actor == actor
                && a.from.is_none_or(|from| from <= on)
                && a.until.is_none_or(|until| on < until)
        };
        let named = |a: &&Authority| fits(a) && a.requests.contains(&request);
        let general = |a: &&Authority| fits(a) && a.requests.is_empty();
        self.0.iter().find(named).or_else(|| self.0.iter().find(general))
    }

    /// All of them.
    pub fn all(&self) -> &[Authority] {
        &self.0
    }
}
