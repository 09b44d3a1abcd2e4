//! The round of 2017 as a play: who does what on which day, to be acted out at the nodes.
//!
//! The script knows nothing of records or ids. Things are called by handles (`warrant:kh-1`), and whoever plays the
//! script keeps the ids that the nodes gave them. Everyone in it is made up from the seed.

mod act;
mod agencies;
mod cast;
mod commitments;
mod evidence;
mod handles;
mod joint;
mod lotus;
mod national;
mod papers;
mod pursuits;
mod response;
mod routes;
mod warrants;

pub use act::{Act, Deed, Link, Seen, Sighted};
pub use agencies::{AgencyPart, STEWARD, agencies};
pub use joint::JointDeed;

use cast::Cast;

/// A whole round: the agencies and their acts in order of time.
#[derive(Debug, Clone)]
pub struct Script {
    /// The agencies, the steward last.
    pub agencies: Vec<AgencyPart>,
    /// The acts, earliest first.
    pub acts: Vec<Act>,
}

/// Name of the round.
pub const ROUND_NAME: &str = "Round of 2017";
/// First day of the round.
pub const ROUND_FROM: (i16, i8, i8) = (2017, 3, 1);
/// Last day of the round.
pub const ROUND_TO: (i16, i8, i8) = (2017, 11, 16);

/// Writes the script of the round for a seed. The same seed gives the same script.
pub fn script(seed: u64) -> Script {
    let cast = Cast::new(seed);
    let mut acts = Vec::new();
    commitments::opening(&mut acts);
    national::cases(&cast, &mut acts);
    warrants::recorded_and_updated(&cast, &mut acts);
    pursuits::on_their_way(&mut acts);
    response::desks(&mut acts);
    lotus::joint_case(&cast, &mut acts);
    response::questions_and_plan(&mut acts);
    evidence::found_and_laid(&mut acts);
    papers::written(&mut acts);
    joint::bound_together(&mut acts);
    routes::seen_and_found(&cast, &mut acts);
    commitments::closing(&mut acts);
    acts.sort_by_key(|act| act.on);
    Script { agencies: agencies(), acts }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use lintas_model::outcome::OutcomeKind;

    use super::*;

    #[test]
    fn the_same_seed_writes_the_same_script() {
        assert_eq!(script(2017).acts, script(2017).acts);
        assert_ne!(script(2017).acts, script(2018).acts);
    }

    #[test]
    fn nothing_is_used_before_it_exists() {
        let mut known = BTreeSet::new();
        for act in script(2017).acts {
            for used in act.deed.uses() {
                assert!(known.contains(used), "{} {} uses {used}", act.agency, act.on);
            }
            known.extend(act.deed.makes().map(ToOwned::to_owned));
        }
    }

    #[test]
    fn the_round_claims_warrants_and_rescues_as_the_round_of_2017_counted_them() {
        let mut subjects: BTreeMap<OutcomeKind, BTreeMap<String, u32>> = BTreeMap::new();
        for act in script(2017).acts {
            if let Deed::Outcome { kind, subject, count, .. } = act.deed {
                subjects.entry(kind).or_default().insert(subject, count);
            }
        }
        let total = |kind| subjects[&kind].values().sum::<u32>();
        assert_eq!(total(OutcomeKind::WarrantsUpdated), 24);
        assert_eq!(total(OutcomeKind::VictimsRescued), 12);
        // Routes and the rest-house are not in the script: the analyses find them.
        assert!(!subjects.contains_key(&OutcomeKind::RestHousesIdentified));
        assert!(!subjects.contains_key(&OutcomeKind::RoutesDiscovered));
    }
}
