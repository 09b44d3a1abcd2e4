//! Paths of many journeys -> routes: ordered stops that several journeys share.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::geodesy::Position;
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
        if pairs.len() < 3.min(path.stops.len()).min(self.slots.len()).max(2) {
            return 0.0;
        }
        let areas = self.slots.len().min(path.stops.len());
        if self.contradictions(path, &pairs) > areas / 6 || self.passes_by(path) {
            return 0.0;
        }
        // A stop also counts as matched beside a matched one: a house and the town it lies near.
        let near = |a: Position, b: Position| a.near_km(b) <= SAME_STOP_KM;
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
        if (1.0 - seen).powf(party) < 0.05 {
            let well_seen = |slot: &&Slot| slot.heads >= 0.5 * self.heads;
            for slot in self.slots.iter().filter(well_seen) {
                let far = |other: Position| other.near_km(slot.position) > ANOTHER_WAY_KM;
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
                let far = |other: Position| other.near_km(stop.position) > ANOTHER_WAY_KM;
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
            let apart =
                |slot: &&Slot| other.iter().all(|stop| stop.position.near_km(slot.position) > ANOTHER_WAY_KM);
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
    let near = |slot: usize, stop: usize| {
        let distance = slots[slot].position.near_km(stops[stop].position);
        (distance <= SAME_STOP_KM).then(|| {
            let weight = (slots[slot].heads / 3.0).min(1.0) * stops[stop].seen_share;
            (0.3 + weight) * (1.2 - distance / SAME_STOP_KM)
        })
    };
    for slot in 1..=slots.len() {
        for stop in 1..=stops.len() {
            let skip = best[(slot - 1) * width + stop].max(best[slot * width + stop - 1]);
            let pair =
                near(slot - 1, stop - 1).map_or(0.0, |gain| best[(slot - 1) * width + stop - 1] + gain);
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
const JOINS_AT: f64 = 0.62;

/// Gathers paths into courses: the best seen paths first, each joins the course it fits best or founds one.
pub fn courses(paths: &[Path]) -> Vec<Course> {
    let mut order: Vec<usize> = (0..paths.len()).filter(|&index| goes_somewhere(&paths[index])).collect();
    order.sort_by_key(|&index| {
        let path = &paths[index];
        let seen: f64 = path.stops.iter().map(|stop| stop.seen_share).sum();
        (std::cmp::Reverse((seen * path.members.len().min(8) as f64 * 1000.0) as u64), index)
    });
    let mut courses: Vec<Course> = Vec::new();
    let mut index = CourseIndex::default();
    for &path in &order {
        let best = index
            .candidates(&paths[path])
            .into_par_iter()
            .with_min_len(32)
            .map(|course| (courses[course].fit(&paths[path]), course))
            .filter(|(fit, _)| *fit >= JOINS_AT)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match best {
            Some((_, course)) => courses[course].add(path, &paths[path]),
            None => {
                index.insert(courses.len(), &paths[path]);
                courses.push(Course::new(path, &paths[path]));
            }
        }
    }
    courses
}

/// A lone journey supports a course that it fits at least this well, over at least three stops.
const SUPPORTS_AT: f64 = 0.5;

/// Adds lone journeys, given as paths from `first_lone` on, to the courses they follow.
pub fn support_by_lone(courses: &mut [Course], paths: &[Path], first_lone: usize) {
    let mut index = CourseIndex::default();
    for (number, course) in courses.iter().enumerate() {
        index.insert(number, &paths[course.paths[0]]);
    }
    for (number, path) in paths.iter().enumerate().skip(first_lone) {
        if !goes_somewhere(path) {
            continue;
        }
        let best = index
            .candidates(path)
            .into_iter()
            .filter(|&course| align(&courses[course].slots, &path.stops).len() >= 3)
            .map(|course| (courses[course].fit(path), course))
            .filter(|(fit, _)| *fit >= SUPPORTS_AT)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, course)) = best {
            courses[course].add(number, path);
        }
    }
}

/// Returns for each course the share of traffic between its stops that runs in its direction, 0 to 1: convoys go one
/// way, ordinary traffic goes and comes back. Paths in `convoys` count only for their own course.
pub fn one_way(courses: &[Course], paths: &[Path], convoys: &HashSet<usize>) -> Vec<f64> {
    const AT_STOP_KM: f64 = 10.0;
    let mut index = CourseIndex::default();
    for (number, course) in courses.iter().enumerate() {
        index.insert(number, &paths[course.paths[0]]);
    }
    let agreed: Vec<Vec<&Slot>> = courses.iter().map(Course::agreed).collect();
    let mut ways = vec![(0.0, 0.0); courses.len()];
    for (number, path) in paths.iter().enumerate() {
        for course in index.candidates(path) {
            if convoys.contains(&number) && !courses[course].paths.contains(&number) {
                continue;
            }
            let stops = &agreed[course];
            let nearest = |stop: &PathStop| {
                stops
                    .iter()
                    .enumerate()
                    .map(|(nth, slot)| (slot.position.near_km(stop.position), nth))
                    .filter(|(distance, _)| *distance <= AT_STOP_KM)
                    .min_by(|a, b| a.0.total_cmp(&b.0))
                    .map(|(_, nth)| nth)
            };
            let passed: Vec<usize> = path.stops.iter().filter_map(nearest).collect();
            let (mut forward, mut back) = (0.0, 0.0);
            for pair in passed.windows(2) {
                if stops[pair[0]].position.near_km(stops[pair[1]].position) > SAME_STOP_KM {
                    if pair[0] < pair[1] { forward += 1.0 } else { back += 1.0 }
                }
            }
            if forward + back > 0.0 {
                ways[course].0 += forward / (forward + back);
                ways[course].1 += 1.0;
            }
        }
    }
    ways.into_iter().map(|(forward, all)| if all > 0.0 { forward / all } else { 1.0 }).collect()
}

/// Courses by the cells of a fifth of a degree, about 22 km, that their founder passed.
#[derive(Default)]
struct CourseIndex {
    cells: HashMap<(i32, i32), Vec<usize>>,
}

impl CourseIndex {
    fn cell(position: Position) -> (i32, i32) {
        ((position.lat * 5.0).floor() as i32, (position.lon * 5.0).floor() as i32)
    }

    fn insert(&mut self, course: usize, path: &Path) {
        let mut cells: Vec<(i32, i32)> = path.stops.iter().map(|stop| Self::cell(stop.position)).collect();
        cells.sort_unstable();
        cells.dedup();
        for cell in cells {
            self.cells.entry(cell).or_default().push(course);
        }
    }

    /// Returns courses that pass near at least two stops of the path, in order.
    fn candidates(&self, path: &Path) -> Vec<usize> {
        let mut passed: BTreeMap<usize, u32> = BTreeMap::new();
        for stop in &path.stops {
            let (lat, lon) = Self::cell(stop.position);
            let mut here: Vec<usize> = (-1..=1)
                .flat_map(|north| {
                    (-1..=1).map(move |east| (lat + north, (lon + east + 900).rem_euclid(1800) - 900))
                })
                .filter_map(|cell| self.cells.get(&cell))
                .flatten()
                .copied()
                .collect();
            here.sort_unstable();
            here.dedup();
            for course in here {
                *passed.entry(course).or_default() += 1;
            }
        }
        passed.into_iter().filter(|(_, stops)| *stops >= 2).map(|(course, _)| course).collect()
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

/// Returns the time a course has been in use.
pub fn use_of(course: &Course, paths: &[Path]) -> (Seconds, Seconds) {
    let first = course.paths.iter().map(|&path| paths[path].first_seen()).min().unwrap_or(0);
    let last = course.paths.iter().map(|&path| paths[path].last_seen()).max().unwrap_or(0);
    (first, last)
}
