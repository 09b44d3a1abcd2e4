//! The consolidated list of the United Nations Security Council, as XML.
//!
//! Read entry by entry: the list is small, but whoever sends a file by that name may not be. A document type is
//! refused, since entities declared in one can unfold without end.

use std::io::{BufReader, Read};
use std::sync::Arc;

use lintas_model::property::{Property, Value};
use lintas_model::{EntityKind, PartialDate, date::ReadDate};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::countries::country_of;
use crate::proposal::{Proposal, Thing};
use crate::rows::ods::entity;
use crate::rows::{Cell, Flaw, marks};
use crate::session::{RowNotes, Session};
use crate::table::content::gender;
use crate::{Code, IntakeError};

/// One element with its text and the elements inside it.
#[derive(Debug, Default)]
struct Node {
    name: String,
    text: String,
    children: Vec<Node>,
}

impl Node {
    /// The text of the first child of that name, if it says anything.
    fn get(&self, name: &str) -> Option<&str> {
        self.children.iter().filter(|c| c.name == name).find_map(Node::said)
    }

    fn all<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Node> {
        self.children.iter().filter(move |c| c.name == name)
    }

    fn said(&self) -> Option<&str> {
        let text = self.text.trim();
        (!marks::is_damaged(text) && !text.is_empty() && text != "na").then_some(text)
    }

    /// The texts of several children, in that order, joined.
    fn joined(&self, names: &[&str], by: &str) -> Option<String> {
        let parts: Vec<&str> = names.iter().filter_map(|n| self.get(n)).collect();
        (!parts.is_empty()).then(|| parts.join(by))
    }

    /// Every text in the entry with the path to it, for the fingerprint and the reject file.
    fn flat(&self, path: &str, into: &mut Vec<(String, String)>) {
        let path = if path.is_empty() { self.name.clone() } else { format!("{path}/{}", self.name) };
        if !self.text.trim().is_empty() {
            into.push((path.clone(), self.text.trim().to_owned()));
        }
        for child in &self.children {
            child.flat(&path, into);
        }
    }
}

/// Elements in one entry; the largest real ones have a few hundred.
const NODES_PER_ENTRY: usize = 20_000;

pub(crate) fn read<R: Read>(session: &mut Session<'_>, file: R) -> Result<(), IntakeError> {
    let mut xml = Reader::from_reader(BufReader::new(file));
    xml.config_mut().trim_text(false);
    let mut buffer = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    let mut nodes = 0;
    let mut bytes = 0;
    let mut entries = 0;
    let mut closed = false;
    let mut seen_root = false;
    loop {
        if session.is_enough() {
            return Ok(());
        }
        buffer.clear();
        let at = xml.buffer_position();
        let damaged = |reason: String| IntakeError::Damaged {
            file: session.file.clone(),
            place: format!("byte {at}, behind entry {entries}"),
            reason,
            next_step: "take the file again from its publisher".to_owned(),
        };
        let event = xml.read_event_into(&mut buffer).map_err(|error| damaged(error.to_string()))?;
        match event {
            Event::DocType(_) => {
                return Err(damaged("it declares a document type, which the list never does".to_owned()));
            }
            Event::Start(tag) => {
                let name = String::from_utf8_lossy(tag.local_name().as_ref()).into_owned();
                seen_root |= name == "CONSOLIDATED_LIST";
                if !open.is_empty() || matches!(name.as_str(), "INDIVIDUAL" | "ENTITY") {
                    nodes += 1;
                    if nodes > NODES_PER_ENTRY {
                        return Err(damaged("an entry has more parts than any real one".to_owned()));
                    }
                    open.push(Node { name, ..Node::default() });
                }
            }
            Event::Empty(_) => {}
            Event::Text(text) => {
                if let Some(node) = open.last_mut() {
                    let text = text.xml10_content().map_err(|e| damaged(e.to_string()))?;
                    bytes += text.len();
                    if bytes > session.options.limits.row_bytes {
                        return Err(damaged("an entry is longer than any real one".to_owned()));
                    }
                    node.text.push_str(&text);
                }
            }
            Event::CData(text) => {
                if let Some(node) = open.last_mut() {
                    node.text.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Event::GeneralRef(name) => {
                if let Some(node) = open.last_mut() {
                    node.text.push_str(&entity(&name));
                }
            }
            Event::End(tag) => {
                closed |= tag.local_name().as_ref() == b"CONSOLIDATED_LIST";
                if let Some(node) = open.pop() {
                    match open.last_mut() {
                        Some(parent) => parent.children.push(node),
                        None => {
                            entries += 1;
                            (nodes, bytes) = (0, 0);
                            take(session, entries, &node)?;
                        }
                    }
                }
            }
            Event::Eof => {
                return if !seen_root {
                    Err(IntakeError::UnknownFormat {
                        file: session.file.clone(),
                        found: "it looks like XML of another kind".to_owned(),
                        next_step: "give a table as .xlsx or .csv".to_owned(),
                    })
                } else if closed {
                    Ok(())
                } else {
                    Err(damaged("it breaks off before the end of the list".to_owned()))
                };
            }
            _ => {}
        }
    }
}

fn take(session: &mut Session<'_>, number: u64, node: &Node) -> Result<(), IntakeError> {
    let mut notes = RowNotes::new("", number);
    let mut flat = Vec::new();
    node.flat("", &mut flat);
    let headers: Arc<[String]> = flat.iter().map(|(path, _)| path.clone()).collect();
    let cells: Vec<Cell> = flat.iter().map(|(_, text)| Cell::text(text, &session.options.limits)).collect();
    for (header, cell) in headers.iter().zip(&cells) {
        match cell.flaw {
            Some(Flaw::Damaged) => notes.note(
                Code::DamagedValue,
                Some(header),
                "holds bytes that are no characters; the value was left out".to_owned(),
                "look it up in the published list",
                "",
            ),
            _ => {
                notes.check_cell(header, cell);
            }
        }
    }
    let proposal = if notes.is_refused() { None } else { proposal(session, &mut notes, number, node, &flat) };
    session.finish(notes, proposal, &headers, &cells)
}

fn proposal(
    session: &mut Session<'_>,
    notes: &mut RowNotes<'_>,
    number: u64,
    node: &Node,
    flat: &[(String, String)],
) -> Option<Proposal> {
    let fingerprint = session.fingerprints.of(flat
        .iter()
        .filter(|(path, _)| !path.contains("SORT_KEY"))
        .map(|(path, text)| (path.as_str(), text.as_str())));
    let mut proposal = Proposal::of(fingerprint, "", number);
    proposal.source_key = node.get("DATAID").or(node.get("REFERENCE_NUMBER")).map(str::to_owned);
    let person = node.name == "INDIVIDUAL";
    let mut thing = Thing::new(if person { EntityKind::Person } else { EntityKind::Organisation });
    let name = node.joined(&["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"], " ");
    let Some(name) = name else {
        notes.note(
            Code::BadEntry,
            None,
            "has no name".to_owned(),
            "take the file again from its publisher",
            "",
        );
        return None;
    };
    thing.say(Property::Name, Value::Text(clean(&name)));
    if let Some(original) = node.get("NAME_ORIGINAL_SCRIPT") {
        thing.say_noted(Property::Name, Value::Text(clean(original)), Some("original script".to_owned()));
    }
    aliases(&mut thing, node);
    for (element, property) in [("TITLE", Property::Title), ("DESIGNATION", Property::Occupation)] {
        for value in node.all(element).flat_map(|n| n.all("VALUE")).filter_map(Node::said) {
            thing.say(property, Value::Text(clean(value)));
        }
    }
    for value in node.all("NATIONALITY").flat_map(|n| n.all("VALUE")).filter_map(Node::said) {
        thing.say(Property::Nationality, country_of(value).map_or_else(|| value.into(), Value::Country));
    }
    if let Some(stated) = node.get("GENDER") {
        thing.say(Property::Gender, gender(stated).unwrap_or(stated).into());
    }
    for prefix in ["INDIVIDUAL", "ENTITY"] {
        for address in node.all(&format!("{prefix}_ADDRESS")) {
            let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"];
            if let Some(text) = address.joined(&parts, ", ") {
                let note = address.get("NOTE").map(clean);
                thing.say_noted(Property::Address, Value::Text(clean(&text)), note);
            }
            if let Some(country) = address.get("COUNTRY").and_then(country_of) {
                thing.say(Property::Country, Value::Country(country));
            }
        }
    }
    for birth in node.all("INDIVIDUAL_DATE_OF_BIRTH") {
        birth_date(&mut thing, birth, notes);
    }
    for place in node.all("INDIVIDUAL_PLACE_OF_BIRTH") {
        if let Some(text) = place.joined(&["CITY", "STATE_PROVINCE", "COUNTRY"], ", ") {
            thing.say(Property::BirthPlace, Value::Text(clean(&text)));
        }
    }
    for document in node.all("INDIVIDUAL_DOCUMENT") {
        let Some(number) = document.get("NUMBER") else { continue };
        let parts = [
            "TYPE_OF_DOCUMENT",
            "TYPE_OF_DOCUMENT2",
            "ISSUING_COUNTRY",
            "COUNTRY_OF_ISSUE",
            "DATE_OF_ISSUE",
            "NOTE",
        ];
        thing.say_noted(Property::DocumentNumber, number.into(), document.joined(&parts, ", "));
    }
    let list = node.joined(&["UN_LIST_TYPE", "REFERENCE_NUMBER"], " ").unwrap_or_default();
    thing.say_noted(
        Property::Listing,
        Value::Text(format!("UN {list}").trim().to_owned()),
        node.get("LISTED_ON").map(|d| format!("listed on {d}")),
    );
    if let Some(id) = node.get("DATAID") {
        thing.say(Property::SourceId, id.into());
    }
    if let Some(comment) = node.get("COMMENTS1") {
        thing.say(Property::Description, Value::Text(clean(comment)));
    }
    proposal.add(thing);
    Some(proposal)
}

fn aliases(thing: &mut Thing, node: &Node) {
    for prefix in ["INDIVIDUAL_ALIAS", "ENTITY_ALIAS"] {
        for alias in node.all(prefix) {
            let quality = alias.get("QUALITY");
            let property = match quality {
                Some("F.K.A." | "f.k.a." | "F.k.a.") => Property::FormerName,
                _ => Property::Alias,
            };
            let note = quality.filter(|q| q.eq_ignore_ascii_case("low")).map(|_| "weak alias".to_owned());
            // Several spellings may stand in one alias, separated by semicolons.
            for name in alias.get("ALIAS_NAME").into_iter().flat_map(|a| a.split(';')).map(str::trim) {
                if !name.is_empty() {
                    thing.say_noted(property, Value::Text(clean(name)), note.clone());
                }
            }
            if let Some(date) = alias.get("DATE_OF_BIRTH").and_then(certain) {
                thing.say(Property::BirthDate, Value::Date(date));
            }
        }
    }
}

/// A date, a year, an approximate one; a span is kept as its two years in words.
fn birth_date(thing: &mut Thing, birth: &Node, notes: &mut RowNotes<'_>) {
    let about = birth.get("TYPE_OF_DATE").is_some_and(|t| t.eq_ignore_ascii_case("approximately"));
    let note = birth.get("NOTE").map(clean);
    let text = birth.get("DATE").or(birth.get("YEAR"));
    if let Some(text) = text {
        match certain(text) {
            Some(date) => {
                let date = if about { date.about() } else { date };
                thing.say_noted(Property::BirthDate, Value::Date(date), note);
            }
            None => notes.note(
                Code::BadDate,
                Some("INDIVIDUAL_DATE_OF_BIRTH"),
                "could not read a date of birth".to_owned(),
                "look it up in the published list; the rest of the entry was taken without it",
                text,
            ),
        }
    }
    if let (Some(from), Some(to)) = (birth.get("FROM_YEAR"), birth.get("TO_YEAR")) {
        thing.say(Property::Other, Value::Text(format!("Born between {from} and {to}")));
    }
}

fn certain(text: &str) -> Option<PartialDate> {
    match PartialDate::read(text) {
        Ok(ReadDate::Certain(date)) => Some(date),
        _ => None,
    }
}

/// Without invisible marks, and with single spaces.
fn clean(text: &str) -> String {
    marks::without_invisible(text).0.split_whitespace().collect::<Vec<_>>().join(" ")
}
