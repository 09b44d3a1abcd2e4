//! Exhibits.

pub(crate) mod show;
