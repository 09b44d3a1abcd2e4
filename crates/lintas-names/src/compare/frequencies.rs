//! How many people bear a name part: agreeing on a rare one says more.

use std::collections::HashMap;

use crate::name::Name;

/// Counts of name parts in the records at hand. Without counts the general table of common names alone decides.
#[derive(Debug, Clone, Default)]
pub struct Frequencies {
    counts: HashMap<u64, u32>,
    names: u32,
}

impl Frequencies {
    /// No counts: only the built-in table of common names.
    pub fn general() -> Self {
        Self::default()
    }

    /// Counts the parts of one more name.
    pub fn count(&mut self, name: &Name) {
        self.names += 1;
        for unit in &name.units {
            *self.counts.entry(unit.exact).or_insert(0) += 1;
        }
    }

    /// Number of names counted.
    pub fn names(&self) -> u32 {
        self.names
    }

    /// Factor on the weight of a part: above one for a rarer than usual part, below one for a common one, one without
    /// counts. A part borne by one name in a thousand counts as usual.
    pub(crate) fn factor(&self, exact: u64) -> f32 {
        if self.names < 1_000 {
            return 1.0;
        }
        let count = self.counts.get(&exact).copied().unwrap_or(1).max(1);
        let rarity = (self.names as f32 / count as f32).ln() / 1_000f32.ln();
        rarity.clamp(0.4, 1.3)
    }
}
