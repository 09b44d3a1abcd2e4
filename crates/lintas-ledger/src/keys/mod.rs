//! Keys: the root that partners pin face to face, the node that signs, the sealing key that opens bundles.

mod file;
mod fingerprint;
mod manifest;
mod ring;
mod sealing;
mod signing;

pub use file::{KeyFile, KeyFileError, KeyRole};
pub use fingerprint::Fingerprint;
pub use manifest::{ManifestError, sign_manifest, verify_manifest};
pub(crate) use manifest::{read_manifest, write_manifest};
pub use ring::Keyring;
pub use sealing::{OpeningKey, SealingKey};
pub use signing::{KeyError, KeyId, Signer, VerifyingKey};
