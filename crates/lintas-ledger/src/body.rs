//! The body of a record: its fields, each salted and committed to, any of which can be withheld.
//!
//! The header holds the root over the commitments. A field's value can only be guessed against its commitment by who
//! holds its salt (32 random bytes), so what is withheld or erased stays unknown while the signature still verifies.
//!
//! A withheld field hides its name too. An originator could therefore sign one name twice and show each recipient another
//! value; a body that can be read whole is refused for it, and two recipients who compare their parts see it.

use std::collections::BTreeSet;

use crate::cbor::{CborError, MAX_DEPTH, Problem, Reader, Writer};
use crate::wire::v1;
use crate::{Hash32, Header};

/// One item of a body.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Item<'a> {
    /// A field that can be read.
    Open {
        salt: &'a [u8],
        name: &'a str,
        /// The value as deterministic CBOR.
        value: &'a [u8],
        /// Name and value as they stand in the bytes.
        named_value: &'a [u8],
        /// Where the name stands.
        at: usize,
    },
    /// The commitment to a field that is withheld.
    Withheld(Hash32),
}

impl Item<'_> {
    /// The salted commitment to this field.
    pub(crate) fn commitment(&self) -> Hash32 {
        match self {
            Self::Open { salt, named_value, .. } => Hash32::of(&[v1::DOMAIN_FIELD, salt, named_value]),
            Self::Withheld(commitment) => *commitment,
        }
    }
}

/// Reads the items of a body, checking their encoding all through.
pub(crate) fn items(body: &[u8]) -> Result<Items<'_>, CborError> {
    let mut reader = Reader::new(body);
    let left = reader.array()?;
    if left > v1::MAX_FIELDS {
        return reader.refuse(0, Problem::OutOfRange);
    }
    Ok(Items { reader, left })
}

/// Iterates over the items of a body; ends after the first error.
#[derive(Debug)]
pub(crate) struct Items<'a> {
    reader: Reader<'a>,
    left: usize,
}

impl<'a> Items<'a> {
    /// How many items follow.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    fn read(&mut self) -> Result<Item<'a>, CborError> {
        if self.reader.next_major() == Some(2) {
            return self.reader.array_of().map(|commitment| Item::Withheld(Hash32(commitment)));
        }
        let start = self.reader.position();
        if self.reader.array()? != 3 {
            return self.reader.refuse(start, Problem::OutOfRange);
        }
        let salt_at = self.reader.position();
        let salt = self.reader.bytes()?;
        if salt.len() != 32 {
            return self.reader.refuse(salt_at, Problem::OutOfRange);
        }
        let name_at = self.reader.position();
        let name = self.reader.text()?;
        if name.len() > v1::MAX_NAME {
            return self.reader.refuse(name_at, Problem::OutOfRange);
        }
        let value = self.reader.skip_value(MAX_DEPTH)?;
        Ok(Item::Open { salt, name, value, named_value: self.reader.since(name_at), at: name_at })
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Result<Item<'a>, CborError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return self.reader.finish().err().map(|error| {
                self.reader = Reader::new(&[]);
                Err(error)
            });
        }
        self.left -= 1;
        let item = self.read();
        if item.is_err() {
            self.left = 0;
            self.reader = Reader::new(&[]);
        }
        Some(item)
    }
}

/// Refuses a name that stands twice among the fields that can be read.
#[derive(Default)]
struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    fn take(&mut self, item: &Item<'a>) -> Result<(), CborError> {
        let Item::Open { name, at, .. } = item else { return Ok(()) };
        if self.0.contains(name) {
            return Err(CborError { at: *at, problem: Problem::DuplicateKey });
        }
        self.0.push(name);
        Ok(())
    }
}

/// Checks the encoding of a body and that no name stands in it twice.
pub(crate) fn check_encoding(body: &[u8]) -> Result<(), CborError> {
    let mut names = Names::default();
    for item in items(body)? {
        names.take(&item?)?;
    }
    Ok(())
}

/// What a body is found to be when it is held against the header's commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mismatch {
    /// It cannot be read.
    Encoding(CborError),
    /// It has another number of fields than the header says.
    Count,
    /// Its items are not in the order of their commitments.
    Order,
    /// Its root is another one.
    Root,
}

/// Holds a body against the commitments in its header.
pub(crate) fn check_commitments(body: &[u8], header: &Header) -> Result<(), Mismatch> {
    let items = items(body).map_err(Mismatch::Encoding)?;
    if items.left() != usize::from(header.fields) {
        return Err(Mismatch::Count);
    }
    let mut commitments = Vec::with_capacity(items.left());
    let mut names = Names::default();
    for item in items {
        let item = item.map_err(Mismatch::Encoding)?;
        names.take(&item).map_err(Mismatch::Encoding)?;
        commitments.push(item.commitment());
    }
    if !commitments.is_sorted_by(|a, b| a < b) {
        return Err(Mismatch::Order);
    }
    if root(&commitments) == header.commitments { Ok(()) } else { Err(Mismatch::Root) }
}

/// The root over commitments in ascending order.
pub(crate) fn root(commitments: &[Hash32]) -> Hash32 {
    let mut bytes = Vec::with_capacity(commitments.len() * 32);
    commitments.iter().for_each(|commitment| bytes.extend_from_slice(commitment.as_bytes()));
    Hash32::of(&[v1::DOMAIN_ROOT, &bytes])
}

/// Seals fields under salts of 32 bytes each: the bytes of the body and the root over its commitments.
pub(crate) fn seal(fields: &[(String, Vec<u8>)], salts: &[u8]) -> (Vec<u8>, Hash32) {
    let mut items: Vec<(Hash32, Vec<u8>)> = fields
        .iter()
        .zip(salts.chunks_exact(32))
        .map(|((name, value), salt)| {
            let mut writer = Writer::with_capacity(48 + name.len() + value.len());
            writer.array(3);
            writer.bytes(salt);
            let name_at = writer.as_bytes().len();
            writer.text(name);
            writer.raw(value);
            let item = writer.into_bytes();
            (Hash32::of(&[v1::DOMAIN_FIELD, salt, &item[name_at..]]), item)
        })
        .collect();
    items.sort_unstable_by_key(|(commitment, _)| *commitment);
    let mut writer = Writer::with_capacity(items.iter().map(|(_, item)| item.len()).sum::<usize>() + 9);
    writer.array(items.len());
    items.iter().for_each(|(_, item)| writer.raw(item));
    let commitments: Vec<Hash32> = items.iter().map(|(commitment, _)| *commitment).collect();
    (writer.into_bytes(), root(&commitments))
}

/// The value of a field: `None` where it is withheld or not there, empty where it is no text.
pub(crate) fn field_text(body: &[u8], wanted: &str) -> Option<String> {
    let found = items(body).ok()?.find_map(|item| match item {
        Ok(Item::Open { name, value, .. }) if name == wanted => Some(value),
        _ => None,
    })?;
    Some(Reader::new(found).text().unwrap_or_default().to_owned())
}

/// The same body with every field outside `keep` withheld. The bytes must have been checked.
pub(crate) fn withhold(body: &[u8], keep: &BTreeSet<String>) -> Result<Vec<u8>, CborError> {
    let items = items(body)?;
    let mut writer = Writer::with_capacity(body.len());
    writer.array(items.left());
    for item in items {
        match item? {
            Item::Open { salt, name, named_value, .. } if keep.contains(name) => {
                writer.array(3);
                writer.bytes(salt);
                writer.raw(named_value);
            }
            item => writer.bytes(item.commitment().as_bytes()),
        }
    }
    Ok(writer.into_bytes())
}
