//! Walls: which libraries may be named where.

use super::order::House;

/// A library and the only crates that may use it in shipping code.
const ONLY_IN: [(&str, &[&str]); 16] = [
    ("sqlx", &["lintas-store", "lintas-bench"]),
    ("axum", &["lintas-web"]),
    ("askama", &["lintas-web"]),
    ("reqwest", &["lintas-exchange"]),
    ("cedar-policy", &["lintas-policy"]),
    ("ed25519-dalek", &["lintas-ledger", "lintas-bench"]),
    ("curve25519-dalek", &["lintas-hits"]),
    ("hpke", &["lintas-ledger"]),
    ("chacha20poly1305", &["lintas-sealed", "lintas-casework"]),
    ("calamine", &["lintas-intake"]),
    ("typst", &["lintas-documents"]),
    ("typst-layout", &["lintas-documents"]),
    ("typst-pdf", &["lintas-documents"]),
    ("clap", &["lintas", "lintas-bench", "xtask"]),
    ("lintas-store", &["lintas-casework", "lintas", "lintas-testkit", "lintas-bench"]),
    ("lintas-testkit", &["lintas-bench"]),
];

/// Crates that compute only: what they must not use.
const PURE: [&str; 11] = [
    "lintas-model",
    "lintas-names",
    "lintas-hits",
    "lintas-linkage",
    "lintas-network",
    "lintas-exercise",
    "lintas-drawing",
    "lintas-law",
    "lintas-sealed",
    "lintas-policy",
    "lintas-documents",
];
const IMPURE: [&str; 7] = ["tokio", "reqwest", "axum", "sqlx", "hyper", "rustls", "indicatif"];

/// Reports each library on the wrong side of a wall.
pub(crate) fn check(house: &House, findings: &mut Vec<String>) {
    for (name, uses) in &house.uses {
        for (library, rooms) in ONLY_IN {
            if uses.iter().any(|used| used == library) && !rooms.contains(&name.as_str()) {
                findings
                    .push(format!("crates/{name}/Cargo.toml: `{library}` belongs in {}", rooms.join(", ")));
            }
        }
        if PURE.contains(&name.as_str()) {
            for used in uses.iter().filter(|used| IMPURE.contains(&used.as_str())) {
                findings.push(format!(
                    "crates/{name}/Cargo.toml: `{name}` computes only and may not use `{used}`"
                ));
            }
        }
    }
}
