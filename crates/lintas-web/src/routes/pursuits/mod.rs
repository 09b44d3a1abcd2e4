//! The pursuit of warrants: the board, one request, making one, the ways the law opens.

pub(crate) mod board;
pub(crate) mod paths;
pub(crate) mod record;
pub(crate) mod show;
