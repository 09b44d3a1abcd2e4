//! The map names every crate, and what it names exists.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use super::order::House;

const MAP: &str = "ARCHITECTURE.md";

/// Reports crates that the map leaves out and files that it names but that are gone.
pub(crate) fn check(house: &House, findings: &mut Vec<String>) -> anyhow::Result<()> {
    let map = fs::read_to_string(MAP).with_context(|| format!("could not read `{MAP}`"))?;
    for name in &house.names {
        if !map.contains(&format!("`{name}`")) {
            findings.push(format!("{MAP}: the crate `{name}` is not on the map"));
        }
    }
    for page in [MAP, "CONTRIBUTING.md", "README.md"] {
        let text = fs::read_to_string(page).with_context(|| format!("could not read `{page}`"))?;
        for named in text.split('`').skip(1).step_by(2) {
            let is_path = ["crates/", "docs/", "xtask/", "bench/", "tests/", "verify/"]
                .iter()
                .any(|p| named.starts_with(p));
            let path = named.split(':').next().unwrap_or(named);
            if is_path && !path.contains(['<', '*', ' ', '{']) && !Path::new(path).exists() {
                findings.push(format!("{page}: `{named}` does not exist"));
            }
        }
    }
    Ok(())
}
