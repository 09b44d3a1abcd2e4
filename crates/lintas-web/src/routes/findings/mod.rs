//! Findings.

pub(crate) mod line;
pub(crate) mod show;
