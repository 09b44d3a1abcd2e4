//! Key files: a few lines of text that a person can recognise and print.
//!
//! ```text
//! lintas key file v1
//! role: node
//! agency: KH-CIB
//! public: 64 hexadecimal digits
//! secret: 64 hexadecimal digits
//! ```
//! The public key is derived again on reading: a damaged file is refused instead of signing with a strange key. Who
//! writes the file keeps it from other users; the ledger never touches the disk.

use std::fmt;
use std::str::FromStr;

use lintas_model::AgencyCode;
use zeroize::Zeroizing;

use super::{OpeningKey, Signer};
use crate::keys::fingerprint::Fingerprint;

const FIRST_LINE: &str = "lintas key file v1";

/// What a key is for. A key never serves two roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyRole {
    /// Signs manifests; kept off line.
    Root,
    /// Signs records and checkpoints.
    Node,
    /// Opens bundles.
    Sealing,
    /// Signs what an officer writes.
    Officer,
    /// Shows other nodes on the wire who this one is.
    Tls,
}

impl KeyRole {
    /// The word in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Node => "node",
            Self::Sealing => "sealing",
            Self::Officer => "officer",
            Self::Tls => "tls",
        }
    }
}

impl fmt::Display for KeyRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a text is not a key file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// The first line is another one.
    #[error("could not read the key file: its first line is not `{FIRST_LINE}`")]
    NotAKeyFile,
    /// A line is missing, stands twice or cannot be read.
    #[error("could not read the line `{0}` of the key file")]
    Line(&'static str),
    /// A line that no key file has.
    #[error("could not read line {0} of the key file: no such line belongs there")]
    UnknownLine(usize),
    /// Secret and public key do not belong together.
    #[error("could not use the key file: its secret and its public key do not belong together")]
    Damaged,
    /// The key is for something else.
    #[error("could not use the key file: it holds a {found} key, a {expected} key is needed")]
    OtherRole {
        /// What is needed.
        expected: KeyRole,
        /// What it holds.
        found: KeyRole,
    },
}

/// A secret key with what it is for and whose it is.
#[derive(Clone)]
pub struct KeyFile {
    /// What it is for.
    pub role: KeyRole,
    /// Whose it is.
    pub agency: AgencyCode,
    seed: Zeroizing<[u8; 32]>,
}

impl KeyFile {
    /// For a root, a node or an officer.
    pub fn signing(role: KeyRole, agency: AgencyCode, signer: &Signer) -> Self {
        Self { role, agency, seed: signer.seed() }
    }

    /// For the key that opens bundles.
    pub fn sealing(agency: AgencyCode, key: &OpeningKey) -> Self {
        Self { role: KeyRole::Sealing, agency, seed: key.seed() }
    }

    /// The signing key, if this file holds one of that role.
    pub fn signer(&self, role: KeyRole) -> Result<Signer, KeyFileError> {
        if self.role != role || role == KeyRole::Sealing {
            return Err(KeyFileError::OtherRole { expected: role, found: self.role });
        }
        Ok(Signer::from_seed(&self.seed))
    }

    /// The opening key, if this file holds one.
    pub fn opening_key(&self) -> Result<OpeningKey, KeyFileError> {
        if self.role != KeyRole::Sealing {
            return Err(KeyFileError::OtherRole { expected: KeyRole::Sealing, found: self.role });
        }
        Ok(OpeningKey::from_seed(&self.seed))
    }

    /// The fingerprint of the public key.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.public_bytes())
    }

    fn public_bytes(&self) -> Vec<u8> {
        match self.role {
            KeyRole::Sealing => OpeningKey::from_seed(&self.seed).public().to_bytes(),
            _ => Signer::from_seed(&self.seed).public().as_bytes().to_vec(),
        }
    }

    /// The text of the file. It holds the secret: the caller keeps it from everybody else.
    pub fn to_text(&self) -> Zeroizing<String> {
        let secret = Zeroizing::new(hex::encode(*self.seed));
        Zeroizing::new(format!(
            "{FIRST_LINE}\nrole: {}\nagency: {}\npublic: {}\nsecret: {}\n",
            self.role,
            self.agency,
            hex::encode(self.public_bytes()),
            *secret,
        ))
    }
}

impl fmt::Debug for KeyFile {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyFile({} {} {})", self.role, self.agency, self.fingerprint())
    }
}

impl FromStr for KeyFile {
    type Err = KeyFileError;

    fn from_str(text: &str) -> Result<Self, KeyFileError> {
        let mut lines = text.lines().map(str::trim_end);
        if lines.next() != Some(FIRST_LINE) {
            return Err(KeyFileError::NotAKeyFile);
        }
        let names = ["role", "agency", "public", "secret"];
        let mut values = [None; 4];
        for (n_line, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
            let named = line
                .split_once(": ")
                .and_then(|(name, value)| Some((names.iter().position(|n| *n == name)?, value.trim())));
            match named {
                Some((place, value)) if values[place].is_none() => values[place] = Some(value),
                Some((place, _)) => return Err(KeyFileError::Line(names[place])),
                None => return Err(KeyFileError::UnknownLine(n_line + 2)),
            }
        }
        let value = |place: usize| values[place].ok_or(KeyFileError::Line(names[place]));
        let role = [KeyRole::Root, KeyRole::Node, KeyRole::Sealing, KeyRole::Officer, KeyRole::Tls]
            .into_iter()
            .find(|role| Ok(role.as_str()) == value(0))
            .ok_or(KeyFileError::Line("role"))?;
        let agency = AgencyCode::new(value(1)?).map_err(|_| KeyFileError::Line("agency"))?;
        let mut seed = Zeroizing::new([0; 32]);
        hex::decode_to_slice(value(3)?, &mut *seed).map_err(|_| KeyFileError::Line("secret"))?;
        let file = Self { role, agency, seed };
        match hex::decode(value(2)?) {
            Ok(public) if public == file.public_bytes() => Ok(file),
            Ok(_) => Err(KeyFileError::Damaged),
            Err(_) => Err(KeyFileError::Line("public")),
        }
    }
}
