//! Sightings that the caller holds already -> a sheet, cleaned like one that was read from a file.

use std::collections::HashMap;

use super::clean::{RawRow, clean};
use super::geodesy::Position;
use super::instant::Seconds;
use super::sighting::Sheet;

/// A sighting as the caller holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen<'a> {
    /// Who or what was seen.
    pub subject: &'a str,
    /// When.
    pub time: Seconds,
    /// Where.
    pub position: Position,
    /// Stated uncertainty of the position in kilometres; 0 when not stated.
    pub uncertainty_km: f32,
}

/// Puts sightings on a sheet. Issues name a sighting by its place, counted from 1.
pub fn gather<'a>(seen: impl IntoIterator<Item = Seen<'a>>) -> Sheet {
    let mut sheet = Sheet::default();
    let mut numbers: HashMap<&'a str, u32> = HashMap::new();
    let mut raw = Vec::new();
    for (seen, row) in seen.into_iter().zip(1..) {
        let number = *numbers.entry(seen.subject).or_insert_with(|| {
            sheet.subjects.push(seen.subject.to_owned());
            sheet.subjects.len() as u32 - 1
        });
        let (time, position, uncertainty_km) = (seen.time, seen.position, seen.uncertainty_km);
        raw.push(RawRow { row, subject: number, time, position, uncertainty_km });
        sheet.rows = row;
    }
    sheet.sightings = clean(raw, &mut sheet.issues);
    sheet.issues.sort_by_key(|issue| (issue.row, issue.problem));
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::read_sightings;

    #[test]
    fn sightings_held_and_sightings_read_make_the_same_sheet() {
        let read = "subject,time,lat,lon\nb,2017-03-01T00:00:00Z,13.5,102.5\na,2017-03-01T01:00:00Z,13.6,102.6\nb,2017-03-01T02:00:00Z,0,0\n";
        let read = read_sightings(read.as_bytes(), None).unwrap();
        let start = 1_488_326_400;
        let seen = |subject, hours: Seconds, lat, lon| Seen {
            subject,
            time: start + hours * 3600,
            position: Position { lat, lon },
            uncertainty_km: 0.0,
        };
        let held = gather([seen("b", 0, 13.5, 102.5), seen("a", 1, 13.6, 102.6), seen("b", 2, 0.0, 0.0)]);
        assert_eq!(held.subjects, read.subjects);
        assert_eq!(held.sightings, read.sightings);
        assert_eq!(held.issues.len(), 1);
    }
}
