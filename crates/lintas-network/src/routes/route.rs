//! Paths of many journeys -> routes: ordered stops that several journeys share.

use std::collections::{BTreeMap, HashMap};

use super::geodesy::Position;
use super::instant::{HOUR, Seconds};
use super::path::{Path, PathStop};

/// Two stops this near, in kilometres, can be the same stop of a route.
const SAME_STOP_KM: f64 = 18.0;

/// A stop of a route, as its journeys saw it together.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Mean position, weighted by how well each journey was seen here.
    pub position: Position,
    /// Sum over journeys of the share of members seen here.
    pub weight: f64,
    /// Journeys seen here.
    pub journeys: u32,
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
}

impl Course {
    fn new(index: usize, path: &Path) -> Course {
        let slots = path.stops.iter().map(Slot::new).collect();
        Course { slots, paths: vec![index] }
    }

    /// Returns the stops that the journeys agree on.
    pub fn agreed(&self) -> Vec<&Slot> {
        let journeys = self.paths.len() as f64;
        self.slots
            .iter()
            .filter(|slot| {
                let enough = if self.paths.len() == 1 { 1 } else { 2 };
                slot.journeys >= enough
                    && f64::from(slot.journeys) >= 0.34 * journeys
                    && slot.weight >= 0.2 * journeys
            })
            .collect()
    }

    /// Returns how well a path fits: the smaller of the shares of weight matched on either side; 0 when fewer
    /// than three stops match.
    fn fit(&self, path: &Path) -> f64 {
        let pairs = align(&self.slots, &path.stops);
        if pairs.len() < 3.min(path.stops.len()).min(self.slots.len()).max(2) {
            return 0.0;
        }
        let journeys = self.paths.len() as f64;
        let strong = |slot: &Slot| (slot.weight / journeys).powi(2);
        let own: f64 = self.slots.iter().map(strong).sum();
        let matched_own: f64 = pairs.iter().map(|&(slot, _)| strong(&self.slots[slot])).sum();
        let other: f64 = path.stops.iter().map(|stop| stop.seen_share).sum();
        let matched_other: f64 = pairs.iter().map(|&(_, stop)| path.stops[stop].seen_share).sum();
        (matched_own / own).min(matched_other / other)
    }

    fn add(&mut self, index: usize, path: &Path) {
        let pairs = align(&self.slots, &path.stops);
        let mut slots = Vec::with_capacity(self.slots.len() + path.stops.len());
        let (mut next_slot, mut next_stop) = (0, 0);
        for (slot, stop) in pairs.into_iter().chain([(self.slots.len(), path.stops.len())]) {
            // Between two matches, what only one side has stands in order of the way made.
            slots.extend(self.slots[next_slot..slot].iter().cloned());
            slots.extend(path.stops[next_stop..stop].iter().map(Slot::new));
            if let (Some(known), Some(seen)) = (self.slots.get(slot), path.stops.get(stop)) {
                let mut merged = known.clone();
                merged.take(seen);
                slots.push(merged);
            }
            (next_slot, next_stop) = (slot + 1, stop + 1);
        }
        self.slots = slots;
        self.paths.push(index);
    }
}

impl Slot {
    fn new(stop: &PathStop) -> Slot {
        Slot { position: stop.position, weight: stop.seen_share, journeys: 1, stays: vec![stop.stay_hours] }
    }

    fn take(&mut self, stop: &PathStop) {
        let share = stop.seen_share / (self.weight + stop.seen_share);
        self.position = self.position.towards(stop.position, share);
        self.weight += stop.seen_share;
        self.journeys += 1;
        self.stays.push(stop.stay_hours);
    }
}

/// Aligns slots and stops in order so that the nearness matched is greatest (Needleman and Wunsch 1970, without
/// cost for gaps); returns pairs of indexes.
fn align(slots: &[Slot], stops: &[PathStop]) -> Vec<(usize, usize)> {
    let width = stops.len() + 1;
    let mut best = vec![0.0f64; (slots.len() + 1) * width];
    let near = |slot: usize, stop: usize| {
        let distance = slots[slot].position.near_km(stops[stop].position);
        (distance <= SAME_STOP_KM).then(|| {
            let weight = slots[slot].weight.min(1.0) * stops[stop].seen_share;
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
            .into_iter()
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

/// Courses by the cells of half a degree that their founder passed.
#[derive(Default)]
struct CourseIndex {
    cells: HashMap<(i32, i32), Vec<usize>>,
}

impl CourseIndex {
    fn cell(position: Position) -> (i32, i32) {
        ((position.lat * 2.0).floor() as i32, (position.lon * 2.0).floor() as i32)
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
                    (-1..=1).map(move |east| (lat + north, (lon + east + 360).rem_euclid(720) - 360))
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

/// Tells whether a path leads from one place to another by way of a third, rather than out and back.
fn goes_somewhere(path: &Path) -> bool {
    let (Some(first), Some(last)) = (path.stops.first(), path.stops.last()) else { return false };
    let farthest = path.stops.iter().map(|stop| stop.position.near_km(first.position)).fold(0.0, f64::max);
    path.stops.len() >= 3 && farthest >= 60.0 && last.position.near_km(first.position) >= 0.45 * farthest
}

/// Returns the time a course has been in use.
pub fn use_of(course: &Course, paths: &[Path]) -> (Seconds, Seconds) {
    let first = course.paths.iter().map(|&path| paths[path].first_seen()).min().unwrap_or(0);
    let last = course.paths.iter().map(|&path| paths[path].last_seen()).max().unwrap_or(0);
    (first, last)
}

/// Tells whether the journeys of a course rest on the way: an inner stop where most of them stayed six hours.
pub fn rests_on_the_way(course: &Course) -> bool {
    let agreed = course.agreed();
    let inner = agreed.get(1..agreed.len().saturating_sub(1)).unwrap_or_default();
    inner.iter().any(|slot| slot.stays.iter().filter(|stay| **stay >= 6.0).count() * 2 >= slot.stays.len())
}

/// Returns the mean duration of the journeys in hours.
pub fn duration_hours(course: &Course, paths: &[Path]) -> f64 {
    let total: Seconds =
        course.paths.iter().map(|&path| paths[path].last_seen() - paths[path].first_seen()).sum();
    total as f64 / HOUR as f64 / course.paths.len().max(1) as f64
}
