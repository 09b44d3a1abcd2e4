//! `bench linkage`: lists of persons against Splink in the same call: time, memory and F1 beside each other, and growth.
//!
//! Splink comes from its package index into a virtual environment under `target/`; without it ours is still measured. Each
//! run is a process of its own, so that its memory can be told. Lists with a known truth are made here from a seed; a
//! folder of lists with `NAME.truth.csv` beside them is measured too when `LINTAS_LINKAGE_LISTS` names it.

mod made;

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail};
use lintas_linkage::{LinkOptions, ReadOptions, Reader, Records, link};

/// Tells the process that it is the one that is measured.
const MEASURED: &str = "LINTAS_LINKAGE_MEASURED";
const SPLINK: &str = include_str!("linkage/peer.py");

/// What one run took.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Cost {
    seconds: f64,
    megabytes: f64,
}

/// Prints the table in Markdown.
///
/// # Errors
/// When a list cannot be made or read, or a run fails.
pub(crate) fn run() -> anyhow::Result<()> {
    if let Some(list) = std::env::var_os(MEASURED) {
        return measured(Path::new(&list));
    }
    let folder = PathBuf::from("target/bench-linkage");
    std::fs::create_dir_all(&folder).context("could not create target/bench-linkage")?;
    let python = install(&folder);
    if let Err(error) = &python {
        eprintln!("Splink is left out: {error:#}");
    }
    println!("| list | records | tool | seconds | memory (MB) | F1 at 0.5 | precision | recall |");
    println!("|---|---|---|---|---|---|---|---|");
    for (name, list, truth) in lists(&folder)? {
        let truth = read_truth(&truth)?;
        let ours = Command::new(std::env::current_exe()?).arg("linkage").env(MEASURED, &list).output()?;
        row(&name, "Lintas", &ours, &list.with_extension("pairs"), &truth)?;
        if let Ok(python) = &python {
            let out = list.with_extension("splink");
            let script = folder.join("peer.py");
            std::fs::write(&script, SPLINK).context("could not write the script for Splink")?;
            let theirs = Command::new(python)
                .arg(&script)
                .arg(&list)
                .arg(&out)
                .output()
                .context("could not start Python")?;
            if let Err(error) = row(&name, "Splink", &theirs, &out, &truth) {
                eprintln!("Splink on {name}: {error:#}");
            }
        }
    }
    Ok(())
}

/// Name, list and truth of everything that is measured; lists given from outside are copied, so that answers stay here.
fn lists(folder: &Path) -> anyhow::Result<Vec<(String, PathBuf, PathBuf)>> {
    let mut lists = Vec::new();
    if let Some(given) = std::env::var_os("LINTAS_LINKAGE_LISTS") {
        let entries = std::fs::read_dir(&given).context("could not read the folder of lists")?;
        let files: BTreeSet<PathBuf> =
            entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        for truth in files.iter().filter(|file| file.to_string_lossy().ends_with(".truth.csv")) {
            let list = PathBuf::from(truth.to_string_lossy().replace(".truth.csv", ".csv"));
            let name = list.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
            let copy = folder.join(format!("{name}.csv"));
            std::fs::write(&copy, std::fs::read(&list).context("could not read a list")?)?;
            lists.push((name, copy, truth.clone()));
        }
    }
    for n_records in [10_000, 100_000, 1_000_000] {
        let (list, truth) = (
            folder.join(format!("made-{n_records}.csv")),
            folder.join(format!("made-{n_records}.truth.csv")),
        );
        made::write(n_records, &list, &truth)?;
        lists.push(("made".to_owned(), list, truth));
    }
    Ok(lists)
}

/// Links one list in this process and prints what it took.
fn measured(list: &Path) -> anyhow::Result<()> {
    let began = Instant::now();
    let mut records = Records::new();
    Reader::new(ReadOptions::default()).read(File::open(list)?, &mut records, &mut |_| {})?;
    records.seal();
    let linkage = link(&records, &LinkOptions::default(), &());
    let mut out = csv::Writer::from_path(list.with_extension("pairs"))?;
    out.write_record(["left", "right", "probability"])?;
    for pair in &linkage.pairs {
        out.write_record([records.id(pair.left), records.id(pair.right), &pair.probability.to_string()])?;
    }
    out.flush()?;
    let cost = Cost { seconds: began.elapsed().as_secs_f64(), megabytes: peak_megabytes() };
    println!("{}", serde_json::to_string(&cost)?);
    Ok(())
}

/// Most memory this process has had, as the kernel counts it; 0 where it does not tell.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.trim().trim_end_matches(" kB").parse::<f64>().ok())
        .map_or(0.0, |kilobytes| kilobytes / 1024.0)
}

fn install(folder: &Path) -> anyhow::Result<PathBuf> {
    let program = folder.join("venv/bin/python");
    if !program.exists() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
    }
    succeed(Command::new(&program).args(["-m", "pip", "install", "--quiet", "splink", "pandas"]))?;
    Ok(std::path::absolute(program)?)
}

fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let output = command.output().context("could not start Python")?;
    if !output.status.success() {
        bail!("could not set up Splink: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

fn read_truth(path: &Path) -> anyhow::Result<HashMap<String, String>> {
    let mut rows = csv::Reader::from_path(path)?;
    rows.deserialize::<(String, String)>()
        .map(|row| row.context("could not read a row of the truth"))
        .collect()
}

fn row(
    name: &str,
    tool: &str,
    output: &std::process::Output,
    pairs: &Path,
    truth: &HashMap<String, String>,
) -> anyhow::Result<()> {
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        bail!("could not run: {}", text.lines().last().unwrap_or(""));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let cost: Cost = serde_json::from_str(text.lines().last().unwrap_or(""))?;
    let (precision, recall) = quality(pairs, truth)?;
    let f1 = 2.0 * precision * recall / (precision + recall).max(1e-12);
    println!(
        "| {name} | {} | {tool} | {:.2} | {:.0} | {f1:.4} | {precision:.4} | {recall:.4} |",
        truth.len(),
        cost.seconds,
        cost.megabytes
    );
    Ok(())
}

/// Pairwise precision and recall of the pairs at 0.5 and above.
fn quality(pairs: &Path, truth: &HashMap<String, String>) -> anyhow::Result<(f64, f64)> {
    let mut sizes: HashMap<&str, u64> = HashMap::new();
    truth.values().for_each(|cluster| *sizes.entry(cluster).or_insert(0) += 1);
    let n_true: u64 = sizes.values().map(|size| size * (size - 1) / 2).sum();
    let (mut said, mut hit) = (0_u64, 0_u64);
    for row in csv::Reader::from_path(pairs)?.deserialize::<(String, String, f64)>() {
        let (left, right, probability) = row?;
        if probability >= 0.5 {
            said += 1;
            hit += u64::from(truth.get(&left).is_some_and(|cluster| truth.get(&right) == Some(cluster)));
        }
    }
    Ok((hit as f64 / said.max(1) as f64, hit as f64 / n_true.max(1) as f64))
}
