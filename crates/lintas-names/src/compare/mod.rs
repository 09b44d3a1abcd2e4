//! How probable it is that two names as written are one name, and why.
//!
//! The parts of both names are matched to each other (in any order, split or joined, by initials), the matches are
//! summed up in a few features, and the features are weighed by one table, [`weights`]. Nothing else decides, so every
//! score can be recomputed by hand from what [`Comparison`] shows.

mod align;
mod explain;
mod features;
mod frequencies;
mod weights;

pub use explain::explain;
pub use features::{FEATURES, Features, Kind, features, kind};
pub use frequencies::Frequencies;

use crate::name::Name;
use align::{Alignment, align};

/// A compared pair of names.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Comparison {
    /// Probability in [0, 1] that both are names of one person, as far as names can tell. `None` when a name has no part
    /// that can be compared.
    pub score: Option<f64>,
    /// Which part matched which.
    pub parts: Vec<PartMatch>,
    /// Parts of the left name without a counterpart.
    pub left_only: Vec<String>,
    /// Parts of the right name without a counterpart.
    pub right_only: Vec<String>,
    /// Every feature of the pair that is not zero, with its value and its weight in log-odds.
    pub features: Vec<FeatureShare>,
}

/// A pair of parts that were matched.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PartMatch {
    /// Part of the left name.
    pub left: String,
    /// Part of the right name.
    pub right: String,
    /// Why they match.
    pub rule: Rule,
    /// Likeness in [0, 1].
    pub likeness: f64,
    /// How much the match says: one for an ordinary word, less for a common or short one.
    pub weight: f64,
}

/// Share of one feature in a score.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct FeatureShare {
    /// Name of the feature in the table of weights.
    pub feature: &'static str,
    /// Its value for this pair.
    pub value: f64,
    /// Value times weight, in log-odds.
    pub log_odds: f64,
}

/// Why two parts match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rule {
    /// Written alike but for case and marks.
    SameSpelling,
    /// The same Chinese character, simplified, traditional or in the spelling of another speech group.
    SameCharacter,
    /// Known spellings of one name: Mohd and Muhammad.
    SameName,
    /// Said alike: spellings of one sound.
    SameSound,
    /// Nearly alike in sound.
    NearSound,
    /// An initial and a word that begins with it.
    Initial,
    /// One part on one side, two on the other: Abdulrahman and Abdul Rahman.
    Joined,
}

/// Compares two names that have been read.
pub fn compare(left: &Name, right: &Name, frequencies: &Frequencies) -> Comparison {
    let (one, other, exchanged) = in_order(left, right);
    let Some(alignment) = alignment(one, other, frequencies) else {
        return Comparison {
            score: None,
            parts: Vec::new(),
            left_only: Vec::new(),
            right_only: Vec::new(),
            features: Vec::new(),
        };
    };
    let features = features::of(one, other, &alignment);
    let score = if identical(one, other) { 1.0 } else { weights::score(&features, kind(one, other)) };
    let mut parts: Vec<PartMatch> = alignment.matches.iter().map(|found| found.explain(one, other)).collect();
    let mut left_only = alignment.left_only(one);
    let mut right_only = alignment.right_only(other);
    if exchanged {
        std::mem::swap(&mut left_only, &mut right_only);
        for part in &mut parts {
            std::mem::swap(&mut part.left, &mut part.right);
        }
    }
    Comparison {
        score: Some(score),
        parts,
        left_only,
        right_only,
        features: weights::shares(&features, kind(one, other)),
    }
}

/// Compares two names that have been read and gives the score only: the same figure as [`compare`], without the reasons.
pub fn score(left: &Name, right: &Name, frequencies: &Frequencies) -> Option<f64> {
    if identical(left, right) {
        return (!left.units.is_empty()).then_some(1.0);
    }
    let (one, other, _) = in_order(left, right);
    let alignment = alignment(one, other, frequencies)?;
    Some(weights::score(&features::of(one, other, &alignment), kind(one, other)))
}

/// One order for both directions, so that ties cannot fall differently.
fn in_order<'a>(left: &'a Name, right: &'a Name) -> (&'a Name, &'a Name, bool) {
    if (left.shape.exact, left.written()) <= (right.shape.exact, right.written()) {
        (left, right, false)
    } else {
        (right, left, true)
    }
}

fn identical(left: &Name, right: &Name) -> bool {
    left.shape.exact == right.shape.exact
        && left.units.len() == right.units.len()
        && left.shape.suffix == right.shape.suffix
}

fn alignment(left: &Name, right: &Name, frequencies: &Frequencies) -> Option<Alignment> {
    if left.units.is_empty() || right.units.is_empty() {
        return None;
    }
    Some(align(left, right, frequencies))
}
