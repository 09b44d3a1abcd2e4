//! Distances and directions on the sphere.
//!
//! Every difference of longitude passes through [`longitude_difference`], so that a journey over the 180th
//! meridian is a short one.

use serde::{Deserialize, Serialize};

/// Mean radius of the earth in kilometres (IUGG mean radius R1, rounded).
pub const EARTH_RADIUS_KM: f64 = 6371.0;

/// Kilometres in one degree of latitude.
pub const KM_PER_DEGREE: f64 = EARTH_RADIUS_KM * std::f64::consts::PI / 180.0;

/// A position in WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Latitude in degrees, -90 to 90.
    pub lat: f64,
    /// Longitude in degrees, -180 to 180.
    pub lon: f64,
}

impl Position {
    /// Makes a position; the longitude is wrapped into -180 to 180.
    pub fn new(lat: f64, lon: f64) -> Position {
        Position { lat, lon: wrap_longitude(lon) }
    }

    /// Returns the great-circle distance in kilometres (haversine; Sinnott 1984).
    pub fn distance_km(self, other: Position) -> f64 {
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (lat_b - lat_a) / 2.0;
        let half_lon = longitude_difference(other.lon, self.lon).to_radians() / 2.0;
        let chord = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS_KM * chord.sqrt().min(1.0).asin()
    }

    /// Returns a distance in kilometres on the plane that touches the earth here: within 0.3 % of the great
    /// circle below 300 km away from the poles, and several times quicker.
    pub fn near_km(self, other: Position) -> f64 {
        let north = (other.lat - self.lat) * KM_PER_DEGREE;
        let mean_lat = ((other.lat + self.lat) * 0.5).to_radians();
        let east = longitude_difference(other.lon, self.lon) * KM_PER_DEGREE * mean_lat.cos();
        (north * north + east * east).sqrt()
    }

    /// Tells whether the other position lies within `reach_km` on the plane: [`near_km`](Position::near_km), without
    /// the cosine where the latitudes alone tell.
    pub fn within_km(self, other: Position, reach_km: f64) -> bool {
        (other.lat - self.lat).abs() * KM_PER_DEGREE <= reach_km && self.near_km(other) <= reach_km
    }

    /// Returns the position `distance_km` away in direction `bearing` (degrees clockwise from north).
    pub fn offset(self, bearing: f64, distance_km: f64) -> Position {
        let angle = distance_km / EARTH_RADIUS_KM;
        let (lat, course) = (self.lat.to_radians(), bearing.to_radians());
        let to_lat =
            (lat.sin() * angle.cos() + lat.cos() * angle.sin() * course.cos()).clamp(-1.0, 1.0).asin();
        let to_lon = self.lon.to_radians()
            + (course.sin() * angle.sin() * lat.cos()).atan2(angle.cos() - lat.sin() * to_lat.sin());
        Position::new(to_lat.to_degrees(), to_lon.to_degrees())
    }

    /// Returns the position at `share` (0 to 1) of the way to `other`, on the plane.
    pub fn towards(self, other: Position, share: f64) -> Position {
        Position::new(
            self.lat + (other.lat - self.lat) * share,
            self.lon + longitude_difference(other.lon, self.lon) * share,
        )
    }
}

/// Returns `a - b` in degrees, the short way round: -180 to 180.
pub fn longitude_difference(a: f64, b: f64) -> f64 {
    wrap_longitude(a - b)
}

/// Wraps a longitude into -180 to 180 degrees.
pub fn wrap_longitude(lon: f64) -> f64 {
    if (-180.0..=180.0).contains(&lon) { lon } else { (lon + 180.0).rem_euclid(360.0) - 180.0 }
}

/// Returns a robust centre of positions with weights: the weighted mean, re-weighted by distance until it settles
/// on the densest part (Weiszfeld 1937, with a floor of `scale_km` under the distance). `None` for no positions.
pub fn robust_centre(points: &[(Position, f64)], scale_km: f64) -> Option<Position> {
    let origin = points.first()?.0;
    let offsets: Vec<(f64, f64, f64)> = points
        .iter()
        .map(|(point, weight)| (point.lat - origin.lat, longitude_difference(point.lon, origin.lon), *weight))
        .collect();
    let shrink = origin.lat.to_radians().cos();
    let (mut lat, mut lon) = (0.0, 0.0);
    for round in 0..40 {
        let (mut sum_lat, mut sum_lon, mut sum) = (0.0, 0.0, 0.0);
        for &(point_lat, point_lon, weight) in &offsets {
            let weight = if round == 0 {
                weight
            } else {
                let east = (point_lon - lon) * shrink;
                let distance = ((point_lat - lat).powi(2) + east * east).sqrt() * KM_PER_DEGREE;
                weight / distance.max(scale_km)
            };
            sum_lat += weight * point_lat;
            sum_lon += weight * point_lon;
            sum += weight;
        }
        if sum <= 0.0 {
            return Some(origin);
        }
        (lat, lon) = (sum_lat / sum, sum_lon / sum);
    }
    Some(Position::new(origin.lat + lat, origin.lon + lon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_about_111_kilometres() {
        let distance = Position::new(10.0, 100.0).distance_km(Position::new(11.0, 100.0));
        assert!((distance - KM_PER_DEGREE).abs() < 1e-6);
        assert!((distance - 111.2).abs() < 0.1);
    }

    #[test]
    fn the_180th_meridian_is_no_wall() {
        let (east, west) = (Position::new(-17.0, 179.9), Position::new(-17.0, -179.9));
        assert!(east.distance_km(west) < 25.0);
        assert!((east.near_km(west) - east.distance_km(west)).abs() < 0.1);
        let half = east.towards(west, 0.5);
        assert!((half.lon.abs() - 180.0).abs() < 1e-9);
    }

    #[test]
    fn an_offset_lies_where_it_was_sent() {
        let from = Position::new(13.7, 102.5);
        for bearing in [0.0, 77.0, 180.0, 301.0] {
            assert!((from.distance_km(from.offset(bearing, 12.0)) - 12.0).abs() < 1e-6);
        }
    }

    #[test]
    fn a_robust_centre_ignores_a_stray_point() {
        let centre = Position::new(14.0, 103.0);
        let mut points: Vec<_> = (0..9).map(|n| (centre.offset(n as f64 * 40.0, 0.3), 1.0)).collect();
        points.push((centre.offset(90.0, 30.0), 1.0));
        assert!(robust_centre(&points, 0.1).unwrap().distance_km(centre) < 0.3);
        assert!(robust_centre(&[], 0.1).is_none());
    }
}
