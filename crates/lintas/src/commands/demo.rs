//! `lintas demo`: the region on one machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use lintas_casework::Node;
use lintas_casework::document::{self, DocumentKind, Wanted};
use lintas_exchange::Pace;
use lintas_exercise::round;
use lintas_model::outcome::OutcomeKind;

use super::results::{self, Format};
use crate::demo::{PlayedClock, Region, play};
use crate::exit::{self, Usage};
use crate::progress;
use crate::serving;

/// Start a region of eight agency nodes and a steward on loopback, play the round of 2017 at them, print one address.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Where the nodes are kept; a temporary folder when left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Play the round, print the results and stop.
    #[arg(long)]
    once: bool,
    /// How results are printed.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// First port: pages from here on, nodes 100 above. 0 takes any free ones.
    #[arg(long, default_value_t = 7801)]
    port: u16,
    /// Seed of the made-up people.
    #[arg(long, default_value_t = 2017)]
    seed: u64,
    /// Lets the nodes talk over a link of 256 kbit/s.
    #[arg(long)]
    slow: bool,
    /// Lets an agency meet the others by file only, for example LA.
    #[arg(long, value_name = "CODE")]
    airgap: Option<String>,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let script = round::script(args.seed);
    let temporary = if args.data.is_none() { Some(serving::temporary_folder()?) } else { None };
    let folder = match (&args.data, &temporary) {
        (Some(folder), _) => folder.clone(),
        (None, Some(temporary)) => temporary.path().to_owned(),
        (None, None) => return Err(Usage("could not choose a folder: name one with --data".into()).into()),
    };
    if folder.join(round::STEWARD).exists() {
        return Err(Usage(format!(
            "could not play in `{}`: a region was played there already; choose an empty folder",
            folder.display()
        ))
        .into());
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make `{}`", folder.display()))?;
    let first =
        script.acts.first().map_or_else(|| lintas_model::Timestamp::from_millis(0), |act| act.on.earliest());
    let clock = Arc::new(PlayedClock::new(first));
    let port = if args.once { 0 } else { args.port };
    let region = Region::found(&folder, script.agencies, port, args.airgap.as_deref(), clock).await?;
    let mut served = serving::answer_region(&region)?;
    let bar = progress::bar("playing the round", Some(script.acts.len() as u64));
    let counting = bar.clone();
    play(&region, script.acts, move |done| counting.inc(done)).await?;
    bar.finish_and_clear();
    region.clock.start();
    let nodes: Vec<Node> = region.stations.iter().map(|station| station.node.clone()).collect();
    let (found, report) = tokio::try_join!(count(&nodes), print_report(&region, &folder))?;
    results::print(&found, args.format)?;
    eprintln!("The report of the round is in {}.", report.display());
    if !args.once {
        let pace = if args.slow { Pace::SLOW } else { Pace::FULL };
        let home = serving::show_region(&mut served, &region, pace)?;
        eprintln!();
        eprintln!("DEMO: nothing here is real. Open {home}");
        eprintln!("The nodes are in {}. Stop with Ctrl-C.", folder.display());
        served.until_stopped().await?;
    }
    served.stop().await;
    region.close().await;
    Ok(exit::DONE)
}

/// Signs the logs and counts the results from the records of all nodes.
async fn count(nodes: &[Node]) -> anyhow::Result<BTreeMap<OutcomeKind, u32>> {
    for node in nodes {
        node.checkpoint().await?;
    }
    Ok(lintas_casework::region::results(nodes).await?)
}

/// Prints the report of the round as the steward does, from the records that the agencies gave to the steward's node.
async fn print_report(region: &Region, folder: &Path) -> anyhow::Result<PathBuf> {
    let steward = region.station(round::STEWARD)?.seat("steward").await?;
    let kind = DocumentKind::RoundReport;
    let of = document::newest(&steward, kind).await?;
    let paper = document::print(&steward, &Wanted { kind, of, language: None }).await?;
    let path = folder.join("round-report.pdf");
    crate::whole_file::WholeFile::of(&path, &paper.printed.pdf)?;
    Ok(path)
}
