//! `lintas recompute DIR FINDING`: finds a kept finding again.

use std::path::PathBuf;

use crate::findings;

/// Find a kept finding again from the records that are held here.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
    /// The finding, as in the address of its page.
    finding: String,
    /// The officer who asks, by login.
    #[arg(long, value_name = "LOGIN")]
    officer: Option<String>,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    findings::again(&args.dir, &args.finding, args.officer.as_deref()).await
}
