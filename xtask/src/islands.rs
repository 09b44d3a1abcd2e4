//! `cargo xtask islands`: bundles the scripts that make charts and map answer to hand and key.
//!
//! What is bundled is not committed; it is embedded by the build that follows. Without Node the pages work as they are.

use std::process::Command;

use crate::run::{on_path, run};

/// The folder of the islands.
const ISLANDS: &str = "crates/lintas-web/islands";

/// Bundles the islands; checks their types first when asked. Says so and goes on where there is no Node.
pub(crate) fn islands(check: bool) -> anyhow::Result<()> {
    if !on_path("node") || !on_path("npm") {
        eprintln!("==> islands left out: there is no Node here; pages show the server's drawings");
        return Ok(());
    }
    run(
        "install what the islands need",
        Command::new("npm").args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(ISLANDS),
    )?;
    if check {
        run(
            "types of the islands",
            Command::new("npm").args(["run", "--silent", "check"]).current_dir(ISLANDS),
        )?;
    }
    run("bundle the islands", Command::new("npm").args(["run", "--silent", "build"]).current_dir(ISLANDS))
}
