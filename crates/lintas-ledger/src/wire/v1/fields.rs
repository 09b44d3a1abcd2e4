//! Maps with ascending whole-number keys, read in one pass.

use crate::cbor::{CborError, MAX_DEPTH, Problem, Reader};
use crate::entry::Refused;

/// What reading an item gives.
pub(super) type Cbor<T> = Result<T, CborError>;

/// The pairs of a map with ascending whole-number keys, asked for in that order.
pub(super) struct Fields<'a> {
    reader: Reader<'a>,
    left: usize,
    next: Option<u64>,
    last: Option<u64>,
}

impl<'a> Fields<'a> {
    /// The map that is all of `bytes`.
    pub(super) fn new(bytes: &'a [u8]) -> Cbor<Self> {
        Self::within(Reader::new(bytes))
    }

    /// The map at the reader's position.
    pub(super) fn within(mut reader: Reader<'a>) -> Cbor<Self> {
        let left = reader.map()?;
        let mut fields = Self { reader, left, next: None, last: None };
        fields.advance()?;
        Ok(fields)
    }

    fn advance(&mut self) -> Cbor<()> {
        self.next = None;
        if self.left > 0 {
            self.left -= 1;
            let at = self.reader.position();
            let key: u64 = self.reader.uint()?;
            match self.last {
                Some(last) if last == key => return self.reader.refuse(at, Problem::DuplicateKey),
                Some(last) if last > key => return self.reader.refuse(at, Problem::KeyOrder),
                _ => {}
            }
            self.last = Some(key);
            self.next = Some(key);
        }
        Ok(())
    }

    /// The value of a key, if it stands there.
    pub(super) fn find<T>(
        &mut self,
        key: u64,
        read: impl FnOnce(&mut Reader<'a>) -> Cbor<T>,
    ) -> Cbor<Option<T>> {
        if self.next != Some(key) {
            return Ok(None);
        }
        let value = read(&mut self.reader)?;
        self.advance()?;
        Ok(Some(value))
    }

    /// The value of a key that must stand there.
    pub(super) fn need<T>(
        &mut self,
        key: u64,
        what: &'static str,
        read: impl FnOnce(&mut Reader<'a>) -> Cbor<T>,
    ) -> Result<T, Refused> {
        self.find(key, read)?.ok_or(Refused::Missing(what))
    }

    /// What follows the last key that was asked for comes from a newer program; a lower key cannot stand there.
    pub(super) fn rest(mut self, place: &str, unknown: &mut Vec<String>) -> Cbor<()> {
        self.skip_rest(place, unknown)?;
        self.reader.finish()
    }

    /// Notes the keys that were not asked for.
    pub(super) fn skip_rest(&mut self, place: &str, unknown: &mut Vec<String>) -> Cbor<()> {
        while let Some(key) = self.next {
            if unknown.len() >= 32 {
                return self.reader.refuse(self.reader.position(), Problem::OutOfRange);
            }
            self.reader.skip_value(MAX_DEPTH)?;
            unknown.push(format!("{place} {key}"));
            self.advance()?;
        }
        Ok(())
    }

    /// The reader, behind the map.
    pub(super) fn into_reader(self) -> Reader<'a> {
        self.reader
    }
}
