//! Promises wider than one file.

mod rank;
