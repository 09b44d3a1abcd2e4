//! Lifecycles: the states of a thing and the moves between them.
//!
//! A move consumes the state it leaves. A move that the state does not know is an error value, so an illegal
//! history cannot be written, and one that arrives from elsewhere is reported instead of being obeyed.

mod case;
mod inquiry;
mod operation;
mod request;
mod task;
mod warrant;

pub use case::{CaseMove, CaseState};
pub use inquiry::{InquiryMove, InquiryState};
pub use operation::{OperationMove, OperationState};
pub use request::{RequestMove, RequestState};
pub use task::{TaskMove, TaskState};
pub use warrant::{WarrantMove, WarrantState};

/// A move that the present state does not allow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not {step} a {thing} that is {state}")]
pub struct IllegalMove {
    /// The thing, for example `warrant`.
    pub thing: &'static str,
    /// The state it is in.
    pub state: &'static str,
    /// The move that was tried.
    pub step: &'static str,
}

/// Declares a lifecycle: states, moves and which state each move leads to from where.
macro_rules! lifecycle {
    (
        $thing:literal,
        $(#[$state_doc:meta])* $State:ident { $($(#[$sdoc:meta])* $s:ident = $sword:literal,)* }
        $(#[$move_doc:meta])* $Move:ident { $($(#[$mdoc:meta])* $m:ident = $mword:literal: $($from:ident)|+ => $to:ident,)* }
    ) => {
        $(#[$state_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $State { $($(#[$sdoc])* $s,)* }

        impl $State {
            /// All states, in the order of a usual life.
            pub const ALL: &[Self] = &[$(Self::$s,)*];

            /// The word used in records, URLs and messages.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$s => $sword,)* }
            }

            /// Makes a move, leaving this state behind.
            pub fn make(self, step: $Move) -> Result<Self, super::IllegalMove> {
                match (self, step) {
                    $($((Self::$from, $Move::$m))|+ => Ok(Self::$to),)*
                    _ => Err(super::IllegalMove { thing: $thing, state: self.as_str(), step: step.as_str() }),
                }
            }

            /// The moves that this state allows.
            pub fn moves(self) -> impl Iterator<Item = $Move> {
                $Move::ALL.iter().copied().filter(move |step| self.make(*step).is_ok())
            }
        }

        impl std::fmt::Display for $State {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        $(#[$move_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $Move { $($(#[$mdoc])* $m,)* }

        impl $Move {
            /// All moves.
            pub const ALL: &[Self] = &[$(Self::$m,)*];

            /// The word used in records, URLs and messages.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$m => $mword,)* }
            }

            /// The move of that word.
            pub fn named(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|step| step.as_str() == word)
            }
        }
    };
}
use lifecycle;
