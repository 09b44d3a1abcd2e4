//! TLS 1.3 between nodes: both sides show a certificate, and only the key in it counts.
//!
//! There is no certificate authority. A certificate is made afresh at each start from the node's TLS key; what is
//! checked is that the key's SHA-256 stands in the partner's key manifest, which the partner's pinned root has signed.

mod identity;
mod pins;

use std::sync::Arc;

use lintas_model::AgencyCode;
use rustls::{ClientConfig, ServerConfig};

pub use identity::{Identity, IdentityError, key_of_certificate};
pub use pins::{KeySha256, Pins};

use pins::{PinnedClients, PinnedServer};

/// What the server side needs: TLS 1.3, a client certificate whose key is pinned.
pub fn server_config(identity: &Identity, pins: Arc<dyn Pins>) -> Result<ServerConfig, IdentityError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(&[&rustls::version::TLS13])?
        .with_client_cert_verifier(Arc::new(PinnedClients::new(pins, provider)))
        .with_single_cert(vec![identity.certificate()], identity.private_key())?;
    Ok(config)
}

/// What the client side needs: TLS 1.3, our certificate, and exactly one key that the server may have.
pub fn client_config(
    identity: &Identity,
    partner: AgencyCode,
    key: KeySha256,
) -> Result<ClientConfig, IdentityError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(&[&rustls::version::TLS13])?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(PinnedServer::new(partner, key, provider)))
        .with_client_auth_cert(vec![identity.certificate()], identity.private_key())?;
    Ok(config)
}
