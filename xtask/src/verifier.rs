//! The second verifier, held against the ledger: both must find the same in sound and in spoilt court files.

use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::run::{cargo, run};

/// So many files in the run of all tests; 100,000 make the long form.
pub(crate) const FEW: u64 = 400;

/// Makes spoilt court files and lets `verify/lintas_verify.py` look at each.
pub(crate) fn verifier(files: u64, seed: u64) -> anyhow::Result<()> {
    run(
        "build what spoils court files",
        cargo().args(["build", "--quiet", "--locked", "-p", "lintas-ledger", "--example", "mutants"]),
    )?;
    eprintln!("==> two verifiers look at {files} court files");
    let mut spoiling = Command::new(folder().join("debug/examples/mutants"))
        .args([files.to_string(), seed.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start what spoils court files")?;
    let spoilt = spoiling.stdout.take().context("could not read what spoils court files")?;
    let agreed = Command::new("python3")
        .arg("-B")
        .arg("verify/agree.py")
        .stdin(spoilt)
        .status()
        .context("could not start `python3`; install it with python3-cryptography")?;
    let spoilt = spoiling.wait().context("could not wait for what spoils court files")?;
    if !spoilt.success() || !agreed.success() {
        bail!("the two verifiers do not agree; `agree.py --keep FOLDER` keeps the files");
    }
    Ok(())
}

pub(crate) fn folder() -> std::path::PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::run::root().join("target"), Into::into)
}
