//! A list of routes already known, and whether a route found follows one of them.

use serde::Deserialize;

use super::RouteError;
use super::geodesy::Position;

/// Stops of a found and a known route this near, in kilometres, are the same stop.
const SAME_STOP_KM: f64 = 25.0;

#[derive(Deserialize)]
struct Listed {
    routes: Vec<ListedRoute>,
}

#[derive(Deserialize)]
struct ListedRoute {
    stops: Vec<Position>,
}

/// Reads known routes: JSON with `routes[]` of `stops[]` (lat, lon), as `lintas routes --format json` writes it, or
/// CSV with the columns route, lat, lon and one row a stop in order.
pub fn read_known(text: &str) -> Result<Vec<Vec<Position>>, RouteError> {
    if text.trim_start().starts_with('{') {
        let listed: Listed = serde_json::from_str(text)?;
        return Ok(listed.routes.into_iter().map(|route| route.stops).collect());
    }
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers()?.iter().map(str::to_lowercase).collect();
    let column = |what: &'static str| {
        headers
            .iter()
            .position(|header| header == what)
            .ok_or_else(|| RouteError::MissingColumn { what, found: headers.join(", ") })
    };
    let (route, lat, lon) = (column("route")?, column("lat")?, column("lon")?);
    let mut names: Vec<String> = Vec::new();
    let mut routes: Vec<Vec<Position>> = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record?;
        let degrees = |column: usize| record.get(column).and_then(|text| text.parse::<f64>().ok());
        let (Some(name), Some(lat), Some(lon)) = (record.get(route), degrees(lat), degrees(lon)) else {
            return Err(RouteError::KnownStopUnread { row: index + 2 });
        };
        if !(lat.abs() <= 90.0 && lon.abs() <= 180.0) {
            return Err(RouteError::KnownStopUnread { row: index + 2 });
        }
        let place = names.iter().position(|known| known == name).unwrap_or_else(|| {
            names.push(name.to_owned());
            routes.push(Vec::new());
            names.len() - 1
        });
        routes[place].push(Position::new(lat, lon));
    }
    Ok(routes)
}

/// Tells whether `found` follows `known`: at least four fifths of the known stops are passed in order, and at least
/// half of what was found lies on it.
pub fn follows(found: &[Position], known: &[Position]) -> bool {
    let mut from = 0;
    let mut hits = 0;
    for stop in known {
        if let Some(step) = found[from..].iter().position(|place| place.distance_km(*stop) <= SAME_STOP_KM) {
            hits += 1;
            from += step + 1;
        }
    }
    !known.is_empty() && hits * 5 >= known.len() * 4 && found.len() <= 2 * known.len() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_routes_are_read_from_both_forms() {
        let csv = "route,lat,lon\nnorth,13.7,102.5\nnorth,13.1,103.2\nsouth,6.5,100.4\n";
        let json = r#"{"routes":[{"stops":[{"name":"a","lat":13.7,"lon":102.5},{"lat":13.1,"lon":103.2}],"new":true},
            {"stops":[{"lat":6.5,"lon":100.4}]}],"places":[]}"#;
        assert_eq!(read_known(csv).unwrap(), read_known(json).unwrap());
        assert!(read_known("route,lat,lon\nnorth,x,1\n").unwrap_err().to_string().contains("row 2"));
    }

    #[test]
    fn a_route_follows_a_known_one_in_its_direction_only() {
        let known = [Position::new(13.0, 100.0), Position::new(14.0, 101.0), Position::new(15.0, 102.0)];
        let mut found = known.map(|stop| stop.offset(90.0, 10.0));
        assert!(follows(&found, &known));
        found.reverse();
        assert!(!follows(&found, &known));
        assert!(!follows(&found, &[]));
    }
}
