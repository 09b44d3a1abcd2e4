//! The table of features and weights.
//!
//! Weights are log-odds per unit of the feature, from a logistic regression on attested spellings with cross-validation,
//! rounded. The sum of weight times value, put through the logistic curve, is the score.

use super::{FeatureShare, Features};
use super::features::FEATURES;

/// Feature, weight in log-odds.
pub(crate) const WEIGHTS: [(&str, f32); FEATURES] = [
    ("bias", -0.48),
    ("short_cover", 1.67),
    ("long_cover", 2.98),
    ("short_cover_above_75", 0.55),
    ("short_cover_above_93", 0.90),
    ("long_cover_above_75", 1.63),
    ("worst", -3.44),
    ("conflict", -1.06),
    ("both_lost", 0.23),
    ("extra", 0.18),
    ("evidence", 0.56),
    ("evidence_above_1", 1.98),
    ("one_strong", 0.16),
    ("two_strong", -0.63),
    ("three_strong", -1.51),
    ("same_spelling", -0.55),
    ("whole", 0.65),
    ("whole_above_85", 3.05),
    ("initials", -1.09),
    ("joined_parts", -0.58),
    ("tone_conflicts", -0.86),
    ("first_to_first", 0.10),
    ("last_to_last", -0.07),
    ("crossed", -0.21),
    ("single", -0.51),
    ("both_single", -1.82),
    ("suffix_conflict", -0.11),
    ("doubt", -1.89),
    ("thai_lao_khmer", 1.32),
    ("myanmar", 2.16),
    ("bengali", 2.38),
    ("han", 1.82),
];

/// Score of a pair.
pub(crate) fn score(features: &Features) -> f64 {
    let odds: f32 = features.iter().zip(&WEIGHTS).map(|(value, (_, weight))| value * weight).sum();
    // Only identical names score 1: another pair keeps a doubt.
    (1.0 / (1.0 + f64::from(-odds).exp())).clamp(0.000_1, 0.999_9)
}

/// Share of every feature that is not zero.
pub(crate) fn shares(features: &Features) -> Vec<FeatureShare> {
    features
        .iter()
        .zip(&WEIGHTS)
        .filter(|(value, _)| **value != 0.0)
        .map(|(value, (feature, weight))| FeatureShare { feature, value: f64::from(*value), log_odds: f64::from(value * weight) })
        .collect()
}
