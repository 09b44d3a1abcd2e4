//! One contact between two people, with the evidence it stands on.

use serde::{Deserialize, Serialize};

use super::TieKind;

/// How far the source of a contact is to be believed, from its source and information grades.
///
/// The 6x6 (Admiralty) and 4x4 codes fall into three bands here because a ranking must not pretend to finer
/// knowledge than two letters carry; see UNODC, *Criminal Intelligence Manual for Analysts* (2011), ch. 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GradeBand {
    /// Unreliable source, or information doubted or improbable.
    Low,
    /// Not graded, or the truth cannot be judged.
    #[default]
    Ungraded,
    /// Fairly reliable source or possibly true information.
    Medium,
    /// Reliable source and confirmed or probably true information.
    High,
}

impl GradeBand {
    /// The share of such contacts expected to be true, used when contacts are resampled.
    ///
    /// A working scale, not a measured one: agencies calibrate their own sources.
    pub fn reliability(self) -> f64 {
        match self {
            GradeBand::High => 0.95,
            GradeBand::Medium => 0.8,
            GradeBand::Ungraded => 0.8,
            GradeBand::Low => 0.4,
        }
    }

    /// Reads `A1` to `F6`, or the words high, medium and low; `None` for anything else.
    pub fn parse(text: &str) -> Option<GradeBand> {
        let word = text.trim().to_lowercase();
        match word.as_str() {
            "" | "ungraded" | "unknown" => return Some(GradeBand::Ungraded),
            "high" => return Some(GradeBand::High),
            "medium" | "moderate" => return Some(GradeBand::Medium),
            "low" => return Some(GradeBand::Low),
            _ => {}
        }
        let mut letters = word.chars().filter(|c| c.is_alphanumeric());
        let (source, information, rest) = (letters.next()?, letters.next()?, letters.next());
        if rest.is_some() {
            return None;
        }
        let source = "abcdef".find(source)?;
        let information = "123456".find(information)?;
        Some(match (source, information) {
            (5, 5) => GradeBand::Ungraded,
            (3 | 4, _) | (_, 3 | 4) => GradeBand::Low,
            (5, _) | (_, 5) => GradeBand::Medium,
            (0 | 1, 0 | 1) => GradeBand::High,
            _ => GradeBand::Medium,
        })
    }
}

impl From<lintas_model::Grade> for GradeBand {
    /// Sorts a grade of any scheme into a band by the model's own bands.
    fn from(grade: lintas_model::Grade) -> GradeBand {
        use lintas_model::grade::{InformationBand, SourceBand};
        let band = grade.band();
        match (band.source, band.information) {
            (SourceBand::Low, _) | (_, InformationBand::Doubted) => GradeBand::Low,
            (SourceBand::High, InformationBand::FirstHand | InformationBand::Corroborated) => GradeBand::High,
            (SourceBand::Unknown, InformationBand::Uncorroborated) => GradeBand::Ungraded,
            _ => GradeBand::Medium,
        }
    }
}

/// One reported contact. People are numbers of the [`IdTable`](super::IdTable) it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contact {
    /// Who is named first: the caller, payer or giver of the order.
    pub source: u32,
    /// Who is named second.
    pub target: u32,
    /// The sort of tie.
    pub kind: TieKind,
    /// When, in seconds since 1970-01-01 UTC, or the number of a phase; see `TimeScale` of the ranking.
    pub time: Option<i64>,
    /// How much: number of calls, amount of money, strength of the tie; above zero and finite.
    pub weight: f64,
    /// How far the source is to be believed.
    pub grade: GradeBand,
    /// Where the contact stands: the row of the file, or the place of the record in the caller's list.
    pub record: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_fall_into_three_bands() {
        for (text, band) in [
            ("A1", Some(GradeBand::High)),
            ("b2", Some(GradeBand::High)),
            ("C3", Some(GradeBand::Medium)),
            ("A5", Some(GradeBand::Low)),
            ("E1", Some(GradeBand::Low)),
            ("F6", Some(GradeBand::Ungraded)),
            ("", Some(GradeBand::Ungraded)),
            ("Z9", None),
            ("A12", None),
        ] {
            assert_eq!(GradeBand::parse(text), band, "{text}");
        }
    }
}
