//! The seat of a mentor.

pub(crate) mod list;
pub(crate) mod show;
