//! Rounds and their workshops.

pub(crate) mod agenda;
