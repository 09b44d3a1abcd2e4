//! Latin spelling to a string of sounds, and how far two such strings are apart.
//!
//! Clerks of ten countries spell the same sound differently (Phong/Pong, Soeharto/Suharto, Choudhury/Chaudhuri), so
//! letters are first grouped into sounds that remember how they were spelt; which sounds may stand for each other, and
//! at what price, is one table in [`costs`]. A consonant that closes a syllable is another sound than one that opens it,
//! because there Thai, Khmer and Cantonese spellings differ most.

pub(crate) mod class;
pub mod costs;
mod distance;
mod encode;
pub(crate) mod latin;

pub use distance::likeness;
pub(crate) use distance::{Words, similarity};
pub use encode::encode;
