//! The list of specially designated nationals of the United States Treasury (OFAC): three files without headers.
//!
//! `sdn.csv`: number, name, type, programme, title, call sign, vessel type, tonnage, gross tonnage, flag, owner,
//! remarks. `alt.csv`: number, number of the alias, its type, the alias, remarks. `add.csv`: number, number of the
//! address, street, city and country, remarks. Empty is written `-0-`.

use std::collections::BTreeMap;
use std::sync::Arc;

use lintas_model::EntityKind;
use lintas_model::property::{Property, Value};

use super::remarks;
use crate::countries::country_of;
use crate::proposal::{Proposal, Thing};
use crate::rows::delimited::Delimited;
use crate::rows::{Cell, Row, RowReader};
use crate::session::{RowNotes, Session};
use crate::{Code, IntakeError};

const HEADERS: [&str; 12] = [
    "ent_num",
    "SDN_Name",
    "SDN_Type",
    "Program",
    "Title",
    "Call_Sign",
    "Vess_type",
    "Tonnage",
    "GRT",
    "Vess_flag",
    "Vess_owner",
    "Remarks",
];

/// Whether rows look like `sdn.csv`, or like the files that belong beside it.
pub(crate) fn is_sdn(rows: &[Vec<String>]) -> bool {
    let fits = |row: &&Vec<String>| {
        row.len() == 12 && row[0].trim().parse::<u32>().is_ok() && row.iter().any(|c| c.trim() == "-0-")
    };
    // Aliases and addresses given alone are the same list, and the wrong file of it.
    let companion = |row: &&Vec<String>| {
        matches!(row.len(), 5 | 6)
            && row[..2].iter().all(|c| c.trim().parse::<u32>().is_ok())
            && row.iter().any(|c| c.trim() == "-0-")
    };
    let most = |n: usize| !rows.is_empty() && n * 10 >= rows.len() * 9;
    most(rows.iter().filter(fits).count()) || most(rows.iter().filter(companion).count())
}

/// A file of the set that holds no names of its own.
fn is_companion(row: &Row) -> bool {
    matches!(row.cells.len(), 5 | 6) && row.cells[..2].iter().all(|c| c.text.parse::<u32>().is_ok())
}

/// The rows of a companion by the number of their entry.
type Joined = BTreeMap<u32, Vec<Vec<String>>>;

pub(crate) fn read(session: &mut Session<'_>, rows: &mut dyn RowReader) -> Result<(), IntakeError> {
    let mut aliases = companion(session, "alt.csv")?;
    let mut addresses = companion(session, "add.csv")?;
    let headers: Arc<[String]> = HEADERS.iter().map(|h| (*h).to_owned()).collect();
    while !session.is_enough()
        && let Some(row) = rows.next_row()?
    {
        // The published file ends with the end-of-file mark of DOS, which is cleaned away to an empty cell.
        if row.is_blank() || row.cells.first().is_some_and(|c| c.text.eq_ignore_ascii_case("ent_num")) {
            continue;
        }
        if session.counts.read == 0 && is_companion(&row) {
            return Err(IntakeError::Incomplete {
                file: session.file.clone(),
                reason: "it holds aliases or addresses without the names they belong to".to_owned(),
                next_step: "give sdn.csv and keep this file in the same folder".to_owned(),
            });
        }
        take(session, &row, &headers, &mut aliases, &mut addresses)?;
    }
    if session.options.rows_at_most.is_none() {
        for (name, left) in [("alt.csv", aliases), ("add.csv", addresses)] {
            let rows: usize = left.iter().flat_map(Joined::values).map(Vec::len).sum();
            if rows > 0 {
                session.about(
                    Code::CompanionUnmatched,
                    "",
                    None,
                    format!("{rows} rows of {name} belong to no entry of the list"),
                    "take all three files from the same day",
                );
            }
        }
    }
    Ok(())
}

/// Reads a companion file, if it was given.
fn companion(session: &mut Session<'_>, name: &str) -> Result<Option<Joined>, IntakeError> {
    let given = session.options.companions.iter().find(|c| c.name.to_ascii_lowercase().ends_with(name));
    let Some(given) = given else {
        session.about(
            Code::CompanionMissing,
            "",
            None,
            format!(
                "{name} was not given: {} are missing",
                if name == "alt.csv" { "aliases" } else { "addresses" }
            ),
            "keep the three files of the list in one folder",
        );
        return Ok(None);
    };
    let limits = session.options.limits;
    let mut rows = Delimited::new(&given.name, given.bytes.as_slice(), encoding_rs::UTF_8, ',', limits);
    let mut joined = Joined::new();
    while let Some(row) = rows.next_row()? {
        if row.is_blank() {
            continue;
        }
        match row.cells.first().and_then(|c| c.text.parse::<u32>().ok()).filter(|_| row.fault.is_none()) {
            Some(number) => {
                joined.entry(number).or_default().push(row.cells.into_iter().map(|c| c.text).collect())
            }
            None if row.number == 1 => {}
            None => session.about(
                Code::CompanionUnmatched,
                &given.name,
                None,
                format!("row {} does not begin with the number of an entry", row.number),
                "take the file again from its publisher",
            ),
        }
    }
    Ok(Some(joined))
}

fn take(
    session: &mut Session<'_>,
    row: &Row,
    headers: &Arc<[String]>,
    aliases: &mut Option<Joined>,
    addresses: &mut Option<Joined>,
) -> Result<(), IntakeError> {
    let mut notes = RowNotes::new("", row.number);
    notes.check_row(row);
    for (header, cell) in headers.iter().zip(&row.cells) {
        notes.check_cell(header, cell);
    }
    let number = row.cells.first().and_then(|c| c.text.parse::<u32>().ok());
    let name = row.cells.get(1).map(|c| c.text.as_str()).filter(|n| !is_nothing(n));
    let (Some(number), Some(name), 12) = (number, name, row.cells.len()) else {
        if !notes.is_refused() {
            notes.note(
                Code::BadEntry,
                None,
                format!(
                    "has {} cells; an entry has 12, begins with a number and has a name",
                    row.cells.len()
                ),
                "take the file again from its publisher",
                row.cells.first().map_or("", |c| c.text.as_str()),
            );
        }
        return session.finish(notes, None, headers, &row.cells);
    };
    if notes.is_refused() {
        return session.finish(notes, None, headers, &row.cells);
    }
    let alt = aliases.as_mut().and_then(|a| a.remove(&number)).unwrap_or_default();
    let add = addresses.as_mut().and_then(|a| a.remove(&number)).unwrap_or_default();
    let proposal = proposal(session, row, number, name, &alt, &add);
    session.finish(notes, Some(proposal), headers, &row.cells)
}

fn proposal(
    session: &mut Session<'_>,
    row: &Row,
    number: u32,
    name: &str,
    alt: &[Vec<String>],
    add: &[Vec<String>],
) -> Proposal {
    let joined = alt.iter().chain(add).flatten().map(|text| ("joined", text.as_str()));
    let own = HEADERS.iter().copied().zip(row.cells.iter().map(|c| c.text.as_str()));
    let fingerprint = session.fingerprints.of(own.chain(joined));
    let mut proposal = Proposal::of(fingerprint, "", row.number);
    proposal.source_key = Some(number.to_string());
    let text = |index: usize| row.cells.get(index).map(|c: &Cell| c.text.as_str()).filter(|t| !is_nothing(t));
    let kind = match text(2) {
        Some("individual") => EntityKind::Person,
        Some("vessel" | "aircraft") => EntityKind::Vehicle,
        _ => EntityKind::Organisation,
    };
    let mut thing = Thing::new(kind);
    thing.say(Property::Name, name.into());
    thing.say(Property::SourceId, Value::Text(number.to_string()));
    for program in text(3).into_iter().flat_map(|p| p.split("] [")) {
        thing.say(Property::Listing, Value::Text(format!("OFAC SDN {}", program.trim_matches(['[', ']']))));
    }
    for (index, property) in [(4, Property::Title), (5, Property::Plate), (6, Property::Category)] {
        if let Some(text) = text(index) {
            thing.say(property, text.into());
        }
    }
    if let Some(flag) = text(9) {
        thing.say(Property::Country, country_of(flag).map_or_else(|| flag.into(), Value::Country));
    }
    for index in [7, 8, 10] {
        if let Some(text) = text(index) {
            thing.say(Property::Other, Value::Text(format!("{}: {text}", HEADERS[index])));
        }
    }
    for alias in alt {
        let Some(spelling) = alias.get(3).filter(|a| !is_nothing(a)) else { continue };
        let kind = alias.get(2).map(String::as_str).unwrap_or_default();
        let property = if kind == "fka" { Property::FormerName } else { Property::Alias };
        let note = alias.get(4).filter(|n| !is_nothing(n)).cloned();
        thing.say_noted(property, spelling.as_str().into(), note);
    }
    for address in add {
        let parts: Vec<&str> =
            address.iter().skip(2).take(3).map(String::as_str).filter(|p| !is_nothing(p)).collect();
        if !parts.is_empty() {
            thing.say(Property::Address, Value::Text(parts.join(", ")));
        }
        if let Some(country) = address.get(4).and_then(|c| country_of(c)) {
            thing.say(Property::Country, Value::Country(country));
        }
    }
    if let Some(text) = text(11) {
        remarks::say(&mut thing, text);
    }
    proposal.add(thing);
    proposal
}

fn is_nothing(text: &str) -> bool {
    matches!(text.trim(), "" | "-0-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_known_by_its_twelve_cells() {
        let row = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        assert!(is_sdn(&[row("1,X,-0- ,A,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ")]));
        assert!(!is_sdn(&[row("name,age")]));
        assert!(!is_sdn(&[]));
    }
}
