//! Visits -> meetings: two people at one place at one time.
//!
//! In a quiet place every meeting counts. In a busy one two people meet by chance all day; there a meeting counts
//! only together with a second one far away. Both ends of a leg are looked up at once, by where and when it starts and
//! ends, so that a crowd at one end costs nothing.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use super::geodesy::Position;
use super::instant::{DAY, HOUR, Seconds};
use super::together::{APART_KM, JOURNEY_PAUSE, SAME_PLACE_KM};
use super::visit::Visit;

/// In a busy place two visits belong together only within this time.
const SAME_TIME: Seconds = 4 * HOUR;
/// In a quiet place, a stay of a night with a sighting at either end.
const SAME_NIGHT: Seconds = 14 * HOUR;
/// A place is quiet while no more visits than this are within reach in place and night.
const QUIET_VISITS: usize = 16;
/// A stay that began this long ago still meets those who arrive; stays are bounded by the rule of one day per pause.
const LONGEST_STAY: Seconds = 3 * DAY;
/// Legs that start with one visit: what lies between may have been seen of one person and missed of the other.
const LEGS: usize = 5;

/// Two visits at one place and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Meeting {
    /// The two subjects, lower number first.
    pub(crate) pair: (u32, u32),
    /// When.
    pub(crate) time: Seconds,
    /// The visits of the two.
    pub(crate) visits: (u32, u32),
    /// Whether few others were there.
    pub(crate) quiet: bool,
}

/// Finds meetings of people on journeys.
pub(crate) fn meetings(visits: &[Visit], moving: &[bool], same_place_km: f64) -> Vec<Meeting> {
    let (quiet, mut meetings) = quiet_meetings(visits, moving, same_place_km);
    meetings.append(&mut meetings_at_both_ends(visits, moving, &quiet, same_place_km));
    meetings
}

/// Returns the reach within which two visits are at one place, in kilometres.
fn reach_km(a: &Visit, b: &Visit, same_place_km: f64) -> f64 {
    same_place_km.max(f64::from(a.uncertainty_km + b.uncertainty_km).min(2.0 * SAME_PLACE_KM))
}

fn meeting(first: u32, second: u32, visits: &[Visit], quiet: bool) -> Meeting {
    let (a, b) = (&visits[first as usize], &visits[second as usize]);
    Meeting { pair: (a.subject, b.subject), time: a.middle().min(b.middle()), visits: (first, second), quiet }
}

/// Tells which visits are at a quiet place, and who met there.
fn quiet_meetings(visits: &[Visit], moving: &[bool], same_place_km: f64) -> (Vec<bool>, Vec<Meeting>) {
    /// Cells of a tenth of a degree, about 11 km.
    fn cell(position: Position) -> (i32, i32) {
        ((position.lat * 10.0).floor() as i32, (position.lon * 10.0).floor() as i32)
    }
    // Longitudes next to the 180th meridian meet: cells are counted modulo the circle.
    let wrap = |lon: i32| (lon + 1800).rem_euclid(3600) - 1800;
    let mut order: Vec<u32> = (0..visits.len() as u32).filter(|&visit| moving[visit as usize]).collect();
    order.par_sort_unstable_by_key(|&visit| {
        let visit_at = &visits[visit as usize];
        (cell(visit_at.position), visit_at.from, visit)
    });
    let mut cells: HashMap<(i32, i32), (usize, usize)> = HashMap::new();
    let mut start = 0;
    for part in
        order.chunk_by(|a, b| cell(visits[*a as usize].position) == cell(visits[*b as usize].position))
    {
        cells.insert(cell(visits[part[0] as usize].position), (start, start + part.len()));
        start += part.len();
    }
    let near: Vec<(u32, Option<Vec<u32>>)> = order
        .par_iter()
        .map(|&index| {
            let visit = &visits[index as usize];
            let (row, column) = cell(visit.position);
            let mut near: Vec<u32> = Vec::new();
            for (lat, lon) in (-1..=1).flat_map(|lat| (-1..=1).map(move |lon| (row + lat, column + lon))) {
                let Some(&(from, to)) = cells.get(&(lat, wrap(lon))) else { continue };
                let part = &order[from..to];
                let first = part.partition_point(|&other| {
                    visits[other as usize].from < visit.from - LONGEST_STAY - SAME_NIGHT
                });
                for &other_index in &part[first..] {
                    let other = &visits[other_index as usize];
                    if other.from > visit.to + SAME_NIGHT {
                        break;
                    }
                    if visit.gap(other) <= SAME_NIGHT
                        && other.subject != visit.subject
                        && visit.position.near_km(other.position) <= reach_km(visit, other, same_place_km)
                    {
                        near.push(other_index);
                        if near.len() > QUIET_VISITS {
                            return (index, None);
                        }
                    }
                }
            }
            // Each pair of visits once, from the visit of the lower subject.
            near.retain(|&other| visits[other as usize].subject > visit.subject);
            (index, Some(near))
        })
        .collect();
    let mut quiet = vec![false; visits.len()];
    let mut meetings = Vec::new();
    for (index, near) in near {
        let Some(near) = near else { continue };
        quiet[index as usize] = true;
        meetings.extend(near.into_iter().map(|other| meeting(index, other, visits, true)));
    }
    (quiet, meetings)
}

/// A visit and a later one of the same subject far away.
#[derive(Debug, Clone, Copy)]
struct Leg {
    cells: u64,
    from: Seconds,
    start: u32,
    end: u32,
}

/// Cells of 0.3 degrees, 33 km: whatever is within half of that lies in the same cell or in the nearest ones beside.
const CELL_DEGREES: f64 = 0.3;

/// Returns the cell of a position, and the nearest one beside it in each direction.
fn cells_near(position: Position) -> [(i32, i32); 2] {
    let (row, column) = (position.lat / CELL_DEGREES, position.lon / CELL_DEGREES);
    let beside = |value: f64| value.floor() as i32 + if value - value.floor() < 0.5 { -1 } else { 1 };
    [(row.floor() as i32, column.floor() as i32), (beside(row), beside(column))]
}

/// Packs two cells into one number; columns are counted modulo the circle.
fn packed(start: (i32, i32), end: (i32, i32)) -> u64 {
    let part = |(row, column): (i32, i32)| {
        ((row + 400) as u64) << 16 | column.rem_euclid((360.0 / CELL_DEGREES) as i32) as u64
    };
    part(start) << 32 | part(end)
}

/// Finds meetings of which the same two people have another one far away within days.
fn meetings_at_both_ends(
    visits: &[Visit],
    moving: &[bool],
    quiet: &[bool],
    same_place_km: f64,
) -> Vec<Meeting> {
    let mut legs: Vec<Leg> = (0..visits.len())
        .into_par_iter()
        .filter(|&start| moving[start])
        .flat_map_iter(|start| {
            let here = visits[start];
            let cell = cells_near(here.position)[0];
            (start + 1..visits.len())
                .take_while(move |&end| {
                    visits[end].subject == here.subject && visits[end].from - here.to <= JOURNEY_PAUSE
                })
                .filter(move |&end| visits[end].position.near_km(here.position) >= APART_KM)
                .take(LEGS)
                .map(move |end| Leg {
                    cells: packed(cell, cells_near(visits[end].position)[0]),
                    from: here.from,
                    start: start as u32,
                    end: end as u32,
                })
        })
        .collect();
    legs.par_sort_unstable_by_key(|leg| (leg.cells, leg.from, leg.start, leg.end));
    let mut bundles: HashMap<u64, (u32, u32), BuildHasherDefault<Mixed>> = HashMap::default();
    let mut start = 0;
    for bundle in legs.chunk_by(|a, b| a.cells == b.cells) {
        bundles.insert(bundle[0].cells, (start as u32, (start + bundle.len()) as u32));
        start += bundle.len();
    }
    let meets = |a: u32, b: u32| {
        let (a_visit, b_visit) = (&visits[a as usize], &visits[b as usize]);
        let gap = if quiet[a as usize] && quiet[b as usize] { SAME_NIGHT } else { SAME_TIME };
        a_visit.gap(b_visit) <= gap
            && a_visit.position.near_km(b_visit.position) <= reach_km(a_visit, b_visit, same_place_km)
    };
    legs.par_iter()
        .flat_map_iter(|leg| {
            let (here, there) = (&visits[leg.start as usize], &visits[leg.end as usize]);
            let (starts, ends) = (cells_near(here.position), cells_near(there.position));
            let mut found: Vec<Meeting> = Vec::new();
            for nth in 0..16usize {
                let pick = |cells: &[(i32, i32); 2], row: usize, column: usize| {
                    (cells[nth >> row & 1].0, cells[nth >> column & 1].1)
                };
                let key = packed(pick(&starts, 0, 1), pick(&ends, 2, 3));
                let Some(&(from, to)) = bundles.get(&key) else { continue };
                let bundle = &legs[from as usize..to as usize];
                let first =
                    bundle.partition_point(|other| other.from < here.from - LONGEST_STAY - SAME_NIGHT);
                for other in &bundle[first..] {
                    if other.from > here.to + SAME_NIGHT {
                        break;
                    }
                    let later = visits[other.start as usize].subject > here.subject;
                    if later && meets(leg.start, other.start) && meets(leg.end, other.end) {
                        found.push(meeting(leg.start, other.start, visits, quiet[leg.start as usize]));
                        found.push(meeting(leg.end, other.end, visits, quiet[leg.end as usize]));
                    }
                }
            }
            found
        })
        .collect()
}

/// Mixes a packed key (a multiplication by an odd number, and the high half folded in: Fibonacci hashing, Knuth 1973).
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(self.0.rotate_left(8) ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ mixed >> 32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(subject: u32, hours: i64, position: Position) -> Visit {
        let at = hours * HOUR;
        Visit { subject, position, from: at, to: at, sightings: 1, uncertainty_km: 0.0 }
    }

    /// Sixty people at a market at one time; two of them are in another town five hours later.
    #[test]
    fn in_a_crowd_only_those_meet_who_meet_again() {
        let market = Position::new(14.0, 179.99);
        let mut visits: Vec<Visit> = (0..60).map(|subject| visit(subject, 0, market)).collect();
        visits.insert(31, visit(30, 5, market.offset(90.0, 120.0)));
        visits.insert(33, visit(31, 5, market.offset(90.5, 121.0)));
        let found = meetings(&visits, &vec![true; visits.len()], 5.0);
        let mut busy: Vec<(u32, u32)> = found.iter().map(|meeting| meeting.pair).collect();
        busy.dedup();
        assert_eq!(busy, [(30, 31)]);
        assert_eq!(found.iter().filter(|meeting| !meeting.quiet).count(), 1);
    }
}
