//! `lintas manual`: man pages and shell completions, made from the commands themselves.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::exit;

/// Write man pages and shell completions into a folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder to write to.
    out: PathBuf,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let out = &args.out;
    std::fs::create_dir_all(out).with_context(|| format!("could not make `{}`", out.display()))?;
    let mut command = super::Arguments::command();
    clap_mangen::generate_to(command.clone(), out)
        .with_context(|| format!("could not write to `{}`", out.display()))?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        clap_complete::generate_to(shell, &mut command, "lintas", out)
            .with_context(|| format!("could not write to `{}`", out.display()))?;
    }
    Ok(exit::DONE)
}
