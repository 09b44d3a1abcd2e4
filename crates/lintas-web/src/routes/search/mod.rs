//! Search.

pub(crate) mod show;
