//! The header as a map with whole-number keys. Frozen: never change, add v2.

use lintas_model::handling::Purpose;
use lintas_model::{AgencyCode, AudienceId, Marking, ObjectId, OfficerId, RecordId, ReleaseId, Timestamp};
use uuid::Uuid;

use super::fields::{Cbor, Fields};
use super::marking::{self, PURPOSES, number, pick};
use super::{MAX_KIND, MAX_LEGAL_BASIS, MAX_SEQUENCE, SUITE, VERSION};
use crate::cbor::{Problem, Reader, Writer};
use crate::entry::Refused;
use crate::{FeedId, Hash32, Header, KeyId};

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
        marking::encode_grade(grade, &mut writer);
    }
    writer.uint(key::HANDLING);
    marking::encode_handling(&header.marking.handling, &mut writer);
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
            grade: fields.find(key::GRADE, |reader| marking::grade(reader, &mut unknown))?.flatten(),
            handling: fields
                .need(key::HANDLING, "handling", |reader| marking::handling(reader, &mut unknown))?,
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
fn uuid(reader: &mut Reader<'_>) -> Cbor<Uuid> {
    reader.array_of().map(Uuid::from_bytes)
}

fn short_text(reader: &mut Reader<'_>, limit: usize) -> Cbor<String> {
    let at = reader.position();
    let text = reader.text()?;
    if text.len() > limit { reader.refuse(at, Problem::OutOfRange) } else { Ok(text.to_owned()) }
}
