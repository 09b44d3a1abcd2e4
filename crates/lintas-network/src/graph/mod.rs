//! The network as it was reported: people as small numbers, contacts as typed, dated, directed, weighted edges.
//!
//! [`ContactGraph`] keeps every contact apart, because *who called whom, when, on whose word* is the evidence.
//! [`Adjacency`] is what the measures run on: one row per person, self-contacts dropped, repeats merged.
//! Both are compressed sparse rows; a pointer per edge would cost more than the edge.

mod adjacency;
mod contact;
mod contact_graph;
mod ids;
mod kind;

pub use adjacency::Adjacency;
pub use contact::{Contact, GradeBand};
pub use contact_graph::ContactGraph;
pub use ids::IdTable;
pub use kind::TieKind;
