//! Bundles: chunks with a manifest, sealed so that only the recipient's node opens them.
//!
//! What goes onto a stick is what goes over the wire. HPKE (RFC 9180) keeps it from everybody else; it does not say who
//! sealed it, so manifest and end are signed by the sender's node. The end names all chunks: what is cut off, left out
//! or put in another order is seen. Both sides work chunk by chunk, so a bundle may be larger than memory.
//! Frozen: never change, add v2.
//!
//! Layout: first line, recipient's key id (8 bytes), encapsulated key (1120 bytes), then frames of type (1 byte), length
//! (4 bytes, big end first) and ciphertext, with the type as associated data: one manifest, any number of chunks, one end.

use std::io::{self, Read, Write};

use hpke::aead::{AeadCtxR, AeadCtxS, ChaCha20Poly1305};
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable, setup_receiver, setup_sender_with_rng};
use lintas_model::{AgencyCode, Entropy, Timestamp};
use serde::{Deserialize, Serialize};

use crate::cbor::{self, CborError, Reader, Writer};
use crate::chunk::{Chunk, ChunkError, MAX_CHUNK};
use crate::keys::{KeyId, Keyring, OpeningKey, SealingKey, Signer, VerifyingKey};
use crate::{FeedId, Hash32};

type Aead = ChaCha20Poly1305;
type Kdf = HkdfSha256;

const FIRST_LINE: &[u8; 17] = b"lintas bundle v1\n";
const INFO: &[u8] = b"lintas/bundle/v1\0";
const DOMAIN_MANIFEST: &[u8] = b"lintas/bundle-manifest/v1\0";
const DOMAIN_END: &[u8] = b"lintas/bundle-end/v1\0";
const ENCAPSULATED: usize = 1120;
const TAG: usize = 16;
const MAX_MANIFEST: usize = 4 << 20;
const MAX_END: usize = 256;

const MANIFEST: u8 = 0;
const CHUNK: u8 = 1;
const END: u8 = 2;

/// What a bundle says about itself; signed by the sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleManifest {
    /// Who made it.
    pub from: AgencyCode,
    /// For whom.
    pub to: AgencyCode,
    /// When, by the sender's clock.
    pub created_at: Timestamp,
    /// What it holds; the chunks follow in this order.
    pub feeds: Vec<FeedRange>,
    /// The sender's newest checkpoints, as signed notes.
    pub checkpoints: Vec<String>,
}

/// A run of entries of one feed without gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedRange {
    /// The feed.
    pub feed: FeedId,
    /// Its generation.
    pub generation: u32,
    /// The first sequence number.
    pub from: u64,
    /// The sequence number after the last.
    pub until: u64,
}

/// Why a bundle could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file or connection failed.
    #[error("could not read or write the bundle")]
    Io(#[from] io::Error),
    /// It is no bundle, or one of another version.
    #[error("could not open the bundle: it does not begin as one")]
    NotABundle,
    /// It is sealed to another key.
    #[error("could not open the bundle: it is sealed to key {sealed_to}, this node's is {ours}")]
    OtherRecipient {
        /// The key that opens it.
        sealed_to: KeyId,
        /// Ours.
        ours: KeyId,
    },
    /// It was altered, cut or put in another order.
    #[error("could not open the bundle: part {0} was altered or does not belong there")]
    Altered(u64),
    /// It ends too early, or something follows its end.
    #[error("could not read the bundle to its end: {0}")]
    Shape(&'static str),
    /// Its manifest cannot be read.
    #[error("could not read the manifest of the bundle: {0}")]
    Manifest(String),
    /// The agency that it names as sender did not sign it.
    #[error("could not trust the bundle: no known key of {0} signed it")]
    Sender(String),
    /// It is meant for another agency.
    #[error("could not take the bundle: it is meant for {0}")]
    OtherAgency(String),
    /// A chunk in it is malformed.
    #[error("could not read chunk {number} of the bundle")]
    Chunk {
        /// Its place, from 0.
        number: u64,
        /// Why.
        #[source]
        source: ChunkError,
    },
    /// A part is larger than allowed.
    #[error("could not take a part of {0} bytes into a bundle")]
    TooLarge(usize),
}

impl From<CborError> for BundleError {
    fn from(error: CborError) -> Self {
        Self::Manifest(error.to_string())
    }
}

/// Writes a bundle chunk by chunk.
pub struct BundleWriter<W: Write> {
    out: W,
    context: AeadCtxS<Aead, Kdf, XWing>,
    signer: Signer,
    summary: Summary,
}

impl<W: Write> BundleWriter<W> {
    /// Begins a bundle with its manifest, sealed to the recipient and signed by the sender's node.
    pub fn start(
        mut out: W,
        manifest: &BundleManifest,
        signer: &Signer,
        recipient: &SealingKey,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, BundleError> {
        let bytes = cbor::encode(manifest).map_err(|unfit| BundleError::Manifest(unfit.to_string()))?;
        let (key, context) = setup_sender_with_rng::<Aead, Kdf, XWing>(
            &OpModeS::Base,
            &recipient.0,
            INFO,
            &mut Random(entropy),
        )
        .map_err(|_| BundleError::Altered(0))?;
        out.write_all(FIRST_LINE)?;
        out.write_all(&recipient.id().0)?;
        out.write_all(&key.to_bytes())?;
        let summary = Summary::of(&bytes);
        let signature = signer.sign(&[DOMAIN_MANIFEST, summary.manifest.as_bytes()].concat());
        let mut writer = Self { out, context, signer: signer.clone(), summary };
        let mut frame = Writer::default();
        frame.array(2);
        frame.bytes(&bytes);
        frame.bytes(&signature);
        writer.frame(MANIFEST, &frame.into_bytes(), MAX_MANIFEST)?;
        Ok(writer)
    }

    /// Adds the next chunk.
    pub fn chunk(&mut self, chunk: &Chunk) -> Result<(), BundleError> {
        self.summary.add(chunk);
        self.frame(CHUNK, chunk.as_bytes(), MAX_CHUNK)
    }

    /// Ends the bundle and gives the writer back, flushed.
    pub fn finish(mut self) -> Result<W, BundleError> {
        let mut frame = Writer::default();
        frame.array(3);
        frame.uint(self.summary.n_chunks);
        frame.bytes(self.summary.chunks.as_bytes());
        frame.bytes(&self.signer.sign(&self.summary.message()));
        self.frame(END, &frame.into_bytes(), MAX_END)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn frame(&mut self, kind: u8, content: &[u8], limit: usize) -> Result<(), BundleError> {
        if content.len() > limit {
            return Err(BundleError::TooLarge(content.len()));
        }
        let sealed = self.context.seal(content, &[kind]).map_err(|_| BundleError::TooLarge(content.len()))?;
        self.out.write_all(&[kind])?;
        self.out.write_all(&(sealed.len() as u32).to_be_bytes())?;
        self.out.write_all(&sealed)?;
        Ok(())
    }
}

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

/// What the end of a bundle signs: the manifest, and the hashes of all chunks, each hashed onto those before.
struct Summary {
    manifest: Hash32,
    n_chunks: u64,
    chunks: Hash32,
}

impl Summary {
    fn of(manifest: &[u8]) -> Self {
        Self { manifest: Hash32::of(&[manifest]), n_chunks: 0, chunks: Hash32::ZERO }
    }

    fn add(&mut self, chunk: &Chunk) {
        self.n_chunks += 1;
        self.chunks = Hash32::of(&[self.chunks.as_bytes(), chunk.hash().as_bytes()]);
    }

    fn message(&self) -> Vec<u8> {
        let parts =
            [DOMAIN_END, self.manifest.as_bytes(), &self.n_chunks.to_be_bytes(), self.chunks.as_bytes()];
        parts.concat()
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

/// The project's entropy in the shape that HPKE asks for.
struct Random<'e>(&'e mut dyn Entropy);

impl hpke::rand_core::TryRng for Random<'_> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Random<'_> {}
