//! The ledger: records that nobody can alter unseen, and whose bodies can still be disclosed in part or erased.
//!
//! In: drafts, or bytes from a partner. Out: canonical signed bytes, feeds, a Merkle log with checkpoints, chunks and
//! sealed bundles of them, open files for a court, and a check that lists every finding.
//! Never: SQL, network, the disk, the clock, a random source of its own.

pub mod bundle;
pub mod cbor;
pub mod chunk;
pub mod court;
pub mod keys;
pub mod log;
pub mod verify;

mod body;
mod entry;
mod feed;
mod hash;
mod header;
mod seal;
mod wire;

pub use chunk::Chunk;
pub use entry::{Entry, MAX_ENTRY, ReadBody, Refused};
pub use feed::{FeedHead, FeedId};
pub use hash::{Hash32, NotAHash};
pub use header::Header;
pub use keys::{KeyId, Keyring, Signer, VerifyingKey};
pub use seal::{SealError, seal, seal_signed};
pub use verify::Finding;
pub use wire::v1::{MAX_BODY, MAX_FIELDS};
