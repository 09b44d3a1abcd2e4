//! The whole way from sightings to findings.

use std::collections::HashSet;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::crowd::Crowd;
use super::gazetteer::{Gazetteer, NamedPlace};
use super::geodesy::Position;
use super::instant::{self, Seconds};
use super::known::follows;
use super::path::{Path, path, rounds, usual_error_km};
use super::place::{Presence, StopOver, stop_overs};
use super::route::{Course, Traffic, courses, follow, use_of};
use super::sighting::Sheet;
use super::support::{ACCEPTED_AT, Support};
use super::together::{SAME_PLACE_KM, journeys_together, lone_journeys};
use super::visit::{Transport, Visit, visits};

/// What the analysis is asked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// A route first used on or after this time is new. Without it, a route is new when it follows no known one.
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
    /// Border crossings on the way, named from the gazetteer.
    pub crossings: Vec<String>,
    /// Transport of each leg as guessed from its usual speed; `None` where times do not tell.
    pub transport: Vec<Option<Transport>>,
    /// Reasons in plain sentences.
    pub why: Vec<String>,
}

/// A place found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Where it lies, in words.
    pub name: String,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Radius in metres within which it lies with about 95 % probability.
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
    /// What the analysis could not see.
    pub limits: Vec<String>,
}

/// Everything the analysis looked at, accepted or not.
#[derive(Debug)]
pub struct Survey {
    /// Visits of all subjects.
    pub visits: Vec<Visit>,
    /// Journeys, of parties first, then of single people, as paths.
    pub paths: Vec<Path>,
    /// Courses with what speaks for them.
    pub courses: Vec<(Course, Support)>,
    /// Usual error of a position in each direction, in kilometres.
    pub error_km: f64,
}

/// The journeys on courses that look like routes, and who made them.
struct Convoys {
    paths: HashSet<usize>,
    /// For each subject.
    members: Vec<bool>,
}

impl Convoys {
    fn none(subjects: usize) -> Convoys {
        Convoys { paths: HashSet::new(), members: vec![false; subjects] }
    }

    fn of(courses: &[Course], supports: &[Support], paths: &[Path], subjects: usize) -> Convoys {
        let mut convoys = Convoys::none(subjects);
        for (course, support) in courses.iter().zip(supports) {
            if support.confidence() >= ACCEPTED_AT {
                convoys.paths.extend(&course.paths);
                for member in course.paths.iter().flat_map(|&path| &paths[path].members) {
                    convoys.members[*member as usize] = true;
                }
            }
        }
        convoys
    }
}

/// Surveys a sheet: visits, journeys made together, courses.
pub fn survey(sheet: &Sheet) -> Survey {
    let gazetteer = Gazetteer::of_the_region();
    let visits = visits(&sheet.sightings);
    let sample = sample(&visits);
    let error_km = usual_error_km(&journeys_together(&sample, SAME_PLACE_KM), &sample);
    let journeys = journeys_together(&visits, (4.5 * error_km).clamp(2.5, SAME_PLACE_KM));
    let lone = lone_journeys(&visits, &journeys);
    let paths: Vec<Path> = journeys
        .par_iter()
        .chain(&lone)
        .flat_map_iter(|journey| rounds(path(journey, &visits, error_km)))
        .collect();
    let crowd = Crowd::of(&visits, &paths);
    let rests: Vec<f64> = paths.par_iter().map(|path| crowd.rest_apart(path)).collect();
    let mut courses = courses(&paths, &rests);
    follow(&mut courses, &paths);
    courses.retain(|course| course.paths.len() >= 2 && course.agreed().len() >= 3);
    let presence = Presence::new(&visits);
    let traffic = Traffic::of(&courses, &paths);
    let mut convoys = Convoys::none(sheet.subjects.len());
    let mut supports = Vec::new();
    // What convoys of other routes do at a place or between stops is no ordinary traffic; who they are is known only
    // after a first look.
    for _ in 0..3 {
        supports = courses
            .par_iter()
            .zip(&traffic)
            .map(|(course, traffic)| {
                let one_way = traffic.one_way(course, &convoys.paths);
                Support::of(course, &paths, &presence, &crowd, gazetteer, one_way, &convoys.members)
            })
            .collect::<Vec<Support>>();
        let now = Convoys::of(&courses, &supports, &paths, sheet.subjects.len());
        if now.paths == convoys.paths {
            break;
        }
        convoys = now;
    }
    let courses = courses.into_iter().zip(supports).collect();
    Survey { visits, paths, courses, error_km }
}

/// Finds routes and rest-houses in a sheet of sightings. The same sheet and options give the same findings.
pub fn find_routes(sheet: &Sheet, options: &Options) -> Findings {
    let gazetteer = Gazetteer::of_the_region();
    let survey = survey(sheet);
    let presence = Presence::new(&survey.visits);
    let accepted: Vec<&(Course, Support)> =
        survey.courses.iter().filter(|(_, support)| support.confidence() >= ACCEPTED_AT).collect();
    let places = stop_overs(&accepted, &survey.paths, &survey.visits, &presence, gazetteer, survey.error_km);
    let mut routes: Vec<Route> = accepted
        .iter()
        .map(|(course, support)| route_found(course, support, &survey, sheet, options, gazetteer))
        .collect();
    routes.sort_by(|a, b| {
        b.confidence
            .total_cmp(&a.confidence)
            .then_with(|| a.first_seen.cmp(&b.first_seen))
            .then_with(|| a.subjects.cmp(&b.subjects))
    });
    let places = places.iter().map(|place| place_found(place, gazetteer)).collect();
    Findings { routes, places, limits: limits(sheet, &survey) }
}

/// Visits enough to learn the usual error from: all of a small sheet, otherwise those of one stretch of time in the
/// middle, in which parties are whole.
fn sample(visits: &[Visit]) -> Vec<Visit> {
    const ENOUGH: usize = 60_000;
    if visits.len() <= ENOUGH {
        return visits.to_vec();
    }
    let mut times: Vec<Seconds> = visits.iter().map(|visit| visit.from).collect();
    times.par_sort_unstable();
    let middle = times.len() / 2;
    let stretch = times[middle - ENOUGH / 2]..=times[middle + ENOUGH / 2];
    visits.iter().filter(|visit| stretch.contains(&visit.from)).copied().collect()
}

/// Names the stops that the journeys of a course agree on.
pub fn stops_of(course: &Course, gazetteer: &Gazetteer) -> Vec<Stop> {
    course
        .agreed()
        .iter()
        .map(|slot| Stop {
            name: gazetteer.name(slot.position),
            lat: rounded(slot.position.lat),
            lon: rounded(slot.position.lon),
        })
        .collect()
}

fn route_found(
    course: &Course,
    support: &Support,
    survey: &Survey,
    sheet: &Sheet,
    options: &Options,
    gazetteer: &Gazetteer,
) -> Route {
    let paths = &survey.paths;
    let rest = support.rest.filter(|_| support.rest_apart >= 0.4);
    let (first, last) = use_of(course, paths, rest);
    let members: HashSet<u32> =
        course.paths.iter().flat_map(|&path| paths[path].members.iter().copied()).collect();
    let mut subjects: Vec<String> =
        members.into_iter().map(|member| sheet.subjects[member as usize].clone()).collect();
    subjects.sort_unstable();
    let agreed = course.agreed();
    let positions: Vec<Position> = agreed.iter().map(|slot| slot.position).collect();
    let unknown = !options.known.iter().any(|known| follows(&positions, known));
    let asked = options.new_since.is_some() || !options.known.is_empty();
    let new = asked && unknown && options.new_since.is_none_or(|date| first >= date);
    Route {
        stops: stops_of(course, gazetteer),
        subjects,
        first_seen: instant::write(first),
        last_seen: instant::write(last),
        new,
        confidence: rounded(support.confidence()),
        journeys: support.journeys,
        crossings: crossings(&positions, gazetteer),
        transport: positions.windows(2).map(|leg| transport(leg[0], leg[1], course, paths)).collect(),
        why: support.why(),
    }
}

/// Names the crossings on the way: a stop at one, between stops in different countries; otherwise the crossing that
/// best explains the leg between two countries.
fn crossings(positions: &[Position], gazetteer: &Gazetteer) -> Vec<String> {
    const AT_CROSSING_KM: f64 = 6.0;
    let mut named: Vec<String> = Vec::new();
    let mut name = |crossing: &NamedPlace| {
        let name = format!("{} ({}/{})", crossing.name, crossing.country, crossing.other_country);
        if !named.contains(&name) {
            named.push(name);
        }
    };
    let mut inland: Option<(Position, &str)> = None;
    let mut at_crossing: Option<&NamedPlace> = None;
    for &position in positions {
        if let Some((crossing, _)) = gazetteer.nearest_crossing(position, AT_CROSSING_KM) {
            at_crossing = Some(crossing);
            continue;
        }
        let Some(country) = gazetteer.country_near(position) else { continue };
        if let Some((before, from)) = inland.filter(|(_, from)| *from != country) {
            let detour_km = 15.0 + 0.15 * before.distance_km(position);
            match at_crossing.filter(|crossing| crossing.joins(from, country)) {
                Some(crossing) => name(crossing),
                None => gazetteer
                    .crossing_between(before, position, Some((from, country)), detour_km)
                    .or(at_crossing)
                    .into_iter()
                    .for_each(&mut name),
            }
        }
        (inland, at_crossing) = (Some((position, country)), None);
    }
    named
}

/// Guesses the transport of a leg from the quickest journey over it.
fn transport(from: Position, to: Position, course: &Course, paths: &[Path]) -> Option<Transport> {
    const AT_STOP_KM: f64 = 15.0;
    let at = |path: &Path, place: Position| {
        path.stops.iter().position(|stop| stop.position.near_km(place) <= AT_STOP_KM)
    };
    course
        .paths
        .iter()
        .filter_map(|&path| {
            let (departure, arrival) = (at(&paths[path], from)?, at(&paths[path], to)?);
            let time = paths[path].stops[arrival].from - paths[path].stops[departure].to;
            (departure < arrival && time > 0).then_some(time)
        })
        .min()
        .and_then(|time| Transport::guess(from.distance_km(to), time))
}

fn place_found(place: &StopOver, gazetteer: &Gazetteer) -> Place {
    Place {
        name: gazetteer.name(place.position),
        lat: rounded(place.position.lat),
        lon: rounded(place.position.lon),
        radius_m: (place.radius_km * 1000.0).round() as u32,
        score: rounded(place.score),
        why: place.why(),
    }
}

/// Says what the sheet does not show.
fn limits(sheet: &Sheet, survey: &Survey) -> Vec<String> {
    let mut limits = vec![
        format!(
            "Positions in this sheet are usually off by {:.1} km; stops nearer together than {:.1} km are one stop.",
            survey.error_km * 1.18,
            (4.5 * survey.error_km).clamp(2.5, 6.5)
        ),
        "A route used by one party only, or by people never seen at the same place, is not reported."
            .to_owned(),
        "A route on which no party was seen to rest apart from ordinary travellers is not reported either."
            .to_owned(),
    ];
    let left_out = sheet.issues.iter().filter(|issue| issue.problem.left_out()).count();
    if left_out > 0 {
        limits.push(format!("{left_out} of {} rows were left out.", sheet.rows));
    }
    limits
}

/// Rounds to five decimals: a metre on the ground, and the same text on every machine.
fn rounded(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::read_sightings;

    /// Two parties that share nobody, weeks apart, over the same way with a night at the same house.
    fn convoys() -> String {
        let stops = [
            (14.88, 103.49, 0),
            (14.435, 103.70, 5),
            (14.30, 103.95, 8),
            (14.29, 103.96, 20),
            (13.36, 103.86, 26),
        ];
        let mut sheet = String::from("subject,time,lat,lon\n");
        for (party, start) in [("a", 0), ("b", 21), ("c", 40)] {
            for member in 0..4 {
                for (lat, lon, hours) in stops {
                    let time =
                        instant::civil(2016, 3, 1).unwrap() + start * instant::DAY + hours * instant::HOUR;
                    let time = instant::write(time + member * 240);
                    sheet
                        .push_str(&format!("{party}{member},{time},{lat},{}\n", lon + 0.001 * member as f64));
                }
            }
        }
        sheet
    }

    #[test]
    fn parties_on_the_same_way_make_a_route_with_its_house_and_crossing() {
        let sheet = read_sightings(convoys().as_bytes(), None).unwrap();
        let known =
            find_routes(&sheet, &Options { new_since: instant::civil(2016, 3, 15), ..Options::default() });
        assert_eq!(known.routes.len(), 1, "{known:?}");
        let route = &known.routes[0];
        assert_eq!((route.journeys, route.subjects.len(), route.new), (3, 12, false));
        assert!(route.crossings[0].contains("O Smach"), "{:?}", route.crossings);
        let house = Position::new(14.295, 103.955);
        assert!(house.distance_km(Position::new(known.places[0].lat, known.places[0].lon)) < 2.0);
        let new =
            find_routes(&sheet, &Options { new_since: instant::civil(2016, 2, 1), ..Options::default() });
        assert!(new.routes[0].new);
        let listed: Vec<Position> =
            route.stops.iter().map(|stop| Position::new(stop.lat, stop.lon)).collect();
        let options = Options { new_since: instant::civil(2016, 2, 1), known: vec![listed] };
        assert!(!find_routes(&sheet, &options).routes[0].new, "a listed route is not new");
    }

    #[test]
    fn an_empty_sheet_and_people_who_never_meet_give_no_findings() {
        let empty = read_sightings("subject,time,lat,lon\n".as_bytes(), None).unwrap();
        assert!(find_routes(&empty, &Options::default()).routes.is_empty());
        let alone: String = convoys()
            .lines()
            .filter(|line| line.starts_with("subject") || line.starts_with("a0"))
            .flat_map(|line| [line, "\n"])
            .collect();
        let sheet = read_sightings(alone.as_bytes(), None).unwrap();
        let findings = find_routes(&sheet, &Options::default());
        assert!(findings.routes.is_empty() && findings.places.is_empty());
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(40))]

        /// Whatever a sheet says, each row is used or named, and no answer is NaN.
        #[test]
        fn no_sheet_makes_nan(rows in proptest::collection::vec((0u8..4, 0usize..9, 0usize..12, 0usize..12), 0..60)) {
            const TIMES: [&str; 9] = [
                "2016-12-31T23:59:60Z", "2017-01-01", "2017-01-02T09:00", "1488750000", "2999-01-01", "0001-01-01",
                "05/03/2017 21:40", "never", "2017-01-03T00:00:00+07:00",
            ];
            const DEGREES: [&str; 12] = [
                "0", "13.7", "102.5", "90", "-90", "180", "-180", "179.99", "-179.99", "NaN", "inf", "1e300",
            ];
            let mut text = String::from("subject,time,lat,lon\n");
            for (subject, time, lat, lon) in &rows {
                text.push_str(&format!("s{subject},{},{},{}\n", TIMES[*time], DEGREES[*lat], DEGREES[*lon]));
            }
            let sheet = read_sightings(text.as_bytes(), None).unwrap();
            let left_out = sheet.issues.iter().filter(|issue| issue.problem.left_out()).count();
            proptest::prop_assert_eq!(sheet.rows, sheet.sightings.len() + left_out);
            proptest::prop_assert!(sheet.sightings.iter().all(|seen| seen.position.lat.is_finite()));
            let findings = find_routes(&sheet, &Options::default());
            for route in &findings.routes {
                proptest::prop_assert!(route.confidence.is_finite());
            }
            for place in &findings.places {
                proptest::prop_assert!(place.score.is_finite() && place.lat.is_finite() && place.lon.is_finite());
            }
        }
    }

    #[test]
    fn a_way_over_the_180th_meridian_is_one_way() {
        let moved: String = convoys()
            .lines()
            .enumerate()
            .map(|(row, line)| {
                let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
                if row > 0 {
                    let lon: f64 = cells[3].parse().unwrap();
                    cells[3] = super::super::geodesy::wrap_longitude(lon + 76.2).to_string();
                }
                cells.join(",") + "\n"
            })
            .collect();
        let sheet = read_sightings(moved.as_bytes(), None).unwrap();
        assert_eq!(survey(&sheet).courses[0].0.paths.len(), 3);
    }
}
