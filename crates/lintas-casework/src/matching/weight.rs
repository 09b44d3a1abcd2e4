//! What speaks for two entities being one, and what against it.

use lintas_model::EntityKind;
use lintas_model::property::Property;
use lintas_names::compare::{Comparison, PartMatch};

use super::evidence::{Evidence, Telling};

/// Two names that were compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched {
    /// The two names that are most alike: of the left one, of the right one.
    pub names: (String, String),
    /// How probable it is that both are one name, in thousandths, as far as names can tell.
    pub score: u16,
    /// Which part matched which, and by what rule.
    pub parts: Vec<PartMatch>,
    /// Parts of the left name without a counterpart.
    pub left_only: Vec<String>,
    /// Parts of the right name without a counterpart.
    pub right_only: Vec<String>,
}

/// What speaks for and against.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weight {
    /// The names that are most alike.
    pub name: Option<Matched>,
    /// Numbers and addresses that both have.
    pub shared: Vec<(Property, String)>,
    /// Dates of birth of the left and of the right that contradict each other.
    pub births_differ: Option<(String, String)>,
    /// A date of birth that both have.
    pub birth: Option<String>,
    /// All together in thousandths, for the order in which pairs are looked at. No probability: that two persons used one
    /// telephone is a reason to look, and how good a reason nobody has measured.
    pub strength: u16,
}

/// Weighs two entities; nothing speaks for entities of different kinds.
pub(crate) fn weigh(left: &Evidence, right: &Evidence) -> Option<Weight> {
    if left.kind != right.kind {
        return None;
    }
    let shared: Vec<Telling> = left.identifiers.intersection(&right.identifiers).cloned().collect();
    let name = most_alike(left, right);
    let birth = left.births.intersection(&right.births).next().cloned();
    let births_differ = match (&birth, left.births.first(), right.births.first()) {
        (None, Some(one), Some(other)) => Some((one.clone(), other.clone())),
        _ => None,
    };
    let mut against = 1.0;
    if let Some(name) = &name {
        against *= 1.0 - f64::from(name.score) / 1000.0;
        if birth.is_some() {
            against *= 0.5;
        }
    }
    let mut properties: Vec<Property> = shared.iter().map(|(property, _)| *property).collect();
    properties.dedup();
    for property in properties {
        against *= 1.0 - pointing(left.kind, property);
    }
    let mut strength = (1.0 - against) * 1000.0;
    if births_differ.is_some() {
        strength *= 0.6;
    }
    let strength = strength.round().clamp(0.0, 999.0) as u16;
    Some(Weight { name, shared, births_differ, birth, strength })
}

/// How strongly a shared number points to one holder: a document is one person's, a telephone goes from hand to hand.
const fn pointing(kind: EntityKind, property: Property) -> f64 {
    match (kind, property) {
        (EntityKind::Phone, Property::PhoneNumber)
        | (EntityKind::Account, Property::AccountNumber)
        | (EntityKind::Document, Property::DocumentNumber)
        | (EntityKind::Vehicle, Property::Plate)
        | (EntityKind::OnlineIdentity, Property::Handle | Property::Email) => 0.99,
        (_, Property::DocumentNumber) => 0.95,
        (_, Property::Email | Property::Handle) => 0.85,
        (_, Property::AccountNumber) => 0.8,
        (_, Property::PhoneNumber) => 0.7,
        _ => 0.5,
    }
}

fn most_alike(left: &Evidence, right: &Evidence) -> Option<Matched> {
    let mut best: Option<(String, String, Comparison)> = None;
    for one in &left.names {
        for other in &right.names {
            let Some(comparison) = one.compared(other) else { continue };
            let better = comparison.score.is_some_and(|score| {
                best.as_ref().and_then(|(.., best)| best.score).is_none_or(|known| score > known)
            });
            if better {
                best = Some((one.written().to_owned(), other.written().to_owned(), comparison));
            }
        }
    }
    let (one, other, comparison) = best?;
    Some(Matched {
        names: (one, other),
        score: (comparison.score? * 1000.0).round() as u16,
        parts: comparison.parts,
        left_only: comparison.left_only,
        right_only: comparison.right_only,
    })
}
