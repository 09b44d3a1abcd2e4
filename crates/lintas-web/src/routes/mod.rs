//! One file per page or action; the path of a template mirrors the path of its route.

pub(crate) mod admin;
pub(crate) mod cases;
pub(crate) mod deadlines;
pub(crate) mod demo;
pub(crate) mod directory;
pub(crate) mod entities;
pub(crate) mod exhibits;
pub(crate) mod findings;
pub(crate) mod hits;
pub(crate) mod imports;
pub(crate) mod inbox;
pub(crate) mod inquiries;
pub(crate) mod matches;
pub(crate) mod operations;
pub(crate) mod problem;
pub(crate) mod pursuits;
pub(crate) mod region;
pub(crate) mod releases;
pub(crate) mod reports;
pub(crate) mod rounds;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod sync;
pub(crate) mod tasks;
pub(crate) mod warrants;
pub(crate) mod who;
