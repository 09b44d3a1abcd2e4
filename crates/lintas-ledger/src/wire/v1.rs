//! Version 1 of the wire format. Frozen: never change, add v2. Golden files: `tests/golden/`.
//!
//! An entry is the array `[header, node signature, officer signature or null, body or null]`; header and body are byte
//! strings that hold deterministic CBOR themselves. A header is a map with the keys in `header.rs`. A body is an array with one
//! item per field, either `[salt, name, value]` or, withheld, the bare commitment; items stand in the order of their
//! commitments, which is random and so tells nothing about the names withheld. Signatures are over a domain and the
//! record's hash, so a signature made for one purpose never serves another.

mod fields;
mod header;
mod marking;
#[cfg(test)]
mod tests;

pub(crate) use header::{decode_header, encode_header};

/// The version that this file writes and reads.
pub(crate) const VERSION: u8 = 1;
/// Ed25519 (RFC 8032, strict) and SHA-256.
pub(crate) const SUITE: u8 = 1;

/// Before the hash of a record and the officer's signature, when the node signs.
pub(crate) const DOMAIN_RECORD: &[u8] = b"lintas/record/v1\0";
/// Before the hash of a record when the officer signs.
pub(crate) const DOMAIN_OFFICER: &[u8] = b"lintas/officer/v1\0";
/// Before salt, name and value in a commitment to a field.
pub(crate) const DOMAIN_FIELD: &[u8] = b"lintas/field/v1\0";
/// Before the commitments in their root.
pub(crate) const DOMAIN_ROOT: &[u8] = b"lintas/fields/v1\0";
/// Before header bytes in the hash of a record: the leaf prefix of RFC 6962, so that a record's hash is its leaf.
pub(crate) const LEAF_PREFIX: &[u8] = &[0];

/// Greatest size of a header, in bytes.
pub(crate) const MAX_HEADER: usize = 4096;
/// Greatest size of a body, in bytes. A larger release must be written as several.
pub const MAX_BODY: usize = 4 << 20;
/// Greatest number of fields of a body.
pub const MAX_FIELDS: usize = 256;
/// Greatest length of a field's name, in bytes.
pub(crate) const MAX_NAME: usize = 64;
/// Greatest length of the word for a kind, in bytes.
pub(crate) const MAX_KIND: usize = 40;
/// Greatest length of a legal basis, in bytes.
pub(crate) const MAX_LEGAL_BASIS: usize = 1024;
/// Greatest sequence number: databases count with sign.
pub(crate) const MAX_SEQUENCE: u64 = i64::MAX as u64;
