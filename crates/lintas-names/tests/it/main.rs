//! Promises of the crate as a whole.

mod any_text;
mod languages;
