//! Reading a bundle.

use std::io::{self, Read};

use hpke::aead::AeadCtxR;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, setup_receiver};
use lintas_model::AgencyCode;

use super::frame::{
    Aead, CHUNK, DOMAIN_MANIFEST, ENCAPSULATED, END, FIRST_LINE, INFO, Kdf, MANIFEST, MAX_END, MAX_MANIFEST,
    Summary, TAG,
};
use super::{BundleError, BundleManifest};
use crate::Hash32;
use crate::cbor::{self, Reader};
use crate::chunk::{Chunk, MAX_CHUNK};
use crate::keys::{KeyId, Keyring, OpeningKey, VerifyingKey};

/// Reads a bundle chunk by chunk; an iterator over its chunks that ends after the signed end or the first error.
pub struct BundleReader<R: Read> {
    input: R,
    context: AeadCtxR<Aead, Kdf, XWing>,
    manifest: BundleManifest,
    sender: VerifyingKey,
    summary: Summary,
    done: bool,
}

impl<R: Read> BundleReader<R> {
    /// Opens a bundle that is sealed to `key`, meant for the agency `us` and signed by its sender.
    pub fn open(
        mut input: R,
        us: &AgencyCode,
        key: &OpeningKey,
        keys: &Keyring,
    ) -> Result<Self, BundleError> {
        let mut first = [0; FIRST_LINE.len()];
        read_start(&mut input, &mut first)?;
        if first != *FIRST_LINE {
            return Err(BundleError::NotABundle);
        }
        let mut sealed_to = KeyId([0; 8]);
        read_start(&mut input, &mut sealed_to.0)?;
        let ours = key.public().id();
        if sealed_to != ours {
            return Err(BundleError::OtherRecipient { sealed_to, ours });
        }
        let mut encapsulated = [0; ENCAPSULATED];
        read_start(&mut input, &mut encapsulated)?;
        let encapsulated =
            <XWing as Kem>::EncappedKey::from_bytes(&encapsulated).map_err(|_| BundleError::Altered(0))?;
        let mut context =
            setup_receiver::<Aead, Kdf, XWing>(&OpModeR::Base, &key.secret, &encapsulated, INFO)
                .map_err(|_| BundleError::Altered(0))?;
        let (kind, frame) = read_frame(&mut input, &mut context, 0)?;
        if kind != MANIFEST {
            return Err(BundleError::Altered(0));
        }
        let mut reader = Reader::new(&frame);
        if reader.array()? != 2 {
            return Err(BundleError::Manifest("it is not signed".to_owned()));
        }
        let bytes = reader.bytes()?;
        let signature = reader.array_of()?;
        reader.finish()?;
        let manifest: BundleManifest = cbor::decode(bytes).map_err(BundleError::Manifest)?;
        let summary = Summary::of(bytes);
        let message = [DOMAIN_MANIFEST, summary.manifest.as_bytes()].concat();
        let sender = keys
            .of(&manifest.from)
            .iter()
            .find(|key| key.verify(&message, &signature))
            .cloned()
            .ok_or_else(|| BundleError::Sender(manifest.from.to_string()))?;
        if manifest.to != *us {
            return Err(BundleError::OtherAgency(manifest.to.to_string()));
        }
        Ok(Self { input, context, manifest, sender, summary, done: false })
    }

    /// What the sender says the bundle holds.
    pub fn manifest(&self) -> &BundleManifest {
        &self.manifest
    }

    fn advance(&mut self) -> Result<Option<Chunk>, BundleError> {
        let part = self.summary.n_chunks + 1;
        let (kind, frame) = read_frame(&mut self.input, &mut self.context, part)?;
        match kind {
            CHUNK => {
                let number = self.summary.n_chunks;
                let chunk = Chunk::decode(frame).map_err(|source| BundleError::Chunk { number, source })?;
                self.summary.add(&chunk);
                Ok(Some(chunk))
            }
            END => {
                self.check_end(&frame)?;
                match self.input.read(&mut [0])? {
                    0 => Ok(None),
                    _ => Err(BundleError::Shape("something follows its end")),
                }
            }
            _ => Err(BundleError::Altered(part)),
        }
    }

    fn check_end(&self, frame: &[u8]) -> Result<(), BundleError> {
        let mut reader = Reader::new(frame);
        if reader.array()? != 3 {
            return Err(BundleError::Shape("its end is malformed"));
        }
        let n_chunks: u64 = reader.uint()?;
        let chunks = Hash32(reader.array_of()?);
        let signature = reader.array_of()?;
        reader.finish()?;
        if (n_chunks, chunks) != (self.summary.n_chunks, self.summary.chunks) {
            return Err(BundleError::Shape("its end names other chunks than it holds"));
        }
        if !self.sender.verify(&self.summary.message(), &signature) {
            return Err(BundleError::Sender(self.manifest.from.to_string()));
        }
        Ok(())
    }
}

impl<R: Read> Iterator for BundleReader<R> {
    type Item = Result<Chunk, BundleError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let next = self.advance().transpose();
        self.done = !matches!(next, Some(Ok(_)));
        next
    }
}
fn read_start<R: Read>(input: &mut R, buffer: &mut [u8]) -> Result<(), BundleError> {
    input.read_exact(buffer).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => BundleError::NotABundle,
        _ => BundleError::Io(error),
    })
}

fn read_frame<R: Read>(
    input: &mut R,
    context: &mut AeadCtxR<Aead, Kdf, XWing>,
    part: u64,
) -> Result<(u8, Vec<u8>), BundleError> {
    let cut = |error: io::Error| match error.kind() {
        io::ErrorKind::UnexpectedEof => BundleError::Shape("it was cut off"),
        _ => BundleError::Io(error),
    };
    let mut head = [0; 5];
    input.read_exact(&mut head).map_err(cut)?;
    let [kind, length @ ..] = head;
    let length = u32::from_be_bytes(length) as usize;
    let limit = match kind {
        MANIFEST => MAX_MANIFEST,
        CHUNK => MAX_CHUNK,
        END => MAX_END,
        _ => return Err(BundleError::Altered(part)),
    };
    if length > limit + TAG {
        return Err(BundleError::TooLarge(length));
    }
    // Read what is there instead of setting aside what the length claims.
    let mut sealed = Vec::new();
    input.by_ref().take(length as u64).read_to_end(&mut sealed)?;
    if sealed.len() < length {
        return Err(BundleError::Shape("it was cut off"));
    }
    let content = context.open(&sealed, &[kind]).map_err(|_| BundleError::Altered(part))?;
    Ok((kind, content))
}
