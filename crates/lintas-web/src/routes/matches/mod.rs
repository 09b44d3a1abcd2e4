//! Pairs that may be the same.

pub(crate) mod pair;
pub(crate) mod review;
