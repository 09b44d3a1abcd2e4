//! `lintas results DIR…`: what the latest round has brought, counted from the records of the nodes.

use std::path::PathBuf;

use crate::{exit, node};

/// Count the results of the latest round from the records of one or more nodes.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folders of the nodes.
    #[arg(required = true)]
    dirs: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Table,
    /// For programs.
    Json,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let mut nodes = Vec::with_capacity(args.dirs.len());
    for dir in &args.dirs {
        nodes.push(node::open(dir).await?);
    }
    let results = lintas_casework::region::results(&nodes).await?;
    print(&results, args.format)?;
    for node in nodes {
        node.close().await;
    }
    Ok(exit::DONE)
}

/// Prints results by kind.
pub(crate) fn print(
    results: &std::collections::BTreeMap<lintas_model::outcome::OutcomeKind, u32>,
    format: Format,
) -> anyhow::Result<()> {
    match format {
        Format::Json => {
            println!("{}", serde_json::to_string_pretty(&serde_json::json!({ "results": results }))?)
        }
        Format::Table => {
            for (kind, count) in results {
                println!("{count:>6}  {}", kind.as_str().replace('_', " "));
            }
        }
    }
    Ok(())
}
