//! Who somebody is and how the person is reached without harm.

use lintas_model::{Country, PartialDate};
use serde::{Deserialize, Serialize};

/// Who somebody is, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// Names as written, each in its own script; the first is the one the person goes by.
    pub names: Vec<String>,
    /// Day, month or year of birth, as exactly as known.
    pub birth: Option<PartialDate>,
    /// Documents: what, by whom, number, and whether the person holds it.
    pub documents: Vec<String>,
    /// Citizenship; nothing when not known or stateless.
    pub nationality: Option<Country>,
    /// Languages in which the person can be spoken to.
    pub languages: String,
}

/// How somebody is reached. An address here never comes near a map.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Telephone.
    pub phone: String,
    /// Where the person lives or is sheltered.
    pub address: String,
    /// How contact is safe: when, by whom, what must not be said.
    pub safe_way: String,
    /// Whom to call when the person cannot be reached.
    pub emergency: String,
}
