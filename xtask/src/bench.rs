//! `cargo xtask bench NAME`: builds the benchmarks for release and runs one.

use std::process::Command;

use crate::islands;
use crate::run::{cargo, root, run};

/// Builds the program that agencies run and the benchmark together, so that both have the same parts, and hands the
/// arguments on.
pub(crate) fn bench(arguments: &[String]) -> anyhow::Result<()> {
    if arguments.first().is_some_and(|what| what == "face") {
        return face();
    }
    run(
        "build (the first time takes some minutes)",
        cargo().args(["build", "--release", "--package", "lintas", "--package", "lintas-bench"]),
    )?;
    let what = arguments.first().map_or("--help", String::as_str);
    run(&format!("bench {what}"), Command::new(root().join("target/release/lintas-bench")).args(arguments))
}

/// How fast the pages answer in headless Chromium, with GL and without, against the budgets.
fn face() -> anyhow::Result<()> {
    islands::islands(false)?;
    run("build lintas", cargo().args(["build", "--release", "--package", "lintas"]))?;
    run(
        "install the browser driver",
        Command::new("npm").args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir("tests/browser"),
    )?;
    let program = root().join("target/release/lintas");
    run(
        "bench face",
        Command::new("node").arg("bench/face.mjs").env("LINTAS", program).current_dir("tests/browser"),
    )
}
