//! Sealing: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce of 24 bytes in front.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use lintas_model::Entropy;
use zeroize::Zeroizing;

use crate::{Dossier, DossierId, SealedError, SpaceKey};

const NONCE: usize = 24;

/// Seals bytes; what they are about is bound to them and not kept.
pub(crate) fn seal(key: &[u8; 32], about: &[u8], text: &[u8], entropy: &mut dyn Entropy) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    entropy.fill(&mut nonce);
    let cipher = XChaCha20Poly1305::new(key.into());
    let payload = Payload { msg: text, aad: about };
    // The cipher refuses only texts of more than 256 GiB, which nobody types.
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
    let mut bytes = nonce.to_vec();
    bytes.extend_from_slice(&sealed);
    bytes
}

/// Opens sealed bytes; nothing when key, place or bytes are others.
pub(crate) fn open(key: &[u8; 32], about: &[u8], bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    let cipher = XChaCha20Poly1305::new(key.into());
    let payload = Payload { msg: sealed, aad: about };
    cipher.decrypt(&XNonce::from(nonce), payload).ok().map(Zeroizing::new)
}

/// A dossier as it lies in the database: its own key, wrapped by the key of the space, and its body under its own key.
/// Without the wrapped key nobody can ever read the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedDossier {
    /// Which.
    pub id: DossierId,
    /// How often it was written.
    pub version: u64,
    /// Its key, wrapped.
    pub wrapped_key: Vec<u8>,
    /// Its body, sealed.
    pub body: Vec<u8>,
}

impl SealedDossier {
    /// Seals a new dossier under a key of its own.
    pub fn new(
        key: &SpaceKey,
        id: DossierId,
        dossier: &Dossier,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, SealedError> {
        let mut own = Zeroizing::new([0; 32]);
        entropy.fill(&mut *own);
        let wrapped_key =
            seal(key.wrapping(), &key.about("dossier key", id.uuid().as_bytes()), &*own, entropy);
        let body = seal(&own, &place(key, id, 1), &text(dossier)?, entropy);
        Ok(Self { id, version: 1, wrapped_key, body })
    }

    /// Opens it.
    pub fn open(&self, key: &SpaceKey) -> Result<Dossier, SealedError> {
        let own = self.own_key(key)?;
        let text =
            open(&own, &place(key, self.id, self.version), &self.body).ok_or_else(|| self.damaged())?;
        serde_json::from_slice(&text).map_err(|_| self.damaged())
    }

    /// The next version of it, under the same key.
    pub fn next(
        &self,
        key: &SpaceKey,
        dossier: &Dossier,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, SealedError> {
        let own = self.own_key(key)?;
        let version = self.version.saturating_add(1);
        let body = seal(&own, &place(key, self.id, version), &text(dossier)?, entropy);
        Ok(Self { id: self.id, version, wrapped_key: self.wrapped_key.clone(), body })
    }

    fn own_key(&self, key: &SpaceKey) -> Result<Zeroizing<[u8; 32]>, SealedError> {
        let about = key.about("dossier key", self.id.uuid().as_bytes());
        let own = open(key.wrapping(), &about, &self.wrapped_key).ok_or_else(|| self.damaged())?;
        let bytes: [u8; 32] = own.as_slice().try_into().map_err(|_| self.damaged())?;
        Ok(Zeroizing::new(bytes))
    }

    fn damaged(&self) -> SealedError {
        SealedError::Damaged(format!("dossier {}", self.id))
    }
}

fn place(key: &SpaceKey, id: DossierId, version: u64) -> Vec<u8> {
    let mut place = id.uuid().as_bytes().to_vec();
    place.extend_from_slice(&version.to_be_bytes());
    key.about("dossier", &place)
}

fn text(dossier: &Dossier) -> Result<Zeroizing<Vec<u8>>, SealedError> {
    serde_json::to_vec(dossier).map(Zeroizing::new).map_err(|error| SealedError::Database(error.to_string()))
}

#[cfg(test)]
mod tests {
    use lintas_model::entropy::SeededEntropy;
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::tests::dossier;
    use crate::key::tests::key;

    #[test]
    fn a_sealed_dossier_opens_with_its_key_in_its_place_only() {
        let (ours, other) = (key(1), key(2));
        let mut entropy = SeededEntropy::new(9);
        let id = DossierId::new(&mut entropy);
        let dossier = dossier();
        let sealed = SealedDossier::new(&ours, id, &dossier, &mut entropy).unwrap();
        assert_eq!(sealed.open(&ours).unwrap(), dossier);
        assert!(matches!(sealed.open(&other), Err(SealedError::Damaged(_))));
        let next = sealed.next(&ours, &dossier, &mut entropy).unwrap();
        assert_eq!((next.version, next.open(&ours).unwrap()), (2, dossier));
        let rolled_back = SealedDossier { body: sealed.body.clone(), ..next.clone() };
        assert!(rolled_back.open(&ours).is_err(), "an old body does not pass for a new one");
        let moved = SealedDossier { id: DossierId::new(&mut entropy), ..sealed };
        assert!(moved.open(&ours).is_err(), "a body does not pass for another person's");
    }

    proptest! {
        #[test]
        fn one_changed_byte_is_noticed(at in 0usize..400, bit in 0u8..8) {
            let ours = key(1);
            let mut entropy = SeededEntropy::new(4);
            let id = DossierId::new(&mut entropy);
            let mut sealed = SealedDossier::new(&ours, id, &dossier(), &mut entropy).unwrap();
            let bytes = if at % 2 == 0 { &mut sealed.body } else { &mut sealed.wrapped_key };
            let place = at % bytes.len();
            bytes[place] ^= 1 << bit;
            prop_assert!(sealed.open(&ours).is_err());
        }
    }
}
