//! `bench trust`: hit/no-hit beside openmined-psi in the same call, interleaved: wall time, processor time, bytes.
//!
//! The peer comes from its package index into a virtual environment under `target/`; without it ours is still measured. It
//! does less: its answers carry no proof, its sets are not padded, and nothing is committed to. Both get the same items and
//! the same rate of false hits. Each run is a process of its own; of several rounds the fastest counts, for either side.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use lintas_hits::{HolderKey, Item, Question, Set};
use lintas_model::entropy::SeededEntropy;
use lintas_model::record::ItemKind;

/// Tells the process that it is the one that is measured, and with which sizes.
const MEASURED: &str = "LINTAS_TRUST_MEASURED";
const PEER: &str = include_str!("trust/peer.py");
const PEER_PACKAGE: &str = "openmined-psi==2.0.6";
/// The peer's rate of false hits over all items of a question; ours is given for one item.
const FALSE_HIT_IN: u64 = 1_000_000_000;
/// One item in so many that is asked is held.
const SHARED_ONE_IN: usize = 10;

/// What to measure.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Sizes as asked x held, for example 1000x100000.
    #[arg(long, value_delimiter = ',', default_value = "1000x100000,10000x1000000")]
    sizes: Vec<String>,
    /// Rounds of each size.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

/// What one run took.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Cost {
    setup_s: f64,
    online_s: f64,
    cpu_s: f64,
    set_bytes: usize,
    question_bytes: usize,
    answer_bytes: usize,
    hits: usize,
}

impl Cost {
    fn wall_s(&self) -> f64 {
        self.setup_s + self.online_s
    }

    fn bytes(&self) -> usize {
        self.set_bytes + self.question_bytes + self.answer_bytes
    }

    /// The fastest of each.
    fn best(self, other: Self) -> Self {
        Self {
            setup_s: self.setup_s.min(other.setup_s),
            online_s: self.online_s.min(other.online_s),
            cpu_s: self.cpu_s.min(other.cpu_s),
            ..other
        }
    }
}

/// Prints the table in Markdown.
///
/// # Errors
/// When a run fails, or the two sides do not find the same.
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    if let Ok(sizes) = std::env::var(MEASURED) {
        let (asked, held) = parse(&sizes)?;
        println!("{}", serde_json::to_string(&measured(asked, held)?)?);
        return Ok(());
    }
    let folder = PathBuf::from("target/bench-trust");
    std::fs::create_dir_all(&folder).context("could not create target/bench-trust")?;
    let python = install(&folder);
    if let Err(error) = &python {
        eprintln!("openmined-psi is left out: {error:#}");
    }
    println!(
        "| asked x held | tool | wall (s) | online (s) | CPU (s) | set (B) | question (B) | answer (B) | hits |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for size in &args.sizes {
        let (asked, held) = parse(size)?;
        let (mut ours, mut theirs) = (None, None);
        for _ in 0..args.rounds.max(1) {
            let mut command = Command::new(std::env::current_exe()?);
            keep(&mut ours, cost(command.arg("trust").env(MEASURED, size))?);
            if let Ok(python) = &python {
                let mut command = Command::new(python);
                command.arg(folder.join("peer.py"));
                command.args([asked, held, asked / SHARED_ONE_IN].map(|n| n.to_string()));
                keep(&mut theirs, cost(&mut command)?);
            }
        }
        let Some(ours) = ours else { continue };
        row(size, "Lintas, padded, with proof", &ours);
        let Some(theirs) = theirs else { continue };
        row(size, PEER_PACKAGE, &theirs);
        ensure!(ours.hits == theirs.hits, "the two sides do not find the same");
        let places = held.next_power_of_two() as f64;
        println!(
            "| {size} | ratio, theirs to ours | {:.2} | {:.2} | {:.2} | | | | |",
            theirs.wall_s() / ours.wall_s(),
            theirs.online_s / ours.online_s,
            theirs.cpu_s / ours.cpu_s,
        );
        println!(
            "| {size} | bytes, ours to theirs | | | | {:.3} whole set, {:.3} a place | | | {:.3} of all bytes |",
            ours.set_bytes as f64 / theirs.set_bytes as f64,
            ours.set_bytes as f64 / places / (theirs.set_bytes as f64 / held as f64),
            ours.bytes() as f64 / theirs.bytes() as f64,
        );
    }
    Ok(())
}

fn parse(size: &str) -> anyhow::Result<(usize, usize)> {
    let (asked, held) = size.split_once('x').with_context(|| format!("could not read the size `{size}`"))?;
    Ok((asked.parse()?, held.parse()?))
}

fn keep(best: &mut Option<Cost>, cost: Cost) {
    *best = Some(match best.take() {
        Some(before) => before.best(cost),
        None => cost,
    });
}

fn row(size: &str, tool: &str, cost: &Cost) {
    println!(
        "| {size} | {tool} | {:.2} | {:.3} | {:.2} | {} | {} | {} | {} |",
        cost.wall_s(),
        cost.online_s,
        cost.cpu_s,
        cost.set_bytes,
        cost.question_bytes,
        cost.answer_bytes,
        cost.hits
    );
}

fn cost(command: &mut Command) -> anyhow::Result<Cost> {
    let output = command.output().context("could not start a run")?;
    if !output.status.success() {
        bail!("a run failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    serde_json::from_slice(&output.stdout).context("could not read what a run took")
}

/// One run of ours, both sides in this process, every byte that would travel encoded and read again.
fn measured(asked: usize, held: usize) -> anyhow::Result<Cost> {
    let item = |n: usize| Item::new(ItemKind::Phone, &format!("+668{n:09}"));
    let own: Vec<Item> = (0..held).map(item).collect();
    let first = held.saturating_sub(asked / SHARED_ONE_IN);
    let wanted: Vec<Item> = (first..first + asked).map(item).collect();
    let mut entropy = SeededEntropy::new(7);
    let (began, began_cpu) = (Instant::now(), cpu_s());
    let key = HolderKey::derive(&[7; 32], b"bench");
    let one_in = FALSE_HIT_IN.saturating_mul(asked as u64);
    let set = Set::with_rate(&key.tags(&own), one_in, &mut entropy)?.to_bytes();
    let setup_s = began.elapsed().as_secs_f64();
    let question = Question::new(&wanted, &[9; 32])?;
    let blinded = question.blinded()?;
    let answer = key.answer(&blinded, &mut entropy)?;
    let tags = question.read(key.public(), &answer)?;
    let hits = Set::from_bytes(&set)?.hits(&tags).len();
    Ok(Cost {
        setup_s,
        online_s: began.elapsed().as_secs_f64() - setup_s,
        cpu_s: cpu_s() - began_cpu,
        set_bytes: set.len(),
        question_bytes: blinded.len(),
        answer_bytes: answer.evaluated.len() + answer.proof.len(),
        hits,
    })
}

/// Seconds of processor time that this process has used, all threads; hundredths, as the kernel counts them.
fn cpu_s() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program may hold spaces; what follows it does not.
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    fields.split_whitespace().skip(11).take(2).filter_map(|text| text.parse::<f64>().ok()).sum::<f64>()
        / 100.0
}

fn install(folder: &Path) -> anyhow::Result<PathBuf> {
    let program = folder.join("venv/bin/python");
    if !program.exists() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
    }
    succeed(Command::new(&program).args(["-m", "pip", "install", "--quiet", PEER_PACKAGE]))?;
    std::fs::write(folder.join("peer.py"), PEER).context("could not write the script for the peer")?;
    Ok(std::path::absolute(program)?)
}

fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let output = command.output().context("could not start Python")?;
    if !output.status.success() {
        bail!("could not set up openmined-psi: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}
