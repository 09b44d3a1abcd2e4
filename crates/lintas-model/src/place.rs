//! A point on the earth, in whole millionths of a degree: records hold no floating-point numbers.

use serde::{Deserialize, Serialize};

/// A point in WGS 84, with the radius within which the true place lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Point {
    /// Latitude in millionths of a degree, -90 000 000 to 90 000 000.
    pub latitude_udeg: i32,
    /// Longitude in millionths of a degree, -180 000 000 to 180 000 000.
    pub longitude_udeg: i32,
    /// Radius of uncertainty in metres; 0 when not stated.
    pub uncertainty_m: u32,
}

/// Why two numbers are not a point.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAPoint {
    /// Latitude or longitude lies outside its range, or is not a number.
    #[error(
        "could not place {latitude}, {longitude}: latitude runs from -90 to 90, longitude from -180 to 180"
    )]
    OutOfRange {
        /// The latitude as given.
        latitude: String,
        /// The longitude as given.
        longitude: String,
    },
    /// Both numbers are nought, which in practice means "no position".
    #[error("could not place 0, 0: a sheet writes this where it has no position")]
    NullIsland,
}

impl Point {
    /// Makes a point from degrees, refusing what lies outside the earth and the meaningless 0, 0.
    pub fn from_degrees(latitude: f64, longitude: f64, uncertainty_m: u32) -> Result<Self, NotAPoint> {
        if !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
            return Err(NotAPoint::OutOfRange {
                latitude: latitude.to_string(),
                longitude: longitude.to_string(),
            });
        }
        if latitude == 0.0 && longitude == 0.0 {
            return Err(NotAPoint::NullIsland);
        }
        let udeg = |degrees: f64| (degrees * 1e6).round() as i32;
        Ok(Self { latitude_udeg: udeg(latitude), longitude_udeg: udeg(longitude), uncertainty_m })
    }

    /// Latitude in degrees.
    pub fn latitude(&self) -> f64 {
        f64::from(self.latitude_udeg) / 1e6
    }

    /// Longitude in degrees.
    pub fn longitude(&self) -> f64 {
        f64::from(self.longitude_udeg) / 1e6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_on_the_earth_are_points() {
        let poipet = Point::from_degrees(13.657_6, 102.563_5, 500).unwrap();
        assert_eq!((poipet.latitude_udeg, poipet.longitude_udeg), (13_657_600, 102_563_500));
        assert_eq!(Point::from_degrees(0.0, 0.0, 0), Err(NotAPoint::NullIsland));
        for (latitude, longitude) in [(91.0, 0.0), (0.0, 181.0), (f64::NAN, 1.0), (f64::INFINITY, 1.0)] {
            assert!(matches!(Point::from_degrees(latitude, longitude, 0), Err(NotAPoint::OutOfRange { .. })));
        }
    }
}
