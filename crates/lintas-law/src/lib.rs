//! What the law of the region opens and asks for: treaty paths, hops, clocks, elements of offences, agreements.
//!
//! In: states, an offence, a date, which records a case has. Out: the bases that are open for each kind of request,
//! in order of strength, with what each requires, what is missing and why the others are closed; the actors a
//! request passes and the deadlines that run; the elements still to be shown for a conviction; what an agreement
//! permits. Each answer names its sources and how sure the data are.
//! Never: files, network, a clock; never a law stated in code. The law stands in dated TOML files under `data`, which
//! a lawyer can read and an agency can replace; they come in as text.

pub mod agreement;
pub mod confidence;
pub mod day;
pub mod error;
pub mod fact;
pub mod hop;
pub mod instrument;
pub mod library;
pub mod notice;
pub mod offence;
pub mod path;
pub mod screening;
mod shipped;

pub use confidence::{Confidence, Reference};
pub use day::Day;
pub use error::{FileIssue, LawError};
pub use fact::{Fact, Facts};
pub use library::Library;
pub use lintas_model::request::RequestKind;
pub use path::{Path, Question, Verdict, paths};
