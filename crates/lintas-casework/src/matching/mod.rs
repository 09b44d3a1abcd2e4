//! Who may be the same: pairs of entities, found as records come in and judged by people.
//!
//! `queue` looks at what has arrived and keeps the pairs worth a look, ids and an order only; `review` shows an officer
//! the strongest pair of which both sides may be seen, weighed anew from the statements that this officer may read. A
//! suggestion is no judgement, and a judgement never changes a statement: taken back, both histories are as they were.

mod evidence;
mod judged;
mod queue;
mod review;
mod weight;

pub use judged::{Judged, contradictions, judged};
pub use lintas_store::PossiblePair;
pub use queue::look;
pub use review::{Pair, Review, Side, review};
pub use weight::{Matched, Weight};

pub(crate) use evidence::Evidence;
pub(crate) use queue::{named_alike, put_back};
pub(crate) use weight::weigh;

/// The place in the queue right before a pair, so that it is the next one shown.
pub fn just_before(pair: PossiblePair) -> PossiblePair {
    let after = pair.right.uuid().as_u128().saturating_add(1);
    PossiblePair { right: lintas_model::EntityId::from_uuid(uuid::Uuid::from_u128(after)), ..pair }
}

/// A name that is not in Latin letters as a passport might have it; nothing for one that is.
pub fn romanised(written: &str) -> Option<String> {
    let name = lintas_names::Name::read(written).ok()?;
    let foreign =
        written.chars().any(|c| c.is_alphabetic() && !matches!(c as u32, 0..=0x24f | 0x1e00..=0x1eff));
    let ways = name.romanisations(2);
    (foreign && !ways.is_empty()).then(|| ways.join(" · "))
}

/// Less than this, in thousandths, is not worth a look.
pub(crate) const WORTH_A_LOOK: u16 = 500;
