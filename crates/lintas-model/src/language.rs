//! The nine languages of the network and the script a text is written in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Thai.
    Th,
    /// Vietnamese.
    Vi,
    /// Khmer.
    Km,
    /// Lao.
    Lo,
    /// Malay.
    Ms,
    /// Indonesian.
    Id,
    /// Filipino.
    Fil,
    /// Bengali.
    Bn,
}

impl Language {
    /// All nine, in the order in which a person is offered them.
    pub const ALL: [Self; 9] =
        [Self::En, Self::Th, Self::Vi, Self::Km, Self::Lo, Self::Ms, Self::Id, Self::Fil, Self::Bn];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Th => "th",
            Self::Vi => "vi",
            Self::Km => "km",
            Self::Lo => "lo",
            Self::Ms => "ms",
            Self::Id => "id",
            Self::Fil => "fil",
            Self::Bn => "bn",
        }
    }

    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Th => "ไทย",
            Self::Vi => "Tiếng Việt",
            Self::Km => "ខ្មែរ",
            Self::Lo => "ລາວ",
            Self::Ms => "Bahasa Melayu",
            Self::Id => "Bahasa Indonesia",
            Self::Fil => "Filipino",
            Self::Bn => "বাংলা",
        }
    }

    /// The language that a text's script gives away, for the `lang` attribute of a fragment.
    ///
    /// `None` for Latin letters without Vietnamese ones: they could be any of five languages.
    pub fn of_script(text: &str) -> Option<Self> {
        text.chars().find_map(|c| match c as u32 {
            0x0E00..=0x0E7F => Some(Self::Th),
            0x0E80..=0x0EFF => Some(Self::Lo),
            0x1780..=0x17FF => Some(Self::Km),
            0x0980..=0x09FF => Some(Self::Bn),
            0x1EA0..=0x1EF9 | 0x0110 | 0x0111 | 0x01A0 | 0x01A1 | 0x01AF | 0x01B0 => Some(Self::Vi),
            _ => None,
        })
    }
}

/// The text is not the tag of a language of the network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not read `{0}` as a language: expected one of en th vi km lo ms id fil bn")]
pub struct NotALanguage(String);

impl FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        Self::ALL
            .into_iter()
            .find(|l| l.tag() == text)
            .ok_or_else(|| NotALanguage(text.chars().take(20).collect()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_tells_its_language_by_its_script() {
        let check = |text, expected| assert_eq!(Language::of_script(text), expected, "{text}");
        check("สมชาย", Some(Language::Th));
        check("ສົມໄຊ", Some(Language::Lo));
        check("សុខ", Some(Language::Km));
        check("করিম", Some(Language::Bn));
        check("Nguyễn", Some(Language::Vi));
        check("Budi", None);
    }
}
