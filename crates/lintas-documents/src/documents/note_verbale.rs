//! The note verbale with which an embassy hands a request over.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::Essentials;
use crate::wording::{Day, Land, Wording};

/// A note in the third person, initialled and sealed, not signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteVerbale {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// Number of the note.
    pub number: String,
    /// The state that sends it.
    pub sending_state: Land,
    /// The state that receives it.
    pub receiving_state: Land,
    /// The mission or ministry that sends it, as it stands in the opening sentence.
    pub sender: Wording,
    /// The ministry that receives it.
    pub addressee: Wording,
    /// What is transmitted: the request, its reference and the authority that made it.
    pub subject: Wording,
    /// The paragraphs between the opening and the closing sentence.
    pub paragraphs: Vec<Wording>,
    /// What is enclosed.
    pub enclosures: Vec<Wording>,
    /// Where it is written.
    pub place: Wording,
    /// When; `None` leaves a line for it.
    pub date: Option<Day>,
}

impl Document for NoteVerbale {
    printed_as!("note_verbale");

    fn crosses_borders(&self) -> bool {
        true
    }

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .need("number", !self.number.trim().is_empty())
            .said("sender", &self.sender)
            .said("addressee", &self.addressee)
            .said("subject", &self.subject)
            .need("enclosures", !self.enclosures.is_empty())
            .missing()
    }
}
