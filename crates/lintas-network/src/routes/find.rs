//! The whole way from sightings to findings.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::gazetteer::Gazetteer;
use super::geodesy::Position;
use super::instant::{self, Seconds};
use super::path::{Path, path};
use super::place::{Presence, StopOver, stop_overs};
use super::route::{Course, courses, use_of};
use super::sighting::Sheet;
use super::support::{ACCEPTED_AT, Support};
use super::together::journeys_together;
use super::visit::{Visit, visits};

/// What the analysis is asked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// A route first used on or after this time is new.
    pub new_since: Option<Seconds>,
    /// Routes already known: a route that follows one of these is not new.
    pub known: Vec<Vec<Position>>,
}

/// A stop of a route found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Name from the gazetteer.
    pub name: String,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
}

/// A route found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// Stops in order.
    pub stops: Vec<Stop>,
    /// Ids of those who travelled on it, as the sheet writes them.
    pub subjects: Vec<String>,
    /// First time it was seen in use, ISO 8601.
    pub first_seen: String,
    /// Last time it was seen in use, ISO 8601.
    pub last_seen: String,
    /// First used on or after the date asked for, and on no list of known routes.
    pub new: bool,
    /// 0 to 1.
    pub confidence: f64,
    /// Journeys seen.
    pub journeys: usize,
}

/// A place found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Radius in metres.
    pub radius_m: u32,
    /// 0 to 1.
    pub score: f64,
    /// Reasons in plain sentences.
    pub why: Vec<String>,
}

/// Routes and places found in a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Routes, the best supported first.
    pub routes: Vec<Route>,
    /// Places, best first.
    pub places: Vec<Place>,
}

/// Everything the analysis looked at, accepted or not.
#[derive(Debug)]
pub struct Survey {
    /// Visits of all subjects.
    pub visits: Vec<Visit>,
    /// Journeys made together, as paths.
    pub paths: Vec<Path>,
    /// Courses with what speaks for them.
    pub courses: Vec<(Course, Support)>,
}

/// Surveys a sheet: visits, journeys made together, courses.
pub fn survey(sheet: &Sheet) -> Survey {
    let gazetteer = Gazetteer::of_the_region();
    let visits = visits(&sheet.sightings);
    let journeys = journeys_together(&visits);
    let paths: Vec<Path> = journeys.iter().map(|journey| path(journey, &visits)).collect();
    let mut seen = HashSet::new();
    let mut busy = HashSet::new();
    let courses = courses(&paths);
    for course in &courses {
        let members: HashSet<u32> =
            course.paths.iter().flat_map(|&path| paths[path].members.clone()).collect();
        busy.extend(members.into_iter().filter(|member| !seen.insert(*member)));
    }
    let presence = Presence::new(&visits);
    let courses = courses
        .into_iter()
        .filter(|course| course.agreed().len() >= 3)
        .map(|course| {
            let support = Support::of(&course, &paths, &presence, gazetteer, &busy);
            (course, support)
        })
        .collect();
    Survey { visits, paths, courses }
}

/// Finds routes and rest-houses in a sheet of sightings.
pub fn find_routes(sheet: &Sheet, options: &Options) -> Findings {
    let gazetteer = Gazetteer::of_the_region();
    let Survey { visits, paths, courses } = survey(sheet);
    let presence = Presence::new(&visits);
    let accepted: Vec<&Course> = courses
        .iter()
        .filter(|(_, support)| support.confidence() >= ACCEPTED_AT)
        .map(|(course, _)| course)
        .collect();
    let places = stop_overs(&accepted, &paths, &visits, &presence, gazetteer);
    let mut routes: Vec<Route> = courses
        .iter()
        .filter(|(_, support)| support.confidence() >= ACCEPTED_AT)
        .map(|(course, support)| {
            let (first, last) = use_of(course, &paths);
            let mut members: Vec<u32> =
                course.paths.iter().flat_map(|&path| paths[path].members.clone()).collect();
            members.sort_unstable();
            members.dedup();
            Route {
                stops: stops_of(course, gazetteer),
                subjects: members.into_iter().map(|member| sheet.subjects[member as usize].clone()).collect(),
                first_seen: instant::write(first),
                last_seen: instant::write(last),
                new: options.new_since.is_some_and(|date| first >= date),
                confidence: support.confidence(),
                journeys: course.paths.len(),
            }
        })
        .collect();
    routes.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(a.first_seen.cmp(&b.first_seen)));
    let places = places.iter().map(place_found).collect();
    Findings { routes, places }
}

/// Names the stops that the journeys of a course agree on.
pub fn stops_of(course: &Course, gazetteer: &Gazetteer) -> Vec<Stop> {
    course
        .agreed()
        .iter()
        .map(|slot| Stop {
            name: gazetteer.name(slot.position),
            lat: slot.position.lat,
            lon: slot.position.lon,
        })
        .collect()
}

fn place_found(place: &StopOver) -> Place {
    Place {
        lat: place.position.lat,
        lon: place.position.lon,
        radius_m: (place.radius_km * 1000.0) as u32,
        score: place.score,
        why: vec![format!(
            "{} groups, {} journeys, stay {:.1} h, others {}, town {:?} km",
            place.groups, place.journeys, place.stay_hours, place.others, place.town_km
        )],
    }
}
