//! Hit/no-hit: partners are asked whether they know something too, and say only that.
//!
//! A question, its answer and the notice of what came of it are records in a feed that only the two agencies read. So they
//! are signed, dense and kept on both sides, and travel over the wire or by courier like everything else. What is asked
//! stays in the asker's own feed; the partner gets it blinded (`lintas_hits`). The node answers by itself, for a rule
//! that a person must apply to each question would be applied to none: budgets, approvals and proofs are checked, and
//! what is refused is a record too.

mod alarm;
mod answer;
mod approve;
mod ask;
mod attend;
mod holdings;
mod inspect;
mod keys;
mod pair;
mod read;
mod view;

pub use alarm::{Alarm, alarms};
pub use approve::approve;
pub use ask::{Asked, Wish, ask};
pub use attend::attend;
pub use inspect::{Inspection, Unbacked, inspect, opened};
pub use pair::is_pair;
pub use view::{
    Budget, Desk, HitLine, Outcome, Question, Received, Standing, Subject, desk, question, subject, waiting,
};

pub(crate) use ask::quoting;
