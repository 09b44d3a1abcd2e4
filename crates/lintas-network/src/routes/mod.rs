//! Sightings -> groups that move together -> routes and rest-houses.
//!
//! In: who was seen where and when, as a patrol, a toll gate or an informant wrote it, with gaps and errors.
//! Out: routes as ordered stops that several journeys share, and the places where unrelated groups stop over on
//! the way; each with what supports it. Ordinary traffic (commuters, traders, tourists, bus passengers) is noise.
//! Never: a claim about one person alone; a place is named only when groups that have nothing else in common use it.

mod clean;
pub mod find;
pub mod gazetteer;
pub mod geodesy;
pub mod instant;
pub mod path;
pub mod place;
pub mod read;
pub mod route;
pub mod sighting;
pub mod support;
pub mod together;
pub mod visit;

pub use find::{Findings, Options, find_routes};
pub use read::read_sightings;
pub use sighting::{Problem, RowIssue, Sheet, Sighting};

/// Why a sheet of sightings was refused.
#[derive(Debug, thiserror::Error)]
pub enum RouteError {
    /// The bytes are not a CSV sheet.
    #[error("could not read the sheet of sightings as CSV")]
    NotCsv(#[from] csv::Error),
    /// A needed column is missing.
    #[error("could not find a column `{what}` among: {found}; name it so in the header")]
    MissingColumn {
        /// The meaning of the column.
        what: &'static str,
        /// The headers that were found.
        found: String,
    },
}
