//! Which script a letter belongs to, and which language a name is probably in.

use serde::{Deserialize, Serialize};

/// A script names of the region are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Script {
    /// Latin letters with any marks.
    Latin,
    /// Thai.
    Thai,
    /// Lao.
    Lao,
    /// Khmer.
    Khmer,
    /// Myanmar: Burmese, Shan, Mon, Karen.
    Myanmar,
    /// Bengali.
    Bengali,
    /// Arabic: also Jawi, Persian, Urdu, Pashto.
    Arabic,
    /// Chinese characters.
    Han,
    /// Cyrillic.
    Cyrillic,
    /// Greek.
    Greek,
    /// Letters of a script without a reader here; they are compared as written.
    Other,
}

impl Script {
    /// Script of one letter or mark; `None` for digits, spaces and punctuation.
    pub fn of(letter: char) -> Option<Self> {
        Some(match letter as u32 {
            0x41..=0x5a | 0x61..=0x7a => Self::Latin,
            0x00..=0x7f => return None,
            0xaa | 0xba | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x2af | 0x1d00..=0x1dbf | 0x1e00..=0x1eff => {
                Self::Latin
            }
            0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xfb00..=0xfb06 | 0xff21..=0xff3a | 0xff41..=0xff5a => {
                Self::Latin
            }
            0x2b0..=0x36f => return None,
            0x370..=0x3ff | 0x1f00..=0x1fff => Self::Greek,
            0x400..=0x52f => Self::Cyrillic,
            0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfefc => Self::Arabic,
            0x980..=0x9ff => Self::Bengali,
            0xe00..=0xe7f => Self::Thai,
            0xe80..=0xeff => Self::Lao,
            0x1000..=0x109f | 0xaa60..=0xaa7f | 0xa9e0..=0xa9ff => Self::Myanmar,
            0x1780..=0x17ff => Self::Khmer,
            0x3005 | 0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => {
                Self::Han
            }
            _ if letter.is_alphabetic() => Self::Other,
            _ => return None,
        })
    }

    /// Whether names in this script are written without spaces between their words.
    pub fn runs_words_together(self) -> bool {
        matches!(self, Self::Thai | Self::Lao | Self::Khmer | Self::Myanmar | Self::Han)
    }
}

/// A guess at the language whose naming habits a name follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Language {
    /// Thai.
    Thai,
    /// Lao.
    Lao,
    /// Khmer.
    Khmer,
    /// Burmese.
    Burmese,
    /// Bengali.
    Bengali,
    /// Vietnamese.
    Vietnamese,
    /// Chinese, any speech group.
    Chinese,
    /// Malay or Indonesian.
    Malay,
    /// Filipino, with Spanish and English parts.
    Filipino,
    /// Arabic, Persian, Urdu, Pashto in their own letters.
    Arabic,
    /// Nothing in the name says.
    Unknown,
}
