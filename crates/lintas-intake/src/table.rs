//! Sheets of persons, things, places and events with one header row, whoever made them.

pub(crate) mod builder;
pub(crate) mod columns;
pub(crate) mod content;
pub(crate) mod dates;
pub(crate) mod mapping;
pub(crate) mod marking;
pub(crate) mod row;
pub(crate) mod values;
pub(crate) mod words;
