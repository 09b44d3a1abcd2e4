//! The project's own chores: `cargo xtask demo`, `cargo xtask test`, `cargo xtask tidy`,
//! `cargo xtask verifier`, `cargo xtask soak`, `cargo xtask bench`.

mod bench;
mod browser;
mod debian;
mod demo;
mod islands;
mod run;
mod soak;
mod test;
mod tidy;
mod verifier;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Chores of the Lintas project")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Builds Lintas and starts the region: eight agency nodes and a steward on loopback.
    Demo {
        /// Arguments for `lintas demo`, for example `--once --format json`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Sets up everything the tests need and runs all of them.
    Test {
        /// Leaves the browser out.
        #[arg(long)]
        no_browser: bool,
    },
    /// Bundles the scripts of charts and map into the assets of the pages.
    Islands,
    /// Checks the rules of the house: crate order, walls, names, files.
    Tidy,
    /// Holds the verifier in Python against the ledger, on court files spoilt in many ways.
    Verifier {
        /// How many files.
        #[arg(long, default_value_t = 100_000)]
        files: u64,
        /// The seed by which they are spoilt.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Eight nodes under load and under every fault: nothing acknowledged is lost, nothing erased comes back, all agree.
    Soak {
        /// `--records N --minutes M --seed S`; 2,000 records and ten minutes when left out.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Measures speed and accuracy beside a named peer and prints the ratios.
    Bench {
        /// Which benchmark, and its arguments; `--help` lists them, `face` measures the pages in a browser.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> anyhow::Result<()> {
    std::env::set_current_dir(run::root())?;
    match Arguments::parse().chore {
        Chore::Demo { arguments } => demo::demo(&arguments),
        Chore::Test { no_browser } => test::test(no_browser),
        Chore::Islands => islands::islands(true),
        Chore::Tidy => tidy::tidy(),
        Chore::Verifier { files, seed } => verifier::verifier(files, seed),
        Chore::Soak { arguments } => soak::soak(&arguments),
        Chore::Bench { arguments } => bench::bench(&arguments),
    }
}
