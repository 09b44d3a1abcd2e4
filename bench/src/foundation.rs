//! `bench foundation`: what the foundation of a node can do, as ratios taken in one run, and how each figure grows with the
//! number of records held.
//!
//! Every run makes its own nodes in a folder of its own and takes them away again.

mod bare;
mod ingest;
mod load;
mod postgres;
mod program;
mod search;
mod sync;
mod verify;

use anyhow::Context as _;
use lintas_model::Timestamp;
use lintas_testkit::{Member, joint_case, region};

use ingest::Writer;

/// Records sealed and written together.
const GROUP: usize = 1_024;
/// More than so many records are not carried from node to node: the rate no longer changes.
const MOST_CARRIED: usize = 100_000;

/// What is measured.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Numbers of records to hold, each in a run of its own; add 1000000 on a quiet machine.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    records: Vec<usize>,
    /// The program to start for the figures of the server.
    #[arg(long, default_value = "target/release/lintas")]
    program: std::path::PathBuf,
    /// Leaves PostgreSQL out.
    #[arg(long)]
    sqlite_only: bool,
}

/// Prints one table for each number of records.
///
/// # Errors
/// When a node cannot be made, written or read.
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!("# Foundation: {cores} cores, load {}, groups of {GROUP}\n", machine_load());
    for &records in &args.records {
        runtime.block_on(one_size(args, records))?;
    }
    Ok(())
}

async fn one_size(args: &Args, records: usize) -> anyhow::Result<()> {
    println!("## {records} records, load {}\n", machine_load());
    println!("| figure | value | ratio | aim |");
    println!("|---|---|---|---|");
    let region = region(2).await?;
    let (one, two) = region.pair();
    let (case, audience) = joint_case(one, &[two]).await?;
    let mut writer = Writer::at(one, &region.folder(0), case, audience).await?;
    let mut bare = bare::Bare::beside(one).await?;
    let (ours, theirs, size) = ingest::beside(&mut writer, &mut bare, records).await?;
    bare.close().await?;
    let rate = |seconds: f64| records as f64 / seconds;
    row("durable ingest, records/s", rate(ours), Some(theirs / ours), "20,000 and 0.6 of a bare insert");
    row("a bare insert of the same rows, records/s", rate(theirs), None, "");
    row("bytes of a record as signed", size as f64, None, "1,024");
    let thai = ingest::in_thai(&mut writer, (records / 10).min(10_000)).await?;
    row("ingest of Thai text, records/s", thai, Some(thai / rate(ours)), "");

    let checked = verify::speed(&writer, records).await?;
    row("check of a feed, records/s", checked.ours, Some(checked.ours / checked.peer), "0.9 of the library");
    row("all bytes of the store, file not in memory, s", checked.cold_s, None, "30 for 1,000,000");
    row("views computed anew and compared, s", checked.views_s, None, "");
    row("views rebuilt, s", checked.rebuild_s, None, "");
    row("largest memory so far, MiB", program::own_peak_mib(), None, "");

    for (what, p50, p95) in search::speed(&writer.store).await? {
        println!("| search in the store, {what}, p50 / p95, ms | {p50:.1} / {p95:.1} | | 20 |");
    }
    if records <= MOST_CARRIED {
        let carried = sync::speed(one, two).await?;
        row("node to node over TLS, records/s", carried, Some(carried / rate(ours)), "0.6 of ingest");
    }
    // The program goes by the clock of the machine, and so must the session that it is asked with.
    region.clock.set(now()?);
    served(args, one, &region.folder(0)).await?;
    if !args.sqlite_only && records <= MOST_CARRIED {
        match postgres::Server::start() {
            Some(server) => {
                let ours = ingest::on_postgres(&server?, records).await?;
                row("durable ingest on PostgreSQL, records/s", rate(ours), None, "");
            }
            None => println!("| durable ingest on PostgreSQL | its server is not installed | | |"),
        }
    }
    println!();
    Ok(())
}

/// The present instant of the machine.
#[expect(clippy::disallowed_methods, reason = "a benchmark stands at the edge, where the clock is read")]
fn now() -> anyhow::Result<Timestamp> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(Timestamp::from_millis(i64::try_from(since.as_millis())?))
}

/// The figures of the program itself, started on the node's folder.
async fn served(args: &Args, member: &Member, folder: &std::path::Path) -> anyhow::Result<()> {
    if !args.program.exists() {
        println!("| pages, start, memory | `{}` is not built | | |", args.program.display());
        return Ok(());
    }
    let figures =
        program::served(&args.program, member, folder).await.context("could not time the program")?;
    row("from start to the first page, s", figures.start_s, None, "1");
    for (page, p50, p95) in figures.pages {
        println!("| page {page}, p50 / p95, ms | {p50:.1} / {p95:.1} | | 30 |");
    }
    row("memory of the idle node, MiB", figures.idle_mib, None, "300");
    row("memory after the pages, MiB", figures.after_mib, None, "");
    Ok(())
}

fn row(what: &str, value: f64, ratio: Option<f64>, aim: &str) {
    let value = if value < 100.0 { format!("{value:.2}") } else { format!("{value:.0}") };
    println!("| {what} | {value} | {} | {aim} |", ratio.map_or(String::new(), |ratio| format!("{ratio:.2}")));
}

/// The median and the 95th percentile of times, in milliseconds.
fn percentiles(mut seconds: Vec<f64>) -> (f64, f64) {
    seconds.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = (seconds.len() as f64 * share) as usize;
        seconds.get(place.min(seconds.len().saturating_sub(1))).copied().unwrap_or_default() * 1e3
    };
    (at(0.5), at(0.95))
}

/// The load of the machine over the last minute.
fn machine_load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}
