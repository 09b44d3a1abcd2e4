//! Sightings -> groups that move together -> routes and rest-houses.
//!
//! In: who was seen where and when, as a patrol, a toll gate or an informant wrote it, with gaps and errors.
//! Out: routes as ordered stops that several journeys share, and the places where unrelated groups stop over on
//! the way; each with what supports it. Ordinary traffic (commuters, traders, tourists, bus passengers) is noise.
//! Never: a claim about one person alone; a place is named only when groups that have nothing else in common use it.

mod clean;
mod crowd;
pub mod find;
pub mod gather;
pub mod gazetteer;
pub mod geodesy;
pub mod instant;
pub mod known;
mod meeting;
mod party;
pub mod path;
pub mod place;
pub mod read;
pub mod report;
pub mod route;
pub mod sighting;
pub mod support;
pub mod together;
pub mod visit;

pub use find::{Findings, Options, Place, Route, find_routes};
pub use gather::{Seen, gather};
pub use known::read_known;
pub use read::read_sightings;
pub use sighting::{Problem, RowIssue, Sheet, Sighting};

/// Why a sheet of sightings was refused.
#[derive(Debug, thiserror::Error)]
pub enum RouteError {
    /// The bytes are not a CSV sheet.
    #[error("could not read the sheet of sightings as CSV")]
    NotCsv(#[from] csv::Error),
    /// The list of known routes is not JSON of the expected form.
    #[error("could not read the list of known routes: expected `routes[]` with `stops[]` of lat and lon")]
    KnownNotJson(#[from] serde_json::Error),
    /// A stop of a known route cannot be read.
    #[error("could not read row {row} of the list of known routes: route, lat and lon are needed")]
    KnownStopUnread {
        /// Row in the file; the header is row 1.
        row: usize,
    },
    /// A needed column is missing.
    #[error("could not find a column `{what}` among: {found}; name it so in the header")]
    MissingColumn {
        /// The meaning of the column.
        what: &'static str,
        /// The headers that were found.
        found: String,
    },
}
