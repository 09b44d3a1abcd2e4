//! The table of features and weights.
//!
//! Weights are log-odds per unit of the feature, from logistic regressions on attested spellings with cross-validation, one
//! per kind of pair, rounded. The sum of weight times value, put through the logistic curve, is the score.

use super::features::{FEATURES, Kind};
use super::{FeatureShare, Features};

/// Feature, then its weight for pairs of each kind: Burmese, Chinese, word and word, word and name, name and name.
#[rustfmt::skip]
pub(crate) const WEIGHTS: [(&str, [f32; 5]); FEATURES] = [
    ("bias", [-8.90, -1.03, -0.72, -4.94, -3.20]),
    ("short_cover", [0.00, 0.00, 0.62, 0.00, 0.00]),
    ("long_cover", [0.00, 0.00, 0.62, 1.21, 0.33]),
    ("short_cover_above_75", [0.00, 0.00, 0.00, 1.09, 0.00]),
    ("short_cover_above_93", [6.11, 0.89, 1.73, 0.85, 0.00]),
    ("long_cover_above_75", [11.38, 0.00, 0.00, 0.00, 10.83]),
    ("worst", [0.00, 0.00, 0.26, 0.00, 0.14]),
    ("conflict", [0.00, -0.81, -1.10, 0.00, 0.00]),
    ("both_lost", [0.00, 0.00, -1.10, 0.00, -1.14]),
    ("extra", [-4.55, -0.01, -1.76, -0.25, -0.13]),
    ("evidence", [0.00, 0.00, 0.57, 1.12, 2.97]),
    ("evidence_above_1", [0.00, 0.24, 3.48, 0.00, 0.09]),
    ("two_strong", [0.00, 1.27, 0.00, 0.00, 0.00]),
    ("whole", [1.41, 4.22, 0.40, 0.00, 0.92]),
    ("whole_above_85", [2.29, 0.00, 0.00, 0.00, 0.16]),
    ("initials", [0.00, 0.52, 0.00, 0.00, 0.36]),
    ("joined_parts", [0.30, 2.77, 0.00, 0.68, 0.00]),
    ("tone_conflicts", [0.00, 0.00, 0.00, 0.00, -4.24]),
    ("last_to_last", [1.78, 0.09, 0.01, 1.49, 0.32]),
    ("crossed", [-4.81, -1.97, 0.00, 0.00, -1.08]),
    ("single", [0.00, 0.00, -0.69, -0.85, 0.00]),
    ("both_single", [0.00, 0.00, 0.00, 0.00, 0.00]),
    ("suffix_conflict", [0.00, 0.00, 0.00, 0.00, -2.54]),
    ("doubt", [0.00, -0.15, -9.75, 0.00, 0.00]),
    ("best", [0.00, 0.00, 0.00, 0.00, 0.00]),
    ("best_same", [0.00, 0.00, 0.00, 1.11, 0.43]),
    ("covers", [0.00, 2.20, 0.83, 4.06, 0.00]),
    ("evidence_against_conflict", [4.65, -1.87, 0.00, 0.00, -0.90]),
    ("worst_above_80", [1.26, 0.82, 1.18, 0.00, 0.00]),
    ("conflict_above_60", [0.00, 0.00, -2.69, 0.00, 0.00]),
    ("nothing", [-0.04, 0.00, -1.08, 0.00, 0.00]),
    ("thai_lao_khmer", [0.00, 0.00, -0.55, 0.00, -1.48]),
    ("bengali", [0.00, 0.00, 0.00, 1.79, -0.95]),
    ("arabic", [0.00, 0.00, 0.00, 4.51, 2.41]),
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
