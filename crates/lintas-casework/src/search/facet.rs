//! Facets: what the records that were found are, counted.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::property::{Property, Value};
use lintas_model::{AgencyCode, Body, Grade, Kind, Timestamp};
use serde::{Deserialize, Serialize};

use super::Seen;

/// How good a record is, as far as schemes can be compared; the grade itself is shown with the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GradeFacet {
    /// From a reliable source.
    Reliable,
    /// From a source of mixed, low or unknown reliability.
    Other,
    /// Not graded yet.
    None,
}

impl GradeFacet {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reliable, Self::Other, Self::None];

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reliable => "reliable",
            Self::Other => "other",
            Self::None => "none",
        }
    }

    /// Where a record belongs; kinds that are never graded belong nowhere.
    pub(super) fn of(kind: Kind, grade: Option<Grade>) -> Option<Self> {
        if !matches!(kind, Kind::Report | Kind::Statement | Kind::Relation | Kind::Sighting) {
            return None;
        }
        Some(match grade {
            None => Self::None,
            Some(grade) if grade.band().source == lintas_model::grade::SourceBand::High => Self::Reliable,
            Some(_) => Self::Other,
        })
    }
}

/// How long ago a record was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeFacet {
    /// Within seven days.
    Week,
    /// Before that, within thirty-one days.
    Month,
    /// Before that, within 366 days.
    Year,
    /// Before that.
    Older,
}

const DAY: i64 = 86_400_000;

impl TimeFacet {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Year, Self::Older];

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Older => "older",
        }
    }

    pub(super) fn of(now: Timestamp, at: Timestamp) -> Self {
        Self::ALL
            .into_iter()
            .find(|time| time.bounds(now).0.is_none_or(|since| at >= since))
            .unwrap_or(Self::Older)
    }

    /// From when on, and before when.
    pub(super) fn bounds(self, now: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        let ago = |days: i64| Some(Timestamp::from_millis(now.as_millis().saturating_sub(days * DAY)));
        match self {
            Self::Week => (ago(7), None),
            Self::Month => (ago(31), ago(7)),
            Self::Year => (ago(366), ago(31)),
            Self::Older => (None, ago(366)),
        }
    }
}

/// What was found, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By kind of record.
    pub kinds: BTreeMap<Kind, u64>,
    /// By agency.
    pub agencies: BTreeMap<AgencyCode, u64>,
    /// By grade.
    pub grades: BTreeMap<GradeFacet, u64>,
    /// By time.
    pub times: BTreeMap<TimeFacet, u64>,
    /// By place or country, the most frequent first.
    pub places: Vec<(String, u64)>,
}

/// So many places are offered.
const PLACES: usize = 12;

impl Facets {
    pub(super) fn count(&mut self, now: Timestamp, one: &Seen) {
        *self.kinds.entry(one.mark.kind).or_default() += 1;
        *self.agencies.entry(one.mark.originator.clone()).or_default() += 1;
        if let Some(grade) = GradeFacet::of(one.mark.kind, one.grade) {
            *self.grades.entry(grade).or_default() += 1;
        }
        *self.times.entry(TimeFacet::of(now, one.mark.at)).or_default() += 1;
        for place in places(&one.body) {
            match self.places.iter_mut().find(|(known, _)| *known == place) {
                Some((_, count)) => *count += 1,
                None => self.places.push((place, 1)),
            }
        }
    }

    pub(super) fn sorted(mut self) -> Self {
        self.places.sort_by(|(one, n), (other, m)| (m, one).cmp(&(n, other)));
        self.places.truncate(PLACES);
        self
    }
}

/// The places and countries that a record names, as far as the actor may read it. A country is its two letters.
pub(super) fn places(body: &Body) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match body {
        Body::Sighting(sighting) => found.extend(sighting.place.clone()),
        Body::Statement(statement) => {
            for property in [Property::Country, Property::BirthPlace, Property::Address] {
                for asserted in statement.says.get(&property).into_iter().flatten() {
                    found.insert(match &asserted.value {
                        Value::Country(country) => country.as_str().to_owned(),
                        other => other.to_string(),
                    });
                }
            }
        }
        Body::Warrant(warrant) => {
            found.insert(warrant.country.as_str().to_owned());
        }
        Body::Case(case) => found.extend(case.countries.iter().map(|country| country.as_str().to_owned())),
        _ => {}
    }
    found.retain(|place| !place.trim().is_empty() && place.chars().count() <= 80);
    found
}
