//! What really happened, against which an answer is scored.

use lintas_network::routes::geodesy::Position;
use lintas_network::routes::instant::{self, Seconds};
use serde::{Deserialize, Serialize};

use crate::style::Style;

/// A stop of a true route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrueStop {
    /// Town, crossing or house.
    pub name: String,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
}

impl TrueStop {
    pub(crate) fn new(name: String, position: Position) -> TrueStop {
        TrueStop { name, lat: position.lat, lon: position.lon }
    }

    /// Returns where the stop lies.
    pub fn position(&self) -> Position {
        Position::new(self.lat, self.lon)
    }
}

/// A route that convoys used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrueRoute {
    /// Stops in order.
    pub stops: Vec<TrueStop>,
    /// True when it was first used on or after the date in question.
    pub new: bool,
    /// First departure.
    #[serde(with = "written_time")]
    pub first_used: Seconds,
    /// Last arrival.
    #[serde(with = "written_time")]
    pub last_used: Seconds,
    /// Journeys made.
    pub journeys: usize,
    /// Ids of all who travelled on it.
    pub subjects: Vec<String>,
}

/// A rest-house.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrueHouse {
    /// Where it is.
    #[serde(flatten)]
    pub stop: TrueStop,
    /// Convoys that stayed there.
    pub groups: usize,
}

/// The truth of a practice case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Truth {
    /// The case is made up from this seed; nobody in it exists.
    pub synthetic: bool,
    /// The seed.
    pub seed: u64,
    /// The date that tells new routes from known ones, ISO 8601.
    pub new_since: String,
    /// The routes.
    pub routes: Vec<TrueRoute>,
    /// The rest-houses.
    pub rest_houses: Vec<TrueHouse>,
    /// Ids of those who organise, as far as they appear in the contacts.
    #[serde(default)]
    pub organisers: Vec<String>,
    /// How the case was made.
    pub style: Style,
}

/// Writes seconds as ISO 8601 and reads them back.
mod written_time {
    use super::{Seconds, instant};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(seconds: &Seconds, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&instant::write(*seconds))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Seconds, D::Error> {
        let text = String::deserialize(deserializer)?;
        instant::read(&text).map(|reading| reading.seconds).ok_or_else(|| D::Error::custom("not a time"))
    }
}
