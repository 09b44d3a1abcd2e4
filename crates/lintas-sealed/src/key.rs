//! The key file of a sealed space: it may lie on another disk or a stick than the database, and is read for each act.
//!
//! ```text
//! lintas sealed key file v1
//! agency: KH-CIB
//! space: 32 hexadecimal digits
//! wrapping: 64 hexadecimal digits
//! signing: 64 hexadecimal digits
//! ```

use std::fmt;
use std::str::FromStr;

use lintas_ledger::{Signer, VerifyingKey};
use lintas_model::{AgencyCode, Entropy};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::SealedError;
use crate::envelope;

const FIRST_LINE: &str = "lintas sealed key file v1";

/// The keys of a sealed space: one wraps the keys of dossiers, one signs the audit.
#[derive(Clone)]
pub struct SpaceKey {
    agency: AgencyCode,
    space: Uuid,
    wrapping: Zeroizing<[u8; 32]>,
    signer: Signer,
}

/// What stands in the database to tell whose it is: no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceMark {
    /// The agency.
    pub agency: AgencyCode,
    /// The space.
    pub space: Uuid,
    /// The key that signs its audit.
    pub public: String,
    /// A known text sealed with the wrapping key, in hexadecimal digits: tells a damaged key file.
    pub probe: String,
}

const PROBE: &[u8] = b"lintas/sealed/probe/v1";

impl SpaceKey {
    /// Makes the keys of a new space.
    pub fn generate(agency: AgencyCode, entropy: &mut dyn Entropy) -> Self {
        let mut space = [0; 16];
        entropy.fill(&mut space);
        let mut wrapping = Zeroizing::new([0; 32]);
        entropy.fill(&mut *wrapping);
        let space = uuid::Builder::from_random_bytes(space).into_uuid();
        Self { agency, space, wrapping, signer: Signer::generate(entropy) }
    }

    /// The mark to be kept in the database.
    pub fn mark(&self, entropy: &mut dyn Entropy) -> SpaceMark {
        let probe = envelope::seal(&self.wrapping, &self.about("probe", &[]), PROBE, entropy);
        SpaceMark {
            agency: self.agency.clone(),
            space: self.space,
            public: self.signer.public().to_string(),
            probe: hex::encode(probe),
        }
    }

    /// Whether this is the key of the space with that mark.
    ///
    /// # Errors
    /// [`SealedError::OtherKey`] when it is another's.
    pub fn fits(&self, mark: &SpaceMark) -> Result<(), SealedError> {
        let probe = hex::decode(&mark.probe).unwrap_or_default();
        let opens = envelope::open(&self.wrapping, &self.about("probe", &[]), &probe);
        let same = mark.space == self.space && mark.public == self.signer.public().to_string();
        if same && opens.is_some_and(|text| *text == *PROBE) { Ok(()) } else { Err(SealedError::OtherKey) }
    }

    /// The space.
    pub const fn space(&self) -> Uuid {
        self.space
    }

    /// The agency.
    pub const fn agency(&self) -> &AgencyCode {
        &self.agency
    }

    /// The key with which the audit is verified.
    pub fn public(&self) -> &VerifyingKey {
        self.signer.public()
    }

    pub(crate) const fn signer(&self) -> &Signer {
        &self.signer
    }

    pub(crate) fn wrapping(&self) -> &[u8; 32] {
        &self.wrapping
    }

    /// What is bound to sealed bytes of this space, so that none can be put in the place of others. Frozen: never change,
    /// add v2.
    pub(crate) fn about(&self, what: &str, place: &[u8]) -> Vec<u8> {
        let mut about = b"lintas/sealed/v1\0".to_vec();
        about.extend_from_slice(self.space.as_bytes());
        about.extend_from_slice(what.as_bytes());
        about.push(0);
        about.extend_from_slice(place);
        about
    }

    /// The text of the file. It holds the secrets: the caller keeps it from everybody else.
    pub fn to_text(&self) -> Zeroizing<String> {
        let (wrapping, signing) =
            (Zeroizing::new(hex::encode(*self.wrapping)), Zeroizing::new(hex::encode(*self.signer.seed())));
        Zeroizing::new(format!(
            "{FIRST_LINE}\nagency: {}\nspace: {}\nwrapping: {}\nsigning: {}\n",
            self.agency,
            self.space.simple(),
            *wrapping,
            *signing,
        ))
    }
}

impl fmt::Debug for SpaceKey {
    /// Without the secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SpaceKey({} {})", self.agency, self.space.simple())
    }
}

impl FromStr for SpaceKey {
    type Err = SealedError;

    fn from_str(text: &str) -> Result<Self, SealedError> {
        let unreadable = SealedError::KeyUnreadable;
        let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        if lines.next() != Some(FIRST_LINE) {
            return Err(unreadable("its first line is another one"));
        }
        let mut next = |name: &str| {
            lines.next().and_then(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::trim)
        };
        let agency = next("agency").and_then(|code| AgencyCode::new(code).ok());
        let agency = agency.ok_or(unreadable("its line `agency` is damaged"))?;
        let space = next("space").and_then(|id| Uuid::parse_str(id).ok());
        let space = space.ok_or(unreadable("its line `space` is damaged"))?;
        let secret = |digits: Option<&str>| {
            let mut bytes = Zeroizing::new([0; 32]);
            hex::decode_to_slice(digits?, &mut *bytes).ok().map(|()| bytes)
        };
        let wrapping = secret(next("wrapping")).ok_or(unreadable("its line `wrapping` is damaged"))?;
        let signing = secret(next("signing")).ok_or(unreadable("its line `signing` is damaged"))?;
        Ok(Self { agency, space, wrapping, signer: Signer::from_seed(&signing) })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use lintas_model::entropy::SeededEntropy;

    use super::*;

    pub(crate) fn key(seed: u64) -> SpaceKey {
        SpaceKey::generate(AgencyCode::new("KH-CIB").unwrap(), &mut SeededEntropy::new(seed))
    }

    #[test]
    fn a_key_file_reads_back_and_another_one_does_not_fit() {
        let (ours, other) = (key(1), key(2));
        let mark = ours.mark(&mut SeededEntropy::new(3));
        let read: SpaceKey = ours.to_text().parse().unwrap();
        assert_eq!(read.fits(&mark), Ok(()));
        assert_eq!(other.fits(&mark), Err(SealedError::OtherKey));
        let damaged = ours.to_text().replacen("wrapping: ", "wrapping: 0", 1);
        assert!(matches!(damaged.parse::<SpaceKey>(), Err(SealedError::KeyUnreadable(_))));
        let text = ours.to_text();
        let digit = text.find("wrapping: ").unwrap() + 10;
        let mut flipped = text.to_string();
        let other = if &flipped[digit..=digit] == "0" { "1" } else { "0" };
        flipped.replace_range(digit..=digit, other);
        assert_eq!(flipped.parse::<SpaceKey>().unwrap().fits(&mark), Err(SealedError::OtherKey));
    }

    #[test]
    fn a_key_never_prints_itself() {
        let key = key(1);
        let shown = format!("{key:?}");
        assert!(!shown.contains(&hex::encode(key.wrapping())));
    }
}
