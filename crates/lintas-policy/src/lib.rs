//! Who may do what, with which object, for which purpose: one choke point, deny by default, reasons given.
//!
//! In: actor, action, facts about the object, purpose. Out: permit, permit with fields to redact, or denial, each
//! with the rule that decided. The rules are Cedar policies in files that a ministry's lawyer can read and change
//! without a build. Never: anything else, no storage, no clock, no network.

mod action;
mod decision;
mod engine;
mod facts;
mod matrix;

pub use action::Action;
pub use decision::{Decision, Denial, Permit};
pub use engine::{Policy, PolicyError, PolicySource};
pub use facts::{Actor, ObjectFacts, Relation, Request};
pub use matrix::matrix;
