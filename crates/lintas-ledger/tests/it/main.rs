//! The promises of the ledger.

mod bundle;
mod checkpoint;
mod court;
mod disclosure;
mod encoding;
mod feed;
mod golden;
mod hostile;
mod keys;
mod kinds;
mod log;
mod newer;
mod officers;
mod sample;
mod signature;
