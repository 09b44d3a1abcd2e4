//! Deadlines, on a page and as a calendar.

pub(crate) mod list;
