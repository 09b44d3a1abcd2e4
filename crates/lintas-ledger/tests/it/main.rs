//! The promises of the ledger.

mod disclosure;
mod sample;
