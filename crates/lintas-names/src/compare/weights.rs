//! The table of features and weights.
//!
//! Weights are log-odds per unit of the feature, from logistic regressions on attested spellings with cross-validation, one
//! per kind of pair, rounded. The sum of weight times value, put through the logistic curve, is the score.

use super::features::{FEATURES, Kind};
use super::{FeatureShare, Features};

/// Feature, then its weight for pairs of each kind: Burmese, Chinese, word and word, word and name, name and name.
#[rustfmt::skip]
pub(crate) const WEIGHTS: [(&str, [f32; 5]); FEATURES] = [
    ("bias", [-0.59, -0.16, -0.07, -0.29, -1.90]),
    ("short_cover", [2.21, 1.37, 0.81, -0.64, 1.54]),
    ("long_cover", [-1.93, -0.43, 0.81, 1.56, 0.56]),
    ("short_cover_above_75", [-14.00, 4.02, -1.70, 3.49, -6.71]),
    ("short_cover_above_93", [7.30, 3.54, 2.09, 1.02, 1.32]),
    ("long_cover_above_75", [14.64, -6.67, -1.70, -6.00, 8.96]),
    ("worst", [-3.56, -0.40, 0.60, -3.70, -2.19]),
    ("conflict", [-6.29, -3.72, -0.96, -0.18, -1.35]),
    ("both_lost", [3.06, -0.07, -0.96, 0.13, -0.66]),
    ("extra", [0.07, -0.21, -2.87, -0.15, 0.19]),
    ("evidence", [1.94, -0.05, 0.78, 0.49, 2.13]),
    ("evidence_above_1", [-0.18, 0.99, 3.66, -1.34, 2.16]),
    ("one_strong", [-0.50, 0.03, 0.23, -0.08, -0.23]),
    ("two_strong", [-0.88, 1.22, 0.00, 0.00, -0.80]),
    ("three_strong", [0.77, -1.40, 0.00, 0.00, -0.03]),
    ("same_spelling", [0.79, -3.42, -5.06, 0.32, -1.32]),
    ("whole", [-1.58, 3.09, 1.37, 0.63, 1.50]),
    ("whole_above_85", [3.40, 0.85, -0.56, 0.73, 1.36]),
    ("initials", [0.00, 0.21, 0.00, -0.67, -0.41]),
    ("joined_parts", [0.95, 2.08, 0.00, 0.34, -0.78]),
    ("tone_conflicts", [0.00, 0.00, 0.00, 0.00, -4.51]),
    ("first_to_first", [-0.92, -1.76, -0.22, -0.17, -0.34]),
    ("last_to_last", [1.51, -0.41, -0.24, 1.50, -0.51]),
    ("crossed", [-3.71, -2.87, 0.00, 0.00, -0.66]),
    ("single", [-1.75, 0.00, 0.81, -0.64, 0.00]),
    ("both_single", [2.86, 0.00, -3.72, 0.00, 0.00]),
    ("suffix_conflict", [0.00, 0.00, 0.00, 0.00, -4.10]),
    ("doubt", [5.99, 3.13, -5.76, -5.41, -0.16]),
    ("best", [1.62, -0.47, -0.23, 1.81, -0.09]),
    ("best_same", [-2.68, 0.00, 1.92, 0.96, 0.61]),
    ("covers", [-0.94, 1.43, 0.98, 3.58, 1.24]),
    ("evidence_against_conflict", [1.11, 0.19, 0.00, 0.00, -1.00]),
    ("worst_above_80", [-0.41, 1.68, 2.25, -2.40, 1.00]),
    ("conflict_above_60", [19.38, 0.00, -3.46, -0.18, 1.95]),
    ("evidence_above_180", [-0.05, 0.88, 0.00, 0.00, -2.56]),
    ("thai_lao_khmer", [0.00, 0.00, -0.59, 0.00, 2.61]),
    ("bengali", [0.00, 0.00, 0.00, 1.77, -1.14]),
    ("arabic", [0.00, 0.00, 0.00, 4.38, 3.58]),
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
