//! What officers sign themselves: the keys that they have stated in one generation of a feed, and what that binds them to.
//!
//! An officer's key stands in the feed before the first record that it signs there. From then on a signature of that officer
//! must be by it, and a release in that feed must be signed by an officer: so a node cannot release in the name of officers
//! who sign, not even the next day. Feeds in which no officer ever stated a key are as they always were.

use std::collections::BTreeMap;

use lintas_model::{Kind, OfficerId};

use crate::entry::officer_message;
use crate::keys::VerifyingKey;
use crate::{Hash32, Header};

/// The keys of officers by officer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficerKeys(BTreeMap<OfficerId, VerifyingKey>);

impl OfficerKeys {
    /// Adds a key that is known from an earlier record of the same generation of the feed.
    pub fn add(&mut self, officer: OfficerId, key: VerifyingKey) {
        self.0.insert(officer, key);
    }

    /// The key of an officer.
    pub fn of(&self, officer: OfficerId) -> Option<&VerifyingKey> {
        self.0.get(&officer)
    }

    /// Hears the next record of the feed, one that is sound by itself: whether an officer signed it with a key that he had
    /// stated, or what is wrong.
    pub(crate) fn hear(
        &mut self,
        header: &Header,
        hash: &Hash32,
        signature: Option<&[u8; 64]>,
        states_key: Option<String>,
    ) -> Result<bool, &'static str> {
        let by = |key: &VerifyingKey| signature.is_some_and(|s| key.verify(&officer_message(hash), s));
        if header.known_kind() == Some(Kind::OfficerKey) {
            // A key that is withheld or erased is not learnt.
            let Some(stated) = states_key else { return Ok(false) };
            return match stated.parse() {
                Ok(key) if by(&key) => {
                    self.0.insert(header.author, key);
                    Ok(true)
                }
                _ => Err("it is not signed with the officer's key that it states"),
            };
        }
        match (signature, self.0.get(&header.author)) {
            (Some(_), Some(key)) if by(key) => Ok(true),
            (Some(_), Some(_)) => Err("it is not signed with the key that its officer has stated"),
            (Some(_), None) => Ok(false),
            (None, _) if header.known_kind() == Some(Kind::Release) && !self.0.is_empty() => {
                Err("no officer signed this release, in a feed in which officers sign")
            }
            (None, _) => Ok(false),
        }
    }
}
