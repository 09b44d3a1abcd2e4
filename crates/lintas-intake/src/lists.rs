//! Published lists of persons and organisations with their aliases.

pub(crate) mod ofac;
pub(crate) mod remarks;
pub(crate) mod un;

/// The names of files that belong beside a file of this name; empty for most.
///
/// `sdn.csv` holds the names, `alt.csv` the aliases and `add.csv` the addresses: the caller looks for them in the same
/// folder and gives what it finds as [`Options::companions`](crate::Options::companions).
pub fn companions_of(name: &str) -> Vec<String> {
    let lower = name.to_ascii_lowercase();
    let Some(start) = lower.strip_suffix("sdn.csv") else { return Vec::new() };
    let prefix = &name[..start.len()];
    let upper = name[start.len()..].starts_with('S');
    ["alt.csv", "add.csv"]
        .iter()
        .map(|other| {
            format!("{prefix}{}", if upper { other.to_ascii_uppercase() } else { (*other).to_owned() })
        })
        .collect()
}
