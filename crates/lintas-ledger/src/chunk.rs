//! Chunks: up to 256 entries of one feed as one block of bytes, addressed by its hash.
//!
//! The same bytes go over the wire, onto a stick, into a backup and before a court. Frozen: never change, add v2.

use crate::{Hash32, MAX_ENTRY};

const FIRST_LINE: &[u8] = b"lintas chunk v1\n";
/// Greatest number of entries in a chunk.
pub const MAX_ENTRIES: usize = 256;
/// Greatest size of a chunk, in bytes.
pub const MAX_CHUNK: usize = 16 << 20;

/// Why bytes are not a chunk, or entries do not make one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChunkError {
    /// Not a chunk.
    #[error("could not read the chunk: it does not begin as one")]
    NotAChunk,
    /// It ends in the middle of an entry.
    #[error("could not read the chunk: it ends inside entry {0}")]
    Truncated(usize),
    /// No entry, or too many.
    #[error("could not take {0} entries as a chunk: it holds 1 to {MAX_ENTRIES}")]
    Count(usize),
    /// An entry or the whole is too large.
    #[error("could not take {size_bytes} bytes into a chunk: at most {limit_bytes} are allowed")]
    TooLarge {
        /// Its size.
        size_bytes: usize,
        /// The limit.
        limit_bytes: usize,
    },
    /// Its hash is another than the one asked for.
    #[error("could not accept the chunk: it is {found}, {expected} was asked for")]
    OtherHash {
        /// What was asked for.
        expected: Hash32,
        /// What came.
        found: Hash32,
    },
}

/// Encoded entries in their order. What an entry says is not looked at: that is the verifier's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    bytes: Vec<u8>,
    /// Start and end of each entry in `bytes`.
    entries: Vec<(usize, usize)>,
    hash: Hash32,
}

impl Chunk {
    /// Packs encoded entries.
    pub fn pack<E: AsRef<[u8]>>(entries: &[E]) -> Result<Self, ChunkError> {
        if !(1..=MAX_ENTRIES).contains(&entries.len()) {
            return Err(ChunkError::Count(entries.len()));
        }
        let size_bytes =
            FIRST_LINE.len() + entries.iter().map(|entry| 4 + entry.as_ref().len()).sum::<usize>();
        within(size_bytes, MAX_CHUNK)?;
        let mut bytes = Vec::with_capacity(size_bytes);
        bytes.extend_from_slice(FIRST_LINE);
        let mut places = Vec::with_capacity(entries.len());
        for entry in entries.iter().map(AsRef::as_ref) {
            within(entry.len(), MAX_ENTRY)?;
            bytes.extend_from_slice(&(entry.len() as u32).to_be_bytes());
            places.push((bytes.len(), bytes.len() + entry.len()));
            bytes.extend_from_slice(entry);
        }
        Ok(Self { hash: Hash32::of(&[&bytes]), bytes, entries: places })
    }

    /// Packs any number of encoded entries into as few chunks as they need, filled from the front.
    pub fn pack_all<E: AsRef<[u8]>>(entries: &[E]) -> Result<Vec<Self>, ChunkError> {
        let mut chunks = Vec::with_capacity(entries.len().div_ceil(MAX_ENTRIES));
        let mut rest = entries;
        while !rest.is_empty() {
            let mut size_bytes = FIRST_LINE.len();
            let n_fit = rest
                .iter()
                .take(MAX_ENTRIES)
                .take_while(|entry| {
                    size_bytes += 4 + entry.as_ref().len();
                    size_bytes <= MAX_CHUNK
                })
                .count();
            let (first, after) = rest.split_at(n_fit.max(1));
            chunks.push(Self::pack(first)?);
            rest = after;
        }
        Ok(chunks)
    }

    /// Reads a chunk.
    pub fn decode(bytes: Vec<u8>) -> Result<Self, ChunkError> {
        within(bytes.len(), MAX_CHUNK)?;
        if !bytes.starts_with(FIRST_LINE) {
            return Err(ChunkError::NotAChunk);
        }
        let mut entries = Vec::new();
        let mut at = FIRST_LINE.len();
        while at < bytes.len() {
            let truncated = ChunkError::Truncated(entries.len());
            let length = bytes[at..].first_chunk::<4>().ok_or(truncated.clone())?;
            let length = u32::from_be_bytes(*length) as usize;
            within(length, MAX_ENTRY)?;
            let (start, end) = (at + 4, at + 4 + length);
            if end > bytes.len() {
                return Err(truncated);
            }
            if entries.len() == MAX_ENTRIES {
                return Err(ChunkError::Count(MAX_ENTRIES + 1));
            }
            entries.push((start, end));
            at = end;
        }
        if entries.is_empty() {
            return Err(ChunkError::Count(0));
        }
        Ok(Self { hash: Hash32::of(&[&bytes]), bytes, entries })
    }

    /// Reads the chunk with this hash and no other.
    pub fn decode_expected(bytes: Vec<u8>, expected: Hash32) -> Result<Self, ChunkError> {
        let chunk = Self::decode(bytes)?;
        if chunk.hash == expected {
            Ok(chunk)
        } else {
            Err(ChunkError::OtherHash { expected, found: chunk.hash })
        }
    }

    /// The bytes of the chunk.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The SHA-256 of the bytes: the chunk's address.
    pub fn hash(&self) -> Hash32 {
        self.hash
    }

    /// The encoded entries.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.entries.iter().map(|(start, end)| &self.bytes[*start..*end])
    }
}

fn within(size_bytes: usize, limit_bytes: usize) -> Result<(), ChunkError> {
    if size_bytes > limit_bytes { Err(ChunkError::TooLarge { size_bytes, limit_bytes }) } else { Ok(()) }
}
