//! The sealed space: what is known of protected persons and of human sources, and under which key it lies.
//!
//! In: the key file of a sealed space, what a support worker wrote, who asks to be told what. Out: dossiers sealed each
//! under a key of its own, the rules of consent, of children, of disclosure by two keys and of retention, and a signed
//! audit in which each entry holds the one before. Erasing a dossier is destroying its key.
//! Never: files, a database, a clock, a random source of its own; never a decision on who may come in.

pub mod audit;
pub mod backup;
pub mod child;
pub mod consent;
pub mod disclosure;
pub mod dossier;
mod envelope;
mod error;
pub mod field;
pub mod identity;
pub mod key;
pub mod member;
pub mod retention;
pub mod support;

pub use dossier::{Dossier, DossierId, Subject};
pub use envelope::SealedDossier;
pub use error::SealedError;
pub use key::{SpaceKey, SpaceMark};
