//! What the pages ask of casework, in the words of the pages: one file per noun, one function per page or act.
//!
//! Casework decides what may be seen and returns it typed; here it becomes the lines that a page shows, so that a
//! handler stays at four steps and a template never computes.

pub(crate) mod agreements;
pub(crate) mod cases;
pub(crate) mod charts;
pub(crate) mod deadlines;
pub(crate) mod directory;
pub(crate) mod documents;
pub(crate) mod entities;
pub(crate) mod evidence;
pub(crate) mod findings;
pub(crate) mod hits;
pub(crate) mod imports;
pub(crate) mod inbox;
pub(crate) mod inquiries;
pub(crate) mod matches;
pub(crate) mod mentors;
pub(crate) mod news;
pub(crate) mod officers;
pub(crate) mod operations;
pub(crate) mod partners;
pub(crate) mod plans;
pub(crate) mod pursuits;
pub(crate) mod region;
pub(crate) mod releases;
pub(crate) mod reports;
pub(crate) mod sealed;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod tasks;
pub(crate) mod victims;
pub(crate) mod warrants;
pub(crate) mod who;
