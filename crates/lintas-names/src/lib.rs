//! Names as written, across scripts: what they say, who they could be, and why two of them agree.
//!
//! In: a name, place name or identifier as written. Out: normal forms, readings in Latin letters, keys and an
//! explained similarity. Never: input or output, and never a judgement that two people are the same person.

#![warn(missing_docs)]

pub mod scripts;
