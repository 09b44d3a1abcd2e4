//! Only pinned keys are spoken to.

use std::fmt;
use std::sync::Arc;

use lintas_model::AgencyCode;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{CertificateError, DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};

use super::key_of_certificate;

/// SHA-256 of a TLS public key (SubjectPublicKeyInfo).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeySha256(pub [u8; 32]);

impl KeySha256 {
    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        hex::decode(text).ok()?.try_into().ok().map(Self)
    }
}

impl fmt::Display for KeySha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// The partners of a node by their TLS key. Asked at every handshake, so a partner that is cut off stays out.
pub trait Pins: Send + Sync + fmt::Debug {
    /// The active partner with this key.
    fn partner(&self, key: KeySha256) -> Option<AgencyCode>;
}

#[derive(Debug)]
pub(super) struct PinnedClients {
    pins: Arc<dyn Pins>,
    provider: Arc<CryptoProvider>,
}

impl PinnedClients {
    pub(super) fn new(pins: Arc<dyn Pins>, provider: Arc<CryptoProvider>) -> Self {
        Self { pins, provider }
    }
}

#[derive(Debug)]
pub(super) struct PinnedServer {
    partner: AgencyCode,
    key: KeySha256,
    provider: Arc<CryptoProvider>,
}

impl PinnedServer {
    pub(super) fn new(partner: AgencyCode, key: KeySha256, provider: Arc<CryptoProvider>) -> Self {
        Self { partner, key, provider }
    }
}

fn unknown() -> Error {
    Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure)
}

impl ClientCertVerifier for PinnedClients {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        // Certificates carry no trust of their own and no time limit: the pinned key is all, so a node whose clock is
        // ten years off can still be spoken to.
        key_of_certificate(certificate)
            .and_then(|key| self.pins.partner(key))
            .map(|_| ClientCertVerified::assertion())
            .ok_or_else(unknown)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(
            message,
            certificate,
            signature,
            &self.provider.signature_verification_algorithms,
        )
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(
            message,
            certificate,
            signature,
            &self.provider.signature_verification_algorithms,
        )
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

impl ServerCertVerifier for PinnedServer {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if key_of_certificate(certificate) == Some(self.key) {
            Ok(ServerCertVerified::assertion())
        } else {
            tracing::warn!(partner = %self.partner, "the node at the partner's address shows another key");
            Err(unknown())
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(
            message,
            certificate,
            signature,
            &self.provider.signature_verification_algorithms,
        )
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(
            message,
            certificate,
            signature,
            &self.provider.signature_verification_algorithms,
        )
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }
}

#[cfg(test)]
mod tests {
    use super::super::Identity;
    use super::*;

    #[test]
    fn the_same_key_gives_the_same_pin_whatever_the_certificate() {
        let agency = AgencyCode::new("KH-CIB").unwrap();
        let (one, two) =
            (Identity::new(&agency, &[7; 32]).unwrap(), Identity::new(&agency, &[7; 32]).unwrap());
        assert_eq!(one.key_sha256(), two.key_sha256());
        assert_eq!(key_of_certificate(&one.certificate()), Some(one.key_sha256()));
        assert_ne!(Identity::new(&agency, &[8; 32]).unwrap().key_sha256(), one.key_sha256());
        assert_eq!(KeySha256::from_hex(&one.key_sha256().to_string()), Some(one.key_sha256()));
    }
}
