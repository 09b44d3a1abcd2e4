//! The side that answers: its key, the tags of what it holds, and answers that prove which key made them.

use std::fmt;

use curve25519_dalek::ristretto::{CompressedRistretto, RistrettoPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity as _;
use lintas_model::Entropy;
use rayon::prelude::*;
use zeroize::{Zeroize as _, Zeroizing};

use crate::suite::{
    BATCH, CONTEXT, ELEMENT_BYTES, PROOF_BYTES, decode, encode_doubled, finish, hash_to_group, hash_to_scalar,
};
use crate::{HitError, Item, Tag, proof};

/// The key of a holder for one partner, one purpose and one month. With another key all tags are others, so partners
/// cannot compare their sets, and a set of last month says nothing once its key is gone.
pub struct HolderKey {
    secret: Scalar,
    public: PublicKey,
}

impl Drop for HolderKey {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

/// What a holder commits to: its key times the generator. It stands in the holder's log beside its set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; ELEMENT_BYTES]);

impl PublicKey {
    /// Reads a key: an element of the group other than the identity.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, HitError> {
        let key = Self(bytes.try_into().map_err(|_| HitError::Key)?);
        key.point().map(|_| key)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; ELEMENT_BYTES] {
        &self.0
    }

    pub(crate) fn point(&self) -> Result<RistrettoPoint, HitError> {
        let point = CompressedRistretto(self.0).decompress().ok_or(HitError::Key)?;
        if point.is_identity() { Err(HitError::Key) } else { Ok(point) }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// An answer: the evaluated points in the order of the question, and the proof for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The points, [`ELEMENT_BYTES`] each.
    pub evaluated: Vec<u8>,
    /// The proof.
    pub proof: [u8; PROOF_BYTES],
}

impl HolderKey {
    /// `DeriveKeyPair` (RFC 9497, 3.2.1): the same seed and the same purpose give the same key.
    pub fn derive(seed: &[u8; 32], info: &[u8]) -> Self {
        let length = u16::try_from(info.len()).unwrap_or(u16::MAX).to_be_bytes();
        let mut counter = 0_u8;
        loop {
            let secret = hash_to_scalar(&[seed, &length, info, &[counter]], &[b"DeriveKeyPair", CONTEXT]);
            // Zero comes once in 2^252 derivations; the counter is what the standard asks for.
            if secret != Scalar::ZERO || counter == u8::MAX {
                let public = PublicKey(RistrettoPoint::mul_base(&secret).compress().to_bytes());
                return Self { secret, public };
            }
            counter += 1;
        }
    }

    /// What the holder commits to.
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The tags of what the holder has, in the order of the items.
    pub fn tags(&self, items: &[Item]) -> Vec<Tag> {
        let half = Zeroizing::new(self.secret.div_by_2());
        items
            .par_chunks(BATCH)
            .flat_map_iter(|items| {
                let bytes: Vec<Vec<u8>> = items.iter().map(Item::to_bytes).collect();
                let halves: Vec<RistrettoPoint> =
                    bytes.iter().map(|item| hash_to_group(item) * *half).collect();
                let tags: Vec<Tag> = bytes
                    .iter()
                    .zip(encode_doubled(&halves))
                    .map(|(item, element)| Tag::of(&finish(item, &element)))
                    .collect();
                tags
            })
            .collect()
    }

    /// Answers a question: each blinded point times the key, with a proof of that.
    pub fn answer(&self, blinded: &[u8], entropy: &mut dyn Entropy) -> Result<Evaluation, HitError> {
        let mut wide = Zeroizing::new([0; 64]);
        entropy.fill(wide.as_mut_slice());
        self.answer_with(blinded, &Scalar::from_bytes_mod_order_wide(&wide))
    }

    pub(crate) fn answer_with(&self, blinded: &[u8], nonce: &Scalar) -> Result<Evaluation, HitError> {
        let points = decode(blinded)?;
        let half = Zeroizing::new(self.secret.div_by_2());
        let evaluated: Vec<u8> = points
            .par_chunks(BATCH)
            .flat_map_iter(|points| {
                let halves: Vec<RistrettoPoint> = points.iter().map(|point| point * *half).collect();
                encode_doubled(&halves).into_iter().flat_map(|element| element.to_bytes())
            })
            .collect();
        let proof = proof::prove(&self.secret, &self.public, (blinded, &points), &evaluated, nonce);
        Ok(Evaluation { evaluated, proof })
    }

    #[cfg(test)]
    pub(crate) fn secret_bytes(&self) -> [u8; 32] {
        self.secret.to_bytes()
    }
}
