//! Stand-ins: what is called `Person 3` today is called so tomorrow, and nothing in the name leads back.

use std::collections::BTreeMap;

use lintas_model::{Country, EntityId, EntityKind};

/// What stands in the place of a person, a number or a place: its kind, and a number among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StandIn {
    /// What it stands for.
    pub kind: EntityKind,
    /// Its number, from 1, in the order in which records of the case first spoke of one.
    pub number: u32,
}

/// The stand-ins of one case. Records are met in the order in which they were written, so that what is written later gets
/// later numbers and changes none.
#[derive(Debug, Default)]
pub(super) struct StandIns {
    entities: BTreeMap<EntityId, StandIn>,
    places: BTreeMap<String, StandIn>,
    states: BTreeMap<Country, u32>,
    counts: BTreeMap<EntityKind, u32>,
}

impl StandIns {
    fn next(counts: &mut BTreeMap<EntityKind, u32>, kind: EntityKind) -> StandIn {
        let count = counts.entry(kind).or_default();
        *count += 1;
        StandIn { kind, number: *count }
    }

    /// The stand-in of an entity.
    pub(super) fn entity(&mut self, entity: EntityId, kind: EntityKind) -> StandIn {
        let counts = &mut self.counts;
        *self.entities.entry(entity).or_insert_with(|| Self::next(counts, kind))
    }

    /// The stand-in of an entity that was met before.
    pub(super) fn known(&self, entity: EntityId) -> Option<StandIn> {
        self.entities.get(&entity).copied()
    }

    /// The stand-in of a place that is known by a name alone, however it is written in capitals or spaces.
    pub(super) fn place(&mut self, name: &str) -> StandIn {
        let key = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let counts = &mut self.counts;
        *self.places.entry(key).or_insert_with(|| Self::next(counts, EntityKind::Place))
    }

    /// The number of a state.
    pub(super) fn state(&mut self, state: Country) -> u32 {
        let next = u32::try_from(self.states.len()).unwrap_or(u32::MAX).saturating_add(1);
        *self.states.entry(state).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever comes later, a stand-in stays what it was, and no two things share one.
        #[test]
        fn stand_ins_stay_and_are_never_shared(met in proptest::collection::vec((0..20u128, 0..3usize), 1..80)) {
            let kinds = [EntityKind::Person, EntityKind::Phone, EntityKind::Place];
            let id = |n: u128| EntityId::from_uuid(uuid::Uuid::from_u128(n));
            let mut stand_ins = StandIns::default();
            let mut given: BTreeMap<u128, StandIn> = BTreeMap::new();
            for (thing, kind) in met {
                let now = stand_ins.entity(id(thing), kinds[kind]);
                let before = *given.entry(thing).or_insert(now);
                prop_assert_eq!(before, now);
            }
            let mut all: Vec<StandIn> = given.values().copied().collect();
            all.sort();
            all.dedup();
            prop_assert_eq!(all.len(), given.len());
        }
    }

    #[test]
    fn a_place_is_one_however_it_is_written() {
        let mut stand_ins = StandIns::default();
        let one = stand_ins.place("House  by the pier");
        assert_eq!(stand_ins.place("house by THE pier "), one);
        assert_ne!(stand_ins.place("House by the road"), one);
        assert_eq!(one, StandIn { kind: EntityKind::Place, number: 1 });
    }
}
