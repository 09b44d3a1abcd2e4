//! The table of features and weights.
//!
//! Weights are log-odds per unit of the feature, from logistic regressions on attested spellings with cross-validation, one
//! per kind of pair, rounded. The sum of weight times value, put through the logistic curve, is the score.

use super::features::{FEATURES, Kind};
use super::{FeatureShare, Features};

/// Feature, then its weight for pairs of each kind: Burmese, Chinese, word and word, word and name, name and name.
#[rustfmt::skip]
pub(crate) const WEIGHTS: [(&str, [f32; 5]); FEATURES] = [
    ("bias", [-1.04, -0.44, -0.13, -0.21, -2.27]),
    ("short_cover", [0.58, 1.28, 0.91, -0.72, -1.58]),
    ("long_cover", [-1.26, 0.66, 0.91, 2.65, 1.79]),
    ("short_cover_above_75", [-13.07, 4.30, -1.11, 4.41, -2.45]),
    ("short_cover_above_93", [7.44, 3.63, 2.13, 1.45, 0.89]),
    ("long_cover_above_75", [15.29, -10.59, -1.11, -8.55, 8.45]),
    ("worst", [-2.40, -0.47, 0.62, -4.35, 0.06]),
    ("conflict", [-6.34, -4.05, -1.14, 0.06, -1.10]),
    ("both_lost", [0.51, -0.04, -1.14, 0.26, -2.30]),
    ("extra", [0.21, -0.17, -3.20, -0.31, 0.11]),
    ("evidence", [1.79, -0.13, 0.45, 1.32, 2.93]),
    ("evidence_above_1", [-0.22, 1.05, 3.84, -1.06, 0.94]),
    ("one_strong", [-0.58, -0.07, 0.07, 0.52, -0.38]),
    ("two_strong", [-0.86, 1.10, 0.00, 0.00, -0.65]),
    ("three_strong", [0.90, -1.35, 0.00, 0.00, -0.10]),
    ("same_spelling", [0.84, -3.61, -6.49, 0.21, -1.55]),
    ("whole", [-0.67, 4.55, 1.05, -0.65, 0.57]),
    ("whole_above_85", [2.99, -1.42, -1.15, 0.44, 0.85]),
    ("initials", [0.00, 0.02, 0.00, -0.53, -0.53]),
    ("joined_parts", [1.74, 2.38, 0.00, 0.64, -0.54]),
    ("tone_conflicts", [0.00, 0.00, 0.00, 0.00, -3.67]),
    ("first_to_first", [-0.80, -1.49, -0.23, -0.46, -0.09]),
    ("last_to_last", [1.45, -0.32, -0.24, 1.42, -0.13]),
    ("crossed", [-3.77, -3.26, 0.00, 0.00, -0.69]),
    ("single", [-1.85, 0.00, 0.91, -0.72, 0.00]),
    ("both_single", [3.04, 0.00, -3.38, 0.00, 0.00]),
    ("suffix_conflict", [0.00, 0.00, 0.00, 0.00, -2.34]),
    ("doubt", [4.46, 3.25, -6.12, -3.68, -0.57]),
    ("best", [2.26, -0.33, -0.07, 0.87, 0.20]),
    ("best_same", [-2.70, 0.00, 3.23, 1.03, 1.32]),
    ("covers", [-1.63, 2.07, 1.22, 5.48, 0.21]),
    ("evidence_against_conflict", [2.98, 0.45, 0.00, 0.00, -0.84]),
    ("worst_above_80", [-0.80, 1.89, 2.18, -3.42, 0.55]),
    ("conflict_above_60", [17.92, 0.00, -3.54, 0.65, 4.00]),
    ("evidence_above_180", [0.14, 0.03, 0.00, 0.00, -3.19]),
    ("thai_lao_khmer", [0.00, 0.00, -0.57, 0.00, -1.38]),
    ("bengali", [0.00, 0.00, 0.00, 1.64, -0.96]),
    ("arabic", [0.00, 0.00, 0.00, 4.52, 2.40]),
];

/// Score of a pair.
pub(crate) fn score(features: &Features, kind: Kind) -> f64 {
    let column = kind as usize;
    let odds: f32 = features.iter().zip(&WEIGHTS).map(|(value, (_, weights))| value * weights[column]).sum();
    // Only identical names score 1: another pair keeps a doubt.
    (1.0 / (1.0 + f64::from(-odds).exp())).clamp(0.000_1, 0.999_9)
}

/// Share of every feature that is not zero.
pub(crate) fn shares(features: &Features, kind: Kind) -> Vec<FeatureShare> {
    features
        .iter()
        .zip(&WEIGHTS)
        .filter(|(value, _)| **value != 0.0)
        .map(|(value, (feature, weights))| FeatureShare {
            feature,
            value: f64::from(*value),
            log_odds: f64::from(value * weights[kind as usize]),
        })
        .collect()
}
