//! The frames of a court file and what its statement and its end sign. Frozen: never change, add v2.

use crate::{Chunk, Hash32};

pub(super) const FIRST_LINE: &[u8; 16] = b"lintas court v1\n";
pub(super) const DOMAIN_STATEMENT: &[u8] = b"lintas/court/v1\0";
pub(super) const DOMAIN_END: &[u8] = b"lintas/court-end/v1\0";

pub(super) const STATEMENT: u8 = 0;
pub(super) const CHUNK: u8 = 1;
pub(super) const END: u8 = 2;
pub(super) const PROOFS: u8 = 3;

pub(super) const MAX_STATEMENT: usize = 4 << 20;
pub(super) const MAX_PROOFS: usize = 4 << 20;
pub(super) const MAX_END: usize = 256;
/// A path in a log of 2^63 leaves.
pub(super) const MAX_PATH: usize = 63;
/// Greatest length of what the file is about, in bytes.
pub(super) const MAX_ABOUT: usize = 1024;

/// The statement and the hashes of all chunks, each hashed onto those before.
pub(super) struct Summary {
    pub(super) statement: Hash32,
    pub(super) n_chunks: u64,
    pub(super) chunks: Hash32,
}

impl Summary {
    pub(super) fn of(statement: &[u8]) -> Self {
        Self { statement: Hash32::of(&[statement]), n_chunks: 0, chunks: Hash32::ZERO }
    }

    pub(super) fn add(&mut self, chunk: &Chunk) {
        self.n_chunks += 1;
        self.chunks = Hash32::of(&[self.chunks.as_bytes(), chunk.hash().as_bytes()]);
    }

    /// What the signature on the statement is over.
    pub(super) fn statement_message(&self) -> Vec<u8> {
        [DOMAIN_STATEMENT, self.statement.as_bytes()].concat()
    }

    /// What the signature at the end is over.
    pub(super) fn end_message(&self) -> Vec<u8> {
        let parts =
            [DOMAIN_END, self.statement.as_bytes(), &self.n_chunks.to_be_bytes(), self.chunks.as_bytes()];
        parts.concat()
    }
}
