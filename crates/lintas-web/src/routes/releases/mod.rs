//! Releases and recalls.

pub(crate) mod choose;
pub(crate) mod list;
pub(crate) mod preview;
pub(crate) mod show;
