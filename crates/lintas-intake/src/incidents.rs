//! Dated incidents with coordinates, in the layouts of IOM's Missing Migrants Project.
//!
//! Two incidents may be told in the same words: the same crossing, the same month, one dead. So equal rows are not
//! one row; they are counted within the file, and the n-th of them is known again as the n-th.

use std::sync::Arc;

use lintas_model::property::{Property, Value};
use lintas_model::record::Report;
use lintas_model::{EntityKind, PartialDate, Point};

use crate::proposal::{Proposal, Thing};
use crate::rows::{Cell, Row, column_letter};
use crate::session::{RowNotes, Session};
use crate::table::builder::say_countries;
use crate::table::words::normal;
use crate::table::{content, values};
use crate::{Code, Column, FoundBy, IntakeError, Meaning};

/// What a column of the data set holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Type,
    Date,
    Year,
    Month,
    RegionOfIncident,
    CountryOfIncident,
    Origin,
    Dead,
    Missing,
    Total,
    Survivors,
    Cause,
    Route,
    Location,
    Coordinates,
    Latitude,
    Longitude,
    Source,
    Url,
    Other,
}

/// Headers of all editions, as [`normal`] leaves them.
const HEADERS: &[(&str, Field)] = &[
    ("incident id", Field::Id),
    ("main id", Field::Id),
    ("web id", Field::Id),
    ("incident type", Field::Type),
    ("incident date", Field::Date),
    ("reported date", Field::Date),
    ("website date", Field::Date),
    ("incident year", Field::Year),
    ("reported year", Field::Year),
    ("reported month", Field::Month),
    ("incident month", Field::Month),
    ("month", Field::Month),
    ("region of incident", Field::RegionOfIncident),
    ("country of incident", Field::CountryOfIncident),
    ("country of origin", Field::Origin),
    ("number of dead", Field::Dead),
    ("number dead", Field::Dead),
    ("minimum estimated number of missing", Field::Missing),
    ("total number of dead and missing", Field::Total),
    ("total dead and missing", Field::Total),
    ("number of survivors", Field::Survivors),
    ("cause of death", Field::Cause),
    ("migration route", Field::Route),
    ("location of death", Field::Location),
    ("location of incident", Field::Location),
    ("location description", Field::Location),
    ("coordinates", Field::Coordinates),
    ("location coordinates", Field::Coordinates),
    ("latitude", Field::Latitude),
    ("longitude", Field::Longitude),
    ("information source", Field::Source),
    ("url", Field::Url),
    ("link", Field::Url),
];

/// Headers that no other kind of table has; three of them are enough.
const TELLING: &[&str] = &[
    "minimum estimated number of missing",
    "total number of dead and missing",
    "total dead and missing",
    "cause of death",
    "migration route",
    "region of incident",
    "unsd geographical grouping",
    "number of survivors",
    "number of dead",
    "number dead",
];

/// Whether a row holds the headers of this data set.
pub(crate) fn are_headers<S: AsRef<str>>(headers: &[S]) -> bool {
    headers.iter().filter(|h| TELLING.contains(&normal(h.as_ref()).as_str())).count() >= 3
}

/// Reads the rows.
pub(crate) struct IncidentRows {
    header_row: u64,
    headers: Arc<[String]>,
    fields: Vec<Field>,
    samples: Vec<Vec<String>>,
}

impl IncidentRows {
    /// Finds the headers in the first rows; `None` if they are not there.
    pub(crate) fn new(sample: &[Row]) -> Option<Self> {
        let at = sample
            .iter()
            .position(|r| are_headers(&r.cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>()))?;
        let headers: Arc<[String]> = sample[at].cells.iter().map(|c| c.text.clone()).collect();
        let fields = headers
            .iter()
            .map(|h| {
                let header = normal(h);
                HEADERS.iter().find(|(known, _)| *known == header).map_or(Field::Other, |(_, field)| *field)
            })
            .collect();
        let samples = (0..headers.len())
            .map(|i| {
                sample[at + 1..]
                    .iter()
                    .filter_map(|r| r.cells.get(i))
                    .take(3)
                    .map(|c| c.text.clone())
                    .collect()
            })
            .collect();
        Some(Self { header_row: sample[at].number, headers, fields, samples })
    }

    pub(crate) fn header_row(&self) -> u64 {
        self.header_row
    }

    pub(crate) fn columns(&self) -> Vec<Column> {
        self.headers
            .iter()
            .zip(&self.fields)
            .zip(&self.samples)
            .enumerate()
            .map(|(index, ((header, field), samples))| Column {
                letter: column_letter(index),
                header: header.clone(),
                meaning: field.meaning(),
                found_by: if *field == Field::Other { FoundBy::Nothing } else { FoundBy::Header },
                samples: samples.clone(),
            })
            .collect()
    }

    pub(crate) fn take(&self, sheet: &str, row: &Row, session: &mut Session<'_>) -> Result<(), IntakeError> {
        let mut notes = RowNotes::new(sheet, row.number);
        notes.check_row(row);
        if row.cells.iter().skip(self.headers.len()).any(|c| !c.is_empty()) {
            notes.note(
                Code::LongRow,
                None,
                format!("has {} cells under {} headers", row.cells.len(), self.headers.len()),
                "put quotation marks around values that contain the separator and give the row again",
                "",
            );
        }
        for (header, cell) in self.headers.iter().zip(&row.cells) {
            notes.check_cell(header, cell);
        }
        let proposal = if notes.is_refused() { None } else { self.proposal(row, &mut notes, session) };
        session.finish(notes, proposal, &self.headers, &row.cells)
    }

    fn cell<'r>(&'r self, row: &'r Row, field: Field) -> Option<(&'r str, &'r Cell)> {
        self.fields
            .iter()
            .zip(self.headers.iter())
            .zip(&row.cells)
            .filter(|((f, _), cell)| **f == field && !content::is_nothing(&cell.text))
            .map(|((_, header), cell)| (header.as_str(), cell))
            .next()
    }

    fn proposal(&self, row: &Row, notes: &mut RowNotes<'_>, session: &mut Session<'_>) -> Option<Proposal> {
        let text = |field| self.cell(row, field).map(|(_, c)| c.text.as_str());
        let fingerprint = session.fingerprints.of(self
            .headers
            .iter()
            .zip(&row.cells)
            .map(|(h, c)| (h.as_str(), c.text.as_str())));
        let source_key = text(Field::Id).map(str::to_owned);
        let fingerprint = match source_key {
            Some(_) => fingerprint,
            None => fingerprint.repeated(session.repeats_before(fingerprint)),
        };
        let mut proposal = Proposal::of(fingerprint, notes.sheet, row.number);
        proposal.source_key = source_key;
        let mut event = Thing::new(EntityKind::Event);
        let date = self.date(row, notes, session);
        if let Some(date) = date {
            event.say(Property::Date, Value::Date(date));
        }
        if let Some(point) = self.point(row, notes) {
            event.say(Property::Position, Value::Point(point));
        }
        for (field, property) in [
            (Field::Cause, Property::Category),
            (Field::Location, Property::Address),
            (Field::Route, Property::Route),
            (Field::Url, Property::SourceUrl),
            (Field::Id, Property::SourceId),
        ] {
            if let Some(text) = text(field) {
                event.say(property, text.into());
            }
        }
        for (field, property) in
            [(Field::CountryOfIncident, Property::Country), (Field::Origin, Property::Nationality)]
        {
            if let Some(text) = text(field) {
                say_countries(&mut event, property, text);
            }
        }
        for (field, property) in [
            (Field::Dead, Property::DeadCount),
            (Field::Missing, Property::MissingCount),
            (Field::Survivors, Property::SurvivorCount),
            (Field::Total, Property::PersonCount),
        ] {
            let Some((header, cell)) = self.cell(row, field) else { continue };
            match values::whole(&cell.text).filter(|n| *n >= 0) {
                Some(number) => event.say(property, Value::Number(number)),
                None => notes.note(
                    Code::BadNumber,
                    Some(header),
                    "could not read a number of persons".to_owned(),
                    "correct the number; the rest of the row was taken without it",
                    &cell.text,
                ),
            }
        }
        let others = [Field::Type, Field::RegionOfIncident, Field::Other];
        for ((field, header), cell) in self.fields.iter().zip(self.headers.iter()).zip(&row.cells) {
            if others.contains(field) && !content::is_nothing(&cell.text) && cell.text != "0" {
                event.say(Property::Other, Value::Text(format!("{header}: {}", cell.text)));
            }
        }
        if event.says.is_empty() {
            notes.note(
                Code::NothingInRow,
                None,
                "names no time, place or cause".to_owned(),
                "fill in a date or a place and give the row again",
                "",
            );
            return None;
        }
        let place =
            text(Field::Location).or(text(Field::CountryOfIncident)).or(text(Field::RegionOfIncident));
        let title = [text(Field::Cause), place].into_iter().flatten().collect::<Vec<_>>().join(" — ");
        proposal.report = Some(Report {
            title: if title.is_empty() { "Incident".to_owned() } else { title },
            text: text(Field::Source).map(|s| format!("Information source: {s}")).unwrap_or_default(),
            language: None,
            occurred: date,
            source_reference: None,
            case: None,
            import: None,
        });
        proposal.add(event);
        Some(proposal)
    }

    fn date(&self, row: &Row, notes: &mut RowNotes<'_>, session: &mut Session<'_>) -> Option<PartialDate> {
        if let Some((header, cell)) = self.cell(row, Field::Date)
            && let Some(date) = session.date(notes, header, cell)
        {
            return Some(date);
        }
        let (header, year) = self.cell(row, Field::Year)?;
        let month = self.cell(row, Field::Month).map(|(_, c)| c.text.as_str()).unwrap_or_default();
        let joined = Cell { text: format!("{month} {}", year.text), ..Cell::default() };
        session.date(notes, header, &joined)
    }

    fn point(&self, row: &Row, notes: &mut RowNotes<'_>) -> Option<Point> {
        let pair = self.cell(row, Field::Latitude).zip(self.cell(row, Field::Longitude));
        let (header, text, read) = match (pair, self.cell(row, Field::Coordinates)) {
            (Some(((header, lat), (_, lon))), _) => {
                (header, format!("{}, {}", lat.text, lon.text), values::point(&lat.text, &lon.text))
            }
            (None, Some((header, cell))) => (header, cell.text.clone(), values::coordinates(&cell.text)),
            (None, None) => return None,
        };
        if let Some(Ok(point)) = read {
            return Some(point);
        }
        let reason = match read {
            Some(Err(error)) => error.to_string(),
            _ => "could not read a position".to_owned(),
        };
        notes.note(
            Code::BadPosition,
            Some(header),
            reason,
            "correct the position; the rest of the row was taken without it",
            &text,
        );
        None
    }
}

impl Field {
    const fn meaning(self) -> Meaning {
        match self {
            Self::Id => Meaning::SourceId,
            Self::Date => Meaning::Date,
            Self::Year => Meaning::Year,
            Self::Month => Meaning::Month,
            Self::CountryOfIncident => Meaning::Country,
            Self::Origin => Meaning::Nationality,
            Self::Dead => Meaning::DeadCount,
            Self::Missing => Meaning::MissingCount,
            Self::Total => Meaning::PersonCount,
            Self::Survivors => Meaning::SurvivorCount,
            Self::Cause => Meaning::Category,
            Self::Route => Meaning::Route,
            Self::Location => Meaning::Place,
            Self::Coordinates => Meaning::Coordinates,
            Self::Latitude => Meaning::Latitude,
            Self::Longitude => Meaning::Longitude,
            Self::Url => Meaning::SourceUrl,
            Self::Source => Meaning::SourceReference,
            Self::Type | Self::RegionOfIncident | Self::Other => Meaning::Other,
        }
    }
}
