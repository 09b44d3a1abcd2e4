//! Results of the round.

pub(crate) mod show;
