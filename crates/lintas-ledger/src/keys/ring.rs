//! The node keys of all agencies that this node knows.

use std::collections::BTreeMap;

use lintas_model::AgencyCode;
use lintas_model::record::KeyManifest;

use super::{KeyId, ManifestError, VerifyingKey, verify_manifest};

/// Node keys by agency; an agency may have several, old records stay valid under their old key.
#[derive(Debug, Clone, Default)]
pub struct Keyring(BTreeMap<AgencyCode, Vec<VerifyingKey>>);

impl Keyring {
    /// A ring without keys.
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds a key of an agency.
    pub fn add(&mut self, agency: AgencyCode, key: VerifyingKey) {
        let keys = self.0.entry(agency).or_default();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }

    /// Adds the node key of a manifest that this root signed.
    pub fn add_manifest(&mut self, manifest: &KeyManifest, root: &VerifyingKey) -> Result<(), ManifestError> {
        let key = verify_manifest(manifest, Some(root))?;
        self.add(manifest.agency.clone(), key);
        Ok(())
    }

    /// The key with this id, if it is one of the agency's.
    pub fn find(&self, agency: &AgencyCode, id: KeyId) -> Option<&VerifyingKey> {
        self.of(agency).iter().find(|key| key.id() == id)
    }

    /// All keys of an agency, in the order in which they were added.
    pub fn of(&self, agency: &AgencyCode) -> &[VerifyingKey] {
        self.0.get(agency).map_or(&[], Vec::as_slice)
    }
}
