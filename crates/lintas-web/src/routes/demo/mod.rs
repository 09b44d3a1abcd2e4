//! The demo's home.

pub(crate) mod show;
