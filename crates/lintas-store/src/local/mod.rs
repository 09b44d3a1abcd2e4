//! What a node keeps for itself and never signs: secrets, sessions, cursors, jobs.

pub(crate) mod credential;
pub(crate) mod import_row;
pub(crate) mod job;
pub(crate) mod pair;
pub(crate) mod saved_search;
pub(crate) mod session;
pub(crate) mod setting;
