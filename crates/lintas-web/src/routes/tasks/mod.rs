//! Tasks.

pub(crate) mod line;
pub(crate) mod step;
