//! The routes to be found, their rest-houses and the convoys that used them.

use lintas_network::routes::gazetteer::{Gazetteer, NamedPlace};
use lintas_network::routes::geodesy::Position;
use lintas_network::routes::instant::{DAY, HOUR, Seconds};
use rand::{Rng, RngExt};

use crate::itinerary::{Halt, Itinerary, drive};
use crate::people::pick;
use crate::practice::subject_id;
use crate::score::same_route;
use crate::style::{Listing, Style};
use crate::truth::{TrueHouse, TrueRoute, TrueStop};

/// Countries between which convoys run; each has crossings to another one in the gazetteer.
const EIGHT: [&str; 8] = ["BD", "KH", "ID", "LA", "MY", "PH", "TH", "VN"];

/// Routes, rest-houses and the journeys made.
#[derive(Debug, Default)]
pub(crate) struct Convoys {
    pub(crate) routes: Vec<TrueRoute>,
    pub(crate) houses: Vec<TrueHouse>,
    pub(crate) journeys: Vec<Itinerary>,
}

/// One place on a route as convoys pass it.
#[derive(Debug, Clone)]
struct Waypoint {
    name: String,
    position: Position,
    kind: WaypointKind,
    /// The town a house lies near, for listings by town.
    town: Option<(String, Position)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum WaypointKind {
    End,
    Town,
    Crossing,
    /// The house with this number.
    House(usize),
}

/// Lays out the routes and sends convoys over them. `start` is the first second of the sheet, `date` the one that
/// tells new from known; `next_subject` numbers people.
pub(crate) fn send_convoys(
    style: &Style,
    start: Seconds,
    date: Seconds,
    next_subject: &mut u32,
    rng: &mut impl Rng,
) -> Convoys {
    let mut convoys = Convoys::default();
    let end = start + style.days * DAY;
    let mut number = |n: usize| -> Vec<u32> {
        (0..n)
            .map(|_| {
                *next_subject += 1;
                *next_subject
            })
            .collect()
    };
    let new_routes = (style.routes as f64 * style.new_share).round() as usize;
    for index in 0..style.routes {
        let Some(waypoints) = lay_route(style, &mut convoys, rng) else { continue };
        let new = index < new_routes;
        let journeys = rng.random_range(style.journeys.0..=style.journeys.1);
        let guides = if rng.random_bool(style.guided) { number(rng.random_range(1..=2)) } else { Vec::new() };
        let mut departures: Vec<Seconds> = (0..journeys)
            .map(|_| {
                let (from, to) = if new { (date, end) } else { (start, end) };
                rng.random_range(from..(to - 7 * DAY).max(from + DAY))
            })
            .collect();
        departures.sort_unstable();
        if !new && departures[0] + 3 * DAY >= date {
            departures[0] = rng.random_range(start..(date - 7 * DAY).max(start + DAY));
        }
        // The same guides cannot be on two journeys at once.
        for journey in 1..departures.len() {
            departures[journey] = departures[journey].max(departures[journey - 1] + 9 * DAY);
        }
        departures.retain(|departure| *departure < end);
        let mut subjects = Vec::new();
        let mut used: Vec<(Seconds, Seconds)> = Vec::new();
        for departure in departures {
            let mut members = guides.clone();
            let size = rng.random_range(style.convoy.0..=style.convoy.1);
            members.extend(number(size.saturating_sub(guides.len()).max(1)));
            let halts = travel(&waypoints, departure, rng);
            used.push((halts[0].from, halts[halts.len() - 1].to));
            subjects.extend(members.iter().copied());
            for waypoint in &waypoints {
                if let WaypointKind::House(house) = waypoint.kind {
                    convoys.houses[house].groups += 1;
                }
            }
            convoys.journeys.push(Itinerary { subjects: members, halts });
        }
        subjects.sort_unstable();
        subjects.dedup();
        convoys.routes.push(TrueRoute {
            stops: listed(&waypoints, style.listing),
            new,
            first_used: used.iter().map(|(from, _)| *from).min().unwrap_or(start),
            last_used: used.iter().map(|(_, to)| *to).max().unwrap_or(start),
            journeys: used.len(),
            subjects: subjects.into_iter().map(subject_id).collect(),
        });
    }
    convoys.houses.retain(|house| house.groups > 0);
    convoys
}

/// Lays one route that the truth can tell from those laid before; `None` when the region has no room for one.
fn lay_route(style: &Style, convoys: &mut Convoys, rng: &mut impl Rng) -> Option<Vec<Waypoint>> {
    for _ in 0..400 {
        let Some(chain) = lay_chain(rng) else { continue };
        let houses_before = convoys.houses.clone();
        let waypoints = place_houses(chain, style, convoys, rng);
        let slept = waypoints.iter().any(|waypoint| matches!(waypoint.kind, WaypointKind::House(_)));
        let apart = [Listing::Everything, Listing::Towns, Listing::Halts].iter().all(|listing| {
            let stops = listed(&waypoints, *listing);
            stops.len() >= 3
                && convoys
                    .routes
                    .iter()
                    .all(|route| !same_route(&stops, &route.stops) && !same_route(&route.stops, &stops))
        });
        if slept && apart {
            return Some(waypoints);
        }
        convoys.houses = houses_before;
    }
    None
}

/// Chooses towns on both sides of a crossing: start, halts on the way, crossing, halts, end.
fn lay_chain(rng: &mut impl Rng) -> Option<Vec<Waypoint>> {
    let region = Gazetteer::of_the_region();
    let crossings: Vec<&NamedPlace> = region
        .crossings()
        .filter(|crossing| {
            EIGHT.contains(&crossing.country.as_str()) && EIGHT.contains(&crossing.other_country.as_str())
        })
        .collect();
    let crossing = pick(rng, &crossings);
    let (from, to) = if rng.random_bool(0.5) {
        (&crossing.country, &crossing.other_country)
    } else {
        (&crossing.other_country, &crossing.country)
    };
    let mut chain = side(from, crossing.position, rng)?;
    chain.reverse();
    chain.push(Waypoint {
        name: crossing.name.clone(),
        position: crossing.position,
        kind: WaypointKind::Crossing,
        town: None,
    });
    chain.extend(side(to, crossing.position, rng)?);
    let last = chain.len() - 1;
    chain[0].kind = WaypointKind::End;
    chain[last].kind = WaypointKind::End;
    Some(chain)
}

/// Chooses one to three towns of a country, each farther from the crossing than the one before.
fn side(country: &str, crossing: Position, rng: &mut impl Rng) -> Option<Vec<Waypoint>> {
    let region = Gazetteer::of_the_region();
    let mut here = crossing;
    let mut chosen = Vec::new();
    for _ in 0..rng.random_range(1..=3) {
        let towns: Vec<&NamedPlace> = region
            .towns()
            .filter(|town| {
                let step = town.position.near_km(here);
                town.country == country
                    && (45.0..260.0).contains(&step)
                    && town.position.near_km(crossing) > here.near_km(crossing) + step * 0.5
            })
            .collect();
        if towns.is_empty() {
            break;
        }
        let town = pick(rng, &towns);
        here = town.position;
        chosen.push(Waypoint {
            name: town.name.clone(),
            position: town.position,
            kind: WaypointKind::Town,
            town: None,
        });
    }
    (!chosen.is_empty()).then_some(chosen)
}

/// Puts a rest-house near some of the halts: an old one where one is near, or a new one 5 to 20 km outside.
fn place_houses(
    chain: Vec<Waypoint>,
    style: &Style,
    convoys: &mut Convoys,
    rng: &mut impl Rng,
) -> Vec<Waypoint> {
    let region = Gazetteer::of_the_region();
    let mut houses = 0;
    let mut waypoints = Vec::new();
    let last = chain.len() - 1;
    for (index, waypoint) in chain.into_iter().enumerate() {
        let inner = index > 0 && index < last;
        // A route always has one house at least: the last chance is taken.
        let wanted = inner && houses < 3 && (rng.random_bool(0.55) || (houses == 0 && index + 1 == last));
        if !wanted {
            waypoints.push(waypoint);
            continue;
        }
        houses += 1;
        let near = convoys
            .houses
            .iter()
            .position(|house| house.stop.position().distance_km(waypoint.position) < 22.0)
            .filter(|_| rng.random_bool(style.shared_house));
        let house = near.unwrap_or_else(|| {
            let mut position = waypoint.position;
            for _ in 0..60 {
                position =
                    waypoint.position.offset(rng.random_range(0.0..360.0), rng.random_range(5.0..20.0));
                let town_clear = region.nearest_town(position, 4.0).is_none();
                let house_clear =
                    convoys.houses.iter().all(|house| house.stop.position().distance_km(position) > 4.0);
                if town_clear && house_clear {
                    break;
                }
            }
            convoys.houses.push(TrueHouse {
                stop: TrueStop::new(format!("House {}", convoys.houses.len() + 1), position),
                groups: 0,
            });
            convoys.houses.len() - 1
        });
        let town = (waypoint.kind == WaypointKind::Town).then(|| (waypoint.name.clone(), waypoint.position));
        // At a crossing the convoy both sleeps and crosses; at a town it may avoid the town itself.
        if waypoint.kind == WaypointKind::Crossing || rng.random_bool(style.through_town) {
            waypoints.push(waypoint);
        }
        waypoints.push(Waypoint {
            name: convoys.houses[house].stop.name.clone(),
            position: convoys.houses[house].stop.position(),
            kind: WaypointKind::House(house),
            town,
        });
    }
    waypoints
}

/// Lists the stops of a route as the truth states them.
fn listed(waypoints: &[Waypoint], listing: Listing) -> Vec<TrueStop> {
    let mut stops: Vec<TrueStop> = Vec::new();
    for waypoint in waypoints {
        let stop = match (listing, waypoint.kind) {
            (Listing::Towns, WaypointKind::House(_)) => match &waypoint.town {
                Some((name, position)) if stops.last().is_none_or(|last| last.name != *name) => {
                    TrueStop::new(name.clone(), *position)
                }
                _ => continue,
            },
            (Listing::Halts, WaypointKind::Town) => continue,
            _ => TrueStop::new(waypoint.name.clone(), waypoint.position),
        };
        stops.push(stop);
    }
    stops
}

/// Drives one convoy over the waypoints: an hour or three in towns, one or two nights in a house.
fn travel(waypoints: &[Waypoint], departure: Seconds, rng: &mut impl Rng) -> Vec<Halt> {
    let mut halts: Vec<Halt> = Vec::new();
    let mut now = departure;
    for (index, waypoint) in waypoints.iter().enumerate() {
        if index > 0 {
            now += drive(waypoints[index - 1].position, waypoint.position, rng);
        }
        let stay = match waypoint.kind {
            WaypointKind::End => rng.random_range(HOUR..6 * HOUR),
            WaypointKind::Town | WaypointKind::Crossing => rng.random_range(HOUR / 2..3 * HOUR),
            WaypointKind::House(_) => {
                rng.random_range(9 * HOUR..15 * HOUR) + if rng.random_bool(0.35) { DAY } else { 0 }
            }
        };
        halts.push(Halt { position: waypoint.position, from: now, to: now + stay });
        now += stay;
    }
    halts
}
