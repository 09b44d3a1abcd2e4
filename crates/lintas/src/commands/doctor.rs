//! `lintas doctor DIR`: looks a node over and says what to mend.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use lintas_casework::partner;
use lintas_exchange::{ClocksDiffer, account};

use crate::{exit, node};

/// Look a node over: keys, addresses, partners, clock, space; exit code 1 if something should be mended.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let node = node::open(&args.dir).await?;
    let mut advice = Vec::new();
    let keys = args.dir.join("keys");
    if keys.join("root.key").exists() && !node.config().demo {
        advice.push(
            "keys/root.key is on this machine: take it into a safe, it is needed only to sign new keys"
                .to_owned(),
        );
    }
    for entry in std::fs::read_dir(&keys)?.flatten() {
        if entry.metadata()?.permissions().mode() & 0o077 != 0 {
            advice.push(format!("{} can be read by others: chmod 600", entry.path().display()));
        }
    }
    let now = node.now();
    if now < lintas_model::Timestamp::from_ymd(2025, 1, 1).unwrap_or(now) {
        advice.push(format!("the clock says {now}: set it, records are dated by it"));
    }
    if let Some(last) = node.last_written().await?.filter(|last| *last > now) {
        advice.push(format!("the clock says {now}, but the last record here is of {last}: set it"));
    }
    let partners = partner::all(&node).await?;
    for partner in partners.iter().filter(|partner| partner.active) {
        let code = &partner.agency.code;
        if let Some(ClocksDiffer { ours, theirs }) = account(&node, code).await?.clocks {
            advice.push(format!(
                "the clock of {code} showed {theirs} when ours showed {ours}: set one of them"
            ));
        }
    }
    if partners.is_empty() {
        advice.push("no partner is pinned: exchange cards with `lintas partner`".to_owned());
    }
    if node.config().public_address.is_none() {
        advice.push("no public address: partners can meet this node by file only".to_owned());
    }
    let (records, unreadable) = lintas_casework::verify::count(&node).await?;
    if unreadable > 0 {
        advice.push(format!(
            "{unreadable} records are of kinds this program does not know: install the newer one"
        ));
    }
    println!("node of {}: {records} records, {} partners", node.code(), partners.len());
    for line in &advice {
        println!("- {line}");
    }
    if advice.is_empty() {
        println!("nothing to mend");
    }
    node.close().await;
    Ok(if advice.is_empty() { exit::DONE } else { exit::FINDINGS })
}
