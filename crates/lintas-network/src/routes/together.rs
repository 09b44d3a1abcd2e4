//! Visits -> journeys made together.
//!
//! Two people at one place at one time is chance; the same two at a second place far away, at the right time and
//! with nothing that speaks against it in between, is company (after the convoys of Jeung and others 2008 and the
//! meeting patterns of flocks, loosened for gaps of days between sightings). The test is made for pairs and the
//! pairs are joined, so that nobody has to be seen everywhere.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::geodesy::Position;
use super::instant::{DAY, HOUR, Seconds};
use super::visit::{Visit, on_a_journey};

/// Two sightings this near are at one place while nothing is known of the errors in the sheet, in kilometres.
pub const SAME_PLACE_KM: f64 = 8.0;
/// In a busy place two visits belong together only within this time.
const SAME_TIME: Seconds = 4 * HOUR;
/// In a quiet place, a stay of a night with a sighting at either end.
const SAME_NIGHT: Seconds = 14 * HOUR;
/// A place is quiet while no more visits than this are within reach in place and night.
const QUIET_VISITS: usize = 16;
/// Two places this far apart, in kilometres, are two meetings.
const APART_KM: f64 = 25.0;
/// A longer time between two meetings is two journeys.
const JOURNEY_PAUSE: Seconds = 4 * DAY;
/// A place and time with more visits than this shows nothing about company.
const CROWD: usize = 250;

/// Visits of people who travelled together, in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    /// Numbers of the subjects, in order.
    pub members: Vec<u32>,
    /// Indexes into the visits, in order of time.
    pub visits: Vec<usize>,
}

/// Two visits at one place and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Meeting {
    /// The two subjects, lower number first.
    pair: (u32, u32),
    /// When.
    time: Seconds,
    /// The visits of the two.
    visits: (u32, u32),
    /// Whether few others were there.
    quiet: bool,
}

/// A stretch of time in which two people travelled together.
#[derive(Debug, Clone)]
struct Company {
    /// The visits of both, in order of time.
    visits: Vec<u32>,
    /// Places apart from each other at which they met.
    places: usize,
    /// The first of these places.
    at: Position,
}

/// Finds journeys made together. `visits` is sorted by subject, then time; two of them within `same_place_km` are at
/// one place.
pub fn journeys_together(visits: &[Visit], same_place_km: f64) -> Vec<Journey> {
    let moving = on_a_journey(visits);
    let mut meetings = meetings(visits, &moving, same_place_km);
    meetings.par_sort_unstable();
    let first_of = first_visits(visits);
    let runs: Vec<Company> = meetings
        .par_chunk_by(|a, b| a.pair == b.pair)
        .flat_map_iter(|meetings| company(meetings, visits, &first_of))
        .collect();
    let mut parties = Parties::new(visits.len());
    for run in runs.iter().filter(|run| run.places >= 2) {
        parties.join(&run.visits);
    }
    join_by_single_places(&runs, &mut parties, visits);
    let mut parts: HashMap<u32, Vec<usize>> = HashMap::new();
    for run in &runs {
        for &visit in &run.visits {
            parts.entry(parties.root(visit)).or_default().push(visit as usize);
        }
    }
    // A run that was refused leaves its visits behind one by one.
    parts.retain(|_, part| part.iter().any(|&visit| visits[visit].subject != visits[part[0]].subject));
    let taken: HashSet<usize> = parts.values().flatten().copied().collect();
    let mut journeys: Vec<Journey> = parts
        .into_values()
        .map(|mut part| {
            part.sort_unstable();
            part.dedup();
            lengthen(&mut part, visits, &taken);
            part.sort_by_key(|&visit| (visits[visit].middle(), visits[visit].subject, visit));
            let mut members: Vec<u32> = part.iter().map(|&visit| visits[visit].subject).collect();
            members.sort_unstable();
            members.dedup();
            Journey { members, visits: part }
        })
        .collect();
    journeys.sort_by_key(|journey| (visits[journey.visits[0]].from, journey.visits[0]));
    journeys
}

/// Returns the reach within which two visits are at one place, in kilometres.
fn reach_km(a: &Visit, b: &Visit, same_place_km: f64) -> f64 {
    same_place_km.max(f64::from(a.uncertainty_km + b.uncertainty_km).min(2.0 * SAME_PLACE_KM))
}

/// Finds all meetings of people on journeys.
fn meetings(visits: &[Visit], moving: &[bool], same_place_km: f64) -> Vec<Meeting> {
    /// Cells of a tenth of a degree, about 11 km.
    fn cell(position: Position) -> (i32, i32) {
        ((position.lat * 10.0).floor() as i32, (position.lon * 10.0).floor() as i32)
    }
    // All longitudes next to the 180th meridian meet: cells are counted modulo the circle.
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
    // A stay that began long ago still meets those who arrive; stays are bounded by the rule of one day per pause.
    let longest = 3 * DAY;
    order
        .par_iter()
        .flat_map_iter(|&index| {
            let visit = &visits[index as usize];
            let (row, column) = cell(visit.position);
            let mut near: Vec<(u32, Seconds)> = Vec::new();
            for (lat, lon) in (-1..=1).flat_map(|lat| (-1..=1).map(move |lon| (row + lat, column + lon))) {
                let Some(&(from, to)) = cells.get(&(lat, wrap(lon))) else { continue };
                let part = &order[from..to];
                let first = part.partition_point(|&other| {
                    visits[other as usize].from < visit.from - longest - SAME_NIGHT
                });
                for &other_index in &part[first..] {
                    let other = &visits[other_index as usize];
                    if other.from > visit.to + SAME_NIGHT {
                        break;
                    }
                    let gap = visit.gap(other);
                    if gap <= SAME_NIGHT
                        && other.subject != visit.subject
                        && visit.position.near_km(other.position) <= reach_km(visit, other, same_place_km)
                    {
                        near.push((other_index, gap));
                    }
                }
                if near.len() > CROWD {
                    break;
                }
            }
            let quiet = near.len() <= QUIET_VISITS;
            if near.len() > CROWD {
                near.clear();
            }
            near.retain(|&(other, gap)| {
                // Each pair of visits once, from the visit of the lower subject.
                visits[other as usize].subject > visit.subject && (quiet || gap <= SAME_TIME)
            });
            near.into_iter()
                .map(move |(other, _)| Meeting {
                    pair: (visit.subject, visits[other as usize].subject),
                    time: visit.middle().min(visits[other as usize].middle()),
                    visits: (index, other),
                    quiet,
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Returns, for each subject, the index of its first visit; the last entry is the number of visits.
fn first_visits(visits: &[Visit]) -> Vec<u32> {
    let subjects = visits.last().map_or(0, |visit| visit.subject as usize + 1);
    let mut first = vec![visits.len() as u32; subjects + 1];
    for (index, visit) in visits.iter().enumerate().rev() {
        first[visit.subject as usize] = index as u32;
    }
    for subject in (0..subjects).rev() {
        first[subject] = first[subject].min(first[subject + 1]);
    }
    first
}

/// Finds, among the meetings of one pair, the stretches of time in which the two travelled together, and returns
/// the visits of both in each.
fn company(meetings: &[Meeting], visits: &[Visit], first_of: &[u32]) -> Vec<Company> {
    meetings
        .chunk_by(|a, b| b.time - a.time <= JOURNEY_PAUSE)
        .filter_map(|run| {
            let place = |meeting: &Meeting| visits[meeting.visits.0 as usize].position;
            let mut places: Vec<Position> = Vec::new();
            for meeting in run {
                if places.iter().all(|known| known.near_km(place(meeting)) >= APART_KM) {
                    places.push(place(meeting));
                }
            }
            let ends = run.iter().flat_map(|meeting| [meeting.visits.0, meeting.visits.1]);
            let from = ends.clone().map(|visit| visits[visit as usize].from).min()?;
            let to = ends.map(|visit| visits[visit as usize].to).max()?;
            // One shared quiet place is company only when days around it agree as well.
            let alone = places.len() < 2;
            if alone && !run.iter().any(|meeting| meeting.quiet) {
                return None;
            }
            let slack = if alone { 2 * DAY } else { 0 };
            let (first, second) = run[0].pair;
            let mut both: Vec<u32> = Vec::new();
            for subject in [first, second] {
                let own = first_of[subject as usize]..first_of[subject as usize + 1];
                both.extend(own.filter(|&visit| {
                    visits[visit as usize].to >= from - slack && visits[visit as usize].from <= to + slack
                }));
            }
            both.sort_by_key(|&visit| (visits[visit as usize].from, visit));
            let conflicts = conflicts(&both, visits);
            let allowed = if alone { 0 } else { both.len() / 8 };
            (conflicts <= allowed && (!alone || both.len() >= 4)).then_some(Company {
                visits: both,
                places: places.len(),
                at: places[0],
            })
        })
        .collect()
}

/// Joins those who met at one place only. Two parties under one roof for a night are not one party: parties that
/// are each held together by several places are joined only when they met at several places themselves, and
/// nobody is joined whose visits could not be those of one vehicle.
fn join_by_single_places(runs: &[Company], parties: &mut Parties, visits: &[Visit]) {
    let mut members: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut established: HashSet<u32> = HashSet::new();
    for run in runs {
        for &visit in &run.visits {
            let root = parties.root(visit);
            members.entry(root).or_default().push(visit);
        }
        if run.places >= 2 {
            established.insert(parties.root(run.visits[0]));
        }
    }
    for part in members.values_mut() {
        part.sort_unstable();
        part.dedup();
    }
    let mut between: BTreeMap<(u32, u32), Vec<&Company>> = BTreeMap::new();
    let roots_of = |run: &Company, parties: &mut Parties| {
        let mut roots: Vec<u32> = run.visits.iter().map(|&visit| parties.root(visit)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    };
    let mut join = |run: &Company, roots: &[u32], parties: &mut Parties, established: &mut HashSet<u32>| {
        let mut whole: Vec<u32> =
            roots.iter().flat_map(|root| members.get(root).into_iter().flatten().copied()).collect();
        whole.sort_by_key(|&visit| (visits[visit as usize].from, visit));
        if conflicts(&whole, visits) * 20 > whole.len() {
            return;
        }
        for root in roots {
            members.remove(root);
        }
        parties.join(&run.visits);
        whole.sort_unstable();
        let root = parties.root(run.visits[0]);
        if roots.iter().any(|root| established.contains(root)) {
            established.insert(root);
        }
        members.insert(root, whole);
    };
    for run in runs.iter().filter(|run| run.places < 2) {
        let roots = roots_of(run, parties);
        let strong: Vec<u32> = roots.iter().copied().filter(|root| established.contains(root)).collect();
        match strong[..] {
            [first, second, ..] => between.entry((first, second)).or_default().push(run),
            _ => join(run, &roots, parties, &mut established),
        }
    }
    for runs in between.values() {
        let apart = runs.iter().any(|run| run.at.near_km(runs[0].at) >= APART_KM);
        let roots = roots_of(runs[0], parties);
        if apart && roots.len() > 1 {
            join(runs[0], &roots, parties, &mut established);
        }
    }
}

/// Counts neighbours in time, of different subjects, that are too far apart for one vehicle to have been at both.
fn conflicts(both: &[u32], visits: &[Visit]) -> usize {
    both.windows(2)
        .filter(|pair| {
            let (a, b) = (&visits[pair[0] as usize], &visits[pair[1] as usize]);
            let hours = a.gap(b) as f64 / HOUR as f64;
            a.subject != b.subject && a.position.near_km(b.position) > 2.5 * SAME_PLACE_KM + 75.0 * hours
        })
        .count()
}

/// Returns the journeys of single people that are part of no common one: chains of visits with pauses of at most
/// four days, of at least three visits. They found no route, but can support one.
pub fn lone_journeys(visits: &[Visit], together: &[Journey]) -> Vec<Journey> {
    let mut taken = vec![false; visits.len()];
    for &visit in together.iter().flat_map(|journey| &journey.visits) {
        taken[visit] = true;
    }
    let moving = on_a_journey(visits);
    let free: Vec<usize> = (0..visits.len()).filter(|&visit| moving[visit] && !taken[visit]).collect();
    free.chunk_by(|&a, &b| {
        visits[a].subject == visits[b].subject && visits[b].from - visits[a].to <= JOURNEY_PAUSE && b == a + 1
    })
    .filter(|chain| chain.len() >= 3)
    .map(|chain| Journey { members: vec![visits[chain[0]].subject], visits: chain.to_vec() })
    .collect()
}

/// Adds visits of members shortly before the first and after the last common one: a start or an end that only one
/// of them was seen at. Only visits that lie farther out than the journey itself count, so that no way home is added.
fn lengthen(part: &mut Vec<usize>, visits: &[Visit], taken: &HashSet<usize>) {
    const SHORTLY: Seconds = 36 * HOUR;
    let (Some(first), Some(last)) = (
        part.iter().copied().min_by_key(|&visit| (visits[visit].from, visit)),
        part.iter().copied().max_by_key(|&visit| (visits[visit].to, visit)),
    ) else {
        return;
    };
    let (start, end) = (visits[first], visits[last]);
    let length = start.position.near_km(end.position);
    let own: Vec<usize> = part.clone();
    for visit in own {
        let here = visits[visit];
        if let Some(before) = visit.checked_sub(1).filter(|before| !taken.contains(before)) {
            let candidate = visits[before];
            if candidate.subject == here.subject
                && !part.contains(&before)
                && here.from - start.from <= SHORTLY
                && candidate.to < start.from
                && start.from - candidate.to <= SHORTLY
                && candidate.position.near_km(end.position) > length
            {
                part.push(before);
            }
        }
        let after = visit + 1;
        if let Some(candidate) = visits.get(after).filter(|_| !taken.contains(&after)).copied()
            && candidate.subject == here.subject
            && !part.contains(&after)
            && end.to - here.to <= SHORTLY
            && candidate.from > end.to
            && candidate.from - end.to <= SHORTLY
            && candidate.position.near_km(start.position) > length
        {
            part.push(after);
        }
    }
}

/// Visits in disjoint sets, with path halving (Tarjan and van Leeuwen 1984).
struct Parties {
    parents: Vec<u32>,
}

impl Parties {
    fn new(size: usize) -> Parties {
        Parties { parents: (0..size as u32).collect() }
    }

    fn root(&mut self, mut visit: u32) -> u32 {
        while self.parents[visit as usize] != visit {
            let grandparent = self.parents[self.parents[visit as usize] as usize];
            self.parents[visit as usize] = grandparent;
            visit = grandparent;
        }
        visit
    }

    fn join(&mut self, visits: &[u32]) {
        for pair in visits.windows(2) {
            let (a, b) = (self.root(pair[0]), self.root(pair[1]));
            let (low, high) = (a.min(b), a.max(b));
            self.parents[high as usize] = low;
        }
    }
}
