//! `lintas verify DIR`: every finding about the bytes and the views.

use std::path::PathBuf;

use crate::{exit, node, progress};

/// Check every record, the log and the views of a node; exit code 0 only if nothing is found.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let node = node::open(&args.dir).await?;
    let (total, unreadable) = lintas_casework::verify::count(&node).await?;
    // Bytes are read once, views are computed once.
    let bar = progress::bar("verifying", Some(total * 2));
    let counting = bar.clone();
    let findings = lintas_casework::verify::verify(&node, &move |read| counting.inc(read)).await?;
    bar.finish_and_clear();
    for finding in &findings {
        println!("{} {}: {}", finding.code, finding.place, finding.problem);
    }
    println!(
        "{total} records, {unreadable} of a kind this program does not know, {} findings",
        findings.len()
    );
    node.close().await;
    Ok(if findings.is_empty() { exit::DONE } else { exit::FINDINGS })
}
