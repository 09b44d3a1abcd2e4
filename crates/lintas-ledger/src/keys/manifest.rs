//! The manifest of a node's working keys, signed by the agency's root.

use lintas_model::record::KeyManifest;
use lintas_model::{AgencyCode, Timestamp};

use super::signing::{KeyError, Signer, VerifyingKey};
use crate::cbor::{CborError, Problem, Reader, Writer, fields_of};

/// Before the fields of a manifest when the root signs them. Frozen: never change, add v2.
const DOMAIN: &[u8] = b"lintas/manifest/v1\0";
const SIGNATURE_FIELD: &str = "root_signature";

/// Why a manifest is not to be trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// A key in it cannot be read.
    #[error("could not read the {which} of the manifest")]
    Key {
        /// Which one.
        which: &'static str,
        /// Why.
        #[source]
        source: KeyError,
    },
    /// It names another root than the one that was pinned.
    #[error(
        "could not trust the manifest of {agency}: it names another root key than the one pinned in person"
    )]
    OtherRoot {
        /// The agency that it says it is.
        agency: String,
    },
    /// The root did not sign it.
    #[error("could not trust the manifest of {agency}: the signature of its root does not verify")]
    Signature {
        /// The agency that it says it is.
        agency: String,
    },
    /// It cannot be encoded, so nobody can have signed it.
    #[error("could not encode the manifest of {agency}")]
    Encoding {
        /// The agency that it says it is.
        agency: String,
    },
}

/// The manifest with its root key and its signature filled in.
pub fn sign_manifest(manifest: KeyManifest, root: &Signer) -> Result<KeyManifest, ManifestError> {
    let manifest = KeyManifest { root_key: root.public().to_string(), ..manifest };
    let signature = root.sign(&message(&manifest)?);
    Ok(KeyManifest { root_signature: hex::encode(signature), ..manifest })
}

/// Checks the root's signature and answers the node key. Give the `pinned` root when there is one; without it the
/// manifest only proves that it agrees with itself.
pub fn verify_manifest(
    manifest: &KeyManifest,
    pinned: Option<&VerifyingKey>,
) -> Result<VerifyingKey, ManifestError> {
    let agency = || manifest.agency.to_string();
    let read = |which, text: &str| {
        text.parse::<VerifyingKey>().map_err(|source| ManifestError::Key { which, source })
    };
    let root = read("root key", &manifest.root_key)?;
    if pinned.is_some_and(|pinned| *pinned != root) {
        return Err(ManifestError::OtherRoot { agency: agency() });
    }
    let mut signature = [0; 64];
    hex::decode_to_slice(&manifest.root_signature, &mut signature)
        .map_err(|_| ManifestError::Signature { agency: agency() })?;
    if !root.verify(&message(manifest)?, &signature) {
        return Err(ManifestError::Signature { agency: agency() });
    }
    manifest
        .sealing_key
        .parse::<super::SealingKey>()
        .map_err(|source| ManifestError::Key { which: "sealing key", source })?;
    read("node key", &manifest.node_key)
}

/// Domain and the map of all fields but the signature, in deterministic CBOR.
fn message(manifest: &KeyManifest) -> Result<Vec<u8>, ManifestError> {
    Ok([DOMAIN, &signed_fields(manifest)?].concat())
}

fn signed_fields(manifest: &KeyManifest) -> Result<Vec<u8>, ManifestError> {
    let mut fields =
        fields_of(manifest).map_err(|_| ManifestError::Encoding { agency: manifest.agency.to_string() })?;
    fields.retain(|(name, _)| name != SIGNATURE_FIELD);
    fields.sort_by(|(a, _), (b, _)| (a.len(), a).cmp(&(b.len(), b)));
    let mut writer = Writer::default();
    writer.map(fields.len());
    for (name, value) in &fields {
        writer.text(name);
        writer.raw(value);
    }
    Ok(writer.into_bytes())
}

/// Writes a manifest as it stands in a court file: the signed map as a byte string, then the signature. Frozen.
pub(crate) fn write_manifest(manifest: &KeyManifest, writer: &mut Writer) -> Result<(), ManifestError> {
    let signature = hex::decode(&manifest.root_signature)
        .ok()
        .filter(|signature| signature.len() == 64)
        .ok_or_else(|| ManifestError::Signature { agency: manifest.agency.to_string() })?;
    writer.array(2);
    writer.bytes(&signed_fields(manifest)?);
    writer.bytes(&signature);
    Ok(())
}

/// Reads what [`write_manifest`] wrote and nothing else. Whether the root signed it is not looked at.
pub(crate) fn read_manifest(reader: &mut Reader<'_>) -> Result<KeyManifest, CborError> {
    let start = reader.position();
    if reader.array()? != 2 {
        return reader.refuse(start, Problem::OutOfRange);
    }
    let mut fields = Reader::new(reader.bytes()?);
    let signature: [u8; 64] = reader.array_of()?;
    if fields.map()? != 6 {
        return fields.refuse(0, Problem::OutOfRange);
    }
    let mut text = |name: &str| named(&mut fields, name).and_then(|()| fields.text().map(str::to_owned));
    let (agency, node_key, root_key) = (text("agency")?, text("node_key")?, text("root_key")?);
    named(&mut fields, "valid_from")?;
    let valid_from = Timestamp::from_millis(fields.int()?);
    let mut text = |name: &str| named(&mut fields, name).and_then(|()| fields.text().map(str::to_owned));
    let (sealing_key, tls_key_sha256) = (text("sealing_key")?, text("tls_key_sha256")?);
    fields.finish()?;
    Ok(KeyManifest {
        agency: AgencyCode::new(&agency).or_else(|_| reader.refuse(start, Problem::OutOfRange))?,
        root_key,
        node_key,
        tls_key_sha256,
        sealing_key,
        valid_from,
        root_signature: hex::encode(signature),
    })
}

/// Reads a key of the map, which must be this one.
fn named(fields: &mut Reader<'_>, name: &str) -> Result<(), CborError> {
    let start = fields.position();
    if fields.text()? == name { Ok(()) } else { fields.refuse(start, Problem::WrongType) }
}
