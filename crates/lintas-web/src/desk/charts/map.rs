//! The map in a reader's words: sightings by place, ways between them, and what analyses found.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::chart::CaseChart;
use lintas_casework::finding::FindingView;
use lintas_drawing::Line;
use lintas_drawing::map::{self as drawing, Ground, Leg, Map, Pin, Place, Position};
use lintas_model::record::{FindingKind, Sighting};
use lintas_model::{Country, EntityId, FindingId, Timestamp};
use lintas_network::routes;

use super::{Said, Sheet, Shown, label, thing};
use crate::dates;
use crate::urls;
use crate::words::Words;

/// Where the name of each country stands.
const COUNTRIES: [(Country, Position); 8] = [
    (Country::BD, (24.3, 90.0)),
    (Country::ID, (-1.6, 113.6)),
    (Country::KH, (12.9, 105.1)),
    (Country::LA, (19.2, 103.0)),
    (Country::MY, (4.0, 102.3)),
    (Country::PH, (12.3, 122.6)),
    (Country::TH, (16.3, 101.6)),
    (Country::VN, (21.6, 105.2)),
];

/// Sightings at one place.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) name: String,
    pub(super) at: Position,
    pub(super) uncertainty_km: f64,
    pub(super) count: u64,
    pub(super) who: BTreeSet<EntityId>,
    pub(super) first: Timestamp,
    pub(super) last: Timestamp,
}

/// A way that was gone from one spot to another.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    pub(super) count: u64,
    pub(super) who: BTreeSet<EntityId>,
}

/// Ways by the spots at both ends.
pub(super) type Ways = BTreeMap<(usize, usize), Way>;

/// Sightings by place, the ways between them, each way once, and the place of each sighting.
pub(super) fn spots(chart: &CaseChart) -> (Vec<Spot>, Ways, Vec<usize>) {
    let mut keys: BTreeMap<(String, i64, i64), usize> = BTreeMap::new();
    let mut spots: Vec<Spot> = Vec::new();
    let mut of = Vec::with_capacity(chart.sightings.len());
    let mut tracks: BTreeMap<EntityId, Vec<(Timestamp, usize)>> = BTreeMap::new();
    for item in &chart.sightings {
        let Sighting { subject, at, point, place, .. } = &item.body;
        let position = (point.latitude(), point.longitude());
        // Some five kilometres: two sources do not give one house the same coordinates.
        let cell = |degrees: f64| (degrees * 20.0).round() as i64;
        let name = place.clone().unwrap_or_default();
        let key = (name.clone(), cell(position.0), cell(position.1));
        let spot = *keys.entry(key).or_insert_with(|| {
            spots.push(Spot {
                name,
                at: position,
                uncertainty_km: 0.0,
                count: 0,
                who: BTreeSet::new(),
                first: *at,
                last: *at,
            });
            spots.len() - 1
        });
        of.push(spot);
        let found = &mut spots[spot];
        found.count += 1;
        found.uncertainty_km = found.uncertainty_km.max(f64::from(point.uncertainty_m) / 1000.0);
        found.who.insert(*subject);
        (found.first, found.last) = (found.first.min(*at), found.last.max(*at));
        tracks.entry(*subject).or_default().push((*at, spot));
    }
    let mut ways = Ways::new();
    for (subject, mut track) in tracks {
        track.sort_unstable();
        for step in track.windows(2).filter(|step| step[0].1 != step[1].1) {
            let way = ways.entry((step[0].1, step[1].1)).or_default();
            way.count += 1;
            way.who.insert(subject);
        }
    }
    (spots, ways, of)
}

/// A place or route that an analysis found.
pub(super) enum Found {
    /// A way through these stops.
    Route(FindingId, String, Vec<Position>),
    /// A rest-house.
    RestHouse(FindingId, String, Position),
}

pub(super) fn found(findings: &[FindingView]) -> Vec<Found> {
    findings
        .iter()
        .filter_map(|view| {
            let result = &view.finding.body.result;
            match view.finding.body.kind {
                FindingKind::Route => {
                    let route: routes::Route = serde_json::from_str(result).ok()?;
                    let stops = route.stops.iter().map(|stop| (stop.lat, stop.lon)).collect();
                    Some(Found::Route(view.id, view.title.clone(), stops))
                }
                FindingKind::RestHouse => {
                    let place: routes::Place = serde_json::from_str(result).ok()?;
                    Some(Found::RestHouse(view.id, view.title.clone(), (place.lat, place.lon)))
                }
                FindingKind::Organisers => None,
            }
        })
        .collect()
}

pub(super) fn countries(words: &Words) -> Vec<(Position, String)> {
    let name = |country: &Country| words.word("country", &country.as_str().to_lowercase());
    COUNTRIES.iter().map(|(country, at)| (*at, name(country))).collect()
}

pub(super) fn disclaimer(words: &Words) -> String {
    words.fill("chart-disclaimer", &[("source", "Natural Earth")])
}

pub(super) fn draw(words: &Words, chart: &CaseChart, ground: Ground<'_>) -> Shown {
    let (spots, ways, _) = spots(chart);
    let names = |who: &BTreeSet<EntityId>| {
        let mut names: Vec<String> = who.iter().take(6).map(|id| label(words, chart, *id)).collect();
        if who.len() > 6 {
            names.push(format!("+{}", who.len() - 6));
        }
        names.join(", ")
    };
    let mut map = Map { countries: countries(words), disclaimer: disclaimer(words), ..Map::default() };
    let mut sheet = Sheet::new(
        words,
        words.say("chart-map"),
        &[
            ("col-place", false),
            ("col-who", false),
            ("col-count", true),
            ("col-first", false),
            ("col-last", false),
            ("col-uncertain", false),
        ],
    );
    for ((from, to), way) in &ways {
        map.legs.push(Leg {
            from: spots[*from].at,
            to: spots[*to].at,
            line: Line::Confirmed,
            count: way.count,
            title: format!("{} → {}: {}", spots[*from].name, spots[*to].name, names(&way.who)),
        });
    }
    let mut order: Vec<&Spot> = spots.iter().collect();
    order.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    for one in found(&chart.findings) {
        match one {
            Found::Route(id, title, stops) => {
                for pair in stops.windows(2) {
                    let title = format!("{}: {title}", words.say("chart-route"));
                    map.legs.push(Leg {
                        from: pair[0],
                        to: pair[1],
                        line: Line::Unconfirmed,
                        count: 4,
                        title,
                    });
                }
                let kind = Said::Own(words.say("chart-route"));
                sheet.rows.push(vec![
                    Said::Finding(id, title),
                    kind,
                    Said::Own("–".into()),
                    Said::On(None),
                    Said::On(None),
                    Said::Own(String::new()),
                ]);
            }
            Found::RestHouse(id, title, at) => {
                map.places.push(Place {
                    at,
                    pin: Pin::RestHouse,
                    uncertainty_km: 0.0,
                    count: 1,
                    label: title.clone(),
                    title: format!("{}: {title}", words.say("finding-rest-house")),
                    href: Some(urls::finding(id)),
                });
                let kind = Said::Own(words.say("finding-rest-house"));
                sheet.rows.push(vec![
                    Said::Finding(id, title),
                    kind,
                    Said::Own("–".into()),
                    Said::On(None),
                    Said::On(None),
                    Said::Own(String::new()),
                ]);
            }
        }
    }
    for spot in &order {
        let when = |at: Timestamp| dates::day(words, at).shown;
        map.places.push(Place {
            at: spot.at,
            pin: Pin::Sightings,
            uncertainty_km: spot.uncertainty_km,
            count: spot.count,
            label: spot.name.clone(),
            title: format!(
                "{} · {} – {} · {}",
                spot.name,
                when(spot.first),
                when(spot.last),
                names(&spot.who)
            ),
            href: None,
        });
        let who = match spot.who.iter().next() {
            Some(one) if spot.who.len() == 1 => thing(words, chart, *one),
            _ => Said::Text(names(&spot.who)),
        };
        sheet.rows.push(vec![
            Said::Text(spot.name.clone()),
            who,
            Said::Number(spot.count),
            Said::At(spot.first),
            Said::At(spot.last),
            Said::Own(format!("{:.1} km", spot.uncertainty_km)),
        ]);
    }
    let mut notes = Vec::new();
    if chart.n_protected_sightings > 0 {
        notes.push(words.count("chart-protected-sightings", chart.n_protected_sightings as u64));
    }
    let is_there = !map.places.is_empty() || !map.legs.is_empty();
    Shown {
        drawing: is_there.then(|| drawing::draw(&map, ground)),
        sheets: vec![sheet],
        notes,
        ..Shown::default()
    }
}
