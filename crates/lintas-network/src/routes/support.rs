//! What speaks for a course being a route of convoys rather than ordinary traffic.
//!
//! Each sign is a number between 0 and 1 that an officer can check on the map; [`Support::confidence`] adds them
//! with fixed weights. None of them alone decides.

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::gazetteer::Gazetteer;
use super::path::Path;
use super::place::{Presence, night};
use super::route::Course;

/// The signs for and against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Support {
    /// Journeys.
    pub journeys: usize,
    /// Journeys counted by the share of people in them who were on no earlier one.
    pub groups: f64,
    /// Mean number of people in a journey.
    pub party: f64,
    /// Stops that the journeys agree on.
    pub stops: usize,
    /// Mean share of each party that was seen at an agreed stop.
    pub seen: f64,
    /// Share of the weight of all stops that lies on agreed stops: 1 when the journeys pass the same places.
    pub agreement: f64,
    /// Countries passed.
    pub countries: usize,
    /// How much the best inner stop is a night's rest, 0 to 1.
    pub night: f64,
    /// How much the best resting place is theirs alone, away from towns, 0 to 1.
    pub rest_apart: f64,
    /// Straight distance from the first to the last stop, in kilometres.
    pub reach_km: f64,
    /// That distance against the length of the way over the stops, 0 to 1.
    pub straightness: f64,
    /// Share of journeys whose members are seen in no other course.
    pub exclusive: f64,
}

/// A course at least this likely is reported.
pub const ACCEPTED_AT: f64 = 0.5;

impl Support {
    /// Returns how likely the course is a route of convoys, 0 to 1: a logistic sum. The weights were chosen on
    /// practice cases and rounded, so that no sign decides alone.
    pub fn confidence(&self) -> f64 {
        if self.journeys < 2 {
            return 0.0;
        }
        let share = |value: f64, full: f64| (value / full).clamp(0.0, 1.0);
        let signs = 3.2 * self.rest_apart
            + if self.countries >= 2 { 2.5 } else { 0.0 }
            + 2.2 * share(self.stops as f64 - 3.0, 3.0)
            + 0.6 * self.groups.max(1.0).ln()
            + 0.5 * self.agreement
            + 0.5 * self.straightness
            + 0.5 * share(self.reach_km, 300.0)
            - (self.party / 8.0).max(1.0).ln();
        1.0 / (1.0 + (6.0 - signs).exp())
    }

    /// Weighs a course.
    pub fn of(
        course: &Course,
        paths: &[Path],
        presence: &Presence<'_>,
        gazetteer: &Gazetteer,
        busy: &HashSet<u32>,
    ) -> Support {
        let journeys = course.paths.len();
        let agreed = course.agreed();
        let mut met: BTreeSet<u32> = BTreeSet::new();
        let mut groups = 0.0;
        let mut order = course.paths.clone();
        order.sort_by_key(|&path| (paths[path].first_seen(), path));
        let mut exclusive = 0.0;
        for path in order {
            let members = &paths[path].members;
            let fresh = members.iter().filter(|member| met.insert(**member)).count();
            groups += fresh as f64 / members.len() as f64;
            exclusive +=
                members.iter().filter(|member| !busy.contains(member)).count() as f64 / members.len() as f64;
        }
        let party: f64 =
            course.paths.iter().map(|&path| paths[path].members.len() as f64).sum::<f64>() / journeys as f64;
        let whole: f64 = course.slots.iter().map(|slot| slot.weight).sum();
        let held: f64 = agreed.iter().map(|slot| slot.weight).sum();
        let mut countries: Vec<&str> =
            agreed.iter().filter_map(|slot| gazetteer.country_near(slot.position)).collect();
        countries.sort_unstable();
        countries.dedup();
        let inner = agreed.get(1..agreed.len().saturating_sub(1)).unwrap_or_default();
        let (mut best_night, mut rest_apart) = (0.0f64, 0.0f64);
        for slot in inner {
            let nights = slot.stays.iter().map(|stay| night(*stay)).sum::<f64>() / slot.stays.len() as f64;
            let others = presence.others(slot.position, 3.0, &met) as f64;
            let private = met.len() as f64 / (met.len() as f64 + others);
            let outside =
                gazetteer.nearest_town(slot.position, 60.0).map_or(0.9, |(_, km)| (km / 4.0).clamp(0.1, 1.0));
            best_night = best_night.max(nights);
            rest_apart = rest_apart.max(nights * private * outside.sqrt());
        }
        let way: f64 = agreed.windows(2).map(|pair| pair[0].position.near_km(pair[1].position)).sum();
        let reach_km = match (agreed.first(), agreed.last()) {
            (Some(first), Some(last)) => first.position.near_km(last.position),
            _ => 0.0,
        };
        Support {
            journeys,
            groups,
            party,
            stops: agreed.len(),
            seen: held / (agreed.len().max(1) * journeys) as f64,
            agreement: if whole > 0.0 { held / whole } else { 0.0 },
            countries: countries.len(),
            night: best_night,
            rest_apart,
            reach_km,
            straightness: if way > 0.0 { reach_km / way } else { 0.0 },
            exclusive: exclusive / journeys as f64,
        }
    }
}
