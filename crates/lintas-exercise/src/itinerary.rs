//! Where somebody truly was: halts in order of time.

use lintas_network::routes::geodesy::Position;
use lintas_network::routes::instant::{HOUR, Seconds};
use rand::{Rng, RngExt};

/// One halt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Halt {
    /// Where.
    pub(crate) position: Position,
    /// Arrival.
    pub(crate) from: Seconds,
    /// Departure.
    pub(crate) to: Seconds,
}

/// The halts of one subject (or of all the subjects of one party) on one journey.
#[derive(Debug, Clone)]
pub(crate) struct Itinerary {
    /// Numbers of the subjects who travel together.
    pub(crate) subjects: Vec<u32>,
    /// Halts in order of time.
    pub(crate) halts: Vec<Halt>,
}

/// Returns how long a drive takes, with the turns of the road and the mood of the day.
pub(crate) fn drive(from: Position, to: Position, rng: &mut impl Rng) -> Seconds {
    let road_km = from.distance_km(to) * rng.random_range(1.15..1.4);
    let speed_km_h = rng.random_range(35.0..65.0);
    (road_km / speed_km_h * HOUR as f64) as Seconds + rng.random_range(300..1200)
}

/// Draws from the normal distribution (Box and Muller 1958), mean 0, standard deviation 1.
pub(crate) fn normal(rng: &mut impl Rng) -> f64 {
    let radius = (-2.0 * rng.random_range(f64::MIN_POSITIVE..1.0).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.random_range(0.0..1.0)).cos()
}

/// Moves a position by a normal error of `error_km` in each direction.
pub(crate) fn scatter(position: Position, error_km: f64, rng: &mut impl Rng) -> Position {
    let (north, east) = (normal(rng) * error_km, normal(rng) * error_km);
    position.offset(east.atan2(north).to_degrees(), north.hypot(east))
}
