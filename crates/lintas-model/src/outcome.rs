//! What a round achieved, in kinds that can be counted.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A kind of outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// A warrant was changed or verified in substance.
    WarrantsUpdated,
    /// Victims were brought to safety.
    VictimsRescued,
    /// A rest-house on a smuggling route was identified.
    RestHousesIdentified,
    /// A smuggling route was discovered that was not known before.
    RoutesDiscovered,
    /// A suspect was arrested.
    Arrests,
    /// An organiser was identified.
    OrganisersIdentified,
    /// A suspect was convicted.
    Convictions,
}

impl OutcomeKind {
    /// All kinds, in the order in which a report lists them.
    pub const ALL: [Self; 7] = [
        Self::WarrantsUpdated,
        Self::VictimsRescued,
        Self::RestHousesIdentified,
        Self::RoutesDiscovered,
        Self::Arrests,
        Self::OrganisersIdentified,
        Self::Convictions,
    ];

    /// The word used in records, results and URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WarrantsUpdated => "warrants_updated",
            Self::VictimsRescued => "victims_rescued",
            Self::RestHousesIdentified => "rest_houses_identified",
            Self::RoutesDiscovered => "routes_discovered",
            Self::Arrests => "arrests",
            Self::OrganisersIdentified => "organisers_identified",
            Self::Convictions => "convictions",
        }
    }
}

impl fmt::Display for OutcomeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no kind of outcome.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a kind of outcome")]
pub struct NotAnOutcome(String);

impl FromStr for OutcomeKind {
    type Err = NotAnOutcome;
    fn from_str(text: &str) -> Result<Self, NotAnOutcome> {
        Self::ALL
            .into_iter()
            .find(|k| k.as_str() == text)
            .ok_or_else(|| NotAnOutcome(text.chars().take(40).collect()))
    }
}
