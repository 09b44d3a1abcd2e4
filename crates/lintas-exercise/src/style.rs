//! How a practice case looks: how much is seen, how well, and how much else is going on.
//!
//! Cases differ widely on purpose. An analysis that only works on one style would fit the exercise, not the border.

use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

/// How large a practice case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// A few routes and about a thousand travellers: an afternoon's exercise.
    Small,
    /// Up to a dozen routes among a few thousand travellers.
    Medium,
    /// Up to twenty routes among some tens of thousands of travellers.
    Large,
}

/// Which of the places a convoy passes the truth lists as stops of its route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Listing {
    /// Towns, crossings and rest-houses.
    Everything,
    /// Towns and crossings; a convoy that sleeps outside a town is listed with that town.
    Towns,
    /// Where it starts, crosses, sleeps and ends.
    Halts,
}

/// The settings of one practice case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Style {
    /// Routes to be found.
    pub routes: usize,
    /// Share of the routes that were first used on or after the date in question.
    pub new_share: f64,
    /// Journeys on a route, least and most.
    pub journeys: (usize, usize),
    /// People in a convoy, least and most.
    pub convoy: (usize, usize),
    /// Chance that a route has guides who take part in all its journeys.
    pub guided: f64,
    /// Chance that a route uses a rest-house of another route where one is near.
    pub shared_house: f64,
    /// Chance that a convoy is also seen in the town near which it sleeps.
    pub through_town: f64,
    /// What the truth lists as stops.
    pub listing: Listing,
    /// Chance that one person is seen at one halt.
    pub seen: f64,
    /// Chance that one person is seen on the road between two halts.
    pub seen_on_road: f64,
    /// Chance that a halt is reported for the whole convoy within minutes, rather than person by person.
    pub seen_together: f64,
    /// Usual error of a position, in kilometres (standard deviation).
    pub error_km: f64,
    /// Share of sightings that are imprecise.
    pub imprecise_share: f64,
    /// Error of imprecise sightings, in kilometres.
    pub imprecise_km: f64,
    /// Whether the sheet says how uncertain a position is.
    pub states_uncertainty: bool,
    /// Ordinary travellers.
    pub travellers: usize,
    /// Sightings of one ordinary traveller, most.
    pub traveller_sightings: usize,
    /// Days that the sheet covers.
    pub days: i64,
    /// Share of rows spoilt as sheets are: swapped columns, 0,0, doubled rows.
    pub spoilt_share: f64,
}

impl Style {
    /// Draws the settings of a case of the given size.
    pub fn draw(size: Size, rng: &mut impl Rng) -> Style {
        let (routes, travellers) = match size {
            Size::Small => (rng.random_range(1..=4), rng.random_range(600..1_500)),
            Size::Medium => (rng.random_range(4..=12), rng.random_range(2_000..6_000)),
            Size::Large => (rng.random_range(8..=20), rng.random_range(20_000..60_000)),
        };
        let least_convoy = rng.random_range(2..=4);
        let least_journeys = rng.random_range(2..=3);
        Style {
            routes,
            new_share: rng.random_range(0.2..0.6),
            journeys: (least_journeys, least_journeys + rng.random_range(0..=3)),
            convoy: (least_convoy, least_convoy + rng.random_range(1..=4)),
            guided: rng.random_range(0.0..1.0),
            shared_house: rng.random_range(0.3..1.0),
            through_town: rng.random_range(0.0..0.8),
            listing: [Listing::Everything, Listing::Towns, Listing::Halts][rng.random_range(0..3)],
            seen: rng.random_range(0.55..0.98),
            seen_on_road: if rng.random_bool(0.5) { 0.0 } else { rng.random_range(0.0..0.5) },
            seen_together: rng.random_range(0.0..1.0),
            error_km: rng.random_range(0.1..1.2),
            imprecise_share: rng.random_range(0.0..0.15),
            imprecise_km: rng.random_range(3.0..9.0),
            states_uncertainty: rng.random_bool(0.3),
            travellers,
            traveller_sightings: rng.random_range(6..24),
            days: rng.random_range(45..180),
            spoilt_share: if rng.random_bool(0.5) { 0.0 } else { rng.random_range(0.0..0.01) },
        }
    }
}
