//! Requests for information between agencies: all of them, and one with its conversation.

pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod show;
