//! Warrants.

pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod notices;
pub(crate) mod record;
pub(crate) mod show;
