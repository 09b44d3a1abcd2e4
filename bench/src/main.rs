//! Benchmarks: speed, memory and accuracy beside a named peer, printed as ratios. `cargo xtask bench NAME` builds this for
//! release and runs one of them.

mod documents;
mod foundation;
mod linkage;
mod names;
mod network;
mod routes;
mod suggestions;
mod trust;

use clap::{Parser, Subcommand};

/// The allocator of the program, so that what is measured is what runs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(name = "cargo xtask bench", about = "Measures Lintas beside named peers")]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A 20-page report and a request, from the view to the PDF.
    Documents,
    /// Ingest, checks, exchange, search, pages and memory, and how they grow with the records held.
    Foundation(foundation::Args),
    /// Records of one person in lists, beside Splink.
    Linkage,
    /// Names across scripts, beside open matchers.
    Names,
    /// Ten hard pairs of names a language, explained.
    HardNames,
    /// Graph measures beside networkx, igraph and rustworkx; organisers in a simulator.
    Network,
    /// Routes and rest-houses on held-back seeds of the simulator.
    Routes,
    /// Who may be the same as a new person, and how the time grows with the persons held.
    Suggestions(suggestions::Args),
    /// Hit/no-hit beside openmined-psi.
    Trust(trust::Args),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().what {
        What::Documents => documents::run(),
        What::Foundation(args) => foundation::run(&args),
        What::Linkage => linkage::run(),
        What::Names => names::run(),
        What::HardNames => names::hard(),
        What::Network => network::run(),
        What::Routes => routes::run(),
        What::Suggestions(args) => suggestions::run(&args),
        What::Trust(args) => trust::run(&args),
    }
}
