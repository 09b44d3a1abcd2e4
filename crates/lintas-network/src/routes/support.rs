//! What speaks for a course being a route of convoys rather than ordinary traffic.
//!
//! Each sign is a number between 0 and 1 that an officer can check on the map; [`Support::confidence`] adds them
//! with fixed weights. None of them alone decides.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::crowd::Crowd;
use super::gazetteer::Gazetteer;
use super::geodesy::Position;
use super::path::Path;
use super::place::{Presence, night};
use super::route::{AREA_KM, Course, Slot};

/// The signs for and against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Support {
    /// Journeys, of parties and of single people.
    pub journeys: usize,
    /// Journeys of parties of two at least.
    pub party_journeys: usize,
    /// Journeys counted by the share of people in them who were on no earlier one.
    pub groups: f64,
    /// Mean number of people in a journey.
    pub party: f64,
    /// Areas of about 20 km that the journeys agree to have passed.
    pub stops: usize,
    /// Mean share of each party that was seen at an agreed stop.
    pub seen: f64,
    /// Share of the weight of all stops that lies on agreed stops: 1 when the journeys pass the same places.
    pub agreement: f64,
    /// Countries passed.
    pub countries: usize,
    /// Whether most of its stops lie at places of the gazetteer or near one; otherwise its countries are a guess.
    pub charted: bool,
    /// How much the best inner stop is a night's rest, 0 to 1.
    pub night: f64,
    /// How much the best resting place is theirs alone, away from towns, 0 to 1.
    pub rest_apart: f64,
    /// Straight distance from the first to the last stop, in kilometres.
    pub reach_km: f64,
    /// That distance against the length of the way over the stops, 0 to 1.
    pub straightness: f64,
    /// Share of the traffic between its stops that runs its way, 0 to 1.
    pub one_way: f64,
    /// Share of the journeys of parties that stayed at the best resting place.
    pub shared_rest: f64,
    /// Share of the stops of its parties that lie where another party on it stopped too, 0 to 1.
    pub exact: f64,
    /// Where the best resting place lies.
    pub rest: Option<Position>,
    /// Share of the people seen at the best resting place who are on this course, 0 to 1.
    pub own_rest: f64,
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
        // Where the gazetteer knows nothing, that no border was crossed means nothing.
        let border = match self.countries {
            _ if !self.charted => 0.9,
            0 | 1 => 0.0,
            _ => 1.0,
        };
        let signs = 4.3 * self.rest_apart
            + 4.8 * self.rest_apart * self.shared_rest * self.exact
            + 2.6 * self.exact
            + 4.6 * self.straightness
            + 2.5 * self.one_way
            + 2.8 * border
            + 1.4 * share(self.stops as f64 - 3.0, 3.0)
            + 0.6 * (self.party_journeys as f64).max(1.0).ln()
            - 1.8 * (self.party / 8.0).max(1.0).ln();
        1.0 / (1.0 + (14.7 - signs).exp())
    }

    /// Gives the reasons in plain sentences.
    pub fn why(&self) -> Vec<String> {
        let lone = self.journeys - self.party_journeys;
        let mut why = vec![format!(
            "{} parties of {:.1} people on average passed the same {} areas in the same order.",
            self.party_journeys, self.party, self.stops
        )];
        if lone > 0 {
            why.push(format!("{lone} more people, seen alone, passed them too."));
        }
        if self.countries >= 2 {
            why.push(format!("It leads through {} countries.", self.countries));
        }
        why.push(format!("{:.0} % of the traffic between its stops runs this way.", 100.0 * self.one_way));
        if self.rest_apart >= 0.4 {
            why.push(format!(
                "They rest on the way at a place where {:.0} % of all people seen are theirs.",
                100.0 * self.own_rest
            ));
        } else {
            why.push("No resting place of their own was seen on the way.".to_owned());
        }
        why
    }

    /// Weighs a course.
    #[allow(clippy::too_many_arguments)]
    pub(crate) fn of(
        course: &Course,
        paths: &[Path],
        presence: &Presence<'_>,
        crowd: &Crowd,
        gazetteer: &Gazetteer,
        one_way: f64,
        convoys: &[bool],
    ) -> Support {
        let journeys = course.paths.len();
        let agreed = course.agreed();
        let mut met: BTreeSet<u32> = BTreeSet::new();
        let mut groups = 0.0;
        let mut order = course.paths.clone();
        order.sort_by_key(|&path| (paths[path].first_seen(), path));
        for path in order {
            let members = &paths[path].members;
            let fresh = members.iter().filter(|member| met.insert(**member)).count();
            groups += fresh as f64 / members.len() as f64 * if members.len() > 1 { 1.0 } else { 0.4 };
        }
        let parties: Vec<f64> = course
            .paths
            .iter()
            .map(|&path| paths[path].members.len() as f64)
            .filter(|members| *members > 1.0)
            .collect();
        let party = parties.iter().sum::<f64>() / (parties.len() as f64).max(1.0);
        let whole: f64 = course.slots.iter().map(|slot| slot.heads).sum();
        let held: f64 = agreed.iter().map(|slot| slot.heads).sum();
        let mut countries: Vec<&str> =
            agreed.iter().filter_map(|slot| gazetteer.country_near(slot.position)).collect();
        countries.sort_unstable();
        countries.dedup();
        let charted = {
            let known = |slot: &&&Slot| {
                gazetteer.nearest_town(slot.position, 6.0).is_some()
                    || gazetteer.nearest_crossing(slot.position, 6.0).is_some()
            };
            agreed.iter().filter(known).count() * 3 >= agreed.len()
        };
        let inner = agreed.get(1..agreed.len().saturating_sub(1)).unwrap_or_default();
        let (mut best_night, mut rest_apart, mut own_rest) = (0.0f64, 0.0f64, 0.0);
        let mut best_rest = None;
        for slot in inner {
            let nights = slot.stays.iter().map(|stay| night(*stay)).sum::<f64>() / slot.stays.len() as f64;
            // In a town an estimate will do.
            let people = crowd.people(slot.position);
            let others = if people > 40.0 * (met.len() as f64 + 10.0) {
                people
            } else {
                presence.others(slot.position, 3.0, &met, convoys) as f64
            };
            let private = met.len() as f64 / (met.len() as f64 + others);
            let outside =
                gazetteer.nearest_town(slot.position, 60.0).map_or(0.9, |(_, km)| (km / 4.0).clamp(0.1, 1.0));
            best_night = best_night.max(nights);
            if nights * private * outside.sqrt() > rest_apart {
                (rest_apart, own_rest) = (nights * private * outside.sqrt(), private);
                best_rest = Some(slot.position);
            }
        }
        let of_parties: Vec<usize> =
            course.paths.iter().copied().filter(|&path| paths[path].members.len() > 1).collect();
        let stayed = best_rest.map_or(0, |rest| {
            of_parties
                .iter()
                .filter(|&&path| {
                    paths[path]
                        .stops
                        .iter()
                        .any(|stop| stop.position.within_km(rest, 4.0) && stop.stay_hours >= 4.0)
                })
                .count()
        });
        let shared_rest = stayed as f64 / of_parties.len().max(1) as f64;
        let exact = exact(&of_parties, paths);
        let way: f64 = agreed.windows(2).map(|pair| pair[0].position.near_km(pair[1].position)).sum();
        let reach_km = match (agreed.first(), agreed.last()) {
            (Some(first), Some(last)) => first.position.near_km(last.position),
            _ => 0.0,
        };
        Support {
            journeys,
            party_journeys: course.paths.iter().filter(|&&path| paths[path].members.len() > 1).count(),
            groups,
            party,
            stops: areas(&agreed),
            seen: held / (agreed.len().max(1) as f64 * course.heads),
            agreement: if whole > 0.0 { held / whole } else { 0.0 },
            countries: countries.len(),
            charted,
            night: best_night,
            rest_apart,
            reach_km,
            straightness: if way > 0.0 { reach_km / way } else { 0.0 },
            one_way,
            rest: best_rest,
            own_rest,
            shared_rest,
            exact,
        }
    }
}

/// Returns the share of the stops of these parties, by people seen, that lie within 6 km of a stop of another party.
fn exact(of_parties: &[usize], paths: &[Path]) -> f64 {
    const SAME_SPOT_KM: f64 = 6.0;
    let (mut matched, mut all) = (0.0, 0.0);
    for &path in of_parties {
        for stop in &paths[path].stops {
            all += stop.seen_share;
            let again = of_parties.iter().filter(|&&other| other != path).any(|&other| {
                paths[other].stops.iter().any(|there| there.position.within_km(stop.position, SAME_SPOT_KM))
            });
            matched += if again { stop.seen_share } else { 0.0 };
        }
    }
    if all > 0.0 { matched / all } else { 0.0 }
}

/// Counts the stops that lie more than 20 km from the one counted before.
fn areas(agreed: &[&Slot]) -> usize {
    let mut last: Option<&Slot> = None;
    let mut count = 0;
    for slot in agreed {
        if last.is_none_or(|last| last.position.near_km(slot.position) > AREA_KM) {
            count += 1;
            last = Some(slot);
        }
    }
    count
}
