//! People and things.

pub(crate) mod line;
pub(crate) mod show;
