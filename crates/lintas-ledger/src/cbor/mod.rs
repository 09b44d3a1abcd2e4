//! Deterministic CBOR: RFC 8949 section 4.2.1, without floats, tags or indefinite lengths.
//!
//! One value has exactly one encoding here, so two nodes can never disagree about the bytes that were signed. The
//! reader refuses everything else at the byte where it stands; accepting a second spelling of a number or a key out
//! of order would let one record have two hashes.

mod de;
mod reader;
mod value;
mod writer;

pub(crate) use de::{decode, from_fields};
pub(crate) use reader::Reader;
pub use reader::{CborError, Problem};
pub(crate) use value::{Unfit, encode, fields_of};
pub(crate) use writer::Writer;

/// How deep arrays and maps may nest in the value of one field.
pub const MAX_DEPTH: usize = 16;

/// Checks that `bytes` are exactly one value in deterministic encoding, nested no deeper than [`MAX_DEPTH`].
pub fn check(bytes: &[u8]) -> Result<(), CborError> {
    let mut reader = Reader::new(bytes);
    reader.skip_value(MAX_DEPTH)?;
    reader.finish()
}
