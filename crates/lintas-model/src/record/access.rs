//! Access: every view and export is a record too.

use serde::{Deserialize, Serialize};

use crate::ObjectId;
use crate::handling::Purpose;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessAct {
    /// Viewed.
    View,
    /// Searched.
    Search,
    /// Exported.
    Export,
    /// Asked for and refused.
    Refused,
    /// Signed in.
    SignIn,
    /// Printed or downloaded a document.
    Print,
    /// Chose another purpose to act for.
    Purpose,
    /// Changed what one signs in with: password, code, recovery codes, passkey.
    Credential,
}

/// Somebody looked. The officer stands in the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// What was done.
    pub act: AccessAct,
    /// What kind of thing: the word of the page or export, for example `case`.
    pub page: String,
    /// The thing, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectId>,
    /// For what purpose.
    pub purpose: Purpose,
    /// How many items were shown or exported.
    pub count: u64,
    /// What was refused and why, or the search as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}
