//! `lintas serve DIR`: runs a node.

use std::path::PathBuf;

use crate::{exit, node, serving};

/// Run a node: pages for its officers, records for its partners.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
    /// The pages are reached through a TLS proxy: cookies say so.
    #[arg(long)]
    behind_tls: bool,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let node = node::open(&args.dir).await?;
    let mut served = serving::serve_node(&node, args.behind_tls).await?;
    eprintln!("node of {}: pages on http://{}", node.code(), node.config().web_address);
    served.until_stopped().await?;
    served.stop().await;
    node.close().await;
    Ok(exit::DONE)
}
