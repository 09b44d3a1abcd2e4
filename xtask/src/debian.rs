//! Debian packages that the chores need: installed where we may, named where we may not.

use std::path::Path;
use std::process::Command;

use anyhow::bail;

use crate::run::{on_path, run};

/// A thing the tests need and the package that brings it.
struct Need {
    package: &'static str,
    present: fn() -> bool,
}

const NEEDS: [Need; 4] = [
    Need { package: "postgresql", present: postgresql_is_here },
    Need { package: "python3-cryptography", present: cryptography_is_here },
    Need { package: "chromium", present: || on_path("chromium") },
    Need { package: "npm", present: || on_path("npm") },
];

/// What only the browser tests need.
const BROWSER: [&str; 2] = ["chromium", "npm"];

/// Makes sure that PostgreSQL's server binaries, Python's cryptography, Chromium and npm are on the machine.
pub(crate) fn provide(browser: bool) -> anyhow::Result<()> {
    let missing: Vec<&str> = NEEDS
        .iter()
        .filter(|need| browser || !BROWSER.contains(&need.package))
        .filter(|need| !(need.present)())
        .map(|need| need.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("apt-get install {}", missing.join(" "));
    if !on_path("apt-get") || !is_root() {
        bail!("could not run the tests: packages are missing; as root run `{by_hand}`, then try again");
    }
    let mut update = Command::new("apt-get");
    update.args(["-qq", "update"]);
    run("refresh the list of Debian packages", &mut update)?;
    let mut install = Command::new("apt-get");
    install
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["-qq", "-y", "--no-install-recommends", "install"])
        .args(&missing);
    run(&format!("install {}", missing.join(", ")), &mut install)
}

fn postgresql_is_here() -> bool {
    on_path("initdb")
        || std::fs::read_dir("/usr/lib/postgresql").is_ok_and(|versions| {
            versions.flatten().any(|version| version.path().join("bin/initdb").is_file())
        })
}

fn cryptography_is_here() -> bool {
    let import = "from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey";
    Command::new("python3").args(["-c", import]).output().is_ok_and(|tried| tried.status.success())
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    Path::new("/proc/self").metadata().is_ok_and(|own| own.uid() == 0)
}
