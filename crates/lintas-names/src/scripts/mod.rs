//! One module per script: from written letters to ranked readings in Latin letters.
//!
//! Every module offers the same two functions, so that a new script is one file and one line in the script detection:
//! `normalise(text)` brings a text to the one internal form of its script (mark order, composed letters, encodings),
//! and `readings(token, limit)` reads one token (letters of that script, no spaces), best reading first. Both accept
//! any text and never panic; what cannot be read gives no reading.

pub mod arabic;
pub mod bengali;
pub mod burmese;
pub mod cyrillic;
pub mod han;
pub mod khmer;
pub mod lao;
mod lattice;
mod reading;
mod repetition;
pub mod thai;
pub mod zawgyi;

pub use reading::Reading;
