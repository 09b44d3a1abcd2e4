//! Releases out, bundles in: how records travel between nodes, over the wire and by courier.
//!
//! In: a node and a partner. Out: feeds pulled, bundles made and taken, receipts given, and an honest word on where each
//! partner stands. The wire and the courier carry the same bytes through the same checks, those of
//! `lintas_casework::exchange`. Never: HTML, the store, a decision on who may read.

// Optimised builds lay out futures of many layers.
#![recursion_limit = "512"]

pub mod bundle;
mod error;
pub mod meet;
mod round;
pub mod serve;
mod standing;
pub mod tls;
mod wire;

pub use bundle::{BundleTaken, Given, bundle_for, take_bundle};
pub use error::{ExchangeError, Result};
pub use meet::{FeedMet, Met, Pace, ask, meet};
pub use round::{meet_all, run};
pub use serve::serve;
pub use standing::{Account, ClocksDiffer, FeedAccount, Standing, account};
