//! Documents on paper: requests, notes, sheets, orders, agreements and reports as PDF.
//!
//! In: a complete view struct of plain, owned data, whose every text has been decided and permitted by the caller. Out: the
//! bytes of a PDF/A-3b with the data attached as JSON, the text that stands on its pages, and what was missing.
//! Never: fetching anything, reading a clock, asking for randomness. Same input, same bytes.
//!
//! A document is a struct in [`documents`] plus a template of the same name in the folder `templates`; labels stand in
//! one catalogue per language in the folder `i18n`. [`Press::print`] brings the three together. Legal wording in the
//! catalogues is a draft, and says so on the page, until an agency puts its name to it.

mod drawing;
mod fonts;
mod frame;
mod glyphs;
mod problem;
mod resolve;
mod world;

pub mod catalogue;
pub mod dates;
pub mod documents;
pub mod parts;
pub mod press;
pub mod samples;
pub mod templates;
pub mod wording;

pub use catalogue::Catalogues;
pub use documents::Document;
pub use frame::Frame;
pub use press::{Incomplete, Press, Printed};
pub use problem::{CatalogueProblem, Refused, TemplateProblem};
pub use templates::Templates;
pub use wording::Wording;
