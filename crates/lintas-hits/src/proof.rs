//! The proof that an answer was made with the key committed to (RFC 9497, 2.2): one proof for all items.
//!
//! Without it a holder could answer each asker, or each question, with a key of its own, and know them again by it.

use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::VartimeMultiscalarMul as _;
use rayon::prelude::*;
use sha2::{Digest as _, Sha512};

use crate::holder::PublicKey;
use crate::suite::{CONTEXT, ELEMENT_BYTES, PROOF_BYTES, challenge};

const LENGTH: [u8; 2] = (ELEMENT_BYTES as u16).to_be_bytes();

/// Proves that the evaluated elements are the blinded ones times the secret. `nonce` must be fresh and secret.
pub(crate) fn prove(
    secret: &Scalar,
    public: &PublicKey,
    blinded: (&[u8], &[RistrettoPoint]),
    evaluated: &[u8],
    nonce: &Scalar,
) -> [u8; PROOF_BYTES] {
    let weights = weights(public, blinded.0, evaluated);
    let first = RistrettoPoint::vartime_multiscalar_mul(&weights, blinded.1);
    let second = first * secret;
    let ours = RistrettoPoint::mul_base(nonce);
    let theirs = first * nonce;
    let challenge = challenge_of(public, [&first, &second, &ours, &theirs]);
    let answer = nonce - challenge * secret;
    let mut proof = [0; PROOF_BYTES];
    proof[..32].copy_from_slice(challenge.as_bytes());
    proof[32..].copy_from_slice(answer.as_bytes());
    proof
}

/// Whether a proof holds.
pub(crate) fn holds(
    public: &PublicKey,
    key: &RistrettoPoint,
    blinded: (&[u8], &[RistrettoPoint]),
    evaluated: (&[u8], &[RistrettoPoint]),
    proof: &[u8],
) -> bool {
    let Some((challenge, answer)) = scalars(proof) else { return false };
    let weights = weights(public, blinded.0, evaluated.0);
    let first = RistrettoPoint::vartime_multiscalar_mul(&weights, blinded.1);
    let second = RistrettoPoint::vartime_multiscalar_mul(&weights, evaluated.1);
    let ours = RistrettoPoint::vartime_double_scalar_mul_basepoint(&challenge, key, &answer);
    let theirs = RistrettoPoint::vartime_multiscalar_mul([&answer, &challenge], [&first, &second]);
    challenge_of(public, [&first, &second, &ours, &theirs]) == challenge
}

/// Both scalars of a proof, canonical or not at all.
fn scalars(proof: &[u8]) -> Option<(Scalar, Scalar)> {
    let (challenge, answer) = proof.split_at_checked(32)?;
    let read = |bytes: &[u8]| -> Option<Scalar> {
        Option::from(Scalar::from_canonical_bytes(bytes.try_into().ok()?))
    };
    Some((read(challenge)?, read(answer)?))
}

/// The weights by which many pairs become one: `ComputeComposites`.
fn weights(public: &PublicKey, blinded: &[u8], evaluated: &[u8]) -> Vec<Scalar> {
    let domain_length = (b"Seed-".len() + CONTEXT.len()) as u16;
    let mut hash = Sha512::new();
    hash.update(LENGTH);
    hash.update(public.as_bytes());
    hash.update(domain_length.to_be_bytes());
    hash.update(b"Seed-");
    hash.update(CONTEXT);
    let seed: [u8; 64] = hash.finalize().into();
    let seed_length = (seed.len() as u16).to_be_bytes();
    blinded
        .par_chunks(ELEMENT_BYTES)
        .zip(evaluated.par_chunks(ELEMENT_BYTES))
        .enumerate()
        .map(|(at, (blinded, evaluated))| {
            let place = u16::try_from(at).unwrap_or(u16::MAX).to_be_bytes();
            challenge(&[&seed_length, &seed, &place, &LENGTH, blinded, &LENGTH, evaluated, b"Composite"])
        })
        .collect()
}

fn challenge_of(public: &PublicKey, points: [&RistrettoPoint; 4]) -> Scalar {
    let encoded = points.map(|point| point.compress().to_bytes());
    let [first, second, ours, theirs] = &encoded;
    challenge(&[
        &LENGTH,
        public.as_bytes(),
        &LENGTH,
        first,
        &LENGTH,
        second,
        &LENGTH,
        ours,
        &LENGTH,
        theirs,
        b"Challenge",
    ])
}
