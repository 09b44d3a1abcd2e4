//! Taking back what was done last.

pub(crate) mod take;
