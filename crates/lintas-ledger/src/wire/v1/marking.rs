//! Grade, handling and purpose as numbers. Frozen: never change, add v2.
//!
//! A number that this program does not know comes from a newer one: it is read as the strictest value and noted, so that
//! nothing is shown to anybody on the strength of a code that was not understood.

use std::collections::BTreeSet;

use lintas_model::grade::Scheme;
use lintas_model::handling::{ActionRule, Handling, HandlingCode, OnwardRule, Purpose, Tlp, UseRule};
use lintas_model::{Grade, Timestamp};

use super::fields::{Cbor, Fields};
use crate::cbor::{CborError, Problem, Reader, Writer};

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
pub(super) const SCHEMES: [Scheme; 4] =
    [Scheme::ThreeFiveTwo, Scheme::FiveFiveFive, Scheme::FourFour, Scheme::Admiralty];
pub(super) const CODES: [HandlingCode; 4] =
    [HandlingCode::H0, HandlingCode::H1, HandlingCode::H2, HandlingCode::H3];
pub(super) const TLPS: [Tlp; 5] = [Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red];
pub(super) const PURPOSES: [Purpose; 6] = [
    Purpose::Investigation,
    Purpose::Prosecution,
    Purpose::VictimProtection,
    Purpose::LegalCooperation,
    Purpose::Programme,
    Purpose::Administration,
];
pub(super) const USES: [UseRule; 3] =
    [UseRule::IntelligenceOnly, UseRule::EvidenceAfterPermission, UseRule::Evidence];
pub(super) const ONWARDS: [OnwardRule; 3] = [OnwardRule::Never, OnwardRule::Ask, OnwardRule::Allowed];
pub(super) const ACTIONS: [ActionRule; 4] =
    [ActionRule::Undetectable, ActionRule::Passive, ActionRule::Covert, ActionRule::Overt];
/// The number that stands for a value.
pub(super) fn number<T: PartialEq>(table: &[T], value: &T) -> u64 {
    table.iter().position(|entry| entry == value).unwrap_or(table.len()) as u64
}
/// Scheme, source and information of a grade.
pub(super) fn encode_grade(grade: Grade, writer: &mut Writer) {
    writer.array(3);
    writer.uint(number(&SCHEMES, &grade.scheme()));
    writer.text(grade.source().encode_utf8(&mut [0; 4]));
    writer.text(grade.information().encode_utf8(&mut [0; 4]));
}

/// The handling as a map of its own.
pub(super) fn encode_handling(handling: &Handling, writer: &mut Writer) {
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
/// Reads a number of a table; one that is not in it is noted.
pub(super) fn pick<T: Copy>(
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

/// Reads a grade.
pub(super) fn grade(reader: &mut Reader<'_>, unknown: &mut Vec<String>) -> Cbor<Option<Grade>> {
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

/// Reads the handling.
pub(super) fn handling(reader: &mut Reader<'_>, unknown: &mut Vec<String>) -> Cbor<Handling> {
    let start = reader.position();
    let mut fields = Fields::within(reader.clone())?;
    let missing = CborError { at: start, problem: Problem::WrongType };
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
    *reader = fields.into_reader();
    Ok(handling)
}
