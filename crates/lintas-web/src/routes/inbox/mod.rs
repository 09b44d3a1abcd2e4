//! The inbox.

pub(crate) mod show;
