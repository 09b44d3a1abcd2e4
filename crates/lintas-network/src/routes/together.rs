//! Visits -> journeys made together.
//!
//! Two people at one place at one time is chance; the same two at a second place far away, at the right time and
//! with nothing that speaks against it in between, is company (after the convoys of Jeung and others 2008 and the
//! meeting patterns of flocks, loosened for gaps of days between sightings). The test is made for pairs and the
//! pairs are joined, so that nobody has to be seen everywhere.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::geodesy::Position;
use super::instant::{DAY, HOUR, Seconds};
use super::meeting::{Meeting, meetings};
use super::party::Parties;
use super::visit::{Visit, on_a_journey};

/// Two sightings this near are at one place while nothing is known of the errors in the sheet, in kilometres.
pub const SAME_PLACE_KM: f64 = 8.0;
/// Two places this far apart, in kilometres, are two meetings.
pub(crate) const APART_KM: f64 = 25.0;
/// A longer time between two meetings is two journeys.
pub(crate) const JOURNEY_PAUSE: Seconds = 4 * DAY;
/// Visits of people who travelled together, in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    /// Numbers of the subjects, in order.
    pub members: Vec<u32>,
    /// Indexes into the visits, in order of time.
    pub visits: Vec<usize>,
}

/// A stretch of time in which two people travelled together.
#[derive(Debug, Clone)]
pub(crate) struct Company {
    /// The visits of both, in order of time.
    pub(crate) visits: Vec<u32>,
    /// Places apart from each other at which they met.
    pub(crate) places: usize,
    /// The first of these places.
    pub(crate) at: Position,
}

/// Finds journeys made together. `visits` is sorted by subject, then time; two of them within `same_place_km` are at
/// one place.
pub fn journeys_together(visits: &[Visit], same_place_km: f64) -> Vec<Journey> {
    let moving = on_a_journey(visits);
    let mut meetings = meetings(visits, &moving, same_place_km);
    meetings.par_sort_unstable();
    meetings.dedup();
    let first_of = first_visits(visits);
    let mut runs: Vec<Company> = meetings
        .par_chunk_by(|a, b| a.pair == b.pair)
        .flat_map_iter(|meetings| company(meetings, visits, &first_of))
        .collect();
    drop(meetings);
    // The surest company first: what joins later has to agree with it.
    runs.par_sort_by_key(|run| (Reverse(run.places), run.visits[0], run.visits[run.visits.len() - 1]));
    let mut parties = Parties::of(&runs, visits);
    parties.join_by_places(&runs);
    parties.join_by_single_places(&runs);
    let parts = parties.into_parts();
    let mut taken = vec![false; visits.len()];
    for &visit in parts.iter().flatten() {
        taken[visit as usize] = true;
    }
    let mut journeys: Vec<Journey> = parts
        .into_par_iter()
        .filter_map(|part| {
            let mut part: Vec<usize> = part.into_iter().map(|visit| visit as usize).collect();
            leave_out_strangers(&mut part, visits, &first_of);
            lengthen(&mut part, visits, &taken);
            part.sort_by_key(|&visit| (visits[visit].middle(), visits[visit].subject, visit));
            let mut members: Vec<u32> = part.iter().map(|&visit| visits[visit].subject).collect();
            members.sort_unstable();
            members.dedup();
            (members.len() > 1).then_some(Journey { members, visits: part })
        })
        .collect();
    journeys.par_sort_by_key(|journey| (visits[journey.visits[0]].from, journey.visits[0]));
    journeys
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
            // Who went the same way by chance parts soon before or after.
            let slack = match places.len() {
                ..2 => 2 * DAY,
                2 => DAY / 2,
                _ => 0,
            };
            let (first, second) = run[0].pair;
            let together =
                |visit: &u32| visits[*visit as usize].to >= from && visits[*visit as usize].from <= to;
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
            let agreed = conflicts <= allowed && (!alone || both.len() >= 4);
            if !alone {
                both.retain(together);
            }
            agreed.then_some(Company { visits: both, places: places.len(), at: places[0] })
        })
        .collect()
}

/// Tells whether two visits of different subjects are too far apart for one vehicle to have been at both.
fn apart(a: &Visit, b: &Visit) -> bool {
    const ELSEWHERE_KM: f64 = 2.5 * SAME_PLACE_KM;
    const FASTEST_KM_H: f64 = 75.0;
    let hours = a.gap(b) as f64 / HOUR as f64;
    a.subject != b.subject && a.position.near_km(b.position) > ELSEWHERE_KM + FASTEST_KM_H * hours
}

/// Counts visits that contradict those of other subjects just before: too far apart for one vehicle to have been at
/// both, or made while the other was seen to stay elsewhere.
pub(crate) fn conflicts(both: &[u32], visits: &[Visit]) -> usize {
    const BEFORE: usize = 6;
    (1..both.len())
        .filter(|&nth| {
            let visit = &visits[both[nth] as usize];
            apart(visit, &visits[both[nth - 1] as usize])
                || both[nth.saturating_sub(BEFORE)..nth - 1].iter().any(|&other| {
                    let other = &visits[other as usize];
                    other.to >= visit.from + HOUR / 2 && apart(visit, other)
                })
        })
        .count()
}

/// Takes out members who were elsewhere while the party travelled: they only shared a part of its way.
fn leave_out_strangers(part: &mut Vec<usize>, visits: &[Visit], first_of: &[u32]) {
    const NEAR_IN_TIME: Seconds = 12 * HOUR;
    let mut members: Vec<u32> = part.iter().map(|&visit| visits[visit].subject).collect();
    members.sort_unstable();
    members.dedup();
    let whole = part.clone();
    for member in members {
        let others = || whole.iter().map(|&visit| &visits[visit]).filter(|visit| visit.subject != member);
        let (Some(from), Some(to)) =
            (others().map(|visit| visit.from).min(), others().map(|visit| visit.to).max())
        else {
            return;
        };
        let own = whole.iter().filter(|&&visit| visits[visit].subject == member).count();
        let elsewhere = (first_of[member as usize]..first_of[member as usize + 1])
            .map(|visit| &visits[visit as usize])
            .filter(|visit| visit.from <= to && visit.to >= from)
            .filter(|visit| {
                let with = |other: &Visit| {
                    visit.gap(other) <= NEAR_IN_TIME && visit.position.near_km(other.position) <= APART_KM
                };
                others().any(|other| apart(visit, other)) && !others().any(with)
            })
            .count();
        if 2 * elsewhere >= own {
            part.retain(|&visit| visits[visit].subject != member);
        }
    }
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
fn lengthen(part: &mut Vec<usize>, visits: &[Visit], taken: &[bool]) {
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
        if let Some(before) = visit.checked_sub(1).filter(|&before| !taken[before]) {
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
        if let Some(candidate) = visits.get(after).filter(|_| !taken[after]).copied()
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
