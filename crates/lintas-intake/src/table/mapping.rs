//! Saved mappings: which header means what, found again by the set of headers.

use std::collections::BTreeMap;

use lintas_model::date::DateOrder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::words::normal;
use crate::{IntakeError, Meaning};

/// What an agency's columns mean; kept as TOML and matched by its signature to the next file with the same headers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the agency calls this kind of file.
    pub name: String,
    /// The signature of the headers; see [`signature`].
    pub signature: String,
    /// Header, as written, to meaning.
    pub columns: BTreeMap<String, Meaning>,
    /// Header of a date column to the order of day and month, where a person has answered.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dates: BTreeMap<String, DateOrder>,
}

impl Mapping {
    /// Reads a mapping from TOML.
    ///
    /// # Errors
    /// The text is not TOML, a key is unknown, or a meaning is not one of [`Meaning::ALL`].
    pub fn from_toml(name: &str, text: &str) -> Result<Self, IntakeError> {
        toml::from_str(text)
            .map_err(|error| IntakeError::Mapping { name: name.to_owned(), reason: error.to_string() })
    }

    /// Writes the mapping as TOML.
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).unwrap_or_default()
    }
}

/// The signature of a set of headers: the same whatever their order, case and spacing. 16 hexadecimal digits.
pub fn signature<'a>(headers: impl Iterator<Item = &'a str>) -> String {
    let mut normals: Vec<String> = headers.map(normal).filter(|h| !h.is_empty()).collect();
    normals.sort();
    let mut hasher = Sha256::new();
    for header in &normals {
        hasher.update(header.as_bytes());
        hasher.update([0]);
    }
    hex::encode(&hasher.finalize()[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_mapping_reads_back_and_is_found_by_its_headers() {
        let mapping = Mapping {
            name: "border arrivals".to_owned(),
            signature: signature(["Nama", "Tarikh"].into_iter()),
            columns: [("Nama".to_owned(), Meaning::Name), ("Tarikh".to_owned(), Meaning::Date)].into(),
            dates: [("Tarikh".to_owned(), DateOrder::DayFirst)].into(),
        };
        assert_eq!(Mapping::from_toml("m", &mapping.to_toml()).unwrap(), mapping);
        assert_eq!(signature(["tarikh", " NAMA ", ""].into_iter()), mapping.signature);
        assert_ne!(signature(["Nama"].into_iter()), mapping.signature);
    }

    #[test]
    fn a_wrong_meaning_is_named() {
        let error = Mapping::from_toml("m", "name='x'\nsignature='y'\n[columns]\nA='nonsense'").unwrap_err();
        assert!(error.to_string().contains("nonsense"), "{error}");
    }
}
