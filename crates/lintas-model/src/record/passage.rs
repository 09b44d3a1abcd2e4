//! Passages: what a document says that no other record holds, and translations of what others hold.

use serde::{Deserialize, Serialize};

use crate::{Language, ObjectId};

/// A passage of a document about a thing, in one language. Written anew when it changes; an empty text takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The thing that the document is about: a request, a warrant, an operation.
    pub of: ObjectId,
    /// The part of the document, by its label, for example `facts`.
    pub part: String,
    /// The language of the text.
    pub language: Language,
    /// The text.
    #[serde(default)]
    pub text: String,
}
