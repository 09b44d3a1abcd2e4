//! Rows as written -> sightings that can be true.

use rayon::prelude::*;

use super::geodesy::{Position, wrap_longitude};
use super::instant::Seconds;
use super::sighting::{Problem, RowIssue, Sighting};

/// A row whose fields could be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawRow {
    pub(crate) row: usize,
    pub(crate) subject: u32,
    pub(crate) time: Seconds,
    pub(crate) position: Position,
    pub(crate) uncertainty_km: f32,
}

/// Faster than this, in kilometres an hour, nothing in the sheet travels: airliners stay below.
const FASTEST_KM_H: f64 = 1_100.0;

/// Puts rows right where that is safe, leaves out what cannot be true, and sorts by subject and time.
pub(crate) fn clean(mut rows: Vec<RawRow>, issues: &mut Vec<RowIssue>) -> Vec<Sighting> {
    let bulk = Bulk::of(&rows);
    rows.retain_mut(|row| match settle(row.position, &bulk) {
        Ok((position, problem)) => {
            row.position = position;
            issues.extend(problem.map(|problem| RowIssue { row: row.row, problem }));
            true
        }
        Err(problem) => {
            issues.push(RowIssue { row: row.row, problem });
            false
        }
    });
    rows.par_sort_unstable_by_key(|row| (row.subject, row.time, row.row));
    let mut kept: Vec<RawRow> = Vec::with_capacity(rows.len());
    for row in rows {
        // Rows of one second stand together, so a double is among the last few.
        let double = kept
            .iter()
            .rev()
            .take_while(|other| other.subject == row.subject && other.time == row.time)
            .any(|other| other.position == row.position);
        if double {
            issues.push(RowIssue { row: row.row, problem: Problem::Duplicate });
        } else {
            kept.push(row);
        }
    }
    let impossible: Vec<bool> = (0..kept.len()).map(|index| jumps(&kept, index)).collect();
    kept.into_iter()
        .zip(impossible)
        .filter_map(|(row, impossible)| {
            if impossible {
                issues.push(RowIssue { row: row.row, problem: Problem::ImpossibleJump });
                return None;
            }
            Some(Sighting {
                subject: row.subject,
                time: row.time,
                position: row.position,
                uncertainty_km: row.uncertainty_km,
            })
        })
        .collect()
}

/// Where most of the sheet lies.
struct Bulk {
    lat: (f64, f64),
    lon: (f64, f64),
}

impl Bulk {
    /// Takes the middle 90 % of latitudes and longitudes, with ten degrees around; everything when rows are few.
    fn of(rows: &[RawRow]) -> Bulk {
        let middle = |pick: fn(&RawRow) -> f64| {
            let step = (rows.len() / 20_000).max(1);
            let mut values: Vec<f64> = rows
                .iter()
                .step_by(step)
                .map(pick)
                .filter(|value| value.abs() <= 180.0 && *value != 0.0)
                .collect();
            if values.len() < 20 {
                return (f64::NEG_INFINITY, f64::INFINITY);
            }
            values.sort_unstable_by(f64::total_cmp);
            (values[values.len() / 20] - 10.0, values[values.len() * 19 / 20] + 10.0)
        };
        Bulk { lat: middle(|row| row.position.lat), lon: middle(|row| row.position.lon) }
    }

    fn holds(&self, lat: f64, lon: f64) -> bool {
        (self.lat.0..=self.lat.1).contains(&lat) && (self.lon.0..=self.lon.1).contains(&lon)
    }
}

/// Puts one position right, or says why it cannot be.
fn settle(position: Position, bulk: &Bulk) -> Result<(Position, Option<Problem>), Problem> {
    let Position { lat, lon } = position;
    if lat == 0.0 && lon == 0.0 {
        return Err(Problem::NullIsland);
    }
    let swappable = lat.abs() <= 180.0 && lon.abs() <= 90.0;
    if lat.abs() > 90.0 {
        return if swappable {
            Ok((Position { lat: lon, lon: lat }, Some(Problem::Swapped)))
        } else {
            Err(Problem::PositionOutOfRange)
        };
    }
    if lon.abs() > 360.0 {
        return Err(Problem::PositionOutOfRange);
    }
    if lon.abs() > 180.0 {
        return Ok((Position { lat, lon: wrap_longitude(lon) }, Some(Problem::LongitudeWrapped)));
    }
    if swappable && !bulk.holds(lat, lon) && bulk.holds(lon, lat) {
        return Ok((Position { lat: lon, lon: lat }, Some(Problem::Swapped)));
    }
    Ok((position, None))
}

/// Tells whether a row lies too far from both neighbours of the same subject while these agree with each other.
fn jumps(rows: &[RawRow], index: usize) -> bool {
    let row = &rows[index];
    let neighbour = |other: Option<&RawRow>| other.copied().filter(|other| other.subject == row.subject);
    let (Some(before), Some(after)) =
        (index.checked_sub(1).and_then(|index| neighbour(rows.get(index))), neighbour(rows.get(index + 1)))
    else {
        return false;
    };
    let too_fast = |a: &RawRow, b: &RawRow| {
        let apart = a.position.distance_km(b.position);
        let hours = (b.time - a.time).abs() as f64 / 3600.0;
        apart > 150.0 && apart - 100.0 > FASTEST_KM_H * hours
    };
    too_fast(&before, row) && too_fast(row, &after) && !too_fast(&before, &after)
}
