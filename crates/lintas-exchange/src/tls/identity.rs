//! The certificate a node shows, made from its TLS key.

use lintas_model::AgencyCode;
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair, PublicKeyData as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use sha2::{Digest as _, Sha256};

use super::KeySha256;

/// Why an identity cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The certificate could not be made.
    #[error("could not make the node's certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// TLS does not accept it.
    #[error("could not set up TLS: {0}")]
    Tls(#[from] rustls::Error),
}

/// A node's TLS key with a self-signed certificate.
pub struct Identity {
    certificate: CertificateDer<'static>,
    key: Vec<u8>,
    key_sha256: KeySha256,
}

/// PKCS #8 (RFC 8410) in front of an Ed25519 seed of 32 bytes.
const ED25519_PKCS8: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

impl Identity {
    /// Makes the identity of an agency's node from its TLS key (an Ed25519 seed).
    pub fn new(agency: &AgencyCode, seed: &[u8; 32]) -> Result<Self, IdentityError> {
        let mut key = ED25519_PKCS8.to_vec();
        key.extend_from_slice(seed);
        let der = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.clone()));
        let pair = KeyPair::from_der_and_sign_algo(&der, &rcgen::PKCS_ED25519)?;
        let mut parameters =
            CertificateParams::new(vec![format!("{}.lintas.internal", agency.as_str().to_lowercase())])?;
        let mut name = DistinguishedName::new();
        name.push(DnType::CommonName, agency.as_str());
        parameters.distinguished_name = name;
        let key_sha256 = KeySha256(Sha256::digest(pair.subject_public_key_info()).into());
        let certificate = parameters.self_signed(&pair)?.der().clone();
        Ok(Self { certificate, key, key_sha256 })
    }

    /// The certificate.
    pub fn certificate(&self) -> CertificateDer<'static> {
        self.certificate.clone()
    }

    /// The private key for rustls.
    pub fn private_key(&self) -> PrivateKeyDer<'static> {
        PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(self.key.clone()))
    }

    /// What partners pin.
    pub const fn key_sha256(&self) -> KeySha256 {
        self.key_sha256
    }
}

/// SHA-256 of the public key (SubjectPublicKeyInfo) in a certificate; `None` when it is not a certificate.
pub fn key_of_certificate(certificate: &CertificateDer<'_>) -> Option<KeySha256> {
    let (_, parsed) = x509_parser::parse_x509_certificate(certificate).ok()?;
    Some(KeySha256(Sha256::digest(parsed.tbs_certificate.subject_pki.raw).into()))
}
