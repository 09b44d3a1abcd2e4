//! Screening of possible victims by the operational indicators of the ILO and the European Commission (2009).
//!
//! Indicators support a trained person and never replace one. So nothing here ends in "is a victim" or "is not": the
//! strongest answer is that a trained person should see the person now, and the weakest that nothing was seen *so far*.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::error::FileIssue;
use crate::instrument::parse;
use crate::{Confidence, Day};

/// A dimension of the indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Deceptive recruitment.
    DeceptiveRecruitment,
    /// Coercive recruitment.
    CoerciveRecruitment,
    /// Recruitment by abuse of vulnerability.
    AbuseOfVulnerabilityAtRecruitment,
    /// Exploitation.
    Exploitation,
    /// Coercion at destination.
    CoercionAtDestination,
    /// Abuse of vulnerability at destination.
    AbuseOfVulnerabilityAtDestination,
}

impl Dimension {
    /// All six.
    pub const ALL: [Self; 6] = [
        Self::DeceptiveRecruitment,
        Self::CoerciveRecruitment,
        Self::AbuseOfVulnerabilityAtRecruitment,
        Self::Exploitation,
        Self::CoercionAtDestination,
        Self::AbuseOfVulnerabilityAtDestination,
    ];
}

/// Which of the four sets of indicators applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Set {
    /// Adults, labour.
    AdultLabour,
    /// Adults, sexual exploitation.
    AdultSexual,
    /// Children, labour.
    ChildLabour,
    /// Children, sexual exploitation.
    ChildSexual,
}

impl Set {
    /// Whether it is a set for children: then no means are needed (Trafficking Protocol Art. 3(c)).
    pub const fn is_child(self) -> bool {
        matches!(self, Self::ChildLabour | Self::ChildSexual)
    }
}

/// How much an indicator says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Little.
    Weak,
    /// Some.
    Medium,
    /// Much.
    Strong,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its word.
    pub id: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// What was seen or heard.
    pub says: String,
    /// Its strength for adults in labour; `None` when it is not in that set.
    pub adult_labour: Option<Strength>,
    /// Its strength for adults in sexual exploitation.
    pub adult_sexual: Option<Strength>,
    /// Its strength for children in labour.
    pub child_labour: Option<Strength>,
    /// Its strength for children in sexual exploitation.
    pub child_sexual: Option<Strength>,
}

impl Indicator {
    /// Its strength in a set.
    pub const fn strength(&self, set: Set) -> Option<Strength> {
        match set {
            Set::AdultLabour => self.adult_labour,
            Set::AdultSexual => self.adult_sexual,
            Set::ChildLabour => self.child_labour,
            Set::ChildSexual => self.child_sexual,
        }
    }
}

/// The list of indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// Where the list is known from.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// When somebody last looked.
    pub last_checked: Day,
    /// The indicators.
    pub indicators: Vec<Indicator>,
}

impl Indicators {
    /// Reads the list from the text of its file.
    ///
    /// # Errors
    /// When the text is not such a file.
    pub fn read(file: &str, text: &str) -> Result<Self, FileIssue> {
        parse(file, text)
    }

    /// The indicators of a set.
    pub fn of(&self, set: Set) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.strength(set).is_some())
    }
}

/// What to do next. None of these says that a person is or is not a victim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Suggestion {
    /// Nothing was seen so far. Ask again in safety, with a language the person speaks.
    NothingSeenSoFar,
    /// Something was seen: ask more, in safety.
    AskMore,
    /// A trained person should see this person now, before anything else is done.
    TrainedPersonNow,
}

/// What a screening shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Screening {
    /// The dimensions in which something was seen, with how many of each strength: strong, medium, weak.
    pub seen: BTreeMap<Dimension, [usize; 3]>,
    /// The dimensions that count as positive.
    pub positive: BTreeSet<Dimension>,
    /// What to do next.
    pub suggestion: Suggestion,
    /// Words that the list does not have for this set.
    pub unknown: Vec<String>,
    /// What must be said beside every screening.
    pub note: &'static str,
}

/// Said beside every screening.
pub const NOTE: &str =
    "Indicators support a trained person and never replace one. Nothing seen is not nothing there.";

/// Screens by the indicators seen. A further indicator never weakens the suggestion.
pub fn screen(indicators: &Indicators, set: Set, seen: &BTreeSet<String>) -> Screening {
    let mut counts: BTreeMap<Dimension, [usize; 3]> = BTreeMap::new();
    for indicator in indicators.of(set).filter(|indicator| seen.contains(&indicator.id)) {
        let at = match indicator.strength(set) {
            Some(Strength::Strong) => 0,
            Some(Strength::Medium) => 1,
            _ => 2,
        };
        counts.entry(indicator.dimension).or_default()[at] += 1;
    }
    let positive: BTreeSet<Dimension> =
        counts.iter().filter(|(_, count)| is_positive(**count)).map(|(dimension, _)| *dimension).collect();
    let exploitation = positive.contains(&Dimension::Exploitation);
    let control = positive.iter().any(|dimension| *dimension != Dimension::Exploitation);
    let strong = counts.values().any(|count| count[0] > 0);
    let suggestion = if (exploitation && (control || set.is_child())) || strong || positive.len() >= 2 {
        Suggestion::TrainedPersonNow
    } else if counts.is_empty() {
        Suggestion::NothingSeenSoFar
    } else {
        Suggestion::AskMore
    };
    let known = |id: &&String| !indicators.of(set).any(|indicator| indicator.id == **id);
    Screening {
        seen: counts,
        positive,
        suggestion,
        unknown: seen.iter().filter(known).cloned().collect(),
        note: NOTE,
    }
}

/// A dimension is positive with two strong; one strong and one other; three medium; or two medium and one weak.
fn is_positive([strong, medium, weak]: [usize; 3]) -> bool {
    strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::Library;

    #[test]
    fn a_dimension_is_positive_by_the_published_rule() {
        for (count, expected) in [
            ([2, 0, 0], true),
            ([1, 0, 1], true),
            ([1, 0, 0], false),
            ([0, 3, 0], true),
            ([0, 2, 1], true),
            ([0, 2, 0], false),
            ([0, 1, 5], false),
        ] {
            assert_eq!(is_positive(count), expected, "{count:?}");
        }
    }

    #[test]
    fn every_indicator_has_a_word_of_its_own_and_stands_in_a_set() {
        let library = Library::embedded().unwrap();
        let list = &library.indicators().indicators;
        let words: BTreeSet<&str> = list.iter().map(|indicator| indicator.id.as_str()).collect();
        assert_eq!(words.len(), list.len());
        for indicator in list {
            let sets = [Set::AdultLabour, Set::AdultSexual, Set::ChildLabour, Set::ChildSexual];
            assert!(sets.into_iter().any(|set| indicator.strength(set).is_some()), "{}", indicator.id);
        }
    }

    proptest! {
        #[test]
        fn one_more_indicator_never_weakens_the_suggestion(
            picks in prop::collection::btree_set(0usize..60, 0..12),
            more in 0usize..60,
        ) {
            static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());
            let list = LIBRARY.indicators();
            let word = |index: &usize| list.indicators[index % list.indicators.len()].id.clone();
            for set in [Set::AdultLabour, Set::ChildSexual] {
                let mut seen: BTreeSet<String> = picks.iter().map(word).collect();
                let before = screen(list, set, &seen);
                seen.insert(word(&more));
                let after = screen(list, set, &seen);
                prop_assert!(after.suggestion >= before.suggestion);
                prop_assert!(after.positive.is_superset(&before.positive));
            }
        }
    }
}
