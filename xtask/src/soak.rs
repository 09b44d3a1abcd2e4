//! Eight nodes under load and under every fault for a while; the program of it is an example of `lintas-testkit`.

use std::process::Command;

use crate::run::{cargo, run};
use crate::verifier::folder;

/// The long form, built for speed: `--records 1000000 --minutes 60`.
pub(crate) fn soak(arguments: &[String]) -> anyhow::Result<()> {
    run(
        "soak: eight nodes, faults on",
        cargo()
            .args([
                "run",
                "--quiet",
                "--release",
                "--locked",
                "-p",
                "lintas-testkit",
                "--example",
                "soak",
                "--",
            ])
            .args(arguments),
    )
}

/// The short form in the run of all tests, from what that run has built already: each kind of trouble once.
pub(crate) fn short() -> anyhow::Result<()> {
    run(
        "soak: eight nodes, faults on, in short",
        Command::new(folder().join("debug/examples/soak")).args([
            "--records",
            "600",
            "--rounds",
            "6",
            "--seconds",
            "120",
        ]),
    )
}
