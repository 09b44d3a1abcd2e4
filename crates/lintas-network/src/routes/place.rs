//! Routes and their journeys -> places where unrelated groups stop over on the way.
//!
//! A town, a market, a hospital or a bus station has many visitors of every kind; a rest-house has few, nearly all
//! of them on long journeys together, who stay the night and are never seen there again.

use std::collections::{BTreeSet, HashMap};

use super::gazetteer::Gazetteer;
use super::geodesy::{Position, longitude_difference, robust_centre};
use super::path::Path;
use super::route::Course;
use super::support::Support;
use super::visit::Visit;

/// Stops of different journeys this many times the usual error apart can be one place.
const ONE_PLACE_ERRORS: f64 = 2.5;
/// How much a night's stay and being nearly alone weigh in the score of a place.
const NIGHTS: f64 = 0.8;
const PRIVATE: f64 = 1.2;
/// Two places this near, in kilometres, are reported once.
const SEPARATE_KM: f64 = 2.5;

/// A place where groups stop over.
#[derive(Debug, Clone, PartialEq)]
pub struct StopOver {
    /// Where.
    pub position: Position,
    /// Radius in kilometres within which the place lies with about 95 % probability.
    pub radius_km: f64,
    /// 0 to 1: how much it looks like a place kept for groups on the way.
    pub score: f64,
    /// Unrelated groups that stayed: groups that share no member.
    pub groups: usize,
    /// Journeys that stayed.
    pub journeys: usize,
    /// Courses that lead by it, as indexes.
    pub courses: Vec<usize>,
    /// Stay in hours, from the better seen half of the journeys.
    pub stay_hours: f64,
    /// People seen within reach who are on none of these journeys.
    pub others: usize,
    /// Distance in kilometres to the nearest town of the gazetteer; `None` when none is within 60 km.
    pub town_km: Option<f64>,
    /// First and last time it was used.
    pub used: (i64, i64),
}

impl StopOver {
    /// Gives the reasons in plain sentences.
    pub fn why(&self) -> Vec<String> {
        let day = |seconds: i64| super::instant::write(seconds)[..10].to_owned();
        let mut why = vec![
            format!(
                "{} journeys of {} groups that share nobody stopped here between {} and {}.",
                self.journeys,
                self.groups,
                day(self.used.0),
                day(self.used.1)
            ),
            format!("They stayed about {:.0} hours.", self.stay_hours),
        ];
        if self.courses.len() > 1 {
            why.push(format!("{} routes lead by it.", self.courses.len()));
        }
        why.push(match self.others {
            0 => "Nobody else was seen here.".to_owned(),
            others => format!("{others} other people were seen here too."),
        });
        why.push(match self.town_km {
            Some(km) => format!("The nearest town lies {km:.0} km away."),
            None => "No town lies within 60 km.".to_owned(),
        });
        why
    }
}

/// What a place is judged by, beside its halts.
struct Surroundings<'a> {
    presence: &'a Presence<'a>,
    gazetteer: &'a Gazetteer,
    error_km: f64,
    /// Confidence of each course.
    confidences: &'a [f64],
    /// Everybody on the courses.
    convoys: &'a [bool],
}

/// One stop of one journey that may have been a stop-over.
struct Halt {
    position: Position,
    stay_hours: f64,
    path: usize,
    course: usize,
    visits: Vec<usize>,
    inner: bool,
}

/// All visits by cells of a twentieth of a degree, to count who else was near a place.
pub struct Presence<'a> {
    visits: &'a [Visit],
    cells: HashMap<(i32, i32), Vec<u32>>,
}

impl<'a> Presence<'a> {
    /// Files the visits.
    pub fn new(visits: &'a [Visit]) -> Presence<'a> {
        let mut cells: HashMap<(i32, i32), Vec<u32>> = HashMap::new();
        for (index, visit) in visits.iter().enumerate() {
            cells.entry(Self::cell(visit.position)).or_default().push(index as u32);
        }
        Presence { visits, cells }
    }

    fn cell(position: Position) -> (i32, i32) {
        ((position.lat * 20.0).floor() as i32, (position.lon * 20.0).floor() as i32)
    }

    /// Returns the different people seen within `reach_km` (at most 5) who are neither in `known` nor in `convoys`.
    pub fn others(
        &self,
        position: Position,
        reach_km: f64,
        known: &BTreeSet<u32>,
        convoys: &[bool],
    ) -> usize {
        let (lat, lon) = Self::cell(position);
        let mut seen: Vec<u32> = (-1..=1)
            .flat_map(|north| {
                (-1..=1).map(move |east| (lat + north, (lon + east + 3600).rem_euclid(7200) - 3600))
            })
            .filter_map(|cell| self.cells.get(&cell))
            .flatten()
            .map(|&index| &self.visits[index as usize])
            .filter(|visit| {
                visit.position.within_km(position, reach_km)
                    && !convoys[visit.subject as usize]
                    && !known.contains(&visit.subject)
            })
            .map(|visit| visit.subject)
            .collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len()
    }
}

/// Finds stop-overs on the given courses, best first.
pub fn stop_overs(
    courses: &[&(Course, Support)],
    paths: &[Path],
    visits: &[Visit],
    presence: &Presence<'_>,
    gazetteer: &Gazetteer,
    error_km: f64,
) -> Vec<StopOver> {
    let one_place_km = (ONE_PLACE_ERRORS * error_km).clamp(2.0, 4.5);
    let confidences: Vec<f64> = courses.iter().map(|(_, support)| support.confidence()).collect();
    let everybody = visits.last().map_or(0, |visit| visit.subject as usize + 1);
    let mut convoys = vec![false; everybody];
    for path in courses.iter().flat_map(|(course, _)| &course.paths) {
        paths[*path].members.iter().for_each(|&member| convoys[member as usize] = true);
    }
    let mut halts: Vec<Halt> = Vec::new();
    for (course, (of_course, _)) in courses.iter().enumerate() {
        for &path in &of_course.paths {
            let stops = &paths[path].stops;
            for (index, stop) in stops.iter().enumerate() {
                halts.push(Halt {
                    position: stop.position,
                    stay_hours: stop.stay_hours,
                    path,
                    course,
                    visits: stop.visits.clone(),
                    inner: index > 0 && index + 1 < stops.len(),
                });
            }
        }
    }
    let surroundings =
        Surroundings { presence, gazetteer, error_km, confidences: &confidences, convoys: &convoys };
    let mut open: Vec<bool> = vec![true; halts.len()];
    let mut found: Vec<StopOver> = Vec::new();
    // Pull: for each halt, how many journeys halt nearby, the longer and nearer the more.
    let pull = |at: Position, open: &[bool], halts: &[Halt]| -> f64 {
        let mut by_path: HashMap<usize, f64> = HashMap::new();
        for (halt, open) in halts.iter().zip(open) {
            let distance = halt.position.near_km(at);
            if *open && halt.inner && distance <= one_place_km {
                let weight = night(halt.stay_hours) * (1.0 - 0.6 * distance / one_place_km);
                let best = by_path.entry(halt.path).or_default();
                *best = best.max(weight);
            }
        }
        let mut weights: Vec<f64> = by_path.into_values().collect();
        weights.sort_unstable_by(f64::total_cmp);
        weights.iter().sum()
    };
    let mut pulls: Vec<f64> =
        halts.iter().map(|halt| if halt.inner { pull(halt.position, &open, &halts) } else { 0.0 }).collect();
    while let Some(seed) = (0..halts.len())
        .filter(|&halt| open[halt] && halts[halt].inner && pulls[halt] > 0.25)
        .max_by(|&a, &b| pulls[a].total_cmp(&pulls[b]).then(b.cmp(&a)))
    {
        let at = halts[seed].position;
        let here: Vec<usize> = (0..halts.len())
            .filter(|&halt| open[halt] && halts[halt].position.near_km(at) <= one_place_km)
            .collect();
        if let Some(place) = describe(&here, &halts, paths, visits, &surroundings) {
            found.push(place);
        }
        for &halt in &here {
            open[halt] = false;
        }
        for halt in 0..halts.len() {
            if open[halt] && halts[halt].inner && halts[halt].position.near_km(at) <= 2.5 * one_place_km {
                pulls[halt] = pull(halts[halt].position, &open, &halts);
            }
        }
    }
    found.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.position.lat.total_cmp(&b.position.lat))
            .then(a.position.lon.total_cmp(&b.position.lon))
    });
    let mut separate: Vec<StopOver> = Vec::new();
    for place in found {
        if separate.iter().all(|known| known.position.near_km(place.position) > SEPARATE_KM) {
            separate.push(place);
        }
    }
    separate
}

/// How much a stay looks like a night: next to nothing for an hour, 1 from eight hours on.
pub(crate) fn night(stay_hours: f64) -> f64 {
    ((stay_hours - 1.0) / 7.0).clamp(0.05, 1.0)
}

/// Moves a first centre to the weighted mean of what lies within `reach_km` of it, until it stays (mean shift).
fn dense_centre(points: &[(Position, f64)], first: Position, reach_km: f64) -> Position {
    let mut centre = first;
    for _ in 0..12 {
        let near: Vec<(Position, f64)> =
            points.iter().copied().filter(|(point, _)| point.near_km(centre) <= reach_km).collect();
        let whole: f64 = near.iter().map(|(_, weight)| weight).sum();
        if near.is_empty() || whole <= 0.0 {
            break;
        }
        let origin = near[0].0;
        let north: f64 = near.iter().map(|(point, weight)| (point.lat - origin.lat) * weight).sum();
        let east: f64 =
            near.iter().map(|(point, weight)| longitude_difference(point.lon, origin.lon) * weight).sum();
        let next = Position::new(origin.lat + north / whole, origin.lon + east / whole);
        if next.near_km(centre) < 0.01 {
            break;
        }
        centre = next;
    }
    centre
}

fn describe(
    here: &[usize],
    halts: &[Halt],
    paths: &[Path],
    visits: &[Visit],
    surroundings: &Surroundings<'_>,
) -> Option<StopOver> {
    let &Surroundings { presence, gazetteer, error_km, confidences, convoys } = surroundings;
    let mut points: Vec<(Position, f64)> = Vec::new();
    for &halt in here {
        let weight = night(halts[halt].stay_hours);
        for &visit in &halts[halt].visits {
            let visit = &visits[visit];
            let known = f64::from(visit.sightings) / (0.3 + f64::from(visit.uncertainty_km)).powi(2);
            points.push((visit.position, weight * known));
        }
    }
    let position = dense_centre(&points, robust_centre(&points, 0.2)?, 3.5 * error_km.max(0.2));
    let mut distances: Vec<f64> = points.iter().map(|(point, _)| point.near_km(position)).collect();
    distances.sort_unstable_by(f64::total_cmp);
    let spread = distances[distances.len() / 2];
    let radius_km = (2.4 * spread / (points.len() as f64).sqrt()).clamp(0.1, 5.0);

    let inner: Vec<usize> = here.iter().copied().filter(|&halt| halts[halt].inner).collect();
    let mut stays: Vec<f64> = inner.iter().map(|&halt| halts[halt].stay_hours).collect();
    stays.sort_unstable_by(f64::total_cmp);
    let stay_hours = *stays.get(stays.len() * 3 / 4)?;
    let journeys: BTreeSet<usize> = inner.iter().map(|&halt| halts[halt].path).collect();
    let ending = here.iter().filter(|&&halt| !halts[halt].inner).count();
    let members: BTreeSet<u32> =
        here.iter().flat_map(|&halt| paths[halts[halt].path].members.iter().copied()).collect();
    let groups = unrelated(&journeys, paths);
    let fresh = fresh_groups(&journeys, paths);
    let mut leading: Vec<usize> = inner.iter().map(|&halt| halts[halt].course).collect();
    leading.sort_unstable();
    leading.dedup();
    let trust = leading.iter().map(|&course| confidences[course]).fold(0.0, f64::max);
    let reach = (1.5 + 1.5 * spread).clamp(1.5, 5.0);
    let others = presence.others(position, reach, &members, convoys);
    let town_km = gazetteer.nearest_town(position, 60.0).map(|(_, distance)| distance);

    // What was seen of a stay is less than the stay: the better seen half of the journeys tells.
    stays.reverse();
    let tell = stays.len().div_ceil(2);
    let nights = stays[..tell].iter().map(|stay| night(*stay)).sum::<f64>() / tell as f64;
    let private = members.len() as f64 / (members.len() + others) as f64;
    let passing = inner.len() as f64 / (inner.len() + ending) as f64;
    let outside = town_km.map_or(0.9, |distance| (distance / 4.0).clamp(0.1, 1.0));
    // Everybody halts at a crossing.
    let crossing =
        gazetteer.nearest_crossing(position, 3.0).map_or(1.0, |(_, distance)| 0.4 + 0.2 * distance);
    // One gang that comes back night after night says nearly as much as several that share nobody.
    let uses = fresh.max(0.7 * journeys.len() as f64);
    let used_by = 1.0 - 0.65f64.powf((uses + 0.5 * (leading.len() as f64 - 1.0) - 0.4).max(0.1));
    let score = used_by
        * nights.powf(NIGHTS)
        * private.powf(PRIVATE)
        * passing
        * outside.powf(0.5)
        * crossing
        * trust;
    let used = (
        journeys.iter().map(|&path| paths[path].first_seen()).min()?,
        journeys.iter().map(|&path| paths[path].last_seen()).max()?,
    );
    Some(StopOver {
        position,
        radius_km,
        score,
        groups,
        journeys: journeys.len(),
        courses: leading,
        stay_hours,
        others,
        town_km,
        used,
    })
}

/// Counts journeys by the share of people in them who were on no earlier one: guides do not make two groups one.
fn fresh_groups(journeys: &BTreeSet<usize>, paths: &[Path]) -> f64 {
    let mut met: BTreeSet<u32> = BTreeSet::new();
    journeys
        .iter()
        .map(|&journey| {
            let members = &paths[journey].members;
            let fresh = members.iter().filter(|member| met.insert(**member)).count();
            fresh as f64 / members.len() as f64
        })
        .sum()
}

/// Counts groups that share no member: journeys joined by a common member count once.
fn unrelated(journeys: &BTreeSet<usize>, paths: &[Path]) -> usize {
    let mut groups: Vec<BTreeSet<u32>> = Vec::new();
    for &journey in journeys {
        let mut joined: BTreeSet<u32> = paths[journey].members.iter().copied().collect();
        groups.retain(|group| {
            let related = !group.is_disjoint(&joined);
            if related {
                joined.extend(group);
            }
            !related
        });
        groups.push(joined);
    }
    groups.len()
}
