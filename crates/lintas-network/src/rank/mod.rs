//! Contacts between people -> who probably organises, with reasons and with what cannot be seen.
//!
//! In: a list of contacts (two people a row; kind, time, weight and grade where known) and optionally the people.
//! Out: every person with a score, a place, how steady that place is, each measure, and sentences naming the
//! contacts behind it; notes on where somebody unobserved may stand.
//! Never: one centrality taken for command. A busy shop is not a boss and a boss is seldom busy: C. Morselli,
//! "Assessing vulnerable and strategic positions in a criminal network", J. Contemporary Criminal Justice 26
//! (2010); F. Calderoni, "The structure of drug trafficking mafias", Crime, Law and Social Change 58 (2012).

mod columns;
mod confidence;
mod contacts;
mod issue;
mod layers;
mod people;
mod position;
mod ranking;
mod score;
mod signals;
mod sociability;
mod unobserved;
mod why;

pub use contacts::{Contacts, TimeScale, read_contacts};
pub use issue::{Issue, Problem};
pub use people::{People, Person, read_people};
pub use position::Position;
pub use ranking::{Measures, RankOptions, RankedPerson, Ranking, Signals, Unobserved, rank};

/// Why a list of contacts or people was refused as a whole.
#[derive(Debug, thiserror::Error)]
pub enum RankError {
    /// The bytes cannot be read at all.
    #[error("could not read the list")]
    Unreadable(#[from] csv::Error),
    /// The bytes cannot be read at all.
    #[error("could not read the list")]
    Io(#[from] std::io::Error),
    /// The text is UTF-16, as spreadsheets save "Unicode text".
    #[error("could not read the list: it is UTF-16; save it as CSV in UTF-8")]
    Utf16,
    /// There are no two columns to name two people.
    #[error(
        "could not find two people in a row: the header has {found} columns; name two of them source and target"
    )]
    TooFewColumns {
        /// Columns found.
        found: usize,
    },
    /// No column holds the ids of people.
    #[error("could not find a column `id` among: {found}; name it so in the header")]
    NoId {
        /// The headers that were found.
        found: String,
    },
}
