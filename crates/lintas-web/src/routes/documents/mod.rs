//! Documents on paper.

pub(crate) mod print;
