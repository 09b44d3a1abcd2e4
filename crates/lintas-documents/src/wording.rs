//! What is said in English and, beside it, in the language of the other state.

use std::collections::BTreeMap;

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
    Day(Day),
    /// An instant, printed in UTC to the minute.
    Moment(Moment),
    /// A country.
    Land(Land),
    /// A word of the catalogue.
    Label {
        /// Its key.
        label: String,
    },
    /// A sentence of the catalogue with its variables filled.
    Sentence {
        /// Its key.
        sentence: String,
        /// What stands in it, by the names in braces.
        values: BTreeMap<String, Wording>,
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

    /// A sentence of the catalogue, its variables filled.
    pub fn sentence<const N: usize>(key: impl Into<String>, values: [(&str, Wording); N]) -> Self {
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self::Sentence { sentence: key.into(), values }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Said { en, .. } => en.trim().is_empty(),
            Self::Same { same } => same.trim().is_empty(),
            Self::Label { label } => label.is_empty(),
            Self::Day(_) | Self::Moment(_) | Self::Land(_) | Self::Sentence { .. } => false,
        }
    }
}

/// A value that the catalogues write out: in the data `{"key": value}`, on the page the words of each language.
macro_rules! written_out {
    ($(#[$doc:meta])* $Name:ident, $(#[$field_doc:meta])* $field:ident: $Value:ty) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $Name {
            $(#[$field_doc])*
            pub $field: $Value,
        }

        impl From<$Value> for $Name {
            fn from($field: $Value) -> Self {
                Self { $field }
            }
        }

        impl From<$Value> for Wording {
            fn from($field: $Value) -> Self {
                Self::$Name($Name { $field })
            }
        }

        impl From<$Name> for Wording {
            fn from(value: $Name) -> Self {
                Self::$Name(value)
            }
        }
    };
}

written_out! {
    /// A date of a document, printed in both languages and both eras.
    Day,
    /// The date.
    day: PartialDate
}

written_out! {
    /// An instant of a document, printed in UTC to the minute.
    Moment,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    moment: Timestamp
}

written_out! {
    /// A country, printed by its name in both languages.
    Land,
    /// Its code.
    country: Country
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
        check(
            Wording::sentence("from-to", [("from", Wording::same("A")), ("to", Country::TH.into())]),
            r#"{"sentence":"from-to","values":{"from":{"same":"A"},"to":{"country":"TH"}}}"#,
        );
    }
}
