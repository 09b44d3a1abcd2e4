//! Tests in a real browser: Chromium from the distribution, driven by playwright-core.

use std::process::Command;

use crate::run::run;

/// Installs the driver and walks the pages.
pub(crate) fn browser() -> anyhow::Result<()> {
    run(
        "install the browser driver",
        Command::new("npm").args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir("tests/browser"),
    )?;
    run(
        "walk the pages in Chromium",
        Command::new("node")
            .args(["--test", "--test-concurrency=1", "--test-reporter=spec", "walks/"])
            .current_dir("tests/browser"),
    )
}
