//! Who was admitted to the sealed space. A role given by the administrator of the node is not enough: the administrator of
//! the space admits each officer, and what was admitted is sealed, so that nobody writes himself in.

use std::collections::BTreeSet;

use lintas_ledger::Hash32;
use lintas_model::{Entropy, OfficerId, Role, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{SealedError, SpaceKey, envelope};

/// An officer who was admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The officer.
    pub officer: OfficerId,
    /// In which roles.
    pub roles: BTreeSet<Role>,
    /// A mark of the password that was in force: when somebody else sets another, the admission lapses.
    pub password: Hash32,
    /// When.
    pub at: Timestamp,
    /// By whom; nobody when the space was made.
    pub by: Option<OfficerId>,
}

impl Member {
    /// The roles that can be admitted.
    pub const ROLES: [Role; 4] =
        [Role::VictimSupport, Role::SupportLead, Role::SourceHandler, Role::SealedAdministrator];

    /// The mark of a password as it is kept, hashed and salted, at the node.
    pub fn mark(key: &SpaceKey, officer: OfficerId, kept: &[u8]) -> Hash32 {
        let about = key.about("password", officer.uuid().as_bytes());
        Hash32::of(&[key.wrapping(), &about, kept])
    }

    /// The admission as it lies in the database.
    pub fn seal(&self, key: &SpaceKey, entropy: &mut dyn Entropy) -> Result<Vec<u8>, SealedError> {
        let about = key.about("member", self.officer.uuid().as_bytes());
        let text = serde_json::to_vec(self).map_err(|error| SealedError::Database(error.to_string()))?;
        Ok(envelope::seal(key.wrapping(), &about, &text, entropy))
    }

    /// Opens the admission of an officer.
    pub fn open(key: &SpaceKey, officer: OfficerId, bytes: &[u8]) -> Result<Self, SealedError> {
        let about = key.about("member", officer.uuid().as_bytes());
        let damaged = || SealedError::Damaged("the list of those admitted".to_owned());
        let text = envelope::open(key.wrapping(), &about, bytes).ok_or_else(damaged)?;
        serde_json::from_slice(&text).map_err(|_| damaged())
    }
}
