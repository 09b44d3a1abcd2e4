//! Hit/no-hit: whether a partner also knows a phone, a document, a plate, an account or a name, and nothing more.
//!
//! In: what one agency asks and what the other holds. Out: blinded questions, answers with proofs, sets of tags, the
//! positions of the hits. The asker learns which of its own items the holder has too; the holder learns how many were
//! asked, never which; and neither can try out numbers without asking, because a tag is worth nothing without the
//! holder's key. The protocol is the verifiable oblivious pseudorandom function of RFC 9497 with ristretto255-SHA512.
//! Never: input or output, the clock, a random source of its own, a decision on who may ask.

pub mod budget;
mod commitment;
mod error;
mod golomb;
mod holder;
pub mod item;
mod proof;
mod question;
mod range;
mod set;
mod suite;
mod transcript;

pub use commitment::{Opening, check_opening, leaf, root};
pub use error::HitError;
pub use holder::{Evaluation, HolderKey, PublicKey};
pub use item::{Item, Side};
pub use question::{Answered, Question};
pub use range::{DENSE, DenseRange, dense_ranges};
pub use set::{ONE_FALSE_HIT_IN, Set, Tag};
pub use suite::{ELEMENT_BYTES, MOST_ITEMS, PROOF_BYTES};
pub use transcript::{Transcript, transcript};
