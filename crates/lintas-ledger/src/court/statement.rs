//! The statement of a court file as a map with whole-number keys. Frozen: never change, add v2.

use lintas_model::{AgencyCode, AudienceId, Timestamp};
use uuid::Uuid;

use super::frame::MAX_ABOUT;
use super::{CourtError, CourtStatement};
use crate::FeedId;
use crate::bundle::FeedRange;
use crate::cbor::{CborError, Problem, Reader, Writer};
use crate::keys::{read_manifest, write_manifest};

mod key {
    //! The keys of a statement, all of which must stand there.
    pub(super) const AGENCY: u64 = 1;
    pub(super) const CREATED_AT: u64 = 2;
    pub(super) const ABOUT: u64 = 3;
    pub(super) const KEYS: u64 = 4;
    pub(super) const RUNS: u64 = 5;
    pub(super) const CHECKPOINTS: u64 = 6;
}

pub(super) fn encode(statement: &CourtStatement) -> Result<Vec<u8>, CourtError> {
    if statement.about.len() > MAX_ABOUT {
        return Err(CourtError::TooLarge(statement.about.len()));
    }
    let mut writer = Writer::default();
    writer.map(6);
    writer.uint(key::AGENCY);
    writer.text(statement.agency.as_str());
    writer.uint(key::CREATED_AT);
    writer.int(statement.created_at.as_millis());
    writer.uint(key::ABOUT);
    writer.text(&statement.about);
    writer.uint(key::KEYS);
    writer.array(statement.keys.len());
    for manifest in &statement.keys {
        write_manifest(manifest, &mut writer).map_err(|why| CourtError::Statement(why.to_string()))?;
    }
    writer.uint(key::RUNS);
    writer.array(statement.runs.len());
    for run in &statement.runs {
        writer.array(5);
        writer.text(run.feed.agency.as_str());
        writer.bytes(run.feed.audience.uuid().as_bytes());
        writer.uint(u64::from(run.generation));
        writer.uint(run.from);
        writer.uint(run.until);
    }
    writer.uint(key::CHECKPOINTS);
    writer.array(statement.checkpoints.len());
    statement.checkpoints.iter().for_each(|note| writer.text(note));
    Ok(writer.into_bytes())
}

/// Reads a statement, refusing whatever [`encode`] would not have written.
pub(super) fn decode(bytes: &[u8]) -> Result<CourtStatement, CborError> {
    let mut reader = Reader::new(bytes);
    if reader.map()? != 6 {
        return reader.refuse(0, Problem::OutOfRange);
    }
    let statement = CourtStatement {
        agency: at(&mut reader, key::AGENCY, agency)?,
        created_at: at(&mut reader, key::CREATED_AT, |r| r.int().map(Timestamp::from_millis))?,
        about: at(&mut reader, key::ABOUT, |r| {
            let start = r.position();
            let about = r.text()?;
            if about.len() > MAX_ABOUT { r.refuse(start, Problem::OutOfRange) } else { Ok(about.to_owned()) }
        })?,
        keys: at(&mut reader, key::KEYS, |r| list(r, read_manifest))?,
        runs: at(&mut reader, key::RUNS, |r| list(r, run))?,
        checkpoints: at(&mut reader, key::CHECKPOINTS, |r| list(r, |r| r.text().map(str::to_owned)))?,
    };
    reader.finish()?;
    Ok(statement)
}

fn at<'a, T>(
    reader: &mut Reader<'a>,
    key: u64,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, CborError>,
) -> Result<T, CborError> {
    let start = reader.position();
    if reader.uint::<u64>()? == key { read(reader) } else { reader.refuse(start, Problem::WrongType) }
}

fn list<'a, T>(
    reader: &mut Reader<'a>,
    read: impl Fn(&mut Reader<'a>) -> Result<T, CborError>,
) -> Result<Vec<T>, CborError> {
    let count = reader.array()?;
    (0..count).map(|_| read(reader)).collect()
}

fn agency(reader: &mut Reader<'_>) -> Result<AgencyCode, CborError> {
    let start = reader.position();
    AgencyCode::new(reader.text()?).or_else(|_| reader.refuse(start, Problem::OutOfRange))
}

fn run(reader: &mut Reader<'_>) -> Result<FeedRange, CborError> {
    let start = reader.position();
    if reader.array()? != 5 {
        return reader.refuse(start, Problem::OutOfRange);
    }
    let agency = agency(reader)?;
    let audience = AudienceId::from_uuid(Uuid::from_bytes(reader.array_of()?));
    Ok(FeedRange {
        feed: FeedId { agency, audience },
        generation: reader.uint()?,
        from: reader.uint()?,
        until: reader.uint()?,
    })
}
