//! Cases that convict: exhibits with their custody, evidence laid against the elements of an offence, what a court may use
//! of it and what is missing, what must be disclosed, and what the courts decided.
//!
//! Which elements an offence has and what stands in the way of a piece of evidence comes from the data on law; here it is
//! applied to the records of a case. Readiness is a list of gaps, never a number.

pub mod chain;
pub mod disclosure;
pub mod exhibit;
pub mod gap;
pub mod map;
pub mod proof;
pub mod verdict;
