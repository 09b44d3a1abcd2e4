//! The table of features and weights.
//!
//! Weights are log-odds per unit of the feature, from logistic regressions on attested spellings with cross-validation, one
//! per kind of pair, rounded. The sum of weight times value, put through the logistic curve, is the score.

use super::features::{FEATURES, Kind};
use super::{FeatureShare, Features};

/// Feature, then its weight for pairs of each kind: Burmese, Chinese, word and word, word and name, name and name.
#[rustfmt::skip]
pub(crate) const WEIGHTS: [(&str, [f32; 5]); FEATURES] = [
    ("bias", [-0.90, -0.44, -0.13, -0.21, -2.46]),
    ("short_cover", [-0.16, 1.05, 0.91, -0.72, -1.40]),
    ("long_cover", [-1.86, 0.96, 0.91, 2.65, 1.35]),
    ("short_cover_above_75", [-0.28, 4.46, -1.16, 4.41, -2.61]),
    ("short_cover_above_93", [6.25, 3.63, 2.14, 1.45, 0.88]),
    ("long_cover_above_75", [22.90, -10.68, -1.16, -8.55, 8.63]),
    ("worst", [-0.86, -0.52, 0.62, -4.35, 0.23]),
    ("conflict", [-3.12, -3.98, -1.15, 0.06, -0.97]),
    ("both_lost", [-1.85, -0.01, -1.15, 0.26, -2.31]),
    ("extra", [0.97, -0.14, -3.23, -0.31, 0.08]),
    ("evidence", [0.79, -0.14, 0.45, 1.32, 2.86]),
    ("evidence_above_1", [-0.26, 1.00, 3.86, -1.06, 1.02]),
    ("one_strong", [-0.42, -0.06, 0.09, 0.52, -0.36]),
    ("two_strong", [-0.58, 1.13, 0.00, 0.00, -0.63]),
    ("three_strong", [0.52, -1.36, 0.00, 0.00, 0.01]),
    ("same_spelling", [0.16, -3.56, -6.37, 0.21, -1.54]),
    ("whole", [-1.90, 4.48, 0.95, -0.65, 0.61]),
    ("whole_above_85", [4.41, -1.42, -1.10, 0.44, 0.86]),
    ("initials", [0.00, 0.04, 0.00, -0.53, -0.52]),
    ("joined_parts", [1.41, 2.21, 0.00, 0.64, -0.54]),
    ("tone_conflicts", [0.00, 0.00, 0.00, 0.00, -3.41]),
    ("first_to_first", [-1.56, -1.55, -0.22, -0.46, -0.09]),
    ("last_to_last", [0.64, -0.37, -0.23, 1.42, -0.11]),
    ("crossed", [-3.27, -3.28, 0.00, 0.00, -0.67]),
    ("single", [-2.88, 0.00, 0.91, -0.72, 0.00]),
    ("both_single", [2.30, 0.00, -3.33, 0.00, 0.00]),
    ("suffix_conflict", [0.00, 0.00, 0.00, 0.00, -2.17]),
    ("doubt", [-12.17, 2.90, -5.96, -3.68, -0.13]),
    ("best", [1.87, -0.19, -0.06, 0.87, 0.23]),
    ("best_same", [-1.20, 0.00, 3.13, 1.03, 1.31]),
    ("covers", [-2.49, 2.14, 1.21, 5.48, 0.44]),
    ("evidence_against_conflict", [6.07, 0.38, 0.00, 0.00, -0.88]),
    ("worst_above_80", [-1.42, 1.81, 2.17, -3.42, 0.55]),
    ("conflict_above_60", [15.69, 0.00, -3.57, 0.65, 3.99]),
    ("evidence_above_180", [8.69, 0.11, 0.00, 0.00, -3.23]),
    ("thai_lao_khmer", [0.00, 0.00, -0.57, 0.00, -1.39]),
    ("bengali", [0.00, 0.00, 0.00, 1.64, -0.97]),
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
