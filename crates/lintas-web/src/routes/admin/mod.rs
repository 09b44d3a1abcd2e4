//! Officers and audit.

pub(crate) mod audit;
pub(crate) mod show;
