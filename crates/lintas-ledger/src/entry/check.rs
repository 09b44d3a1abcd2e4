//! What is signed, and everything that can be wrong with one entry by itself.

use std::ops::Range;

use lintas_model::Kind;

use super::{MAX_ENTRY, Refused};
use crate::body::{self, Mismatch};
use crate::cbor::{CborError, Problem, Reader};
use crate::keys::{Keyring, Signer, VerifyingKey};
use crate::verify::{Finding, code};
use crate::wire::v1;
use crate::{FeedHead, Hash32, Header};

/// An entry as it stands in borrowed bytes.
pub(super) struct Raw {
    pub(super) header: Header,
    pub(super) hash: Hash32,
    pub(super) header_at: Range<usize>,
    pub(super) node_signature: [u8; 64],
    pub(super) officer_signature: Option<[u8; 64]>,
    pub(super) body_at: Option<Range<usize>>,
}

impl Raw {
    /// Reads envelope and header strictly; the body is left for later.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refused> {
        within("entry", bytes.len(), MAX_ENTRY)?;
        let mut reader = Reader::new(bytes);
        if reader.array()? != 4 {
            return Err(CborError { at: 0, problem: Problem::OutOfRange }.into());
        }
        let header = reader.bytes()?;
        let header_at = reader.position() - header.len()..reader.position();
        within("header", header.len(), v1::MAX_HEADER)?;
        let node_signature = reader.array_of()?;
        let officer_signature = if reader.is_null() { None } else { Some(reader.array_of()?) };
        let body_at = if reader.is_null() {
            None
        } else {
            let body = reader.bytes()?;
            within("body", body.len(), v1::MAX_BODY)?;
            Some(reader.position() - body.len()..reader.position())
        };
        reader.finish()?;
        let hash = Hash32::of(&[v1::LEAF_PREFIX, header]);
        let header = v1::decode_header(header)?;
        Ok(Self { header, hash, header_at, node_signature, officer_signature, body_at })
    }
}

/// What following a feed needs to know of an entry, and everything that is wrong with the entry itself.
pub(crate) struct Looked {
    pub(crate) header: Header,
    pub(crate) hash: Hash32,
    pub(crate) findings: Vec<Finding>,
    pub(crate) officer_signature: Option<[u8; 64]>,
    /// What a record about an officer's key states, as text, where it can be read.
    pub(crate) states_key: Option<String>,
}

/// Looks at an entry for the verifier: nothing is copied, and one fault does not hide another.
pub(crate) fn look_at(keys: &Keyring, bytes: &[u8]) -> Result<Looked, Refused> {
    let raw = Raw::read(bytes)?;
    let header = &raw.header;
    let mut findings = Vec::new();
    let mut found = |code, problem| {
        let place = FeedHead::place(&header.feed, header.generation, header.sequence);
        findings.push(Finding { place, code, problem });
    };
    match keys.find(&header.feed.agency, header.node_key) {
        None => found(
            code::UNKNOWN_KEY,
            format!("{} is no known node key of {}", header.node_key, header.feed.agency),
        ),
        Some(key) if !is_signed(key, &raw.hash, &raw.node_signature, raw.officer_signature.as_ref()) => {
            found(code::SIGNATURE, not_signed(key));
        }
        Some(_) => {}
    }
    let mut states_key = None;
    if let Some(Err(mismatch)) = raw.body_at.clone().map(|at| body::check_commitments(&bytes[at], header)) {
        let (code, problem) = explain(mismatch, header);
        found(code, problem);
    } else if header.known_kind() == Some(Kind::OfficerKey)
        && let Some(at) = raw.body_at.clone()
    {
        states_key = body::field_text(&bytes[at], "key");
    }
    let officer_signature = raw.officer_signature;
    Ok(Looked { header: raw.header, hash: raw.hash, findings, officer_signature, states_key })
}

pub(super) fn is_signed(
    key: &VerifyingKey,
    hash: &Hash32,
    node: &[u8; 64],
    officer: Option<&[u8; 64]>,
) -> bool {
    let (message, length) = record_message(hash, officer);
    key.verify(&message[..length], node)
}

pub(super) fn not_signed(key: &VerifyingKey) -> String {
    format!("the signature of node key {} does not verify", key.id())
}

pub(super) fn explain(mismatch: Mismatch, header: &Header) -> (&'static str, String) {
    match mismatch {
        Mismatch::Encoding(error) => (code::BODY_ENCODING, format!("its body: {error}")),
        Mismatch::Count => {
            (code::COMMITMENTS, format!("its body has not the {} fields that were signed", header.fields))
        }
        Mismatch::Order => (code::COMMITMENTS, "its body's fields are not in order".to_owned()),
        Mismatch::Root => (code::COMMITMENTS, "its body is not the one that was signed".to_owned()),
    }
}

fn within(part: &'static str, size_bytes: usize, limit_bytes: usize) -> Result<(), Refused> {
    if size_bytes > limit_bytes { Err(Refused::TooLarge { part, size_bytes, limit_bytes }) } else { Ok(()) }
}

const RECORD_MESSAGE: usize = v1::DOMAIN_RECORD.len() + 32 + 64;

/// What the node signs: domain, hash of the record and, when there is one, the officer's signature.
fn record_message(hash: &Hash32, officer_signature: Option<&[u8; 64]>) -> ([u8; RECORD_MESSAGE], usize) {
    let mut message = [0; RECORD_MESSAGE];
    let mut length = 0;
    let parts = [v1::DOMAIN_RECORD, hash.as_bytes(), officer_signature.map_or(&[][..], |s| &s[..])];
    for part in parts {
        message[length..length + part.len()].copy_from_slice(part);
        length += part.len();
    }
    (message, length)
}

pub(crate) fn officer_message(hash: &Hash32) -> Vec<u8> {
    [v1::DOMAIN_OFFICER, hash.as_bytes()].concat()
}

/// Signs a record's hash: first the officer, if one signs, then the node over both.
pub(crate) fn sign(hash: &Hash32, node: &Signer, officer: Option<&Signer>) -> ([u8; 64], Option<[u8; 64]>) {
    let officer_signature = officer.map(|officer| officer.sign(&officer_message(hash)));
    let (message, length) = record_message(hash, officer_signature.as_ref());
    (node.sign(&message[..length]), officer_signature)
}
