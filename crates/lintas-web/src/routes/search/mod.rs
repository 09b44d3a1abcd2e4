//! Search.

pub(crate) mod saved;
pub(crate) mod show;
