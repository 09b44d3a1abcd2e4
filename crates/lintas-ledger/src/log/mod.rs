//! The Merkle log of an agency: one leaf per record, over all its feeds, in order of writing.
//!
//! Hashing is that of RFC 6962 section 2.1 (RFC 9162 kept it), tiles and checkpoints are those of C2SP, so verifiers
//! that already exist can read them. Nothing here stores leaves: they come from a [`Leaves`] source.

mod checkpoint;
mod cosignature;
mod kept;
mod note;
mod proof;
mod tile;
mod tree;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use cosignature::{cosign, cosigned};
pub use kept::KeptLeaves;
pub use note::{Note, NoteError};
pub use proof::{
    Leaves, ProofError, consistency, consistency_ranges, inclusion, inclusion_ranges, root_of, subtree,
    verify_consistency, verify_inclusion,
};
pub use tile::{NotATile, TILE_WIDTH, TileId, tile_hashes, tiles};
pub use tree::{NotATree, Tree};

use crate::Hash32;

/// The root of an empty log: SHA-256 of nothing.
pub fn empty_root() -> Hash32 {
    Hash32::of(&[])
}

/// The hash of a leaf. For a record this is [`crate::Entry::hash`].
pub fn leaf_hash(leaf: &[u8]) -> Hash32 {
    Hash32::of(&[&[0], leaf])
}

/// The hash of an inner node.
pub fn node_hash(left: &Hash32, right: &Hash32) -> Hash32 {
    Hash32::of(&[&[1], left.as_bytes(), right.as_bytes()])
}
