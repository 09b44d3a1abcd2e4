//! The table of features and weights.
//!
//! Weights are log-odds per unit of the feature, from logistic regressions on attested spellings with cross-validation, one
//! per kind of pair, rounded. The sum of weight times value, put through the logistic curve, is the score.

use super::features::{FEATURES, Kind};
use super::{FeatureShare, Features};

/// Feature, then its weight for pairs of each kind: Burmese, Chinese, word and word, word and name, name and name.
#[rustfmt::skip]
pub(crate) const WEIGHTS: [(&str, [f32; 5]); FEATURES] = [
    ("bias", [-8.77, -1.09, -0.45, -4.92, -2.92]),
    ("short_cover", [0.00, 0.36, 0.43, 0.00, 0.00]),
    ("long_cover", [0.29, 0.00, 0.43, 1.21, 0.04]),
    ("short_cover_above_75", [0.00, 0.17, 3.31, 0.65, 0.00]),
    ("short_cover_above_93", [6.32, 1.09, 0.96, 1.08, 0.00]),
    ("long_cover_above_75", [15.00, 0.00, 3.31, 0.00, 11.64]),
    ("worst", [0.00, 0.00, 0.21, 0.00, 0.00]),
    ("conflict", [0.00, -0.32, -1.16, 0.00, 0.00]),
    ("both_lost", [0.00, -0.13, -1.16, 0.00, -1.29]),
    ("extra", [-4.22, -0.19, -1.88, -0.25, -0.19]),
    ("evidence", [0.00, 0.00, 0.08, 1.11, 2.92]),
    ("evidence_above_1", [0.00, 0.03, 1.68, 0.00, 0.12]),
    ("two_strong", [0.00, 1.44, 0.00, 0.00, 0.00]),
    ("whole", [1.01, 3.24, 0.41, 0.00, 0.77]),
    ("whole_above_85", [2.34, 0.00, 0.00, 0.00, 0.28]),
    ("initials", [0.00, 0.83, 0.00, 0.00, 0.40]),
    ("joined_parts", [3.43, 3.06, 0.00, 0.62, 0.00]),
    ("other_syllables", [0.00, -3.00, 0.00, 0.00, -4.17]),
    ("last_to_last", [1.12, 0.02, 0.04, 1.51, 0.30]),
    ("crossed", [-5.59, -2.08, 0.00, 0.00, -1.13]),
    ("single", [0.00, 0.00, -0.60, -0.83, 0.00]),
    ("both_single", [0.00, 0.00, 0.00, 0.00, 0.00]),
    ("suffix_conflict", [0.00, 0.00, 0.00, 0.00, -5.00]),
    ("doubt", [0.00, -1.05, -9.08, 0.00, 0.00]),
    ("best", [0.00, 0.17, 0.45, 0.00, 0.19]),
    ("best_same", [0.00, 0.00, 0.00, 1.05, 0.41]),
    ("covers", [0.00, 2.08, 0.48, 4.03, 0.00]),
    ("evidence_against_conflict", [3.57, -1.67, 0.00, 0.00, -0.81]),
    ("worst_above_80", [0.89, 0.60, 0.45, 0.00, 0.00]),
    ("conflict_above_60", [0.00, 0.00, -2.98, 0.00, 0.00]),
    ("nothing", [-0.04, 0.00, -1.17, 0.00, 0.00]),
    ("thai_lao_khmer", [0.00, 0.00, -0.64, 0.00, -1.49]),
    ("bengali", [0.00, 0.00, 0.00, 1.72, -1.00]),
    ("arabic", [0.00, 0.00, 0.00, 4.50, 2.43]),
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
