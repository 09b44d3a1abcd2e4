//! The backup of a sealed space: everything that lies in its database, sealed once more. The key file is not in it: who keeps
//! the backup cannot read it, and who keeps the key file needs it to put a backup in place.

use lintas_model::{Entropy, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::key::SpaceMark;
use crate::{SealedDossier, SealedError, SpaceKey, envelope};

const FIRST_LINE: &[u8] = b"lintas sealed backup v1\n";

/// What a backup holds; every part is sealed already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// When it was made.
    pub at: Timestamp,
    /// Whose it is.
    pub mark: SpaceMark,
    /// Dossiers: id, version, wrapped key, body, in hexadecimal digits.
    dossiers: Vec<(Uuid, u64, String, String)>,
    /// Those admitted.
    members: Vec<(Uuid, String)>,
    /// The audit, in order.
    audit: Vec<String>,
}

impl Backup {
    /// A backup of these rows.
    pub fn new(
        at: Timestamp,
        mark: SpaceMark,
        dossiers: &[SealedDossier],
        members: &[(Uuid, Vec<u8>)],
        audit: &[Vec<u8>],
    ) -> Self {
        let dossiers = dossiers
            .iter()
            .map(|row| (row.id.uuid(), row.version, hex::encode(&row.wrapped_key), hex::encode(&row.body)));
        Self {
            at,
            mark,
            dossiers: dossiers.collect(),
            members: members.iter().map(|(id, bytes)| (*id, hex::encode(bytes))).collect(),
            audit: audit.iter().map(hex::encode).collect(),
        }
    }

    /// The dossiers.
    pub fn dossiers(&self) -> Result<Vec<SealedDossier>, SealedError> {
        let rows = self.dossiers.iter().map(|(id, version, wrapped_key, body)| {
            Ok(SealedDossier {
                id: crate::DossierId::from_uuid(*id),
                version: *version,
                wrapped_key: bytes(wrapped_key)?,
                body: bytes(body)?,
            })
        });
        rows.collect()
    }

    /// Those admitted.
    pub fn members(&self) -> Result<Vec<(Uuid, Vec<u8>)>, SealedError> {
        self.members.iter().map(|(id, text)| Ok((*id, bytes(text)?))).collect()
    }

    /// The audit, in order.
    pub fn audit(&self) -> Result<Vec<Vec<u8>>, SealedError> {
        self.audit.iter().map(|text| bytes(text)).collect()
    }

    /// The bytes of the file.
    pub fn seal(&self, key: &SpaceKey, entropy: &mut dyn Entropy) -> Result<Vec<u8>, SealedError> {
        let text = serde_json::to_vec(self).map_err(|error| SealedError::Database(error.to_string()))?;
        let mut file = FIRST_LINE.to_vec();
        file.extend(envelope::seal(key.wrapping(), &key.about("backup", &[]), &text, entropy));
        Ok(file)
    }

    /// Reads a file.
    pub fn open(key: &SpaceKey, file: &[u8]) -> Result<Self, SealedError> {
        let damaged = || SealedError::Damaged("the backup".to_owned());
        let sealed = file.strip_prefix(FIRST_LINE).ok_or_else(damaged)?;
        let text = envelope::open(key.wrapping(), &key.about("backup", &[]), sealed);
        let text = text.ok_or_else(damaged)?;
        let backup: Self = serde_json::from_slice(&text).map_err(|_| damaged())?;
        key.fits(&backup.mark)?;
        Ok(backup)
    }
}

fn bytes(text: &str) -> Result<Vec<u8>, SealedError> {
    hex::decode(text).map_err(|_| SealedError::Damaged("the backup".to_owned()))
}
