//! Ed25519 (RFC 8032), verified strictly and singly: two nodes must never disagree on whether evidence is valid.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _};
use lintas_model::Entropy;
use zeroize::Zeroizing;

use crate::Hash32;

/// Why something is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is not the right number of hexadecimal digits.
    #[error("could not read a key: expected {0} hexadecimal digits")]
    NotHex(usize),
    /// The bytes are no point of the curve, or one that anybody can sign for.
    #[error("could not use this as a public key: it is no sound point of the curve")]
    Unsound,
}

/// The first 8 bytes of the SHA-256 of a public key: enough to find the key, never enough to trust it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 8]);

impl KeyId {
    /// The id of a public key.
    pub fn of(public_key: &[u8]) -> Self {
        let mut id = [0; 8];
        id.copy_from_slice(&Hash32::of(&[public_key]).0[..8]);
        Self(id)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A public key that verifies signatures.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifyingKey {
    key: ed25519_dalek::VerifyingKey,
    id: KeyId,
}

impl VerifyingKey {
    /// Reads a key, refusing non-canonical encodings and points of small order, for which anybody can sign.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Unsound)?;
        if key.is_weak() || !is_canonical(bytes) {
            return Err(KeyError::Unsound);
        }
        Ok(Self { key, id: KeyId::of(bytes) })
    }

    /// The key as bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// The key's id.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Whether the signature is by this key over exactly this message. Strict: refuses a second spelling of S or R and
    /// points of small order.
    ///
    /// Decides as `verify_strict` of the library does, one point decompression cheaper. Verifying recomputes R and
    /// compares its one canonical encoding, so an R that passes is canonical and on the curve; it is of small order
    /// exactly when it is one of eight known encodings; and a key of small order was never read.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        !SMALL_ORDER.iter().any(|point| signature[..32] == *point)
            && self.key.verify(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// The encodings of the points whose order divides 8, as `y` with the sign of `x` in the highest bit.
const SMALL_ORDER: [[u8; 32]; 8] = {
    const EIGHT: [u8; 32] = [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5,
        0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ];
    const EIGHT_NEGATED: [u8; 32] = [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a,
        0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
    ];
    const fn ends(first: u8, middle: u8, last: u8) -> [u8; 32] {
        let mut point = [middle; 32];
        point[0] = first;
        point[31] = last;
        point
    }
    const fn other_sign(mut point: [u8; 32]) -> [u8; 32] {
        point[31] ^= 0x80;
        point
    }
    [
        ends(1, 0, 0),
        ends(0xec, 0xff, 0x7f),
        ends(0, 0, 0),
        ends(0, 0, 0x80),
        EIGHT,
        other_sign(EIGHT),
        EIGHT_NEGATED,
        other_sign(EIGHT_NEGATED),
    ]
};

/// Whether the y coordinate is below the prime 2^255 - 19.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    bytes[31] & 0x7f != 0x7f || bytes[1..31].iter().any(|byte| *byte != 0xff) || bytes[0] < 0xed
}

impl fmt::Display for VerifyingKey {
    /// Lower-case hexadecimal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.as_bytes()))
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for VerifyingKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| KeyError::NotHex(64))?;
        Self::from_bytes(&bytes)
    }
}

/// A secret key that signs: a node's, a root's or an officer's.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    public: VerifyingKey,
}

impl Signer {
    /// From the 32 bytes of the secret key (the seed of RFC 8032).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let key = SigningKey::from_bytes(seed);
        let public = VerifyingKey { id: KeyId::of(key.verifying_key().as_bytes()), key: key.verifying_key() };
        Self { key, public }
    }

    /// A new key.
    pub fn generate(entropy: &mut dyn Entropy) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        entropy.fill(&mut *seed);
        Self::from_seed(&seed)
    }

    /// The secret key, for its key file and nothing else.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.key.to_bytes())
    }

    /// The public key.
    pub fn public(&self) -> &VerifyingKey {
        &self.public
    }

    /// The public key's id.
    pub fn id(&self) -> KeyId {
        self.public.id
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

impl fmt::Debug for Signer {
    /// The public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.public)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eight_points_of_small_order_are_those_of_the_curve() {
        let mut points = SMALL_ORDER.to_vec();
        points.sort_unstable();
        points.dedup();
        assert_eq!(points.len(), 8);
        for point in points {
            assert!(
                ed25519_dalek::VerifyingKey::from_bytes(&point).unwrap().is_weak(),
                "{}",
                hex::encode(point)
            );
            assert_eq!(VerifyingKey::from_bytes(&point), Err(KeyError::Unsound));
        }
    }

    #[test]
    fn a_y_at_or_above_the_prime_is_no_key() {
        for low in 0xed..=0xff {
            for sign in [0x7f, 0xff] {
                let mut bytes = [0xff; 32];
                (bytes[0], bytes[31]) = (low, sign);
                assert!(!is_canonical(&bytes));
                assert_eq!(VerifyingKey::from_bytes(&bytes), Err(KeyError::Unsound));
            }
        }
    }
}
