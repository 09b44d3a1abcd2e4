//! Bringing files in.

pub(crate) mod list;
pub(crate) mod preview;
pub(crate) mod show;
