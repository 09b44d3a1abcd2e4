//! Version 1 of the wire format. Frozen: never change, add v2. Golden files: `tests/golden/`.
//!
//! An entry is the array `[header, node signature, officer signature or null, body or null]`; header and body are byte
//! strings that hold deterministic CBOR themselves. A header is a map with the keys below. A body is an array with one
//! item per field, either `[salt, name, value]` or, withheld, the bare commitment; items stand in the order of their
//! commitments, which is random and so tells nothing about the names withheld. Signatures are over a domain and the
//! record's hash, so a signature made for one purpose never serves another.

use std::collections::BTreeSet;

use lintas_model::grade::Scheme;
use lintas_model::handling::{ActionRule, Handling, HandlingCode, OnwardRule, Purpose, Tlp, UseRule};
use lintas_model::{
    AgencyCode, AudienceId, Grade, Marking, ObjectId, OfficerId, RecordId, ReleaseId, Timestamp,
};
use uuid::Uuid;

use crate::cbor::{Problem, Reader, Writer};
use crate::entry::Refused;
use crate::{FeedId, Hash32, Header, KeyId};

/// The version that this file writes and reads.
pub(crate) const VERSION: u8 = 1;
/// Ed25519 (RFC 8032, strict) and SHA-256.
pub(crate) const SUITE: u8 = 1;

/// Before the hash of a record and the officer's signature, when the node signs.
pub(crate) const DOMAIN_RECORD: &[u8] = b"lintas/record/v1\0";
/// Before the hash of a record when the officer signs.
pub(crate) const DOMAIN_OFFICER: &[u8] = b"lintas/officer/v1\0";
/// Before salt, name and value in a commitment to a field.
pub(crate) const DOMAIN_FIELD: &[u8] = b"lintas/field/v1\0";
/// Before the commitments in their root.
pub(crate) const DOMAIN_ROOT: &[u8] = b"lintas/fields/v1\0";
/// Before header bytes in the hash of a record: the leaf prefix of RFC 6962, so that a record's hash is its leaf.
pub(crate) const LEAF_PREFIX: &[u8] = &[0];

/// Greatest size of a header, in bytes.
pub(crate) const MAX_HEADER: usize = 4096;
/// Greatest size of a body, in bytes. A larger release must be written as several.
pub const MAX_BODY: usize = 4 << 20;
/// Greatest number of fields of a body.
pub const MAX_FIELDS: usize = 256;
/// Greatest length of a field's name, in bytes.
pub(crate) const MAX_NAME: usize = 64;
/// Greatest length of the word for a kind, in bytes.
pub(crate) const MAX_KIND: usize = 40;
/// Greatest length of a legal basis, in bytes.
pub(crate) const MAX_LEGAL_BASIS: usize = 1024;

mod key {
    //! The keys of a header.
    pub(super) const VERSION: u64 = 1;
    pub(super) const SUITE: u64 = 2;
    pub(super) const AGENCY: u64 = 3;
    pub(super) const AUDIENCE: u64 = 4;
    pub(super) const GENERATION: u64 = 5;
    pub(super) const SEQUENCE: u64 = 6;
    pub(super) const PREVIOUS: u64 = 7;
    pub(super) const RECORD: u64 = 8;
    pub(super) const OBJECT: u64 = 9;
    pub(super) const KIND: u64 = 10;
    pub(super) const SCHEMA: u64 = 11;
    pub(super) const AUTHOR: u64 = 12;
    pub(super) const NODE_KEY: u64 = 13;
    pub(super) const AT: u64 = 14;
    pub(super) const GRADE: u64 = 15;
    pub(super) const HANDLING: u64 = 16;
    pub(super) const PURPOSE: u64 = 17;
    pub(super) const LEGAL_BASIS: u64 = 18;
    pub(super) const RELEASE: u64 = 19;
    pub(super) const SUPERSEDES: u64 = 20;
    pub(super) const COMMITMENTS: u64 = 21;
    pub(super) const FIELDS: u64 = 22;
    pub(super) const RANDOM: u64 = 23;
}

mod handling_key {
    //! The keys of the handling within a header; what stands at its default is left out except the four rules.
    pub(super) const CODES: u64 = 1;
    pub(super) const TLP: u64 = 2;
    pub(super) const PURPOSES: u64 = 3;
    pub(super) const USE: u64 = 4;
    pub(super) const ONWARD: u64 = 5;
    pub(super) const ACTION: u64 = 6;
    pub(super) const SANITISE: u64 = 7;
    pub(super) const EXPIRES: u64 = 8;
}

/// The number on the wire is the place in the table.
const SCHEMES: [Scheme; 4] =
    [Scheme::ThreeFiveTwo, Scheme::FiveFiveFive, Scheme::FourFour, Scheme::Admiralty];
const CODES: [HandlingCode; 4] = [HandlingCode::H0, HandlingCode::H1, HandlingCode::H2, HandlingCode::H3];
const TLPS: [Tlp; 5] = [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red];
const PURPOSES: [Purpose; 6] = [
    Purpose::Investigation,
    Purpose::Prosecution,
    Purpose::VictimProtection,
    Purpose::LegalCooperation,
    Purpose::Programme,
    Purpose::Administration,
];
const USES: [UseRule; 3] = [UseRule::IntelligenceOnly, UseRule::EvidenceAfterPermission, UseRule::Evidence];
const ONWARDS: [OnwardRule; 3] = [OnwardRule::Never, OnwardRule::Ask, OnwardRule::Allowed];
const ACTIONS: [ActionRule; 4] =
    [ActionRule::Undetectable, ActionRule::Passive, ActionRule::Covert, ActionRule::Overt];

fn number<T: PartialEq>(table: &[T], value: &T) -> u64 {
    table.iter().position(|entry| entry == value).unwrap_or(table.len()) as u64
}

/// The bytes of a header as they are hashed and signed.
pub(crate) fn encode_header(header: &Header) -> Vec<u8> {
    let optional = [
        header.marking.grade.is_some(),
        header.legal_basis.is_some(),
        header.release.is_some(),
        header.supersedes.is_some(),
    ];
    let mut writer = Writer::with_capacity(384);
    writer.map(19 + optional.iter().filter(|present| **present).count());
    writer.uint(key::VERSION);
    writer.uint(u64::from(header.version));
    writer.uint(key::SUITE);
    writer.uint(u64::from(header.suite));
    writer.uint(key::AGENCY);
    writer.text(header.feed.agency.as_str());
    writer.uint(key::AUDIENCE);
    writer.bytes(header.feed.audience.uuid().as_bytes());
    writer.uint(key::GENERATION);
    writer.uint(u64::from(header.generation));
    writer.uint(key::SEQUENCE);
    writer.uint(header.sequence);
    writer.uint(key::PREVIOUS);
    writer.bytes(header.previous.as_bytes());
    writer.uint(key::RECORD);
    writer.bytes(header.record.uuid().as_bytes());
    writer.uint(key::OBJECT);
    writer.bytes(header.object.uuid().as_bytes());
    writer.uint(key::KIND);
    writer.text(&header.kind);
    writer.uint(key::SCHEMA);
    writer.uint(u64::from(header.schema));
    writer.uint(key::AUTHOR);
    writer.bytes(header.author.uuid().as_bytes());
    writer.uint(key::NODE_KEY);
    writer.bytes(&header.node_key.0);
    writer.uint(key::AT);
    writer.int(header.at.as_millis());
    if let Some(grade) = header.marking.grade {
        writer.uint(key::GRADE);
        writer.array(3);
        writer.uint(number(&SCHEMES, &grade.scheme()));
        writer.text(grade.source().encode_utf8(&mut [0; 4]));
        writer.text(grade.information().encode_utf8(&mut [0; 4]));
    }
    writer.uint(key::HANDLING);
    encode_handling(&header.marking.handling, &mut writer);
    writer.uint(key::PURPOSE);
    writer.uint(number(&PURPOSES, &header.purpose));
    if let Some(legal_basis) = &header.legal_basis {
        writer.uint(key::LEGAL_BASIS);
        writer.text(legal_basis);
    }
    if let Some(release) = header.release {
        writer.uint(key::RELEASE);
        writer.bytes(release.uuid().as_bytes());
    }
    if let Some(supersedes) = header.supersedes {
        writer.uint(key::SUPERSEDES);
        writer.bytes(supersedes.uuid().as_bytes());
    }
    writer.uint(key::COMMITMENTS);
    writer.bytes(header.commitments.as_bytes());
    writer.uint(key::FIELDS);
    writer.uint(u64::from(header.fields));
    writer.uint(key::RANDOM);
    writer.bytes(&header.random);
    writer.into_bytes()
}

fn encode_handling(handling: &Handling, writer: &mut Writer) {
    let optional = [
        !handling.codes.is_empty(),
        !handling.purposes.is_empty(),
        handling.sanitise_first,
        handling.expires_at.is_some(),
    ];
    writer.map(4 + optional.iter().filter(|present| **present).count());
    if !handling.codes.is_empty() {
        writer.uint(handling_key::CODES);
        writer.array(handling.codes.len());
        handling.codes.iter().for_each(|code| writer.uint(number(&CODES, code)));
    }
    writer.uint(handling_key::TLP);
    writer.uint(number(&TLPS, &handling.tlp));
    if !handling.purposes.is_empty() {
        writer.uint(handling_key::PURPOSES);
        writer.array(handling.purposes.len());
        handling.purposes.iter().for_each(|purpose| writer.uint(number(&PURPOSES, purpose)));
    }
    writer.uint(handling_key::USE);
    writer.uint(number(&USES, &handling.use_rule));
    writer.uint(handling_key::ONWARD);
    writer.uint(number(&ONWARDS, &handling.onward));
    writer.uint(handling_key::ACTION);
    writer.uint(number(&ACTIONS, &handling.action));
    if handling.sanitise_first {
        writer.uint(handling_key::SANITISE);
        writer.bool(true);
    }
    if let Some(expires_at) = handling.expires_at {
        writer.uint(handling_key::EXPIRES);
        writer.int(expires_at.as_millis());
    }
}

/// Reads a header, refusing whatever [`encode_header`] would not have written. Values and keys of a newer program are
/// kept in the bytes, read as the strictest ones and listed as not understood.
pub(crate) fn decode_header(bytes: &[u8]) -> Result<Header, Refused> {
    let mut fields = Fields::new(bytes)?;
    let version: u64 = fields.need(key::VERSION, "version", Reader::uint)?;
    if version != u64::from(VERSION) {
        return Err(Refused::Version(version));
    }
    let suite: u64 = fields.need(key::SUITE, "suite", Reader::uint)?;
    if suite != u64::from(SUITE) {
        return Err(Refused::Suite(suite));
    }
    let mut unknown = Vec::new();
    let agency = fields.need(key::AGENCY, "agency", |reader| {
        let at = reader.position();
        AgencyCode::new(reader.text()?).or_else(|_| reader.refuse(at, Problem::OutOfRange))
    })?;
    let audience = AudienceId::from_uuid(fields.need(key::AUDIENCE, "audience", uuid)?);
    let header = Header {
        version: VERSION,
        suite: SUITE,
        feed: FeedId { agency, audience },
        generation: fields.need(key::GENERATION, "generation", Reader::uint)?,
        sequence: fields.need(key::SEQUENCE, "sequence", |reader| {
            let at = reader.position();
            let sequence: u64 = reader.uint()?;
            if sequence > MAX_SEQUENCE { reader.refuse(at, Problem::OutOfRange) } else { Ok(sequence) }
        })?,
        previous: Hash32(fields.need(key::PREVIOUS, "previous hash", Reader::array_of)?),
        record: RecordId::from_uuid(fields.need(key::RECORD, "record id", uuid)?),
        object: ObjectId::from_uuid(fields.need(key::OBJECT, "object id", uuid)?),
        kind: fields.need(key::KIND, "kind", |reader| short_text(reader, MAX_KIND))?,
        schema: fields.need(key::SCHEMA, "schema", Reader::uint)?,
        author: OfficerId::from_uuid(fields.need(key::AUTHOR, "author", uuid)?),
        node_key: KeyId(fields.need(key::NODE_KEY, "node key", Reader::array_of)?),
        at: Timestamp::from_millis(fields.need(key::AT, "time", Reader::int)?),
        marking: Marking {
            grade: fields.find(key::GRADE, |reader| grade(reader, &mut unknown))?.flatten(),
            handling: fields.need(key::HANDLING, "handling", |reader| handling(reader, &mut unknown))?,
        },
        purpose: fields.need(key::PURPOSE, "purpose", |reader| {
            let purpose = pick(reader, &PURPOSES, "purpose", &mut unknown)?;
            Ok(purpose.unwrap_or(Purpose::Administration))
        })?,
        legal_basis: fields.find(key::LEGAL_BASIS, |reader| short_text(reader, MAX_LEGAL_BASIS))?,
        release: fields.find(key::RELEASE, uuid)?.map(ReleaseId::from_uuid),
        supersedes: fields.find(key::SUPERSEDES, uuid)?.map(RecordId::from_uuid),
        commitments: Hash32(fields.need(key::COMMITMENTS, "commitments", Reader::array_of)?),
        fields: fields.need(key::FIELDS, "number of fields", Reader::uint)?,
        random: fields.need(key::RANDOM, "random bytes", Reader::array_of)?,
        not_understood: Vec::new(),
    };
    fields.rest("header", &mut unknown)?;
    Ok(Header { not_understood: unknown, ..header })
}

/// Greatest sequence number: databases count with sign.
pub(crate) const MAX_SEQUENCE: u64 = i64::MAX as u64;

type Cbor<T> = Result<T, crate::cbor::CborError>;

/// The pairs of a map with ascending whole-number keys, asked for in that order.
struct Fields<'a> {
    reader: Reader<'a>,
    left: usize,
    next: Option<u64>,
    last: Option<u64>,
}

impl<'a> Fields<'a> {
    fn new(bytes: &'a [u8]) -> Cbor<Self> {
        Self::within(Reader::new(bytes))
    }

    fn within(mut reader: Reader<'a>) -> Cbor<Self> {
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

    fn find<T>(&mut self, key: u64, read: impl FnOnce(&mut Reader<'a>) -> Cbor<T>) -> Cbor<Option<T>> {
        if self.next != Some(key) {
            return Ok(None);
        }
        let value = read(&mut self.reader)?;
        self.advance()?;
        Ok(Some(value))
    }

    fn need<T>(
        &mut self,
        key: u64,
        what: &'static str,
        read: impl FnOnce(&mut Reader<'a>) -> Cbor<T>,
    ) -> Result<T, Refused> {
        self.find(key, read)?.ok_or(Refused::Missing(what))
    }

    /// What follows the last key that was asked for comes from a newer program; a lower key cannot stand there.
    fn rest(mut self, place: &str, unknown: &mut Vec<String>) -> Cbor<()> {
        self.skip_rest(place, unknown)?;
        self.reader.finish()
    }

    fn skip_rest(&mut self, place: &str, unknown: &mut Vec<String>) -> Cbor<()> {
        while let Some(key) = self.next {
            if unknown.len() >= 32 {
                return self.reader.refuse(self.reader.position(), Problem::OutOfRange);
            }
            self.reader.skip_value(crate::cbor::MAX_DEPTH)?;
            unknown.push(format!("{place} {key}"));
            self.advance()?;
        }
        Ok(())
    }
}

fn uuid(reader: &mut Reader<'_>) -> Cbor<Uuid> {
    reader.array_of().map(Uuid::from_bytes)
}

fn short_text(reader: &mut Reader<'_>, limit: usize) -> Cbor<String> {
    let at = reader.position();
    let text = reader.text()?;
    if text.len() > limit { reader.refuse(at, Problem::OutOfRange) } else { Ok(text.to_owned()) }
}

fn pick<T: Copy>(
    reader: &mut Reader<'_>,
    table: &[T],
    what: &str,
    unknown: &mut Vec<String>,
) -> Cbor<Option<T>> {
    let number: u64 = reader.uint()?;
    let known = usize::try_from(number).ok().and_then(|number| table.get(number)).copied();
    if known.is_none() {
        unknown.push(format!("{what} {number}"));
    }
    Ok(known)
}

fn grade(reader: &mut Reader<'_>, unknown: &mut Vec<String>) -> Cbor<Option<Grade>> {
    let at = reader.position();
    if reader.array()? != 3 {
        return reader.refuse(at, Problem::OutOfRange);
    }
    let scheme = pick(reader, &SCHEMES, "grading scheme", unknown)?;
    let source = one_sign(reader)?;
    let information = one_sign(reader)?;
    let Some(scheme) = scheme else { return Ok(None) };
    match Grade::new(scheme, source, information) {
        Ok(grade) if (grade.source(), grade.information()) == (source, information) => Ok(Some(grade)),
        _ => {
            unknown.push(format!("grade {source:?} {information:?}"));
            Ok(None)
        }
    }
}

fn one_sign(reader: &mut Reader<'_>) -> Cbor<char> {
    let at = reader.position();
    let mut signs = reader.text()?.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) => Ok(sign),
        _ => reader.refuse(at, Problem::OutOfRange),
    }
}

/// A set as an ascending array; empty sets are left out by the writer and refused here.
fn set<T: Copy + Ord>(
    reader: &mut Reader<'_>,
    table: &[T],
    what: &str,
    unknown: &mut Vec<String>,
) -> Cbor<BTreeSet<T>> {
    let at = reader.position();
    let n_items = reader.array()?;
    if n_items == 0 || n_items > 64 {
        return reader.refuse(at, Problem::OutOfRange);
    }
    let mut set = BTreeSet::new();
    let mut last: Option<u64> = None;
    for _ in 0..n_items {
        let at = reader.position();
        let number: u64 = reader.clone().uint()?;
        match last {
            Some(last) if last == number => return reader.refuse(at, Problem::DuplicateKey),
            Some(last) if last > number => return reader.refuse(at, Problem::KeyOrder),
            _ => last = Some(number),
        }
        set.extend(pick(reader, table, what, unknown)?);
    }
    Ok(set)
}

fn handling(reader: &mut Reader<'_>, unknown: &mut Vec<String>) -> Cbor<Handling> {
    let start = reader.position();
    let mut fields = Fields::within(reader.clone())?;
    let missing = crate::cbor::CborError { at: start, problem: Problem::WrongType };
    let handling = Handling {
        codes: fields
            .find(handling_key::CODES, |r| set(r, &CODES, "handling code", unknown))?
            .unwrap_or_default(),
        tlp: fields
            .find(handling_key::TLP, |r| pick(r, &TLPS, "TLP", unknown))?
            .ok_or(missing)?
            .unwrap_or(Tlp::Red),
        purposes: fields
            .find(handling_key::PURPOSES, |r| set(r, &PURPOSES, "handling purpose", unknown))?
            .unwrap_or_default(),
        use_rule: fields
            .find(handling_key::USE, |r| pick(r, &USES, "use rule", unknown))?
            .ok_or(missing)?
            .unwrap_or_default(),
        onward: fields
            .find(handling_key::ONWARD, |r| pick(r, &ONWARDS, "onward rule", unknown))?
            .ok_or(missing)?
            .unwrap_or_default(),
        action: fields
            .find(handling_key::ACTION, |r| pick(r, &ACTIONS, "action rule", unknown))?
            .ok_or(missing)?
            .unwrap_or_default(),
        sanitise_first: fields
            .find(handling_key::SANITISE, |r| {
                let at = r.position();
                let head = r.head()?;
                if (head.major, head.argument) == (7, 21) {
                    Ok(true)
                } else {
                    r.refuse(at, Problem::OutOfRange)
                }
            })?
            .unwrap_or(false),
        expires_at: fields.find(handling_key::EXPIRES, Reader::int)?.map(Timestamp::from_millis),
    };
    fields.skip_rest("handling", unknown)?;
    *reader = fields.reader;
    Ok(handling)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn handling() -> impl Strategy<Value = Handling> {
        let rules = (0..TLPS.len(), 0..USES.len(), 0..ONWARDS.len(), 0..ACTIONS.len());
        let sets = (
            proptest::sample::subsequence(CODES.to_vec(), 0..=CODES.len()),
            proptest::sample::subsequence(PURPOSES.to_vec(), 0..=PURPOSES.len()),
        );
        (rules, sets, any::<bool>(), proptest::option::of(any::<i64>())).prop_map(
            |((tlp, use_rule, onward, action), (codes, purposes), sanitise_first, expires_at)| Handling {
                codes: codes.into_iter().collect(),
                tlp: TLPS[tlp],
                purposes: purposes.into_iter().collect(),
                use_rule: USES[use_rule],
                onward: ONWARDS[onward],
                action: ACTIONS[action],
                sanitise_first,
                expires_at: expires_at.map(Timestamp::from_millis),
            },
        )
    }

    fn grade() -> impl Strategy<Value = Option<Grade>> {
        proptest::option::of((0..SCHEMES.len(), 0usize..6, 0usize..6)).prop_map(|choice| {
            let (scheme, source, information) = choice?;
            let scheme = SCHEMES[scheme];
            let source = scheme.sources().chars().nth(source)?;
            Grade::new(scheme, source, scheme.information().chars().nth(information)?).ok()
        })
    }

    fn header() -> impl Strategy<Value = Header> {
        let ids = any::<[u128; 4]>();
        let numbers = (any::<u32>(), 0..=MAX_SEQUENCE, any::<u16>(), any::<u16>(), any::<i64>());
        let hashes = (any::<[u8; 32]>(), any::<[u8; 32]>(), any::<[u8; 16]>(), any::<[u8; 8]>());
        let optional = (
            proptest::option::of("[^\u{0}]{0,60}"),
            proptest::option::of(any::<u128>()),
            proptest::option::of(any::<u128>()),
        );
        let words = ("[A-Z][A-Z0-9-]{1,15}", "[a-z_]{0,40}", 0..PURPOSES.len(), grade());
        (ids, numbers, hashes, optional, words, handling()).prop_map(
            |(ids, numbers, hashes, optional, (agency, kind, purpose, grade), handling)| Header {
                version: VERSION,
                suite: SUITE,
                feed: FeedId {
                    agency: AgencyCode::new(&agency).unwrap(),
                    audience: AudienceId::from_uuid(Uuid::from_u128(ids[0])),
                },
                generation: numbers.0,
                sequence: numbers.1,
                previous: Hash32(hashes.0),
                record: RecordId::from_uuid(Uuid::from_u128(ids[1])),
                object: ObjectId::from_uuid(Uuid::from_u128(ids[2])),
                kind,
                schema: numbers.2,
                author: OfficerId::from_uuid(Uuid::from_u128(ids[3])),
                node_key: KeyId(hashes.3),
                at: Timestamp::from_millis(numbers.4),
                marking: Marking { grade, handling },
                purpose: PURPOSES[purpose],
                legal_basis: optional.0,
                release: optional.1.map(|id| ReleaseId::from_uuid(Uuid::from_u128(id))),
                supersedes: optional.2.map(|id| RecordId::from_uuid(Uuid::from_u128(id))),
                commitments: Hash32(hashes.1),
                fields: numbers.3,
                random: hashes.2,
                not_understood: Vec::new(),
            },
        )
    }

    proptest! {
        #[test]
        fn every_header_reads_back_and_is_deterministic_cbor(header in header()) {
            let bytes = encode_header(&header);
            prop_assert_eq!(crate::cbor::check(&bytes), Ok(()));
            prop_assert_eq!(decode_header(&bytes), Ok(header));
        }

        #[test]
        fn a_changed_header_is_refused_or_not_understood_or_has_one_spelling(
            header in header(),
            flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = encode_header(&header);
            for (at, byte) in flips {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if let Ok(read) = decode_header(&bytes) {
                prop_assert_eq!(crate::cbor::check(&bytes), Ok(()));
                if read.not_understood.is_empty() {
                    prop_assert_eq!(encode_header(&read), bytes);
                }
            }
        }
    }

    #[test]
    fn every_word_of_the_model_has_its_number() {
        assert_eq!(PURPOSES, Purpose::ALL);
        for scheme in Scheme::ALL {
            assert!(SCHEMES.contains(&scheme));
        }
    }
}
