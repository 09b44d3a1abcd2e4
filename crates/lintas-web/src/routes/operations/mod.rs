//! Operations.

pub(crate) mod line;
