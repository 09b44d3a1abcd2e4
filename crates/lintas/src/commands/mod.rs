//! The commands, one file each: arguments and the call.

mod bundle;
mod compare;
mod court;
mod demo;
mod doctor;
pub(crate) mod document;
mod exercise;
mod hits;
mod import;
mod init;
mod link;
mod manual;
mod officer;
mod partner;
mod rank;
mod rebuild;
mod recompute;
mod results;
mod routes;
mod sealed;
mod serve;
mod treaty;
mod verify;

use clap::{Parser, Subcommand};

/// A joint-investigation network: every agency runs its own node and keeps its own records.
#[derive(Debug, Parser)]
#[command(name = "lintas", version, propagate_version = true)]
pub(crate) struct Arguments {
    /// Says more in the log.
    #[arg(long, global = true)]
    pub(crate) verbose: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(demo::Args),
    Init(init::Args),
    Serve(serve::Args),
    Doctor(doctor::Args),
    Import(import::Args),
    Officer(officer::Args),
    Sealed(sealed::Args),
    Partner(partner::Args),
    Bundle(bundle::Args),
    Court(court::Args),
    Hits(hits::Args),
    Verify(verify::Args),
    Rebuild(rebuild::Args),
    Results(results::Args),
    Document(document::Args),
    Compare(compare::Args),
    Link(link::Args),
    Rank(rank::Args),
    Routes(routes::Args),
    Recompute(recompute::Args),
    Exercise(exercise::Args),
    Treaty(treaty::Args),
    #[command(hide = true)]
    Manual(manual::Args),
}

/// Runs a command and answers its exit code.
pub(crate) fn run(command: Command) -> anyhow::Result<u8> {
    match command {
        Command::Compare(args) => compare::run(&args),
        Command::Link(args) => link::run(&args),
        Command::Rank(args) => rank::run(&args),
        Command::Routes(args) => routes::run(&args),
        Command::Exercise(args) => exercise::run(&args),
        Command::Treaty(args) => treaty::run(&args),
        Command::Manual(args) => manual::run(&args),
        Command::Demo(args) => wait_for(demo::run(args)),
        Command::Init(args) => wait_for(init::run(args)),
        Command::Serve(args) => wait_for(serve::run(args)),
        Command::Doctor(args) => wait_for(doctor::run(args)),
        Command::Import(args) => wait_for(import::run(args)),
        Command::Officer(args) => wait_for(officer::run(args)),
        Command::Sealed(args) => wait_for(sealed::run(args)),
        Command::Partner(args) => wait_for(partner::run(args)),
        Command::Bundle(args) => wait_for(bundle::run(args)),
        Command::Court(args) => court::run(args),
        Command::Hits(args) => wait_for(hits::run(args)),
        Command::Verify(args) => wait_for(verify::run(args)),
        Command::Rebuild(args) => wait_for(rebuild::run(args)),
        Command::Recompute(args) => wait_for(recompute::run(args)),
        Command::Results(args) => wait_for(results::run(args)),
        Command::Document(args) => wait_for(document::run(args)),
    }
}

fn wait_for(work: impl Future<Output = anyhow::Result<u8>>) -> anyhow::Result<u8> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
