//! `lintas rebuild DIR`: computes all views anew from the records.

use std::path::PathBuf;

use crate::{exit, node, progress};

/// Compute all views of a node anew from its records.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let node = node::open(&args.dir).await?;
    let (total, _) = lintas_casework::verify::count(&node).await?;
    let bar = progress::bar("rebuilding", Some(total));
    let counting = bar.clone();
    lintas_casework::verify::rebuild(&node, &move |read| counting.inc(read)).await?;
    bar.finish_and_clear();
    println!("rebuilt the views of {total} records");
    node.close().await;
    Ok(exit::DONE)
}
