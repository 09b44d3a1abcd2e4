//! `cargo xtask bench NAME`: builds the benchmarks for release and runs one.

use std::process::Command;

use crate::run::{cargo, root, run};

/// Builds the program that agencies run and the benchmark together, so that both have the same parts, and hands the
/// arguments on.
pub(crate) fn bench(arguments: &[String]) -> anyhow::Result<()> {
    run(
        "build (the first time takes some minutes)",
        cargo().args(["build", "--release", "--package", "lintas", "--package", "lintas-bench"]),
    )?;
    let what = arguments.first().map_or("--help", String::as_str);
    run(&format!("bench {what}"), Command::new(root().join("target/release/lintas-bench")).args(arguments))
}
