//! The partners as they stand at this moment, for the handshake.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use lintas_casework::{Node, partner};
use lintas_model::AgencyCode;

use crate::Result;
use crate::tls::{KeySha256, Pins};

/// The active partners by TLS key. TLS asks within one call, the records are read in many: so they are read before each
/// handshake, and a partner that is cut off is out at the next one.
#[derive(Debug, Default)]
pub(super) struct KnownPartners(RwLock<BTreeMap<KeySha256, AgencyCode>>);

impl KnownPartners {
    /// Reads who is a partner now.
    pub(super) async fn learn(&self, node: &Node) -> Result<()> {
        let now: BTreeMap<_, _> = partner::all(node)
            .await?
            .into_iter()
            .filter(|partner| partner.active)
            .filter_map(|p| Some((KeySha256::from_hex(&p.keys.tls_key_sha256)?, p.agency.code)))
            .collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = now;
        Ok(())
    }
}

impl Pins for KnownPartners {
    fn partner(&self, key: KeySha256) -> Option<AgencyCode> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
    }
}
