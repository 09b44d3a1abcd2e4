//! `lintas bundle`: records by courier.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Subcommand;
use lintas_casework::{CaseworkError, Ctx, access};
use lintas_exchange::bundle::{BundleTaken, bundle_for, take_bundle};
use lintas_model::AgencyCode;
use lintas_policy::Action;

use crate::whole_file::WholeFile;
use crate::{exit, node};

/// Carry records by file: sealed so that only the partner's node opens it, checked like records over the wire.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write what a partner may have and has not acknowledged yet.
    Export {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner, for example TH-DSI.
        #[arg(long, value_name = "CODE")]
        to: AgencyCode,
        /// The bundle to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Everything that the partner may have, also what it has acknowledged.
        #[arg(long)]
        all: bool,
        /// Who exports; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Take a partner's bundle in; the same one twice adds nothing.
    Import {
        /// The folder of the node.
        dir: PathBuf,
        /// The bundle.
        file: PathBuf,
        /// Who imports; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
}

/// Exit code 0 when all is well, 1 when a bundle was taken in part only.
pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    match args.what {
        What::Export { dir, to, out, all, officer } => {
            let ctx = open(&dir, officer.as_deref()).await?;
            let done = export(&ctx, &to, &out, all).await;
            ctx.node().close().await;
            done
        }
        What::Import { dir, file, officer } => {
            let ctx = open(&dir, officer.as_deref()).await?;
            let opened = File::open(&file).with_context(|| format!("could not open `{}`", file.display()))?;
            let taken = take_bundle(ctx.node(), BufReader::new(opened)).await;
            ctx.node().close().await;
            Ok(tell(&taken?))
        }
    }
}

async fn open(dir: &Path, officer: Option<&str>) -> anyhow::Result<Ctx> {
    let node = node::open(dir).await?;
    let ctx = node::officer(&node, officer).await?;
    ctx.permit_plain(Action::CarryBundle, "partner").map_err(CaseworkError::from)?;
    Ok(ctx)
}

async fn export(ctx: &Ctx, to: &AgencyCode, out: &Path, all: bool) -> anyhow::Result<u8> {
    let mut file = WholeFile::begin(out)?;
    let given = bundle_for(ctx.node(), to, all, &mut file).await?;
    file.finish()?;
    access::exported(ctx, "bundle", None, usize::try_from(given.records).unwrap_or(usize::MAX)).await?;
    println!("{} records of {} feeds for {to} are in {}", given.records, given.feeds, out.display());
    Ok(exit::DONE)
}

fn tell(taken: &BundleTaken) -> u8 {
    println!("from {}, made {}", taken.from, taken.created_at);
    for (feed, met) in &taken.feeds {
        println!(
            "{}: {} new, {} known already, {} unreadable, {} missing",
            feed.audience, met.taken, met.known, met.unreadable, met.missing
        );
    }
    println!("{} records taken, {} known already", taken.taken(), taken.known());
    let mut code = exit::DONE;
    for finding in taken.findings() {
        eprintln!("lintas: {finding}");
        code = exit::FINDINGS;
    }
    if code != exit::DONE {
        eprintln!("what was taken stays; ask {} for a new bundle made with --all", taken.from);
    }
    code
}
