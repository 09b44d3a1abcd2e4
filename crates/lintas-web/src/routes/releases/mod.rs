//! Releases and recalls.

pub(crate) mod choose;
pub(crate) mod control;
pub(crate) mod list;
pub(crate) mod preview;
pub(crate) mod show;
