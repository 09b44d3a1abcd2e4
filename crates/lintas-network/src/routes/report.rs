//! Findings as people and other programs read them: a table and GeoJSON.

use serde_json::{Value, json};

use super::find::Findings;
use super::geodesy::{Position, longitude_difference};
use super::visit::Transport;

/// Writes findings as a table of plain text: routes, then places, then limits.
pub fn table(findings: &Findings) -> String {
    let mut text = String::new();
    text.push_str(&format!("Routes: {}\n", findings.routes.len()));
    for (number, route) in findings.routes.iter().enumerate() {
        let stops: Vec<&str> = route.stops.iter().map(|stop| stop.name.as_str()).collect();
        text.push_str(&format!(
            "\n{:>3}. {}  confidence {:.2}  {} journeys  {} people  {} to {}\n     {}\n",
            number + 1,
            if route.new { "NEW  " } else { "known" },
            route.confidence,
            route.journeys,
            route.subjects.len(),
            &route.first_seen[..10],
            &route.last_seen[..10],
            stops.join(" > ")
        ));
        let legs: Vec<&str> =
            route.transport.iter().map(|leg| leg.map_or("?", Transport::in_words)).collect();
        if route.transport.iter().any(Option::is_some) {
            text.push_str(&format!("     leg by leg: {}\n", legs.join(", ")));
        }
        if !route.crossings.is_empty() {
            text.push_str(&format!("     crosses at {}\n", route.crossings.join("; ")));
        }
        for reason in &route.why {
            text.push_str(&format!("     - {reason}\n"));
        }
    }
    text.push_str(&format!("\nPlaces where groups stop over: {}\n", findings.places.len()));
    for (number, place) in findings.places.iter().enumerate() {
        text.push_str(&format!(
            "\n{:>3}. score {:.2}  {:.5}, {:.5} within {} m  {}\n     {}\n",
            number + 1,
            place.score,
            place.lat,
            place.lon,
            place.radius_m,
            place.name,
            place.why.join(" ")
        ));
    }
    if !findings.limits.is_empty() {
        text.push_str(&format!("\nLimits\n- {}\n", findings.limits.join("\n- ")));
    }
    text
}

/// Writes findings as a GeoJSON feature collection (RFC 7946): a line for each route, a point for each place. A line
/// over the 180th meridian is cut there into a multi-line (section 3.1.9), so that every reader draws it the short way.
pub fn geojson(findings: &Findings) -> Value {
    let mut features: Vec<Value> = Vec::new();
    for (number, route) in findings.routes.iter().enumerate() {
        let stops: Vec<Position> = route.stops.iter().map(|stop| Position::new(stop.lat, stop.lon)).collect();
        let lines = cut_at_antimeridian(&stops);
        let geometry = match &lines[..] {
            [line] => json!({ "type": "LineString", "coordinates": line }),
            _ => json!({ "type": "MultiLineString", "coordinates": lines }),
        };
        features.push(json!({
            "type": "Feature",
            "id": format!("route-{}", number + 1),
            "geometry": geometry,
            "properties": {
                "kind": "route",
                "stops": route.stops.iter().map(|stop| stop.name.as_str()).collect::<Vec<_>>(),
                "new": route.new,
                "confidence": route.confidence,
                "journeys": route.journeys,
                "people": route.subjects.len(),
                "first_seen": route.first_seen,
                "last_seen": route.last_seen,
                "crossings": route.crossings,
                "transport": route.transport,
                "why": route.why,
            },
        }));
    }
    for (number, place) in findings.places.iter().enumerate() {
        features.push(json!({
            "type": "Feature",
            "id": format!("place-{}", number + 1),
            "geometry": { "type": "Point", "coordinates": [place.lon, place.lat] },
            "properties": {
                "kind": "place",
                "name": place.name,
                "radius_m": place.radius_m,
                "score": place.score,
                "why": place.why,
            },
        }));
    }
    json!({ "type": "FeatureCollection", "features": features })
}

/// Cuts a line where it passes the 180th meridian. Each part has two positions at least: longitude, latitude.
fn cut_at_antimeridian(stops: &[Position]) -> Vec<Vec<[f64; 2]>> {
    let rounded = |degrees: f64| (degrees * 1e5).round() / 1e5;
    let mut lines: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    let mut last: Option<Position> = None;
    for &stop in stops {
        if let Some(before) = last.filter(|before| (stop.lon - before.lon).abs() > 180.0) {
            let edge = 180f64.copysign(before.lon);
            let way = longitude_difference(stop.lon, before.lon);
            let share = if way == 0.0 { 0.0 } else { (edge - before.lon) / way };
            let lat = rounded(before.lat + (stop.lat - before.lat) * share);
            if let Some(line) = lines.last_mut() {
                line.push([edge, lat]);
            }
            lines.push(vec![[-edge, lat]]);
        }
        if let Some(line) = lines.last_mut() {
            line.push([rounded(stop.lon), rounded(stop.lat)]);
        }
        last = Some(stop);
    }
    // A stop on the meridian itself leaves a part of one place behind.
    for line in &mut lines {
        line.dedup();
    }
    lines.retain(|line| line.len() >= 2);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stops: &[(f64, f64)], expected: &[&[[f64; 2]]]) {
        let stops: Vec<Position> = stops.iter().map(|&(lat, lon)| Position { lat, lon }).collect();
        assert_eq!(cut_at_antimeridian(&stops), expected);
    }

    #[test]
    fn a_line_is_cut_at_the_180th_meridian_only() {
        check(&[(1.0, 100.0), (2.0, 103.0)], &[&[[100.0, 1.0], [103.0, 2.0]]]);
        check(
            &[(0.0, 178.0), (2.0, -178.0), (3.0, -177.0)],
            &[&[[178.0, 0.0], [180.0, 1.0]], &[[-180.0, 1.0], [-178.0, 2.0], [-177.0, 3.0]]],
        );
        check(
            &[(0.0, -179.0), (2.0, 179.0), (3.0, -179.0)],
            &[
                &[[-179.0, 0.0], [-180.0, 1.0]],
                &[[180.0, 1.0], [179.0, 2.0], [180.0, 2.5]],
                &[[-180.0, 2.5], [-179.0, 3.0]],
            ],
        );
        check(
            &[(0.0, 179.0), (2.0, 180.0), (3.0, -179.0)],
            &[&[[179.0, 0.0], [180.0, 2.0]], &[[-180.0, 2.0], [-179.0, 3.0]]],
        );
    }
}
