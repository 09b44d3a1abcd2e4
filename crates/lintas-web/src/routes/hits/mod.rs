//! Hit or no hit: the log of both sides, asking, one question.

pub(crate) mod ask;
pub(crate) mod list;
pub(crate) mod show;
