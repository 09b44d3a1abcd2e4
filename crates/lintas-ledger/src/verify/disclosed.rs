//! The check of what a release discloses: each original must be a sound record of the agency that releases it.

use lintas_model::Kind;

use super::{Finding, code};
use crate::cbor::{CborError, MAX_DEPTH, Problem, Reader};
use crate::entry::{self, Entry};
use crate::keys::Keyring;

/// The name of the field of a release that holds the originals, and within one the name of its bytes.
const FIELD: &str = "disclosed";
const BYTES: &str = "entry";

/// Everything that is wrong with the originals inside an entry, which is nothing for what is no release. Nobody passes on
/// what another agency wrote: it asks that agency, which releases it itself.
pub fn disclosed(keys: &Keyring, holder: &Entry) -> Vec<Finding> {
    if holder.header().known_kind() != Some(Kind::Release) {
        return Vec::new();
    }
    let found = |problem: String| Finding { place: holder.place(), code: code::DISCLOSED, problem };
    let Some(value) = holder.field(FIELD) else { return Vec::new() };
    let originals = match originals(value) {
        Ok(originals) => originals,
        Err(why) => return vec![found(format!("what it discloses does not read: {why}"))],
    };
    let mut findings = Vec::new();
    for bytes in originals {
        match entry::look_at(keys, bytes) {
            Ok(looked) => {
                if looked.header.feed.agency != holder.header().feed.agency {
                    let problem = format!("it discloses a record of {}", looked.header.feed.agency);
                    findings.push(found(problem));
                }
                findings.extend(looked.findings);
            }
            Err(why) => findings.push(found(format!("what it discloses does not read: {why}"))),
        }
    }
    findings
}

/// The bytes of the originals in an array of maps.
fn originals(value: &[u8]) -> Result<Vec<&[u8]>, CborError> {
    let mut reader = Reader::new(value);
    let count = reader.array()?;
    let mut originals = Vec::new();
    for _ in 0..count {
        let start = reader.position();
        let mut bytes = None;
        for _ in 0..reader.map()? {
            if reader.text()? == BYTES {
                bytes = Some(reader.bytes()?);
            } else {
                reader.skip_value(MAX_DEPTH)?;
            }
        }
        match bytes {
            Some(bytes) => originals.push(bytes),
            None => return reader.refuse(start, Problem::WrongType),
        }
    }
    reader.finish()?;
    Ok(originals)
}
