//! A sheet of sightings in CSV -> rows, with the columns recognised by name.

use std::collections::HashMap;
use std::io::Read;

use super::RouteError;
use super::clean::{RawRow, clean};
use super::geodesy::Position;
use super::instant::{self, Seconds};
use super::sighting::{Problem, RowIssue, Sheet};

/// Header names under which each column is known, in lower case without spaces and signs.
const SUBJECT: &[&str] = &[
    "subject",
    "subjectid",
    "person",
    "personid",
    "id",
    "entity",
    "who",
    "name",
    "target",
    "vehicle",
    "plate",
];
const TIME: &[&str] =
    &["time", "timestamp", "datetime", "seenat", "date", "when", "observedat", "at", "timeutc"];
const LAT: &[&str] = &["lat", "latitude", "y", "latdeg", "wgslat"];
const LON: &[&str] = &["lon", "lng", "long", "longitude", "x", "londeg", "wgslon"];
const UNCERTAINTY: &[&str] = &[
    "uncertainty",
    "uncertaintym",
    "accuracy",
    "accuracym",
    "precision",
    "radius",
    "radiusm",
    "errorm",
    "error",
];
const UNCERTAINTY_KM: &[&str] = &["uncertaintykm", "accuracykm", "radiuskm", "errorkm", "precisionkm"];

/// Reads a sheet: columns subject, time, lat, lon under any usual header; optional uncertainty in metres (or
/// kilometres, when the header says km); others are ignored. `now` is the time after which a sighting lies in the
/// future and is left out, unless many do; `None` accepts any. Fails only when the bytes are not CSV or a needed column is missing.
pub fn read_sightings(input: impl Read, now: Option<Seconds>) -> Result<Sheet, RouteError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 20).from_reader(input);
    let headers: Vec<String> =
        reader.byte_headers()?.iter().map(|header| plain(&String::from_utf8_lossy(header))).collect();
    let column =
        |names: &[&str]| names.iter().find_map(|name| headers.iter().position(|header| header == name));
    let needed = |names: &[&str], what: &'static str| {
        column(names).ok_or_else(|| RouteError::MissingColumn { what, found: headers.join(", ") })
    };
    let (subject, time) = (needed(SUBJECT, "subject")?, needed(TIME, "time")?);
    let (lat, lon) = (needed(LAT, "lat")?, needed(LON, "lon")?);
    let (uncertainty, unit_km) = match (column(UNCERTAINTY), column(UNCERTAINTY_KM)) {
        (Some(metres), _) => (Some(metres), 0.001),
        (None, kilometres) => (kilometres, 1.0),
    };

    let mut subjects: Vec<String> = Vec::new();
    let mut numbers: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut raw = Vec::new();
    let mut issues = Vec::new();
    let mut record = csv::ByteRecord::new();
    let mut row = 1;
    while reader.read_byte_record(&mut record)? {
        row += 1;
        let field = |column: usize| record.get(column).unwrap_or_default().trim_ascii();
        let mut issue = |problem| issues.push(RowIssue { row, problem });
        let name = field(subject);
        if name.is_empty() {
            issue(Problem::NoSubject);
            continue;
        }
        let Some(reading) = std::str::from_utf8(field(time)).ok().and_then(instant::read) else {
            issue(Problem::TimeUnread);
            continue;
        };
        let (Some(lat), Some(lon)) = (degrees(field(lat)), degrees(field(lon))) else {
            issue(Problem::PositionUnread);
            continue;
        };
        if reading.leap_second {
            issue(Problem::LeapSecond);
        }
        if reading.day_first_assumed {
            issue(Problem::DayFirstAssumed);
        }
        let number = match numbers.get(name) {
            Some(&number) => number,
            None => {
                let number = subjects.len() as u32;
                subjects.push(String::from_utf8_lossy(name).into_owned());
                numbers.insert(name.to_vec(), number);
                number
            }
        };
        let stated = uncertainty.and_then(|column| degrees(field(column))).filter(|value| *value >= 0.0);
        raw.push(RawRow {
            row,
            subject: number,
            time: reading.seconds,
            position: Position { lat, lon },
            uncertainty_km: (stated.unwrap_or(0.0) * unit_km).min(20_000.0) as f32,
        });
    }
    leave_out_future(&mut raw, now, &mut issues);
    let sightings = clean(raw, &mut issues);
    issues.sort_by_key(|issue| (issue.row, issue.problem));
    Ok(Sheet { subjects, sightings, issues, rows: row - 1 })
}

/// A sheet with more than this share of its rows in the future was not written by mistake: it is an exercise, or the
/// clock of this machine is wrong.
const MISTAKEN_SHARE: f64 = 0.2;

/// Leaves out rows of the future, unless they are many; then the first is named and all are kept.
fn leave_out_future(raw: &mut Vec<RawRow>, now: Option<Seconds>, issues: &mut Vec<RowIssue>) {
    let Some(now) = now else { return };
    let future: Vec<usize> = raw.iter().filter(|row| row.time > now).map(|row| row.row).collect();
    if future.len() as f64 > MISTAKEN_SHARE * raw.len() as f64 && future.len() > 1 {
        issues.push(RowIssue { row: future[0], problem: Problem::FutureKept });
    } else {
        raw.retain(|row| row.time <= now);
        issues.extend(future.into_iter().map(|row| RowIssue { row, problem: Problem::TimeInFuture }));
    }
}

/// Reduces a header to lower-case letters: `Lat (deg)` becomes `latdeg`.
fn plain(header: &str) -> String {
    header.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Reads a finite number; a decimal comma is accepted.
fn degrees(bytes: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(bytes).ok()?;
    let value: f64 = match text.parse() {
        Ok(value) => value,
        Err(_) => text.replace(',', ".").trim_end_matches('°').parse().ok()?,
    };
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sheet: &str, sightings: usize, problems: &[Problem]) {
        let read = read_sightings(sheet.as_bytes(), Some(2_000_000_000)).unwrap();
        assert_eq!(read.sightings.len(), sightings, "{sheet}");
        let found: Vec<Problem> = read.issues.iter().map(|issue| issue.problem).collect();
        assert_eq!(found, problems, "{sheet}");
    }

    #[test]
    fn columns_are_recognised_by_name() {
        check("Person ID,Seen at,Latitude,Longitude\na,2017-03-05 10:00,13.7,102.5\n", 1, &[]);
        check("lon,lat,time,subject,note\n102.5,13.7,2017-03-05,a,x\n", 1, &[]);
        let missing = read_sightings("subject,time,lat\n".as_bytes(), None).unwrap_err();
        assert!(missing.to_string().contains("lon"), "{missing}");
    }

    #[test]
    fn a_bad_row_is_named_and_the_rest_is_read() {
        check(
            "subject,time,lat,lon\n\
             ,2017-03-05,13.7,102.5\n\
             a,soon,13.7,102.5\n\
             a,2117-03-05,13.7,102.5\n\
             a,2017-03-05,north,102.5\n\
             a,2017-03-05,NaN,102.5\n\
             a,2017-03-05,0,0\n\
             a,2017-03-05,95,250\n\
             a,2017-03-05T10:00Z,13.7,102.5\n\
             a,2017-03-05T10:00Z,13.7,102.5\n\
             a\n",
            1,
            &[
                Problem::NoSubject,
                Problem::TimeUnread,
                Problem::TimeInFuture,
                Problem::PositionUnread,
                Problem::PositionUnread,
                Problem::NullIsland,
                Problem::PositionOutOfRange,
                Problem::Duplicate,
                Problem::TimeUnread,
            ],
        );
    }

    #[test]
    fn swapped_and_wrapped_positions_are_put_right() {
        check("subject,time,lat,lon\na,2017-03-05,102.5,13.7\n", 1, &[Problem::Swapped]);
        check("subject,time,lat,lon\na,2017-03-05,-17.0,180.5\n", 1, &[Problem::LongitudeWrapped]);
        check("subject,time,lat,lon\na,2016-12-31T23:59:60Z,13.0,100.5\n", 1, &[Problem::LeapSecond]);
        // A swapped row that is in range is recognised by where the rest of the sheet lies.
        let mut sheet = String::from("subject,time,lat,lon\n");
        for day in 1..29 {
            sheet.push_str(&format!("a,2017-03-{day:02},22.{day:02},89.{day:02}\n"));
        }
        sheet.push_str("a,2017-04-01,89.5,22.5\n");
        check(&sheet, 29, &[Problem::Swapped]);
    }

    #[test]
    fn a_sheet_of_the_future_is_kept_and_told() {
        check(
            "subject,time,lat,lon\na,2117-03-05,13.7,102.5\na,2117-03-06,13.7,102.5\n",
            2,
            &[Problem::FutureKept],
        );
    }

    #[test]
    fn unordered_rows_come_out_in_order() {
        let sheet = "subject,time,lat,lon\na,2017-03-07,13,100\nb,2017-03-01,13,100\na,2017-03-05,13,100\n";
        let read = read_sightings(sheet.as_bytes(), None).unwrap();
        assert!(read.sightings.is_sorted_by_key(|sighting| (sighting.subject, sighting.time)));
    }
}
