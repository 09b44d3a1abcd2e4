//! Visits -> how many different people are seen where, and how many of them rest there on a journey together.
//!
//! A coarse count that takes the same time in a hamlet and in a capital. It only sorts journeys into those that may
//! rest at a place of their own and those that do not; what is reported is counted exactly by
//! [`Presence`](super::place::Presence).

use std::collections::HashMap;

use rayon::prelude::*;

use super::geodesy::Position;
use super::path::Path;
use super::place::night;
use super::visit::Visit;

/// Cells in a degree: about two kilometres each.
const CELLS: f64 = 50.0;
/// A stay this long, in hours, is a rest.
const REST_HOURS: f64 = 4.0;

/// Different people by cell.
#[derive(Debug, Default)]
pub(crate) struct Crowd {
    cells: HashMap<(i32, i32), Count>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    people: u32,
    resting: u32,
}

impl Crowd {
    /// Counts everybody, and those in parties on the given paths who rest at an inner stop.
    pub(crate) fn of(visits: &[Visit], paths: &[Path]) -> Crowd {
        let mut crowd = Crowd::default();
        let everybody = visits.par_iter().map(|visit| (cell(visit.position), visit.subject)).collect();
        for (at, count) in counted(everybody) {
            crowd.cells.entry(at).or_default().people = count;
        }
        let resting = paths
            .par_iter()
            .filter(|path| path.members.len() > 1)
            .flat_map_iter(inner)
            .filter(|stop| stop.stay_hours >= REST_HOURS)
            .flat_map_iter(|stop| &stop.visits)
            .map(|&visit| (cell(visits[visit].position), visits[visit].subject))
            .collect();
        for (at, count) in counted(resting) {
            crowd.cells.entry(at).or_default().resting = count;
        }
        crowd
    }

    /// Returns the people seen within about 3 km, and those of them who rested there on a journey together.
    fn around(&self, position: Position) -> (f64, f64) {
        let (row, column) = cell(position);
        let mut sum = (0.0, 0.0);
        for (north, east) in (-1..=1).flat_map(|north| (-1..=1).map(move |east| (north, east))) {
            let beside = (row + north, wrap(column + east));
            if let Some(count) = self.cells.get(&beside) {
                sum.0 += f64::from(count.people);
                sum.1 += f64::from(count.resting);
            }
        }
        sum
    }

    /// Returns the people seen within about 3 km.
    pub(crate) fn people(&self, position: Position) -> f64 {
        self.around(position).0
    }

    /// Returns how much the best inner stop of a path looks like a night among parties on a journey only, 0 to 1.
    pub(crate) fn rest_apart(&self, path: &Path) -> f64 {
        inner(path)
            .map(|stop| {
                let (people, resting) = self.around(stop.position);
                night(stop.stay_hours) * resting / (people + 1.0)
            })
            .fold(0.0, f64::max)
    }
}

/// Returns the stops between the first and the last.
fn inner(path: &Path) -> impl Iterator<Item = &super::path::PathStop> {
    path.stops.iter().skip(1).take(path.stops.len().saturating_sub(2))
}

fn cell(position: Position) -> (i32, i32) {
    ((position.lat * CELLS).floor() as i32, wrap((position.lon * CELLS).floor() as i32))
}

/// Columns are counted modulo the circle.
fn wrap(column: i32) -> i32 {
    let around = (360.0 * CELLS) as i32;
    (column + around / 2).rem_euclid(around) - around / 2
}

/// Counts the different people in each cell.
fn counted(mut seen: Vec<((i32, i32), u32)>) -> Vec<((i32, i32), u32)> {
    seen.par_sort_unstable();
    seen.dedup();
    seen.chunk_by(|a, b| a.0 == b.0).map(|cell| (cell[0].0, cell.len() as u32)).collect()
}
