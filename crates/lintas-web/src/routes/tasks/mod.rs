//! Tasks.

pub(crate) mod line;
