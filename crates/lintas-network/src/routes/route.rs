//! Paths of many journeys -> routes: ordered stops that several journeys share.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::geodesy::{KM_PER_DEGREE, Position, longitude_difference};
use super::instant::Seconds;
use super::path::{Path, PathStop};

/// Two stops this near, in kilometres, can be the same stop of a route.
const SAME_STOP_KM: f64 = 18.0;
/// Stops within this distance, in kilometres, lie in one area.
pub(crate) const AREA_KM: f64 = 20.0;
/// Stops that follow each other this near, in kilometres, are one.
const ONE_STOP_KM: f64 = 3.5;

/// A stop of a route, as its journeys saw it together.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Mean position, weighted by the people seen here.
    pub position: Position,
    /// People seen here, over all journeys.
    pub heads: f64,
    /// Journeys seen here.
    pub journeys: u32,
    /// Journeys of which two people at least were seen here.
    pub shared: u32,
    /// Longest stay of each journey here, in hours, in order of the journeys.
    pub stays: Vec<f64>,
}

/// Journeys over the same stops.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Stops in order, well and badly supported.
    pub slots: Vec<Slot>,
    /// Indexes of the paths.
    pub paths: Vec<usize>,
    /// People on all journeys.
    pub heads: f64,
}

impl Course {
    fn new(index: usize, path: &Path) -> Course {
        let slots = path.stops.iter().map(|stop| Slot::new(stop, path.members.len())).collect();
        Course { slots, paths: vec![index], heads: path.members.len() as f64 }
    }

    /// Returns the stops that the journeys agree on, in order. A stop is seen in several journeys or by several of
    /// one party, and about as well as the best seen stops: what single people pass on the road is no stop. Where
    /// the route begins and ends less is enough, because nothing lies beyond.
    pub fn agreed(&self) -> Vec<&Slot> {
        let share = |slot: &Slot| slot.heads / self.heads;
        let mut shares: Vec<f64> = self.slots.iter().map(share).collect();
        shares.sort_unstable_by(|a, b| b.total_cmp(a));
        let best = shares.iter().take(3).sum::<f64>() / shares.len().clamp(1, 3) as f64;
        let several = |slot: &Slot| slot.journeys >= 2 || slot.shared >= 1;
        let mut kept: Vec<bool> = self
            .slots
            .iter()
            .map(|slot| {
                several(slot)
                    && f64::from(slot.journeys) >= 0.3 * self.paths.len() as f64
                    && share(slot) >= (0.4 * best).max(0.15)
            })
            .collect();
        let beside = |index: usize| {
            [index.checked_sub(1), Some(index + 1)].into_iter().flatten().any(|other| {
                self.slots
                    .get(other)
                    .is_some_and(|other| other.position.near_km(self.slots[index].position) <= 25.0)
            })
        };
        let bounds = |index: &usize| several(&self.slots[*index]) || beside(*index);
        let all = 0..self.slots.len();
        for outermost in [all.clone().find(bounds), all.rev().find(bounds)] {
            outermost.into_iter().for_each(|slot| kept[slot] = true);
        }
        let mut agreed: Vec<&Slot> = Vec::new();
        for (slot, _) in self.slots.iter().zip(kept).filter(|(_, kept)| *kept) {
            match agreed.last_mut() {
                Some(last) if last.position.near_km(slot.position) < ONE_STOP_KM => {
                    if last.heads < slot.heads {
                        *last = slot;
                    }
                }
                _ => agreed.push(slot),
            }
        }
        agreed
    }

    /// Returns how well a path fits: the smaller of the shares of weight matched on either side; 0 when fewer
    /// than three stops match.
    fn fit(&self, path: &Path) -> f64 {
        let pairs = align(&self.slots, &path.stops);
        if pairs.len() < 3 {
            return 0.0;
        }
        let areas = self.slots.len().min(path.stops.len());
        if self.contradictions(path, &pairs) > areas / 6 || self.passes_by(path) {
            return 0.0;
        }
        // A stop also counts as matched beside a matched one: a house and the town it lies near.
        let near = |a: Position, b: Position| a.within_km(b, SAME_STOP_KM);
        let strong = |slot: &Slot| (slot.heads / self.heads).powf(1.5);
        let own: f64 = self.slots.iter().map(strong).sum();
        let matched_own: f64 = self
            .slots
            .iter()
            .filter(|slot| pairs.iter().any(|&(paired, _)| near(self.slots[paired].position, slot.position)))
            .map(strong)
            .sum();
        let other: f64 = path.stops.iter().map(|stop| stop.seen_share).sum();
        let matched_other: f64 = path
            .stops
            .iter()
            .filter(|stop| pairs.iter().any(|&(_, paired)| near(path.stops[paired].position, stop.position)))
            .map(|stop| stop.seen_share)
            .sum();
        let (own, other) = (matched_own / own, matched_other / other);
        own.min(other)
    }

    /// Tells whether a party that was seen nearly everywhere is missing at two well-seen areas of the course, or was
    /// well seen at two areas that a course of several journeys does not have: then it went another way.
    fn passes_by(&self, path: &Path) -> bool {
        const ANOTHER_WAY_KM: f64 = 25.0;
        let party = path.members.len() as f64;
        let seen = path.stops.iter().map(|stop| stop.seen_share).sum::<f64>() / path.stops.len() as f64;
        let mut missing: Vec<Position> = Vec::new();
        if (1.0 - seen.min(0.85)).powf(party) < 0.01 {
            let well_seen = |slot: &&Slot| slot.heads >= 0.5 * self.heads;
            for slot in self.slots.iter().filter(well_seen) {
                let far = |other: Position| !other.within_km(slot.position, ANOTHER_WAY_KM);
                if path.stops.iter().all(|stop| far(stop.position)) && missing.iter().all(|&known| far(known))
                {
                    missing.push(slot.position);
                }
            }
        }
        let mut extra: Vec<Position> = Vec::new();
        if self.paths.len() > 1 || self.heads >= 4.0 {
            let well_seen = |stop: &&PathStop| stop.seen_share >= 0.5 && stop.seen_share * party > 1.5;
            for stop in path.stops.iter().filter(well_seen) {
                let far = |other: Position| !other.within_km(stop.position, ANOTHER_WAY_KM);
                if self.slots.iter().all(|slot| far(slot.position)) && extra.iter().all(|&known| far(known)) {
                    extra.push(stop.position);
                }
            }
        }
        missing.len() >= 2 || extra.len() >= 2
    }

    /// Counts the gaps between matched stops in which both sides were well seen at places far from each other: what
    /// is only missing on one side was not seen, what differs is another way.
    fn contradictions(&self, path: &Path, pairs: &[(usize, usize)]) -> usize {
        const ANOTHER_WAY_KM: f64 = 25.0;
        let party = path.members.len() as f64;
        let typical = {
            let mut heads: Vec<f64> = self.slots.iter().map(|slot| slot.heads).collect();
            heads.sort_unstable_by(|a, b| b.total_cmp(a));
            heads[heads.len() / 3]
        };
        let ends = pairs.iter().copied().chain([(self.slots.len(), path.stops.len())]);
        let (mut next_slot, mut next_stop) = (0, 0);
        let mut count = 0;
        for (slot, stop) in ends {
            let own: Vec<&Slot> = self.slots[next_slot..slot]
                .iter()
                .filter(|slot| (slot.shared > 0 || slot.journeys > 1) && slot.heads >= 0.5 * typical)
                .collect();
            let other: Vec<&PathStop> = path.stops[next_stop..stop]
                .iter()
                .filter(|stop| stop.seen_share >= 0.5 && (stop.seen_share * party > 1.5 || party < 2.0))
                .collect();
            let apart = |slot: &&Slot| {
                other.iter().all(|stop| !stop.position.within_km(slot.position, ANOTHER_WAY_KM))
            };
            if !other.is_empty() && !own.is_empty() && own.iter().all(apart) {
                count += 1;
            }
            (next_slot, next_stop) = (slot + 1, stop + 1);
        }
        count
    }

    fn add(&mut self, index: usize, path: &Path) {
        let pairs = align(&self.slots, &path.stops);
        let mut slots = Vec::with_capacity(self.slots.len() + path.stops.len());
        let (mut next_slot, mut next_stop) = (0, 0);
        for (slot, stop) in pairs.into_iter().chain([(self.slots.len(), path.stops.len())]) {
            // Between two matches, what only one side has stands in order of the way made.
            slots.extend(self.slots[next_slot..slot].iter().cloned());
            slots.extend(path.stops[next_stop..stop].iter().map(|stop| Slot::new(stop, path.members.len())));
            if let (Some(known), Some(seen)) = (self.slots.get(slot), path.stops.get(stop)) {
                let mut merged = known.clone();
                merged.take(seen, path.members.len());
                slots.push(merged);
            }
            (next_slot, next_stop) = (slot + 1, stop + 1);
        }
        self.slots = slots;
        self.paths.push(index);
        self.heads += path.members.len() as f64;
    }
}

impl Slot {
    fn new(stop: &PathStop, party: usize) -> Slot {
        Slot {
            position: stop.position,
            heads: stop.seen_share * party as f64,
            journeys: 1,
            shared: u32::from(seen_by_two(stop, party)),
            stays: vec![stop.stay_hours],
        }
    }

    fn take(&mut self, stop: &PathStop, party: usize) {
        let heads = stop.seen_share * party as f64;
        let share = heads / (self.heads + heads);
        self.position = self.position.towards(stop.position, share);
        self.heads += heads;
        self.journeys += 1;
        self.shared += u32::from(seen_by_two(stop, party));
        self.stays.push(stop.stay_hours);
    }
}

fn seen_by_two(stop: &PathStop, party: usize) -> bool {
    stop.seen_share * party as f64 > 1.5
}

/// Aligns slots and stops in order so that the nearness matched is greatest (Needleman and Wunsch 1970, without
/// cost for gaps); returns pairs of indexes.
fn align(slots: &[Slot], stops: &[PathStop]) -> Vec<(usize, usize)> {
    let width = stops.len() + 1;
    let mut best = vec![0.0f64; (slots.len() + 1) * width];
    for slot in 1..=slots.len() {
        let here = &slots[slot - 1];
        let shrink = KM_PER_DEGREE * here.position.lat.to_radians().cos();
        let near = |stop: usize| {
            let there = stops[stop].position;
            let north = (there.lat - here.position.lat) * KM_PER_DEGREE;
            if north.abs() > SAME_STOP_KM {
                return None;
            }
            let east = longitude_difference(there.lon, here.position.lon) * shrink;
            let distance = (north * north + east * east).sqrt();
            (distance <= SAME_STOP_KM).then(|| {
                let weight = (here.heads / 3.0).min(1.0) * stops[stop].seen_share;
                (0.3 + weight) * (1.2 - distance / SAME_STOP_KM)
            })
        };
        for stop in 1..=stops.len() {
            let skip = best[(slot - 1) * width + stop].max(best[slot * width + stop - 1]);
            let pair = near(stop - 1).map_or(0.0, |gain| best[(slot - 1) * width + stop - 1] + gain);
            best[slot * width + stop] = skip.max(pair);
        }
    }
    let mut pairs = Vec::new();
    let (mut slot, mut stop) = (slots.len(), stops.len());
    while slot > 0 && stop > 0 {
        let here = best[slot * width + stop];
        if here == best[(slot - 1) * width + stop] {
            slot -= 1;
        } else if here == best[slot * width + stop - 1] {
            stop -= 1;
        } else {
            pairs.push((slot - 1, stop - 1));
            slot -= 1;
            stop -= 1;
        }
    }
    pairs.reverse();
    pairs
}

/// A path joins the course it fits at least this well.
const JOINS_AT: f64 = 0.57;

/// A journey with at least this much of a rest apart can found a course: without one, nothing tells a convoy from
/// ordinary traffic.
const FOUNDS_AT: f64 = 0.1;

/// Gathers journeys of parties into courses: the best seen first, each joins the course it fits best or founds one.
/// `rests` says for each path how much it rests at a place apart, 0 to 1.
pub fn courses(paths: &[Path], rests: &[f64]) -> Vec<Course> {
    let mut order: Vec<(u64, usize)> = (0..paths.len())
        .filter(|&index| {
            let path = &paths[index];
            rests[index] >= FOUNDS_AT && path.members.len() > 1 && goes_somewhere(path)
        })
        .map(|index| {
            let path = &paths[index];
            let seen: f64 = path.stops.iter().map(|stop| stop.seen_share).sum();
            ((seen * path.members.len().min(8) as f64 * 1000.0) as u64, index)
        })
        .collect();
    order.sort_unstable_by_key(|&(seen, index)| (Reverse(seen), index));
    let mut courses: Vec<Course> = Vec::new();
    let mut index = CourseIndex::default();
    for (_, path) in order {
        match best_course(&courses, &index, &paths[path], JOINS_AT) {
            Some(course) => courses[course].add(path, &paths[path]),
            None => {
                index.insert(courses.len(), paths[path].stops.iter().map(|stop| stop.position));
                courses.push(Course::new(path, &paths[path]));
            }
        }
    }
    courses
}

/// A lone journey supports a course that it fits at least this well, over at least three stops.
const SUPPORTS_AT: f64 = 0.5;

/// Adds the other journeys to the courses that they follow.
pub fn follow(courses: &mut [Course], paths: &[Path]) {
    let mut free = vec![true; paths.len()];
    let mut index = CourseIndex::default();
    for (number, course) in courses.iter().enumerate() {
        course.paths.iter().for_each(|&path| free[path] = false);
        index.insert(number, course.slots.iter().map(|slot| slot.position));
    }
    let known: &[Course] = courses;
    let following: Vec<(usize, usize)> = (0..paths.len())
        .into_par_iter()
        .filter(|&path| free[path] && goes_somewhere(&paths[path]))
        .filter_map(|path| {
            let least = if paths[path].members.len() > 1 { JOINS_AT } else { SUPPORTS_AT };
            let course = best_course(known, &index, &paths[path], least)?;
            (align(&known[course].slots, &paths[path].stops).len() >= 3).then_some((course, path))
        })
        .collect();
    for (course, path) in following {
        courses[course].add(path, &paths[path]);
    }
}

/// Returns the course that a path fits best, if it fits at least so well.
fn best_course(courses: &[Course], index: &CourseIndex, path: &Path, least: f64) -> Option<usize> {
    index
        .candidates(path, 3)
        .into_par_iter()
        .with_min_len(48)
        .map(|course| (courses[course].fit(path), course))
        .filter(|(fit, _)| *fit >= least)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .map(|(_, course)| course)
}

/// The traffic between the stops of one course.
#[derive(Debug, Clone, Default)]
pub struct Traffic {
    /// Paths, and the share of each that runs in the direction of the course.
    directions: Vec<(usize, f64)>,
}

impl Traffic {
    /// Counts the traffic on each course.
    pub fn of(courses: &[Course], paths: &[Path]) -> Vec<Traffic> {
        const AT_STOP_KM: f64 = 10.0;
        let agreed: Vec<Vec<&Slot>> = courses.iter().map(Course::agreed).collect();
        let mut index = CourseIndex::default();
        for (number, stops) in agreed.iter().enumerate() {
            index.insert(number, stops.iter().map(|slot| slot.position));
        }
        let forward = |path: &Path, stops: &[&Slot]| {
            let nearest = |stop: &PathStop| {
                stops
                    .iter()
                    .enumerate()
                    .filter(|(_, slot)| slot.position.within_km(stop.position, AT_STOP_KM))
                    .map(|(nth, slot)| (slot.position.near_km(stop.position), nth))
                    .min_by(|a, b| a.0.total_cmp(&b.0))
                    .map(|(_, nth)| nth)
            };
            let passed: Vec<usize> = path.stops.iter().filter_map(nearest).collect();
            let (mut forward, mut all) = (0.0, 0.0);
            for pair in passed.windows(2) {
                if stops[pair[0]].position.near_km(stops[pair[1]].position) > SAME_STOP_KM {
                    forward += f64::from(u8::from(pair[0] < pair[1]));
                    all += 1.0;
                }
            }
            (all > 0.0).then(|| forward / all)
        };
        let seen: Vec<(usize, usize, f64)> = paths
            .par_iter()
            .enumerate()
            .flat_map_iter(|(number, path)| {
                let agreed = &agreed;
                index
                    .candidates(path, 2)
                    .into_iter()
                    .filter_map(move |course| Some((course, number, forward(path, &agreed[course])?)))
            })
            .collect();
        let mut traffic = vec![Traffic::default(); courses.len()];
        for (course, path, share) in seen {
            traffic[course].directions.push((path, share));
        }
        traffic
    }

    /// Returns the share that runs in the direction of the course, 0 to 1: convoys go one way, ordinary traffic goes
    /// and comes back. Paths in `convoys` count only for their own course.
    pub fn one_way(&self, course: &Course, convoys: &HashSet<usize>) -> f64 {
        let counted: Vec<f64> = self
            .directions
            .iter()
            .filter(|(path, _)| !convoys.contains(path) || course.paths.contains(path))
            .map(|(_, share)| *share)
            .collect();
        if counted.is_empty() { 1.0 } else { counted.iter().sum::<f64>() / counted.len() as f64 }
    }
}

/// Stops of courses by cells of a fifth of a degree, about 22 km.
#[derive(Default)]
struct CourseIndex {
    cells: HashMap<(i32, i32), Vec<(usize, Position)>>,
}

/// A course passes near a stop within this distance, in kilometres: that of one stop, and what a stop of the course
/// may have moved since it was filed.
const PASSES_KM: f64 = SAME_STOP_KM + 4.0;

impl CourseIndex {
    fn cell(position: Position) -> (i32, i32) {
        ((position.lat * 5.0).floor() as i32, Self::wrap((position.lon * 5.0).floor() as i32))
    }

    /// Columns are counted modulo the circle.
    fn wrap(column: i32) -> i32 {
        (column + 900).rem_euclid(1800) - 900
    }

    fn insert(&mut self, course: usize, stops: impl Iterator<Item = Position>) {
        for stop in stops {
            self.cells.entry(Self::cell(stop)).or_default().push((course, stop));
        }
    }

    /// Returns courses that pass near at least so many stops of the path, in order.
    fn candidates(&self, path: &Path, least: usize) -> Vec<usize> {
        let mut passed: Vec<usize> = Vec::new();
        let mut here: Vec<usize> = Vec::new();
        for stop in &path.stops {
            let (lat, lon) = Self::cell(stop.position);
            here.clear();
            for (north, east) in (-1..=1).flat_map(|north| (-1..=1).map(move |east| (north, east))) {
                let Some(filed) = self.cells.get(&(lat + north, Self::wrap(lon + east))) else { continue };
                let near = filed.iter().filter(|(_, place)| place.within_km(stop.position, PASSES_KM));
                here.extend(near.map(|(course, _)| course));
            }
            here.sort_unstable();
            here.dedup();
            passed.append(&mut here);
        }
        passed.sort_unstable();
        passed.chunk_by(|a, b| a == b).filter(|stops| stops.len() >= least).map(|stops| stops[0]).collect()
    }
}

/// A path over more stops than this is no journey but the daily life of many.
const MOST_STOPS: usize = 60;

/// Tells whether a path leads from one place to another by way of a third, rather than out and back.
fn goes_somewhere(path: &Path) -> bool {
    let (Some(first), Some(last)) = (path.stops.first(), path.stops.last()) else { return false };
    let farthest = path.stops.iter().map(|stop| stop.position.near_km(first.position)).fold(0.0, f64::max);
    (3..=MOST_STOPS).contains(&path.stops.len())
        && farthest >= 60.0
        && last.position.near_km(first.position) >= (0.15 * farthest).max(30.0)
}

/// Returns the time a course has been in use: by the journeys that surely went its way, if there are any. They stop
/// at its resting place `rest`, where it has one of its own, or nearly everywhere else.
pub fn use_of(course: &Course, paths: &[Path], rest: Option<Position>) -> (Seconds, Seconds) {
    const AT_STOP_KM: f64 = 12.0;
    const AT_REST_KM: f64 = 5.0;
    let agreed = course.agreed();
    let passes = |path: &Path, place: Position, reach_km: f64| {
        path.stops.iter().any(|stop| stop.position.within_km(place, reach_km))
    };
    let sure = |path: &&Path| {
        let passed = agreed.iter().filter(|slot| passes(path, slot.position, AT_STOP_KM)).count() as f64;
        let rests = rest.is_none_or(|rest| passes(path, rest, AT_REST_KM));
        let least = if rests { 0.7 } else { 0.9 };
        path.members.len() > 1 && passed >= least * agreed.len() as f64
    };
    let all = || course.paths.iter().map(|&path| &paths[path]);
    let mut counted: Vec<&Path> = all().filter(sure).collect();
    if counted.is_empty() {
        counted = all().collect();
    }
    let first = counted.iter().map(|path| path.first_seen()).min().unwrap_or(0);
    let last = all().map(|path| path.last_seen()).max().unwrap_or(0);
    (first, last)
}
