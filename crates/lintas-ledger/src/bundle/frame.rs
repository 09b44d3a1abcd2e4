//! The frames of a bundle and what its end signs. Frozen: never change, add v2.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;

use crate::{Chunk, Hash32};

pub(super) type Aead = ChaCha20Poly1305;
pub(super) type Kdf = HkdfSha256;

pub(super) const FIRST_LINE: &[u8; 17] = b"lintas bundle v1\n";
pub(super) const INFO: &[u8] = b"lintas/bundle/v1\0";
pub(super) const DOMAIN_MANIFEST: &[u8] = b"lintas/bundle-manifest/v1\0";
pub(super) const DOMAIN_END: &[u8] = b"lintas/bundle-end/v1\0";
pub(super) const ENCAPSULATED: usize = 1120;
pub(super) const TAG: usize = 16;
pub(super) const MAX_MANIFEST: usize = 4 << 20;
pub(super) const MAX_END: usize = 256;

pub(super) const MANIFEST: u8 = 0;
pub(super) const CHUNK: u8 = 1;
pub(super) const END: u8 = 2;
/// What the end of a bundle signs: the manifest, and the hashes of all chunks, each hashed onto those before.
pub(super) struct Summary {
    pub(super) manifest: Hash32,
    pub(super) n_chunks: u64,
    pub(super) chunks: Hash32,
}

impl Summary {
    pub(super) fn of(manifest: &[u8]) -> Self {
        Self { manifest: Hash32::of(&[manifest]), n_chunks: 0, chunks: Hash32::ZERO }
    }

    pub(super) fn add(&mut self, chunk: &Chunk) {
        self.n_chunks += 1;
        self.chunks = Hash32::of(&[self.chunks.as_bytes(), chunk.hash().as_bytes()]);
    }

    pub(super) fn message(&self) -> Vec<u8> {
        let parts =
            [DOMAIN_END, self.manifest.as_bytes(), &self.n_chunks.to_be_bytes(), self.chunks.as_bytes()];
        parts.concat()
    }
}
