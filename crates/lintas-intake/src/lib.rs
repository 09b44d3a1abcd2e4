//! An agency's file in, proposals for records out.
//!
//! In: the bytes of a workbook, a text table, a case sheet or a published list, and what the caller knows about it.
//! Out: what the file is, what its columns mean, one [`Proposal`] per row that can be taken, the reason for each row
//! that cannot, and the questions that only a person can answer; tables to give away as XLSX and CSV.
//! Never: a database, the clock, an id, a judgement. One bad row never stops the rest, and what names a victim never
//! becomes part of a proposal.

#![warn(missing_docs)]

mod countries;
mod detect;
mod error;
pub mod export;
mod fingerprint;
mod htcds;
mod incidents;
mod issue;
mod limits;
mod lists;
mod meaning;
mod options;
pub mod proposal;
mod protect;
mod read;
mod reading;
pub mod rejects;
mod rows;
mod session;
mod sink;
mod table;

pub use detect::{Format, HEAD_BYTES, NotAFormat, detect};
pub use error::IntakeError;
pub use fingerprint::{Fingerprint, NotAFingerprint};
pub use issue::{Code, Issue, Severity};
pub use limits::Limits;
pub use lists::companions_of;
pub use meaning::{Meaning, NotAMeaning};
pub use options::{Companion, Options};
pub use proposal::Proposal;
pub use read::read;
pub use reading::{Counts, Reading, SheetReading};
pub use sink::{DryRun, Gather, Progress, RefusedRow, Sink};
pub use table::columns::{Column, FoundBy};
pub use table::dates::Question;
pub use table::mapping::{Mapping, signature};
