//! What the rules answered.

use std::collections::BTreeSet;

use crate::Action;

/// Proof that the rules permit an action. Only this crate makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    pub(crate) action: Action,
    pub(crate) rule: String,
    pub(crate) redacted: BTreeSet<String>,
}

impl Permit {
    /// The action permitted.
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The rule that permitted it, for "who can see this?" and the audit.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// Fields that must be left out of what is shown.
    pub const fn redacted(&self) -> &BTreeSet<String> {
        &self.redacted
    }

    /// Whether a field may be shown.
    pub fn shows(&self, field: &str) -> bool {
        !self.redacted.contains(field)
    }
}

/// Why an action is denied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Denial {
    /// The action denied.
    pub action: Action,
    /// The rule that denied it; `none` when no rule permits it.
    pub rule: String,
    /// The reason in a sentence for the person who asked.
    pub reason: String,
}

/// Permit, possibly with redaction, or denial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Permitted in full.
    Permit(Permit),
    /// Permitted with fields left out.
    Redact(Permit),
    /// Denied.
    Deny(Denial),
}

impl Decision {
    /// The permit, redacting or not, or the denial as an error.
    pub fn permit(self) -> Result<Permit, Denial> {
        match self {
            Self::Permit(permit) | Self::Redact(permit) => Ok(permit),
            Self::Deny(denial) => Err(denial),
        }
    }
}
