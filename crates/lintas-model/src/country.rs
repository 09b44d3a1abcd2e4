//! Countries by their ISO 3166-1 alpha-2 code, with the eight of the network named.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A country code of two letters (ISO 3166-1 alpha-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// The text is not a country code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a country: expected two letters such as `KH`")]
pub struct NotACountry(String);

impl Country {
    /// Bangladesh.
    pub const BD: Self = Self(*b"BD");
    /// Indonesia.
    pub const ID: Self = Self(*b"ID");
    /// Cambodia.
    pub const KH: Self = Self(*b"KH");
    /// Lao PDR.
    pub const LA: Self = Self(*b"LA");
    /// Malaysia.
    pub const MY: Self = Self(*b"MY");
    /// The Philippines.
    pub const PH: Self = Self(*b"PH");
    /// Thailand.
    pub const TH: Self = Self(*b"TH");
    /// Viet Nam.
    pub const VN: Self = Self(*b"VN");

    /// The eight countries of the network, in alphabetical order of their English names.
    pub const EIGHT: [Self; 8] =
        [Self::BD, Self::KH, Self::ID, Self::LA, Self::MY, Self::PH, Self::TH, Self::VN];

    /// The code, for example `KH`.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }

    /// The short English name as the United Nations writes it, for the eight countries; the code otherwise.
    pub fn english_name(&self) -> &str {
        match &self.0 {
            b"BD" => "Bangladesh",
            b"ID" => "Indonesia",
            b"KH" => "Cambodia",
            b"LA" => "Lao PDR",
            b"MY" => "Malaysia",
            b"PH" => "Philippines",
            b"TH" => "Thailand",
            b"VN" => "Viet Nam",
            _ => self.as_str(),
        }
    }
}

impl FromStr for Country {
    type Err = NotACountry;
    fn from_str(text: &str) -> Result<Self, NotACountry> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(NotACountry(text.chars().take(40).collect())),
        }
    }
}

impl TryFrom<String> for Country {
    type Error = NotACountry;
    fn try_from(text: String) -> Result<Self, NotACountry> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.as_str().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
