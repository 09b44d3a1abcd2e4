//! A crate uses only crates above it in the list of `Cargo.toml`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Context as _;

/// The crates in walk order, each with what it depends on.
pub(crate) struct House {
    /// Names in the order of the workspace's members.
    pub(crate) names: Vec<String>,
    /// Dependencies of each crate for shipping code.
    pub(crate) uses: BTreeMap<String, Vec<String>>,
}

impl House {
    /// Reads the manifests.
    pub(crate) fn read() -> anyhow::Result<Self> {
        let workspace = manifest("Cargo.toml")?;
        let members = workspace["workspace"]["members"].as_array().context("could not find the members")?;
        let (mut names, mut uses) = (Vec::new(), BTreeMap::new());
        for member in members.iter().filter_map(toml::Value::as_str) {
            let manifest = manifest(&format!("{member}/Cargo.toml"))?;
            let name =
                manifest["package"]["name"].as_str().context("could not find a package name")?.to_owned();
            let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
            uses.insert(name.clone(), dependencies.map(|d| d.keys().cloned().collect()).unwrap_or_default());
            names.push(name);
        }
        Ok(Self { names, uses })
    }
}

fn manifest(path: &str) -> anyhow::Result<toml::Table> {
    let text = fs::read_to_string(path).with_context(|| format!("could not read `{path}`"))?;
    text.parse().with_context(|| format!("could not understand `{path}`"))
}

/// Reports each crate that uses one below it.
pub(crate) fn check(house: &House, findings: &mut Vec<String>) {
    for (at, name) in house.names.iter().enumerate() {
        for used in &house.uses[name] {
            if house.names.iter().position(|n| n == used).is_some_and(|below| below >= at) {
                findings.push(format!("Cargo.toml: `{name}` uses `{used}`, which stands below it"));
            }
        }
    }
}
