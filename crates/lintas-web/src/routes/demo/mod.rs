//! The demo's home.

pub(crate) mod show;
pub(crate) mod tour;
