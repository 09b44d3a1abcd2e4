//! Sightings of one subject -> visits: one stay at one place, as far as it was seen.

use super::geodesy::Position;
use super::instant::{DAY, HOUR, Seconds};
use super::sighting::Sighting;

/// A stay of one subject at one place (a stay point; Li and others 2008), or a single sighting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Visit {
    /// Number of the subject.
    pub subject: u32,
    /// Mean position.
    pub position: Position,
    /// First sighting of the stay.
    pub from: Seconds,
    /// Last sighting of the stay.
    pub to: Seconds,
    /// Sightings in the stay.
    pub sightings: u32,
    /// Uncertainty of the position in kilometres, as stated; 0 when not.
    pub uncertainty_km: f32,
}

impl Visit {
    /// Returns the middle of the stay.
    pub fn middle(&self) -> Seconds {
        self.from + (self.to - self.from) / 2
    }

    /// Returns the seconds between two visits; 0 when they overlap.
    pub fn gap(&self, other: &Visit) -> Seconds {
        (other.from - self.to).max(self.from - other.to).max(0)
    }
}

/// Two sightings of one subject this near, in kilometres, and within a day are one stay.
const SAME_STAY_KM: f64 = 2.5;

/// Joins sightings, sorted by subject and time, into visits in the same order.
pub fn visits(sightings: &[Sighting]) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::with_capacity(sightings.len());
    for sighting in sightings {
        if let Some(last) = visits.last_mut() {
            let reach =
                SAME_STAY_KM.max(f64::from(last.uncertainty_km.max(sighting.uncertainty_km)).min(8.0));
            if last.subject == sighting.subject
                && sighting.time - last.to <= DAY
                && last.position.near_km(sighting.position) <= reach
            {
                // The better known position weighs more.
                let kept = f64::from(last.sightings) / (0.3 + f64::from(last.uncertainty_km)).powi(2);
                let added = 1.0 / (0.3 + f64::from(sighting.uncertainty_km)).powi(2);
                last.position = last.position.towards(sighting.position, added / (kept + added));
                last.to = sighting.time;
                last.sightings += 1;
                last.uncertainty_km = last.uncertainty_km.min(sighting.uncertainty_km);
                continue;
            }
        }
        visits.push(Visit {
            subject: sighting.subject,
            position: sighting.position,
            from: sighting.time,
            to: sighting.time,
            sightings: 1,
            uncertainty_km: sighting.uncertainty_km,
        });
    }
    visits
}

/// A journey reaches this far within this time: nearer comings and goings are daily life.
const JOURNEY_KM: f64 = 30.0;
const JOURNEY_TIME: Seconds = 4 * DAY;

/// Tells for each visit whether it belongs to a journey: another visit of the subject lies at least 30 km away
/// within four days.
pub fn on_a_journey(visits: &[Visit]) -> Vec<bool> {
    let far = |visit: &Visit, other: &Visit| visit.position.near_km(other.position) >= JOURNEY_KM;
    let near_in_time =
        |visit: &Visit, other: &Visit| other.subject == visit.subject && visit.gap(other) <= JOURNEY_TIME;
    visits
        .iter()
        .enumerate()
        .map(|(index, visit)| {
            visits[index + 1..]
                .iter()
                .take_while(|other| near_in_time(visit, other))
                .any(|other| far(visit, other))
                || visits[..index]
                    .iter()
                    .rev()
                    .take_while(|other| near_in_time(visit, other))
                    .any(|other| far(visit, other))
        })
        .collect()
}

/// How a leg was travelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Transport {
    /// Up to 7 km/h.
    OnFoot,
    /// Up to 25 km/h: boat, bicycle, or a stop on the way.
    Slow,
    /// Up to 150 km/h.
    Vehicle,
    /// Faster.
    Aircraft,
}

impl Transport {
    /// Says it in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Transport::OnFoot => "on foot",
            Transport::Slow => "slow (boat, bicycle or with a halt)",
            Transport::Vehicle => "vehicle",
            Transport::Aircraft => "aircraft",
        }
    }

    /// Guesses the transport of a leg from the straight distance in kilometres and the time between departure and
    /// arrival; `None` when the time is too short to say.
    pub fn guess(distance_km: f64, time: Seconds) -> Option<Transport> {
        if time < HOUR / 4 {
            return None;
        }
        Some(match distance_km / (time as f64 / HOUR as f64) {
            speed if speed <= 7.0 => Transport::OnFoot,
            speed if speed <= 25.0 => Transport::Slow,
            speed if speed <= 150.0 => Transport::Vehicle,
            _ => Transport::Aircraft,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(subject: u32, hours: i64, north_km: f64) -> Sighting {
        let position = Position::new(14.0, 103.0).offset(0.0, north_km);
        Sighting { subject, time: hours * HOUR, position, uncertainty_km: 0.0 }
    }

    #[test]
    fn sightings_at_one_place_are_one_stay() {
        let made = visits(&[seen(0, 0, 0.0), seen(0, 9, 1.0), seen(0, 12, 60.0), seen(1, 13, 60.0)]);
        assert_eq!(made.len(), 3);
        assert_eq!((made[0].sightings, made[0].to), (2, 9 * HOUR));
        assert_eq!(on_a_journey(&made), [true, true, false]);
    }

    #[test]
    fn transport_is_guessed_from_speed() {
        assert_eq!(Transport::guess(5.0, HOUR), Some(Transport::OnFoot));
        assert_eq!(Transport::guess(60.0, HOUR), Some(Transport::Vehicle));
        assert_eq!(Transport::guess(700.0, HOUR), Some(Transport::Aircraft));
        assert_eq!(Transport::guess(700.0, 0), None);
    }
}
