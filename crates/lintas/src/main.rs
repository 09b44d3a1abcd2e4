//! `lintas`: the one binary. Arguments, configuration and exit codes; the work is done in the crates.

// Optimised builds lay out futures of many layers.
#![recursion_limit = "512"]

mod commands;
mod demo;
mod exit;
mod findings;
mod node;
mod progress;
mod secret;
mod serving;
mod system;
mod whole_file;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

/// A node allocates much and for short; the allocator of the system is slower at it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let matches = commands::Arguments::command().get_matches();
    let arguments = match commands::Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    system::start_logging(arguments.verbose);
    match commands::run(arguments.command) {
        Ok(code) => ExitCode::from(code),
        Err(error) => exit::report(&error),
    }
}
