//! How sure a statement of law is, where it comes from and when somebody last looked.
//!
//! A treaty file that turns out wrong costs a suspect his arrest or a victim her protection. So no statement leaves
//! this crate without its confidence, and the least certain part decides for the whole.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Day;

/// How sure a statement is, least sure first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Nobody has confirmed it.
    Unverified,
    /// Believed, from general knowledge or a weak source.
    Medium,
    /// Well known to practitioners, not read in the original for this file.
    High,
    /// Read in the named public source.
    Verified,
}

impl Confidence {
    /// All, least sure first.
    pub const ALL: [Self; 4] = [Self::Unverified, Self::Medium, Self::High, Self::Verified];

    /// The word used in files and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Verified => "verified",
        }
    }

    /// Whether the statement may be made without a qualifier.
    pub const fn is_firm(self) -> bool {
        matches!(self, Self::High | Self::Verified)
    }

    /// What must be added to a statement of this confidence; empty when nothing.
    pub const fn qualifier(self) -> &'static str {
        match self {
            Self::Unverified => "not verified, confirm before relying on it",
            Self::Medium => "to be confirmed",
            Self::High | Self::Verified => "",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Where a statement of law comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reference {
    /// The public source, or an admission that there is none.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// The day on which somebody last compared the file with its source.
    pub last_checked: Day,
}

impl Reference {
    /// Days between the last check and `today`; negative when the check lies ahead.
    pub fn age_days(&self, today: Day) -> i64 {
        self.last_checked.days_until(today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_confirmed_is_never_said_without_a_qualifier() {
        for confidence in Confidence::ALL {
            assert_eq!(confidence.is_firm(), confidence.qualifier().is_empty(), "{confidence}");
        }
        assert!(Confidence::Unverified < Confidence::Medium && Confidence::High < Confidence::Verified);
    }
}
