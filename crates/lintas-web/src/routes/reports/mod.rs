//! Reports.

pub(crate) mod add;
pub(crate) mod line;
pub(crate) mod show;
