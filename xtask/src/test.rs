//! `cargo xtask test`: all tests, with all that they need.

use crate::run::{cargo, on_path, run};
use crate::{browser, debian, islands, soak, tidy, verifier};

/// Runs everything that must hold before a change may land.
pub(crate) fn test(no_browser: bool) -> anyhow::Result<()> {
    debian::provide(!no_browser)?;
    tidy::tidy()?;
    islands::islands(true)?;
    run("format", cargo().args(["fmt", "--all", "--check"]))?;
    run(
        "lints",
        cargo().args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "--deny",
            "warnings",
        ]),
    )?;
    run("build", cargo().args(["build", "--quiet", "--workspace", "--all-targets", "--locked"]))?;
    if on_path("cargo-nextest") {
        run("tests", cargo().args(["nextest", "run", "--workspace", "--locked", "--no-fail-fast"]))?;
    } else {
        run("tests", cargo().args(["test", "--workspace", "--all-targets", "--locked", "--no-fail-fast"]))?;
    }
    run(
        "examples in the documentation",
        cargo().args(["test", "--quiet", "--workspace", "--doc", "--locked"]),
    )?;
    verifier::verifier(verifier::FEW, 1)?;
    soak::short()?;
    if !no_browser {
        browser::browser()?;
    }
    eprintln!("==> all tests passed");
    Ok(())
}
