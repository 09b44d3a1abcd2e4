//! Names as written, across scripts: what they say, who they could be, and why two of them agree.
//!
//! In: a name, place name or identifier as written. Out: normal forms, readings in Latin letters, keys and an
//! explained similarity. Never: input or output, and never a judgement that two people are the same person.

#![warn(missing_docs)]

pub mod compare;
pub mod identifiers;
pub mod keys;
mod latin;
pub mod name;
pub mod organisation;
pub mod pairs;
pub mod place;
mod roles;
pub mod script;
pub mod scripts;
pub mod sound;
mod tables;
pub mod text;
mod tokens;
mod unit;
pub mod vietnamese;

pub use compare::{Comparison, Frequencies, compare};
pub use keys::{Key, hit_keys, keys, search_forms};
pub use name::{Name, Part, Role};
pub use script::{Language, Script};
pub use text::Unreadable;
