//! The work itself: every local write and every policy-checked read starts here.
//!
//! In: a [`Ctx`] (who acts, for which purpose, at which node) and a typed wish. Out: what was written, or a view with
//! everything decided: permissions, redactions, names, counts. Never: HTML, HTTP, SQL.

pub mod access;
pub mod agency;
pub mod agenda;
pub mod agreement;
pub mod asking;
pub mod attachment;
mod audience;
pub mod authenticator;
pub mod case;
pub mod chart;
pub mod contradiction;
pub mod court;
pub mod ctx;
pub mod deadline;
pub mod directory;
pub mod document;
pub mod entity;
pub mod erasure;
mod error;
pub mod evidence;
pub mod exchange;
pub mod finding;
pub mod grading;
pub mod hits;
pub mod inbox;
pub mod inquiry;
pub mod intake;
mod item;
pub mod judgement;
pub mod matching;
pub mod mentor;
pub mod misstep;
pub mod new_log;
pub mod node;
pub mod note;
pub mod notice;
pub mod officer;
pub mod operation;
pub mod outcome;
pub mod partner;
pub mod passkey;
pub mod plan;
pub mod pursuit;
pub mod region;
pub mod release;
pub mod report;
pub mod round;
pub mod sealed;
pub mod search;
pub mod signin;
pub mod statement;
pub mod suggestion;
pub mod task;
pub mod verify;
pub mod victim;
pub mod warrant;
pub mod who;
pub mod witness;

pub use ctx::Ctx;
pub use error::{CaseworkError, Result};
pub use item::{Item, Kinded};
pub use lintas_store::Mark;
pub use node::Node;
