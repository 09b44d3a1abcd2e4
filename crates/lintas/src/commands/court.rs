//! `lintas court`: records for a court, to be checked without Lintas.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Subcommand;
use lintas_casework::Ctx;
use lintas_casework::court::{Given, Wanted, export};
use lintas_ledger::verify;
use lintas_model::{AgencyCode, CaseId, ExhibitId, RecordId};
use lintas_policy::Action;

use crate::exit::Usage;
use crate::whole_file::WholeFile;
use crate::{exit, node};

/// Lay records before a court: an open file that anybody can check, with this program or with verify/lintas_verify.py.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write the records of a case, or single ones, with keys and proofs. The file is not sealed: whoever has it reads it.
    Export {
        /// The folder of the node.
        dir: PathBuf,
        /// For what proceedings, for example `Phnom Penh Municipal Court 118/2017`.
        #[arg(long)]
        about: String,
        /// Whatever is filed in a case and may leave.
        #[arg(long, value_name = "ID", conflicts_with = "record", required_unless_present_any = ["record", "exhibit"])]
        case: Option<CaseId>,
        /// An exhibit with its chain of custody.
        #[arg(long, value_name = "ID", conflicts_with_all = ["record", "case"])]
        exhibit: Option<ExhibitId>,
        /// A record; may be given several times.
        #[arg(long, value_name = "ID")]
        record: Vec<RecordId>,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Who exports; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Check a court file; exit code 0 only if nothing is found.
    Check {
        /// The file.
        file: PathBuf,
        /// The fingerprint of an agency's root key, as the agency itself gave it, in words or digits.
        #[arg(long = "root", value_name = "CODE=WORDS")]
        roots: Vec<String>,
    },
}

pub(crate) fn run(args: Args) -> anyhow::Result<u8> {
    match args.what {
        What::Check { file, roots } => check(&file, &roots),
        What::Export { dir, about, case, exhibit, record, out, officer } => {
            let wanted = case.map(Wanted::Case).or(exhibit.map(Wanted::Exhibit));
            let wanted = wanted.unwrap_or_else(|| Wanted::Records(record.into_iter().collect()));
            super::wait_for(give(dir, about, wanted, out, officer))
        }
    }
}

async fn give(
    dir: PathBuf,
    about: String,
    wanted: Wanted,
    out: PathBuf,
    officer: Option<String>,
) -> anyhow::Result<u8> {
    let node = node::open(&dir).await?;
    let ctx = node::signing(&node, officer.as_deref()).await?.ready_for(Action::Export, "report");
    let given = written(&ctx, &about, &wanted, &out).await;
    node.close().await;
    let given = given?;
    println!("{} records are in {}", given.records, out.display());
    for (record, why) in &given.kept_back {
        println!("kept back {record}: {why}");
    }
    println!("whoever checks it needs the roots from the agencies themselves:");
    for (agency, words) in &given.roots {
        println!("  --root {agency}={words}");
    }
    Ok(exit::DONE)
}

async fn written(ctx: &Ctx, about: &str, wanted: &Wanted, out: &Path) -> anyhow::Result<Given> {
    let mut file = WholeFile::begin(out)?;
    let given = export(ctx, about, wanted, &mut file).await?;
    file.finish()?;
    Ok(given)
}

fn check(file: &Path, roots: &[String]) -> anyhow::Result<u8> {
    let mut confirmed = BTreeMap::new();
    for root in roots {
        let read = root.split_once('=').and_then(|(code, words)| Some((AgencyCode::new(code).ok()?, words)));
        let (code, words) = read.ok_or_else(|| Usage(format!("`{root}` is not CODE=WORDS")))?;
        confirmed.insert(code, words.to_owned());
    }
    let bytes = std::fs::read(file).with_context(|| format!("could not read `{}`", file.display()))?;
    let checked = verify::court(&bytes, &confirmed);
    for finding in &checked.findings {
        println!("{finding}");
    }
    if let Some(statement) = &checked.statement {
        let witnesses: Vec<String> =
            checked.witnesses.iter().map(|(agency, count)| format!("{agency} {count}")).collect();
        let witnesses = if witnesses.is_empty() { "none".to_owned() } else { witnesses.join(", ") };
        println!("from {}, about: {}", statement.agency, statement.about);
        println!(
            "{} records, {} proved to stand in a log, cosigned by: {witnesses}",
            checked.entries, checked.in_log
        );
        println!("{} signed by officers with keys that the file holds", checked.assertions);
    }
    println!("{} findings", checked.findings.len());
    Ok(if checked.findings.is_empty() { exit::DONE } else { exit::FINDINGS })
}
