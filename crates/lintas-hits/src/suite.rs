//! The ciphersuite of RFC 9497, 4.1: ristretto255 with SHA-512, in the verifiable mode.
//!
//! On curve25519-dalek directly and not on a crate of the whole protocol: a batch is blinded, evaluated and checked on all
//! cores, and its points are encoded together with one inversion, which halves the cost of a large set.

use curve25519_dalek::ristretto::{CompressedRistretto, RistrettoPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity as _;
use rayon::prelude::*;
use sha2::{Digest as _, Sha512};

use crate::HitError;

/// Bytes of an encoded element of the group.
pub const ELEMENT_BYTES: usize = 32;
/// Bytes of a proof: two scalars.
pub const PROOF_BYTES: usize = 64;
/// The most items of one question: their places are counted in two bytes (RFC 9497, 2.2.1).
pub const MOST_ITEMS: usize = 65_535;

/// `OPRFV1-`, the mode (1: verifiable) and the suite: RFC 9497, 3.1. Never change it: every tag depends on it.
pub(crate) const CONTEXT: &[u8] = b"OPRFV1-\x01-ristretto255-SHA512";
/// Bytes of one block and one digest of SHA-512.
const BLOCK: usize = 128;
const DIGEST: usize = 64;
/// So many items are worked on by one core at a time; their points are encoded together.
pub(crate) const BATCH: usize = 512;

/// `HashToGroup`: 64 uniform bytes to an element (RFC 9496, 4.3.4).
pub(crate) fn hash_to_group(input: &[u8]) -> RistrettoPoint {
    RistrettoPoint::from_uniform_bytes(&expand(&[input], &[b"HashToGroup-", CONTEXT]))
}

/// `HashToScalar` under a domain of its own.
pub(crate) fn hash_to_scalar(message: &[&[u8]], domain: &[&[u8]]) -> Scalar {
    Scalar::from_bytes_mod_order_wide(&expand(message, domain))
}

/// `HashToScalar` under the domain of the suite.
pub(crate) fn challenge(message: &[&[u8]]) -> Scalar {
    hash_to_scalar(message, &[b"HashToScalar-", CONTEXT])
}

/// `expand_message_xmd` (RFC 9380, 5.3.1) to 64 bytes, which is one digest.
fn expand(message: &[&[u8]], domain: &[&[u8]]) -> [u8; DIGEST] {
    let length = domain.iter().map(|part| part.len()).sum::<usize>();
    let suffix = [u8::try_from(length).unwrap_or(u8::MAX)];
    let finish = |mut hash: Sha512| -> [u8; DIGEST] {
        for part in domain {
            hash.update(part);
        }
        hash.update(suffix);
        hash.finalize().into()
    };
    let mut first = Sha512::new();
    first.update([0; BLOCK]);
    for part in message {
        first.update(part);
    }
    first.update((DIGEST as u16).to_be_bytes());
    first.update([0]);
    let first = finish(first);
    let mut second = Sha512::new();
    second.update(first);
    second.update([1]);
    finish(second)
}

/// The output of the function for an item: RFC 9497, 3.3.1, `Finalize`.
pub(crate) fn finish(item: &[u8], element: &CompressedRistretto) -> [u8; DIGEST] {
    let mut hash = Sha512::new();
    hash.update(u16::try_from(item.len()).unwrap_or(u16::MAX).to_be_bytes());
    hash.update(item);
    hash.update((ELEMENT_BYTES as u16).to_be_bytes());
    hash.update(element.as_bytes());
    hash.update(b"Finalize");
    hash.finalize().into()
}

/// Elements from their bytes; the first that is none, or the identity, refuses them all.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<RistrettoPoint>, HitError> {
    if !bytes.len().is_multiple_of(ELEMENT_BYTES) {
        return Err(HitError::Length(bytes.len()));
    }
    let count = bytes.len() / ELEMENT_BYTES;
    if count == 0 || count > MOST_ITEMS {
        return Err(HitError::Count(count));
    }
    bytes
        .par_chunks(ELEMENT_BYTES)
        .enumerate()
        .map(|(at, bytes)| {
            let read = CompressedRistretto::from_slice(bytes).ok().and_then(|bytes| bytes.decompress());
            match read {
                None => Err(HitError::NotAPoint(at)),
                Some(point) if point.is_identity() => Err(HitError::Identity(at)),
                Some(point) => Ok(point),
            }
        })
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

/// Encodes the doubles of points, many at once.
pub(crate) fn encode_doubled(halves: &[RistrettoPoint]) -> Vec<CompressedRistretto> {
    RistrettoPoint::double_and_compress_batch(halves)
}
