//! `cargo xtask bench NAME`: builds the benchmarks for release and runs one.

use crate::run::{cargo, run};

/// Hands the arguments on to the benchmark program.
pub(crate) fn bench(arguments: &[String]) -> anyhow::Result<()> {
    let what = arguments.first().map_or("--help", String::as_str);
    if what == "foundation" {
        // Its figures of the server are those of the program that agencies run.
        run("program", cargo().args(["build", "--release", "--package", "lintas"]))?;
    }
    run(
        &format!("bench {what}"),
        cargo().args(["run", "--release", "--package", "lintas-bench", "--"]).args(arguments),
    )
}
