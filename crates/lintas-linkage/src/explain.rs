//! Why two records are, or are not, taken for one person: every column with what it says.

use crate::compare::Level;
use crate::learn::Group;
use crate::link::Linkage;
use crate::score::Scorer;

/// A pair explained.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Explanation {
    /// Log-odds (natural) before anything was compared.
    pub prior: f64,
    /// What each column says.
    pub lines: Vec<Line>,
    /// Log-odds of the pair by itself.
    pub log_odds: f64,
    /// Probability of the pair by itself.
    pub probability: f64,
    /// Probability after clustering, and whether both are in one cluster.
    pub same_cluster: bool,
    /// Whether blocking brought the pair together.
    pub compared: bool,
}

/// What one column, or two that depend on each other, says.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Line {
    /// The columns.
    pub columns: Vec<String>,
    /// Values of the left record.
    pub left: Vec<String>,
    /// Values of the right record.
    pub right: Vec<String>,
    /// How far they agree.
    pub levels: Vec<Level>,
    /// Weight in log-odds (natural); 0 when missing.
    pub weight: f64,
}

/// Explains a pair of records.
pub fn explain(linkage: &Linkage<'_>, left: u32, right: u32) -> Explanation {
    let scorer = &linkage.scorer;
    let pair = scorer.comparer.side_by_side(left, right);
    let pattern = pair.pattern();
    let lines: Vec<Line> = scorer
        .learned
        .groups
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let features = match *group {
                Group::Single(a) => vec![a],
                Group::Joint(a, b) => vec![a, b],
            };
            Line {
                columns: features.iter().map(|feature| scorer.comparer.label(*feature).to_owned()).collect(),
                left: features.iter().map(|feature| written(scorer, *feature, left)).collect(),
                right: features.iter().map(|feature| written(scorer, *feature, right)).collect(),
                levels: features.iter().map(|feature| pattern.level(*feature)).collect(),
                weight: f64::from(scorer.group(at, pattern, pair).unwrap_or(0.0)),
            }
        })
        .collect();
    let log_odds = f64::from(scorer.log_odds(left, right));
    Explanation {
        prior: f64::from(scorer.prior()),
        lines,
        log_odds,
        probability: 1.0 / (1.0 + (-log_odds).exp()),
        same_cluster: linkage.cluster_of[left as usize] == linkage.cluster_of[right as usize],
        compared: linkage.blocks.meet(left, right),
    }
}

fn written(scorer: &Scorer<'_>, feature: usize, record: u32) -> String {
    use crate::compare::Feature;
    let records = scorer.comparer.records;
    let name = records.names.name(record);
    let word = |word: u32| records.names.words.text(word).to_owned();
    match scorer.comparer.features[feature] {
        Feature::Family => word(name.family),
        Feature::Given => word(name.given),
        Feature::Rest => {
            name.rest.iter().filter(|rest| **rest != 0).map(|rest| word(*rest)).collect::<Vec<_>>().join(" ")
        }
        Feature::Column(at) => records.columns[at].text(record).to_owned(),
    }
}
