//! `cargo xtask demo`: from a clone to the region on the screen.

use std::process::Command;

use crate::islands;
use crate::run::{cargo, run};

/// Builds the one binary for release and starts `lintas demo`.
pub(crate) fn demo(arguments: &[String]) -> anyhow::Result<()> {
    islands::islands(false)?;
    run(
        "build lintas (the first time takes some minutes)",
        cargo().args(["build", "--release", "--package", "lintas"]),
    )?;
    run("start the region", Command::new("target/release/lintas").arg("demo").args(arguments))
}
