//! An entry: one signed record as it stands in a feed, kept as the bytes that were received.

mod check;

use std::collections::BTreeSet;
use std::ops::Range;

use lintas_model::Body;

use crate::body::{self, Item};
use crate::cbor::{self, CborError, Writer};
use crate::keys::VerifyingKey;
use crate::verify::{Finding, code};
use crate::wire::v1;
use crate::{FeedHead, Hash32, Header};
pub(crate) use check::{Looked, look_at, officer_message, sign};
use check::{Raw, explain, is_signed, not_signed};

/// Greatest size of an encoded entry, in bytes.
pub const MAX_ENTRY: usize = v1::MAX_HEADER + v1::MAX_BODY + 160;

/// Why bytes are not an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Header or envelope is not the one allowed encoding.
    #[error("could not read the entry: {0}")]
    Encoding(#[from] CborError),
    /// The body is not the one allowed encoding; [`Entry::decode_without_body`] still reads the header.
    #[error("could not read the body of the entry: {0}")]
    Body(#[source] CborError),
    /// The header lacks something.
    #[error("could not find the {0} in the entry's header")]
    Missing(&'static str),
    /// A part is larger than allowed.
    #[error("could not take the {part} of the entry: {size_bytes} bytes, at most {limit_bytes} are allowed")]
    TooLarge {
        /// `entry`, `header` or `body`.
        part: &'static str,
        /// Its size.
        size_bytes: usize,
        /// The limit.
        limit_bytes: usize,
    },
    /// Written in another version of the format.
    #[error("could not read the entry: it is in version {0} of the format, this program reads version 1")]
    Version(u64),
    /// Signed by algorithms that this program does not have.
    #[error("could not read the entry: it is signed with suite {0}, this program knows suite 1")]
    Suite(u64),
}

/// A body as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "a body is read to be used, not kept")]
pub enum ReadBody {
    /// All of it.
    Whole(Body),
    /// Some fields are withheld; texts among them come back empty.
    Partial {
        /// What is disclosed.
        body: Body,
        /// How many fields are withheld.
        withheld: usize,
    },
    /// The body has been erased.
    Erased,
    /// This program cannot read it.
    Unreadable {
        /// Why.
        why: String,
    },
}

/// One signed record of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    bytes: Vec<u8>,
    header: Header,
    hash: Hash32,
    header_at: Range<usize>,
    node_signature: [u8; 64],
    officer_signature: Option<[u8; 64]>,
    body_at: Option<Range<usize>>,
}

impl Entry {
    /// Reads an entry from exactly the bytes that [`Entry::encode`] gives, refusing any other spelling. Signature and
    /// commitments are not looked at: see [`Entry::check`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Refused> {
        let entry = Self::parse(bytes)?;
        if let Some(body) = entry.body_bytes() {
            body::check_encoding(body).map_err(Refused::Body)?;
        }
        Ok(entry)
    }

    /// Reads an entry whose body may be spoilt and leaves the body away, so that one bad body never stops a feed.
    pub fn decode_without_body(bytes: &[u8]) -> Result<Self, Refused> {
        Self::parse(bytes).map(|entry| entry.without_body())
    }

    fn parse(bytes: &[u8]) -> Result<Self, Refused> {
        let raw = Raw::read(bytes)?;
        Ok(Self {
            header: raw.header,
            hash: raw.hash,
            header_at: raw.header_at,
            node_signature: raw.node_signature,
            officer_signature: raw.officer_signature,
            body_at: raw.body_at,
            bytes: bytes.to_vec(),
        })
    }

    /// Puts an entry together from parts that are already canonical.
    pub(crate) fn assemble(
        header: Header,
        header_bytes: &[u8],
        hash: Hash32,
        node_signature: [u8; 64],
        officer_signature: Option<[u8; 64]>,
        body: Option<&[u8]>,
    ) -> Self {
        let mut writer = Writer::with_capacity(header_bytes.len() + body.map_or(0, <[u8]>::len) + 160);
        writer.array(4);
        writer.bytes(header_bytes);
        let header_ends = writer.as_bytes().len();
        writer.bytes(&node_signature);
        match &officer_signature {
            Some(signature) => writer.bytes(signature),
            None => writer.null(),
        }
        let body_at = match body {
            Some(body) => {
                writer.bytes(body);
                let ends = writer.as_bytes().len();
                Some(ends - body.len()..ends)
            }
            None => {
                writer.null();
                None
            }
        };
        Self {
            bytes: writer.into_bytes(),
            header,
            hash,
            header_at: header_ends - header_bytes.len()..header_ends,
            node_signature,
            officer_signature,
            body_at,
        }
    }

    /// The bytes of the entry, as received or as sealed.
    pub fn encode(&self) -> Vec<u8> {
        self.bytes.clone()
    }

    /// The bytes of the entry without copying them.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes of the entry, given away.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The header.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The header as signed.
    pub fn header_bytes(&self) -> &[u8] {
        &self.bytes[self.header_at.clone()]
    }

    /// The hash of the header bytes: the record's leaf in the log and the `previous` of the next record in its feed.
    pub fn hash(&self) -> Hash32 {
        self.hash
    }

    /// Where it stands: feed, generation and sequence number.
    pub fn place(&self) -> String {
        FeedHead::place(&self.header.feed, self.header.generation, self.header.sequence)
    }

    /// The officer's signature, when there is one.
    pub fn officer_signature(&self) -> Option<&[u8; 64]> {
        self.officer_signature.as_ref()
    }

    fn body_bytes(&self) -> Option<&[u8]> {
        self.body_at.clone().map(|at| &self.bytes[at])
    }

    /// Reads the body as far as this program and the disclosure allow.
    pub fn body(&self) -> ReadBody {
        let Some(bytes) = self.body_bytes() else { return ReadBody::Erased };
        let unreadable = |why: String| ReadBody::Unreadable { why };
        if !self.header.not_understood.is_empty() {
            let unknown = self.header.not_understood.join(", ");
            return unreadable(format!("a newer program wrote {unknown} into its header"));
        }
        let kind = match self.header.kind.parse::<lintas_model::Kind>() {
            Ok(kind) => kind,
            Err(error) => return unreadable(error.to_string()),
        };
        let mut fields = Vec::new();
        let mut withheld = 0;
        let items = match body::items(bytes) {
            Ok(items) => items,
            Err(error) => return unreadable(error.to_string()),
        };
        for item in items {
            match item {
                Ok(Item::Open { name, value, .. }) => fields.push((name, value)),
                Ok(Item::Withheld(_)) => withheld += 1,
                Err(error) => return unreadable(error.to_string()),
            }
        }
        match (Body::deserialize(kind, cbor::from_fields(&fields)), withheld) {
            (Ok(body), 0) => ReadBody::Whole(body),
            (Ok(body), withheld) => ReadBody::Partial { body, withheld },
            (Err(error), 0) => unreadable(error.to_string()),
            (Err(error), withheld) => unreadable(format!("{error}; {withheld} of its fields are withheld")),
        }
    }

    /// The encoded value of a field, when it can be read.
    pub(crate) fn field(&self, name: &str) -> Option<&[u8]> {
        let items = body::items(self.body_bytes()?).ok()?;
        items.flatten().find_map(|item| match item {
            Item::Open { name: here, value, .. } if here == name => Some(value),
            _ => None,
        })
    }

    /// Names of the fields that can be read, in order.
    pub fn field_names(&self) -> Vec<String> {
        let items = self.body_bytes().and_then(|bytes| body::items(bytes).ok());
        let mut names: Vec<String> = items
            .into_iter()
            .flatten()
            .filter_map(|item| match item {
                Ok(Item::Open { name, .. }) => Some(name.to_owned()),
                _ => None,
            })
            .collect();
        names.sort_unstable();
        names
    }

    /// The same record with only these fields readable; all others are bare commitments, and the signature still
    /// verifies. An empty set discloses nothing at all. An erased body stays erased.
    pub fn disclose(&self, fields: &BTreeSet<String>) -> Self {
        match self.body_bytes().map(|bytes| body::withhold(bytes, fields)) {
            Some(Ok(body)) => self.with_body(Some(&body)),
            Some(Err(_)) | None => self.without_body(),
        }
    }

    /// The same record with its body gone: what is left after an erasure.
    pub fn without_body(&self) -> Self {
        if self.body_at.is_none() { self.clone() } else { self.with_body(None) }
    }

    fn with_body(&self, body: Option<&[u8]>) -> Self {
        Self::assemble(
            self.header.clone(),
            self.header_bytes(),
            self.hash,
            self.node_signature,
            self.officer_signature,
            body,
        )
    }

    /// Checks that the node's key signed this record (Ed25519, strict) and that the body, when there is one, is what
    /// the header commits to. Place in the feed is not looked at: see [`crate::verify`].
    pub fn check(&self, node_key: &VerifyingKey) -> Result<(), Finding> {
        let found = |code, problem| Err(Finding { place: self.place(), code, problem });
        if self.header.node_key != node_key.id() {
            let problem =
                format!("it names the node key {}, the key given is {}", self.header.node_key, node_key.id());
            return found(code::OTHER_KEY, problem);
        }
        if !is_signed(node_key, &self.hash, &self.node_signature, self.officer_signature.as_ref()) {
            return found(code::SIGNATURE, not_signed(node_key));
        }
        match self.body_bytes().map(|body| body::check_commitments(body, &self.header)) {
            None | Some(Ok(())) => Ok(()),
            Some(Err(mismatch)) => {
                let (code, problem) = explain(mismatch, &self.header);
                found(code, problem)
            }
        }
    }

    /// Checks the officer's signature against the officer's key.
    pub fn check_officer(&self, officer_key: &VerifyingKey) -> Result<(), Finding> {
        let signed = self
            .officer_signature
            .as_ref()
            .is_some_and(|signature| officer_key.verify(&officer_message(&self.hash), signature));
        if signed {
            return Ok(());
        }
        Err(Finding {
            place: self.place(),
            code: code::OFFICER_SIGNATURE,
            problem: "the officer's signature is missing or does not verify".to_owned(),
        })
    }
}
