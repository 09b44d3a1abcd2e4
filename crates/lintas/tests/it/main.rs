//! The one binary as its users meet it: the journey of a record, exit codes, bad input.

mod commands;
mod documents;
mod journey;
mod killed;
mod killed_sync;
mod program;
