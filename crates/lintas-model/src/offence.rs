//! The two offences: trafficking in persons and smuggling of migrants.
//!
//! Trafficking: Trafficking Protocol (Palermo) Art. 3. Smuggling: Smuggling Protocol Arts 3 and 6.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An offence that a case or a warrant is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offence {
    /// Trafficking in persons.
    Trafficking,
    /// Smuggling of migrants.
    Smuggling,
}

impl Offence {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Trafficking, Self::Smuggling];

    /// The word used in records, URLs and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trafficking => "trafficking",
            Self::Smuggling => "smuggling",
        }
    }
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
