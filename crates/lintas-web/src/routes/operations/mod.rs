//! Operations.

pub(crate) mod line;
pub(crate) mod show;
pub(crate) mod step;
