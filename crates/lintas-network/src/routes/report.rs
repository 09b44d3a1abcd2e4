//! Findings as people and other programs read them: a table and GeoJSON.

use serde_json::{Value, json};

use super::find::Findings;

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
/// over the 180th meridian keeps its longitudes running on, so that readers draw it the short way.
pub fn geojson(findings: &Findings) -> Value {
    let mut features: Vec<Value> = Vec::new();
    for (number, route) in findings.routes.iter().enumerate() {
        let mut last: Option<f64> = None;
        let line: Vec<Value> = route
            .stops
            .iter()
            .map(|stop| {
                let lon =
                    last.map_or(stop.lon, |last| last + super::geodesy::longitude_difference(stop.lon, last));
                last = Some(lon);
                json!([(lon * 1e5).round() / 1e5, stop.lat])
            })
            .collect();
        features.push(json!({
            "type": "Feature",
            "id": format!("route-{}", number + 1),
            "geometry": { "type": "LineString", "coordinates": line },
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
