//! The promises of the store, each kept on SQLite and on PostgreSQL.

mod engines;
mod feeds;
mod laws;
mod local;
mod names;
mod sample;
mod search;
mod withdrawals;
