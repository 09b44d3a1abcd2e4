//! `cargo xtask tidy`: the rules of the house as checks.

mod map;
mod order;
mod sources;
mod templates;
mod walls;

use anyhow::bail;

/// Runs every check, prints every finding, fails if there is one.
pub(crate) fn tidy() -> anyhow::Result<()> {
    eprintln!("==> tidy");
    let mut findings = Vec::new();
    let house = order::House::read()?;
    order::check(&house, &mut findings);
    walls::check(&house, &mut findings);
    sources::check(&mut findings)?;
    templates::check(&mut findings)?;
    map::check(&house, &mut findings)?;
    for finding in &findings {
        eprintln!("{finding}");
    }
    if !findings.is_empty() {
        bail!("could not call the house tidy: {} findings above", findings.len());
    }
    Ok(())
}
