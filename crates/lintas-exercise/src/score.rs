//! Scores an answer against the truth of a practice case: a program's or a trainee's.

use lintas_network::routes::geodesy::Position;
use serde::{Deserialize, Serialize};

use crate::truth::{TrueStop, Truth};

/// How near a stop must be named to count, in kilometres.
pub const STOP_WITHIN_KM: f64 = 25.0;
/// How near a rest-house must be named to count, in kilometres.
pub const HOUSE_WITHIN_KM: f64 = 1.0;

/// An answer, as `lintas routes --format json` writes it; other members are ignored.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Answer {
    /// Routes found.
    pub routes: Vec<AnswerRoute>,
    /// Places found, best first.
    #[serde(default)]
    pub places: Vec<Position>,
}

/// A route of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerRoute {
    /// Stops in order.
    pub stops: Vec<Position>,
    /// Whether it is called new.
    #[serde(default)]
    pub new: bool,
}

/// How well an answer did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// True routes.
    pub routes: usize,
    /// True routes that the answer has.
    pub routes_found: usize,
    /// Routes in the answer.
    pub answered: usize,
    /// Routes in the answer that are true.
    pub answered_right: usize,
    /// True routes found and rightly called new or known.
    pub new_or_known_right: usize,
    /// True rest-houses.
    pub rest_houses: usize,
    /// True rest-houses among the first so many places of the answer.
    pub rest_houses_found: usize,
    /// What was missed or wrong, in words.
    pub remarks: Vec<String>,
}

impl Score {
    /// Returns the share of true routes found; 1 when there is none.
    pub fn recall(&self) -> f64 {
        share(self.routes_found, self.routes)
    }

    /// Returns the share of answered routes that are true; 1 when there is none.
    pub fn precision(&self) -> f64 {
        share(self.answered_right, self.answered)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Scores an answer. A route counts when at least four fifths of the true stops appear in order, each within
/// 25 km, with not more than half as many again besides; a house counts within 1 km.
pub fn score(truth: &Truth, answer: &Answer) -> Score {
    let mut remarks = Vec::new();
    let matches = |found: &AnswerRoute, true_stops: &[TrueStop]| same_positions(&found.stops, true_stops);
    let mut routes_found = 0;
    let mut new_or_known_right = 0;
    for route in &truth.routes {
        let described = || {
            let names: Vec<&str> = route.stops.iter().map(|stop| stop.name.as_str()).collect();
            names.join(" - ")
        };
        let hits: Vec<&AnswerRoute> =
            answer.routes.iter().filter(|found| matches(found, &route.stops)).collect();
        if hits.is_empty() {
            remarks.push(format!("missed the route {}", described()));
            continue;
        }
        routes_found += 1;
        if hits.iter().any(|found| found.new == route.new) {
            new_or_known_right += 1;
        } else {
            remarks.push(format!(
                "called {} {}: it is {}",
                described(),
                if route.new { "known" } else { "new" },
                if route.new { "new" } else { "known" }
            ));
        }
    }
    let answered_right = answer
        .routes
        .iter()
        .filter(|found| truth.routes.iter().any(|route| matches(found, &route.stops)))
        .count();
    if answered_right < answer.routes.len() {
        remarks.push(format!(
            "{} answered routes are not routes of a convoy",
            answer.routes.len() - answered_right
        ));
    }
    let first = &answer.places[..answer.places.len().min(truth.rest_houses.len())];
    let rest_houses_found = truth
        .rest_houses
        .iter()
        .filter(|house| {
            let hit = first.iter().any(|place| place.distance_km(house.stop.position()) <= HOUSE_WITHIN_KM);
            if !hit {
                remarks.push(format!(
                    "missed the rest-house at {:.4}, {:.4} ({} convoys stayed there)",
                    house.stop.lat, house.stop.lon, house.groups
                ));
            }
            hit
        })
        .count();
    Score {
        routes: truth.routes.len(),
        routes_found,
        answered: answer.routes.len(),
        answered_right,
        new_or_known_right,
        rest_houses: truth.rest_houses.len(),
        rest_houses_found,
        remarks,
    }
}

/// Tells whether two lists of true stops would count as the same route.
pub(crate) fn same_route(found: &[TrueStop], truth: &[TrueStop]) -> bool {
    let found: Vec<Position> = found.iter().map(TrueStop::position).collect();
    same_positions(&found, truth)
}

fn same_positions(found: &[Position], truth: &[TrueStop]) -> bool {
    let mut from = 0;
    let mut hits = 0;
    for stop in truth {
        if let Some(step) = found[from..]
            .iter()
            .position(|candidate| candidate.distance_km(stop.position()) <= STOP_WITHIN_KM)
        {
            hits += 1;
            from += step + 1;
        }
    }
    hits as f64 >= 0.8 * truth.len() as f64 && found.len() as f64 <= 1.5 * truth.len() as f64 + 1.0
}
