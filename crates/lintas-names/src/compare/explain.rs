//! A comparison in words, for an officer who has to say in court why two names were taken for one.

use std::fmt::Write;

use super::{Comparison, PartMatch, Rule};
use crate::name::{Name, Part};

/// Features named in an explanation.
const MOST_FEATURES: usize = 5;

/// Says how both names are read, which parts answer to each other and why, what is left over, and what weighed most.
pub fn explain(left: &Name, right: &Name, comparison: &Comparison) -> String {
    let mut text = String::new();
    let score = match comparison.score {
        Some(score) => format!("{score:.2}, {}", verdict(score)),
        None => "no score: a name has no part that can be compared".to_owned(),
    };
    let _ = writeln!(text, "{} | {}: {score}", left.written(), right.written());
    for name in [left, right] {
        let _ = writeln!(text, "  read {}: {}", name.written(), read(name));
    }
    for part in &comparison.parts {
        let _ = writeln!(
            text,
            "  {} = {}: {}, likeness {:.2}, weight {:.2}",
            part.left,
            part.right,
            reason(part),
            part.likeness,
            part.weight
        );
    }
    for (side, rest) in [("left", &comparison.left_only), ("right", &comparison.right_only)] {
        if !rest.is_empty() {
            let _ = writeln!(text, "  only on the {side}: {}", rest.join(", "));
        }
    }
    let mut features: Vec<_> = comparison.features.iter().filter(|one| one.log_odds.abs() >= 0.05).collect();
    features.sort_by(|a, b| b.log_odds.abs().total_cmp(&a.log_odds.abs()));
    let shown: Vec<String> = features
        .iter()
        .filter(|one| one.feature != "bias")
        .take(MOST_FEATURES)
        .map(|one| format!("{} {:+.1}", one.feature.replace('_', " "), one.log_odds))
        .collect();
    let before = comparison.features.iter().find(|one| one.feature == "bias").map_or(0.0, |one| one.log_odds);
    if comparison.score != Some(1.0) && !shown.is_empty() {
        let _ = writeln!(text, "  log-odds {before:+.1} before comparing; most: {}", shown.join(", "));
    }
    text
}

fn verdict(score: f64) -> &'static str {
    match score {
        1.0 => "the same name",
        0.9.. => "very probably one name",
        0.6.. => "probably one name",
        0.4.. => "could be one name",
        0.1.. => "probably two names",
        _ => "very probably two names",
    }
}

/// Parts of a name with their roles and first readings.
fn read(name: &Name) -> String {
    let part = |part: &Part| {
        let role = format!("{:?}", part.role).to_lowercase();
        let said: Vec<&str> = part.readings.iter().take(3).map(|reading| reading.latin.as_str()).collect();
        let is_plain = said.len() == 1 && said[0].eq_ignore_ascii_case(&part.written);
        let said =
            if said.is_empty() || is_plain { String::new() } else { format!(" ({})", said.join(", ")) };
        if role == "name" {
            format!("{}{said}", part.written)
        } else {
            format!("{role} {}{said}", part.written)
        }
    };
    name.parts().iter().map(part).collect::<Vec<_>>().join("; ")
}

fn reason(part: &PartMatch) -> &'static str {
    match part.rule {
        Rule::SameSpelling => "spelt alike",
        Rule::SameCharacter => "the same character, or spellings of one",
        Rule::SameName => "known spellings of one name",
        Rule::SameSound => "spellings of one sound",
        Rule::NearSound => "nearly alike in sound",
        Rule::Initial => "an initial that fits",
        Rule::Joined => "written together on one side, apart on the other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Frequencies, compare};

    #[test]
    fn an_explanation_names_every_part() {
        let (left, right) =
            (Name::read("Md. A. K. Rahim").unwrap(), Name::read("Abdul Karim Rahim").unwrap());
        let text = explain(&left, &right, &compare(&left, &right, &Frequencies::general()));
        for expected in ["A = Abdul: an initial that fits", "K = Karim", "Rahim = Rahim: spelt alike"] {
            assert!(text.contains(expected), "{expected} in {text}");
        }
    }
}
