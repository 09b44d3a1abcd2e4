//! `lintas link`: lists of persons in, who is the same person out.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Context;
use indicatif::ProgressBar;
use lintas_linkage::explain::explain;
use lintas_linkage::learn::Group;
use lintas_linkage::{
    Issue, LinkOptions, Linkage, Meaning, Progress, ReadError, ReadOptions, Reader, Records, Stage, link,
};

use crate::exit::{self, Usage};
use crate::progress::bar;

/// Issues printed one by one; the rest are counted.
const SHOWN_ISSUES: u64 = 50;

/// Find the records of one person in and across lists.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// CSV lists of persons; the first column is the record id.
    #[arg(required = true, value_name = "PEOPLE.csv")]
    lists: Vec<PathBuf>,
    /// Folder for pairs.csv (left, right, probability) and clusters.csv (record, cluster).
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// What a column means, where it is not recognised: HEADER=MEANING.
    #[arg(long = "column", value_name = "HEADER=MEANING")]
    columns: Vec<String>,
    /// Encoding of the lists, such as windows-874; UTF-8, or UTF-16 with its mark, otherwise.
    #[arg(long)]
    encoding: Option<String>,
    /// Explains two records: every column with how far it agrees and what that says.
    #[arg(long, num_args = 2, value_names = ["LEFT", "RIGHT"])]
    explain: Vec<String>,
    /// Pairs outside of clusters are written from this probability on.
    #[arg(long, value_name = "P", default_value_t = 0.05)]
    least: f64,
    /// Pairs to compare about; chosen by the number of records otherwise.
    #[arg(long, value_name = "PAIRS")]
    budget: Option<u64>,
    /// Seed of the pairs drawn at random to learn from; the same seed gives the same answer.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Links the lists. Exit code 0 when every row was used, 1 when a row was rejected.
///
/// # Errors
/// When a list cannot be read, an option names what is not there, or the answer cannot be written.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let mut records = Records::new();
    let n_rejected = read(args, &mut records)?;
    records.seal();
    let explained = explained(args, &records)?;
    let options = LinkOptions {
        budget: args.budget,
        seed: args.seed,
        least_probability: args.least,
        ..LinkOptions::default()
    };
    let bars = Bars(Mutex::new(ProgressBar::hidden()));
    let linkage = link(&records, &options, &bars);
    bars.finish();
    write(&args.out, &records, &linkage)?;
    report(&records, &linkage);
    if let Some((left, right)) = explained {
        print_explanation(&linkage, left, right, &args.explain)?;
    }
    Ok(if n_rejected > 0 { exit::FINDINGS } else { exit::DONE })
}

fn read(args: &Args, records: &mut Records) -> anyhow::Result<u64> {
    let mut columns = Vec::new();
    for given in &args.columns {
        let (header, meaning) = given
            .rsplit_once('=')
            .ok_or_else(|| Usage(format!("could not read `--column {given}`: write HEADER=MEANING")))?;
        let meaning: Meaning = meaning.parse().map_err(|error| Usage(format!("{error}")))?;
        columns.push((header.to_owned(), meaning));
    }
    let mut reader = Reader::new(ReadOptions { columns, encoding: args.encoding.clone() });
    let mut n_rejected = 0;
    for path in &args.lists {
        let file = path.display().to_string();
        let source = File::open(path).with_context(|| format!("could not open `{file}`"))?;
        let size = source.metadata().map_or(0, |found| found.len());
        let progress = if size > 20_000_000 { bar("reading", Some(size)) } else { ProgressBar::hidden() };
        let mut n_shown = 0;
        let mut on_issue = |issue: Issue| {
            n_shown += 1;
            if n_shown <= SHOWN_ISSUES {
                let column = issue.column.map_or(String::new(), |column| format!(", column {column}"));
                progress.suspend(|| {
                    eprintln!("{file}: row {}{column}: {}; row rejected", issue.row, issue.reason)
                });
            }
        };
        let read =
            reader.read(progress.wrap_read(source), records, &mut on_issue).map_err(|error| match error {
                ReadError::NoSuchColumn(..) | ReadError::NoSuchEncoding(_) | ReadError::NothingToCompare => {
                    anyhow::Error::from(Usage(format!("{file}: {error}")))
                }
                other => anyhow::Error::from(other).context(format!("could not use `{file}`")),
            })?;
        progress.finish_and_clear();
        if read.n_rejected > SHOWN_ISSUES {
            eprintln!("{file}: {} more rejected rows are not shown", read.n_rejected - SHOWN_ISSUES);
        }
        if read.n_rejected > 0 {
            eprintln!(
                "{file}: {} rows rejected, {} taken; correct the rows named above and run again",
                read.n_rejected, read.n_taken
            );
        }
        let columns: Vec<String> =
            read.columns.iter().map(|(header, meaning)| format!("{header} = {meaning}")).collect();
        println!("{file}: {} records. Columns: {}", read.n_taken, columns.join(", "));
        n_rejected += read.n_rejected;
    }
    Ok(n_rejected)
}

/// Records that are to be explained.
fn explained(args: &Args, records: &Records) -> anyhow::Result<Option<(u32, u32)>> {
    let [left, right] = args.explain.as_slice() else { return Ok(None) };
    let find = |id: &str| {
        (0..records.len() as u32)
            .find(|record| records.id(*record) == id)
            .ok_or_else(|| Usage(format!("could not find the record `{id}` to explain")))
    };
    Ok(Some((find(left)?, find(right)?)))
}

fn write(out: &Path, records: &Records, linkage: &Linkage<'_>) -> anyhow::Result<()> {
    std::fs::create_dir_all(out).with_context(|| format!("could not create `{}`", out.display()))?;
    let create = |name: &str| -> anyhow::Result<csv::Writer<BufWriter<File>>> {
        let path = out.join(name);
        let file = File::create(&path).with_context(|| format!("could not create `{}`", path.display()))?;
        Ok(csv::Writer::from_writer(BufWriter::with_capacity(1 << 18, file)))
    };
    let mut pairs = create("pairs.csv")?;
    pairs.write_record(["left", "right", "probability"])?;
    for pair in &linkage.pairs {
        pairs.write_record([
            records.id(pair.left),
            records.id(pair.right),
            &format!("{:.4}", pair.probability),
        ])?;
    }
    pairs.flush().context("could not write pairs.csv")?;
    let mut clusters = create("clusters.csv")?;
    clusters.write_record(["record", "cluster"])?;
    for (record, cluster) in linkage.cluster_of.iter().enumerate() {
        clusters.write_record([records.id(record as u32), records.id(*cluster)])?;
    }
    clusters.flush().context("could not write clusters.csv")?;
    Ok(())
}

/// Prints what was compared and learned.
fn report(records: &Records, linkage: &Linkage<'_>) {
    let n = records.len() as f64;
    let all = (n * (n - 1.0) / 2.0).max(1.0);
    println!(
        "Compared {} of {all:.0} pairs ({:.4} %), blocks of at most {} records; estimated to hold at most {:.1} % of the true pairs (what no key brings together is not seen).",
        linkage.n_compared,
        100.0 * linkage.n_compared as f64 / all,
        linkage.blocks.largest,
        100.0 * linkage.estimated_recall
    );
    let learned = linkage.learned();
    println!(
        "Learned from these lists in {} rounds; one pair in {:.0} is of one person.",
        learned.n_rounds,
        1.0 / learned.prior
    );
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::UTF8_FULL_CONDENSED);
    table.set_header(["column", "level", "same person", "two persons", "weight (bits)"]);
    for feature in 0..linkage.comparer().features().len() {
        for level in lintas_linkage::compare::Level::ALL.into_iter().skip(1) {
            let (m, u) = (learned.m[feature][level as usize], learned.u[feature][level as usize]);
            if m < 0.001 && u < 0.001 {
                continue;
            }
            table.add_row([
                linkage.comparer().label(feature).to_owned(),
                level.word().to_owned(),
                format!("{m:.3}"),
                format!("{u:.6}"),
                format!("{:+.1}", (m / u).log2()),
            ]);
        }
    }
    println!("{table}");
    for group in &learned.groups {
        if let Group::Joint(a, b) = *group {
            println!(
                "Weighed together, because they depend on each other: {} and {}.",
                linkage.comparer().label(a),
                linkage.comparer().label(b)
            );
        }
    }
    println!(
        "{} pairs of different values are used for one another. {} pairs at 0.5 and above, {} clusters of two and more.",
        linkage.variants().len(),
        linkage.pairs.iter().filter(|pair| pair.probability >= 0.5).count(),
        linkage.clusters.len()
    );
    if let Some(cluster) = linkage.clusters.iter().min_by(|a, b| a.probability.total_cmp(&b.probability))
        && let Some((left, right)) = cluster.weakest
    {
        println!("Weakest link: {} and {}, {:.2}.", records.id(left), records.id(right), cluster.probability);
    }
}

fn print_explanation(linkage: &Linkage<'_>, left: u32, right: u32, ids: &[String]) -> anyhow::Result<()> {
    let explanation = explain(linkage, left, right);
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::UTF8_FULL_CONDENSED);
    table.set_header(["column", ids[0].as_str(), ids[1].as_str(), "level", "weight (bits)"]);
    let bits = |natural: f64| format!("{:+.1}", natural / std::f64::consts::LN_2);
    table.add_row(["before comparing", "", "", "", &bits(explanation.prior)]);
    for line in &explanation.lines {
        let levels: Vec<&str> = line.levels.iter().map(|level| level.word()).collect();
        table.add_row([
            line.columns.join(" and "),
            line.left.join(" | "),
            line.right.join(" | "),
            levels.join(" and "),
            bits(line.weight),
        ]);
    }
    table.add_row(["together", "", "", "", &bits(explanation.log_odds)]);
    let mut out = std::io::stdout().lock();
    writeln!(out, "{table}")?;
    writeln!(
        out,
        "By itself {:.4}; {}; {}.",
        explanation.probability,
        if explanation.same_cluster { "in one cluster" } else { "in two clusters" },
        if explanation.compared {
            "brought together by blocking"
        } else {
            "not brought together by blocking"
        }
    )?;
    Ok(())
}

/// One progress bar a stage.
struct Bars(Mutex<ProgressBar>);

impl Bars {
    fn finish(&self) {
        if let Ok(bar) = self.0.lock() {
            bar.finish_and_clear();
        }
    }
}

impl Progress for Bars {
    fn begin(&self, stage: Stage, n_steps: u64) {
        let what = match stage {
            Stage::Block => "blocking",
            Stage::Learn => "learning",
            Stage::Compare => "comparing",
            Stage::Cluster => "clustering",
        };
        if let Ok(mut current) = self.0.lock() {
            current.finish_and_clear();
            *current = bar(what, Some(n_steps));
        }
    }

    fn advance(&self, n_steps: u64) {
        if let Ok(bar) = self.0.lock() {
            bar.inc(n_steps);
        }
    }
}
