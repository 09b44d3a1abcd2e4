//! Passwords come from a variable or from standard input, never from the command line, where others could read them.

use std::io::{BufRead as _, IsTerminal as _};

use crate::exit::Usage;

/// Reads a secret from the environment variable, else a line from standard input.
pub(crate) fn read(variable: &str, what: &str) -> anyhow::Result<String> {
    if let Ok(secret) = std::env::var(variable) {
        return Ok(secret);
    }
    if std::io::stdin().is_terminal() {
        eprint!("{what}: ");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let secret = line.trim_end_matches(['\r', '\n']).to_owned();
    if secret.is_empty() {
        return Err(Usage(format!("could not read the {what}: type it, or set {variable}")).into());
    }
    Ok(secret)
}
