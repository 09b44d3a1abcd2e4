//! What is said in English and, beside it, in the language of the other state.

use lintas_model::{Country, PartialDate, Timestamp};
use serde::{Deserialize, Serialize};

/// A text, a date, a country or a word of the catalogue, as it will stand in both columns.
///
/// Dates, countries and labels are written out in both languages when the document is printed; in the attached data
/// they stay machine-readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Wording {
    /// A text with its translation, where there is one.
    Said {
        /// In English.
        en: String,
        /// In the second language of the document; `None` prints "translation awaited".
        other: Option<String>,
    },
    /// The same in every language: a name, a number, a reference.
    Same {
        /// As written.
        same: String,
    },
    /// A date, as precise as it is known.
    Day {
        /// The date.
        day: PartialDate,
    },
    /// An instant, printed in UTC to the minute.
    Moment {
        /// Milliseconds since 1970-01-01T00:00:00Z.
        moment: Timestamp,
    },
    /// A country.
    Land {
        /// Its code.
        country: Country,
    },
    /// A word of the catalogue.
    Label {
        /// Its key.
        label: String,
    },
}

impl Wording {
    /// A text with its translation.
    pub fn said(en: impl Into<String>, other: impl Into<String>) -> Self {
        Self::Said { en: en.into(), other: Some(other.into()) }
    }

    /// An English text that nobody has translated yet.
    pub fn untranslated(en: impl Into<String>) -> Self {
        Self::Said { en: en.into(), other: None }
    }

    /// A name, a number or a reference.
    pub fn same(text: impl Into<String>) -> Self {
        Self::Same { same: text.into() }
    }

    /// A word of the catalogue.
    pub fn label(key: impl Into<String>) -> Self {
        Self::Label { label: key.into() }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Said { en, .. } => en.trim().is_empty(),
            Self::Same { same } => same.trim().is_empty(),
            Self::Label { label } => label.is_empty(),
            Self::Day { .. } | Self::Moment { .. } | Self::Land { .. } => false,
        }
    }
}

impl From<PartialDate> for Wording {
    fn from(day: PartialDate) -> Self {
        Self::Day { day }
    }
}

impl From<Timestamp> for Wording {
    fn from(moment: Timestamp) -> Self {
        Self::Moment { moment }
    }
}

impl From<Country> for Wording {
    fn from(country: Country) -> Self {
        Self::Land { country }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attached_data_stay_machine_readable_and_read_back() {
        let check = |wording: Wording, json: &str| {
            assert_eq!(serde_json::to_string(&wording).unwrap(), json);
            assert_eq!(serde_json::from_str::<Wording>(json).unwrap(), wording);
        };
        check(Wording::said("facts", "fakta"), r#"{"en":"facts","other":"fakta"}"#);
        check(Wording::untranslated("facts"), r#"{"en":"facts","other":null}"#);
        check(Wording::same("A-1"), r#"{"same":"A-1"}"#);
        check(PartialDate::month(2017, 11).unwrap().into(), r#"{"day":"2017-11"}"#);
        check(Country::TH.into(), r#"{"country":"TH"}"#);
        check(Wording::label("draft"), r#"{"label":"draft"}"#);
        check(Timestamp::from_millis(7).into(), r#"{"moment":7}"#);
    }
}
