//! The audit of the sealed space: sealed entries, each signed over the one before, so that none can be read, changed, put in
//! another order or left out unseen. It says who did what to which dossier, and never what stands in it.

use lintas_ledger::Hash32;
use lintas_model::{Entropy, OfficerId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::support::words;
use crate::{DossierId, SealedError, SpaceKey, envelope};

words! {
    /// What was done.
    Act {
        /// The space was made.
        Made = "made",
        /// An officer was admitted.
        Admitted = "admitted",
        /// An officer was dismissed.
        Dismissed = "dismissed",
        /// Somebody who may not come in tried to.
        Refused = "refused",
        /// The list was read.
        Listed = "listed",
        /// A dossier was read.
        Viewed = "viewed",
        /// A dossier was opened.
        Opened = "opened",
        /// A dossier was changed.
        Wrote = "wrote",
        /// A consent was recorded.
        Consented = "consented",
        /// A consent or a law was taken back.
        Withdrew = "withdrew",
        /// The first key: a disclosure was asked for.
        Asked = "asked",
        /// The second key.
        SecondKey = "second_key",
        /// A disclosure was ended, or refused.
        Ended = "ended",
        /// What was disclosed was read.
        Told = "told",
        /// A dossier was erased: its tombstone.
        Erased = "erased",
        /// The rules of retention ran.
        Retention = "retention",
        /// A backup was written.
        BackedUp = "backed_up",
        /// A backup was put in place.
        Restored = "restored",
        /// The audit was read.
        AuditRead = "audit_read",
    }
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who; nobody when the node did it by itself.
    pub officer: Option<OfficerId>,
    /// What.
    pub act: Act,
    /// To which dossier.
    pub dossier: Option<DossierId>,
    /// How many dossiers it was about.
    pub count: u64,
    /// Which part of the dossier, or the ground of an erasure; never what stands in it.
    pub detail: Option<String>,
}

/// Where the audit stands: how many entries it has and the hash of the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AuditHead {
    /// How many.
    pub size: u64,
    /// The hash of the last one; zero before the first.
    pub last: Hash32,
}

/// Before what is signed. Frozen: never change, add v2.
const DOMAIN: &[u8] = b"lintas/sealed/audit/v1\0";
/// Hash before, then signature, in front of the sealed text.
const FRONT: usize = 32 + 64;

impl AuditHead {
    /// The next entry as bytes, and where the audit stands after it.
    pub fn append(
        self,
        key: &SpaceKey,
        entry: &AuditEntry,
        entropy: &mut dyn Entropy,
    ) -> Result<(Vec<u8>, Self), SealedError> {
        let text = serde_json::to_vec(entry).map_err(|error| SealedError::Database(error.to_string()))?;
        let number = self.size.to_be_bytes();
        let sealed = envelope::seal(key.wrapping(), &key.about("audit", &number), &text, entropy);
        let signature = key.signer().sign(&self.signed(key, &sealed));
        let mut bytes = self.last.0.to_vec();
        bytes.extend_from_slice(&signature);
        bytes.extend_from_slice(&sealed);
        let next = self.after(&bytes);
        Ok((bytes, next))
    }

    /// Reads the next entry, checking that it follows, that it is signed and that it opens.
    pub fn read(self, key: &SpaceKey, bytes: &[u8]) -> Result<(AuditEntry, Self), SealedError> {
        let damaged = || SealedError::Damaged(format!("entry {} of the audit", self.size));
        let (front, sealed) = bytes.split_at_checked(FRONT).ok_or_else(damaged)?;
        let (last, signature) = front.split_at(32);
        let signature: [u8; 64] = signature.try_into().map_err(|_| damaged())?;
        if last != self.last.0 || !key.public().verify(&self.signed(key, sealed), &signature) {
            return Err(damaged());
        }
        let about = key.about("audit", &self.size.to_be_bytes());
        let text = envelope::open(key.wrapping(), &about, sealed).ok_or_else(damaged)?;
        let entry = serde_json::from_slice(&text).map_err(|_| damaged())?;
        Ok((entry, self.after(bytes)))
    }

    /// Where the audit stands after an entry of these bytes.
    pub fn after(self, bytes: &[u8]) -> Self {
        Self { size: self.size.saturating_add(1), last: Hash32::of(&[DOMAIN, bytes]) }
    }

    fn signed(self, key: &SpaceKey, sealed: &[u8]) -> Vec<u8> {
        let mut message = DOMAIN.to_vec();
        message.extend_from_slice(key.space().as_bytes());
        message.extend_from_slice(&self.size.to_be_bytes());
        message.extend_from_slice(&self.last.0);
        message.extend_from_slice(&Hash32::of(&[sealed]).0);
        message
    }
}

#[cfg(test)]
mod tests {
    use lintas_model::entropy::SeededEntropy;

    use super::*;
    use crate::key::tests::key;

    #[test]
    fn an_audit_reads_in_its_order_only() {
        let (ours, mut entropy) = (key(1), SeededEntropy::new(5));
        let entry = |act| AuditEntry {
            at: Timestamp::from_millis(7),
            officer: None,
            act,
            dossier: None,
            count: 1,
            detail: None,
        };
        let (first, one) = AuditHead::default().append(&ours, &entry(Act::Made), &mut entropy).unwrap();
        let (second, two) = one.append(&ours, &entry(Act::Listed), &mut entropy).unwrap();
        let (read, head) = AuditHead::default().read(&ours, &first).unwrap();
        assert_eq!((read.act, head), (Act::Made, one));
        assert_eq!(one.read(&ours, &second).unwrap().1, two);
        assert!(AuditHead::default().read(&ours, &second).is_err(), "left out");
        assert!(one.read(&ours, &first).is_err(), "doubled");
        let mut altered = second;
        altered[FRONT + 3] ^= 1;
        assert!(one.read(&ours, &altered).is_err());
        assert!(!altered.windows(6).any(|window| window == b"listed"));
    }
}
