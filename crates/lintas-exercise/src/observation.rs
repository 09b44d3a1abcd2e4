//! What is seen of a journey: some halts, some people, more or less where they were.

use lintas_network::routes::geodesy::Position;
use lintas_network::routes::instant::{HOUR, Seconds};
use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

use crate::itinerary::{Halt, Itinerary, scatter};
use crate::style::Style;

/// One row of the sheet of sightings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MadeSighting {
    /// Number of the person.
    pub subject: u32,
    /// When, in seconds since 1970.
    pub time: Seconds,
    /// Where it was reported.
    pub position: Position,
    /// Stated uncertainty in metres, when the sheet states it.
    pub uncertainty_m: Option<u32>,
}

/// How well one kind of traveller is seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Watch {
    pub(crate) seen: f64,
    pub(crate) seen_on_road: f64,
    pub(crate) seen_together: f64,
}

/// Adds what is seen of one journey.
pub(crate) fn observe(
    itinerary: &Itinerary,
    watch: Watch,
    style: &Style,
    sheet: &mut Vec<MadeSighting>,
    rng: &mut impl Rng,
) {
    for (index, halt) in itinerary.halts.iter().enumerate() {
        let common = rng.random_bool(watch.seen_together).then(|| some_time(*halt, rng));
        for &subject in &itinerary.subjects {
            if !rng.random_bool(watch.seen) {
                continue;
            }
            // A long stay is seen more than once when it is seen at all.
            let times = 1 + usize::from(halt.to - halt.from > 8 * HOUR && rng.random_bool(0.4));
            for nth in 0..times {
                let time = match common {
                    Some(time) if nth == 0 => time + rng.random_range(-600..600),
                    _ => some_time(*halt, rng),
                };
                sheet.push(seen_at(subject, time, halt.position, style, rng));
            }
        }
        if let Some(next) = itinerary.halts.get(index + 1) {
            if next.from <= halt.to {
                continue;
            }
            for &subject in &itinerary.subjects {
                if rng.random_bool(watch.seen_on_road) {
                    let share = rng.random_range(0.1..0.9);
                    let time = halt.to + ((next.from - halt.to) as f64 * share) as Seconds;
                    let bend = scatter(halt.position.towards(next.position, share), 2.0, rng);
                    sheet.push(seen_at(subject, time, bend, style, rng));
                }
            }
        }
    }
}

fn some_time(halt: Halt, rng: &mut impl Rng) -> Seconds {
    rng.random_range(halt.from..=halt.to.max(halt.from))
}

fn seen_at(
    subject: u32,
    time: Seconds,
    position: Position,
    style: &Style,
    rng: &mut impl Rng,
) -> MadeSighting {
    let error_km = if rng.random_bool(style.imprecise_share) { style.imprecise_km } else { style.error_km };
    let reported = scatter(position, error_km, rng);
    MadeSighting {
        subject,
        time,
        position: reported,
        uncertainty_m: style
            .states_uncertainty
            .then(|| (error_km * rng.random_range(1.2..2.5) * 1000.0) as u32),
    }
}
