//! A journey -> the places it passed, in order.

use super::geodesy::{Position, robust_centre};
use super::instant::{HOUR, Seconds};
use super::together::Journey;
use super::visit::Visit;

/// Sightings of one journey this many times the usual error apart are one stop.
const ONE_STOP_ERRORS: f64 = 4.5;
/// A single stray sighting this near a well-seen stop, in kilometres, is that stop seen badly.
const STRAY_KM: f64 = 20.0;
/// What a journey makes on the road, straight-line kilometres an hour.
const ON_THE_ROAD_KM_H: f64 = 40.0;

/// One place a journey passed.
#[derive(Debug, Clone, PartialEq)]
pub struct PathStop {
    /// Robust centre of the sightings.
    pub position: Position,
    /// First sighting.
    pub from: Seconds,
    /// Last sighting.
    pub to: Seconds,
    /// Share of the members seen here, 0 to 1.
    pub seen_share: f64,
    /// How long the party stayed, in hours, as far as the gaps tell.
    pub stay_hours: f64,
    /// Indexes of the visits.
    pub visits: Vec<usize>,
}

/// The places a journey passed, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Numbers of the people who made the journey, in order.
    pub members: Vec<u32>,
    /// The places.
    pub stops: Vec<PathStop>,
}

impl Path {
    /// Returns the start of the journey as far as it was seen.
    pub fn first_seen(&self) -> Seconds {
        self.stops.iter().map(|stop| stop.from).min().unwrap_or(0)
    }

    /// Returns the end of the journey as far as it was seen.
    pub fn last_seen(&self) -> Seconds {
        self.stops.iter().map(|stop| stop.to).max().unwrap_or(0)
    }
}

/// Estimates the usual error of a position in each direction, in kilometres, from how far apart people of one party
/// were seen at one place within two hours. Half a kilometre when the sheet has too little to tell.
pub fn usual_error_km(journeys: &[Journey], visits: &[Visit]) -> f64 {
    let mut apart: Vec<f64> = Vec::new();
    for journey in journeys {
        for (nth, &index) in journey.visits.iter().enumerate() {
            let next = journey.visits[nth + 1..].iter().take(6).map(|&other| &visits[other]).find(|other| {
                other.subject != visits[index].subject
                    && other.gap(&visits[index]) <= 2 * HOUR
                    && other.position.near_km(visits[index].position) <= 12.0
            });
            apart.extend(next.map(|other| other.position.near_km(visits[index].position)));
        }
    }
    if apart.len() < 20 {
        return 0.5;
    }
    // The distance of two positions with normal errors s in each direction has median 1.177 * sqrt(2) * s.
    let middle = apart.len() / 2;
    let (_, median, _) = apart.select_nth_unstable_by(middle, f64::total_cmp);
    (*median / 1.665).clamp(0.05, 3.0)
}

struct Cluster {
    centre: Position,
    visits: Vec<usize>,
}

/// Orders the visits of a journey into stops; `error_km` is the usual error of a position in each direction.
pub fn path(journey: &Journey, visits: &[Visit], error_km: f64) -> Path {
    let one_stop_km = (ONE_STOP_ERRORS * error_km).clamp(2.5, 6.5);
    let mut clusters: Vec<Cluster> = Vec::new();
    for &index in &journey.visits {
        let visit = &visits[index];
        let reach = one_stop_km.max(f64::from(visit.uncertainty_km).min(12.0));
        let nearest = clusters
            .iter_mut()
            .filter(|cluster| {
                let last = cluster.visits.iter().map(|&other| visits[other].to).max().unwrap_or(visit.from);
                visit.from - last <= 60 * HOUR
            })
            .map(|cluster| (cluster.centre.near_km(visit.position), cluster))
            .filter(|(distance, _)| *distance <= reach)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        match nearest {
            Some((_, cluster)) => {
                cluster.visits.push(index);
                cluster.centre = centre(&cluster.visits, visits);
            }
            None => clusters.push(Cluster { centre: visit.position, visits: vec![index] }),
        }
    }
    absorb_strays(&mut clusters, visits);
    let crowd = journey.members.len().max(1) as f64;
    let mut stops: Vec<PathStop> = clusters
        .into_iter()
        .map(|cluster| {
            let mut members: Vec<u32> = cluster.visits.iter().map(|&index| visits[index].subject).collect();
            members.sort_unstable();
            members.dedup();
            PathStop {
                position: cluster.centre,
                from: cluster.visits.iter().map(|&index| visits[index].from).min().unwrap_or(0),
                to: cluster.visits.iter().map(|&index| visits[index].to).max().unwrap_or(0),
                seen_share: members.len() as f64 / crowd,
                stay_hours: 0.0,
                visits: cluster.visits,
            }
        })
        .collect();
    stops.sort_by_key(|stop| {
        let mut times: Vec<Seconds> = stop.visits.iter().map(|&index| visits[index].middle()).collect();
        times.sort_unstable();
        (times[times.len() / 2], stop.visits[0])
    });
    for index in 0..stops.len() {
        stops[index].stay_hours = stay_hours(&stops, index);
    }
    Path { members: journey.members.clone(), stops }
}

/// Splits a path that comes back to where it began and sets out again, as a gang does that makes its journey twice in a
/// few days.
pub fn rounds(path: Path) -> Vec<Path> {
    const BACK_KM: f64 = 15.0;
    let mut starts = vec![0];
    for index in 1..path.stops.len() {
        let round = starts[starts.len() - 1];
        let begun = path.stops[round].position;
        let away = path.stops[round..index].iter().any(|stop| stop.position.near_km(begun) >= 60.0);
        let back = path.stops[index].position.near_km(begun) <= BACK_KM;
        if away && back && index - round >= 3 && path.stops.len() - index >= 3 {
            starts.push(index);
        }
    }
    if starts.len() == 1 {
        return vec![path];
    }
    let mut rounds = Vec::with_capacity(starts.len());
    let mut stops = path.stops;
    while let Some(start) = starts.pop() {
        let part = stops.split_off(start);
        rounds.push(Path { members: path.members.clone(), stops: part });
    }
    rounds.reverse();
    rounds
}

fn centre(indexes: &[usize], visits: &[Visit]) -> Position {
    let points: Vec<(Position, f64)> = indexes
        .iter()
        .map(|&index| (visits[index].position, 1.0 / (0.5 + f64::from(visits[index].uncertainty_km))))
        .collect();
    robust_centre(&points, 0.5).unwrap_or(points[0].0)
}

/// Puts single sightings into a well-seen stop nearby that was seen at the same time.
fn absorb_strays(clusters: &mut Vec<Cluster>, visits: &[Visit]) {
    let mut index = 0;
    while index < clusters.len() {
        let stray = &clusters[index];
        let single = stray.visits.len() == 1 && visits[stray.visits[0]].sightings == 1;
        let visit = visits[stray.visits[0]];
        let home = single
            .then(|| {
                clusters
                    .iter()
                    .enumerate()
                    .filter(|(other, cluster)| {
                        *other != index
                            && cluster.visits.len() >= 2
                            && cluster.centre.near_km(visit.position) <= STRAY_KM
                            && cluster.visits.iter().map(|&at| visits[at].from).min()
                                <= Some(visit.from + HOUR)
                            && cluster.visits.iter().map(|&at| visits[at].to).max() >= Some(visit.to - HOUR)
                    })
                    .map(|(other, cluster)| (other, cluster.centre.near_km(visit.position)))
                    .min_by(|a, b| a.1.total_cmp(&b.1))
                    .map(|(other, _)| other)
            })
            .flatten();
        match home {
            Some(home) => {
                let taken = clusters[index].visits[0];
                clusters[home].visits.push(taken);
                clusters.remove(index);
            }
            None => index += 1,
        }
    }
}

/// Estimates a stay: what was seen of it, and a part of the time before and after that the road does not explain.
fn stay_hours(stops: &[PathStop], index: usize) -> f64 {
    let hours = |seconds: Seconds| seconds as f64 / HOUR as f64;
    let stop = &stops[index];
    let spare = |a: &PathStop, b: &PathStop| {
        (hours(b.from - a.to) - a.position.near_km(b.position) / ON_THE_ROAD_KM_H).max(0.0)
    };
    let before = index.checked_sub(1).map_or(0.0, |before| spare(&stops[before], stop));
    let after = stops.get(index + 1).map_or(0.0, |next| spare(stop, next));
    hours(stop.to - stop.from) + 0.3 * (before + after)
}
