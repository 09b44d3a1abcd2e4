//! Small shared pieces of pages; each is a struct with a template of its own and prints itself as safe HTML.

mod badge;
mod button;
mod field;
mod moment;
mod table;
mod text;
mod thing;

pub(crate) use badge::{GradeMark, HandlingMark, Pill, Tone};
pub(crate) use button::Button;
pub(crate) use field::{Choice, Field, Input, Problems};
pub(crate) use moment::Moment;
pub(crate) use table::{Cell, Table};
pub(crate) use text::{Marked, Text};
pub(crate) use thing::Thing;
