//! `bench names`: names across scripts beside open matchers in the same call: accuracy, calibration, retrieval and speed.
//!
//! Peers come from their package index into a virtual environment under `target/`; without them ours is still measured. The
//! hard pairs that are written down here are always measured; a folder given as `LINTAS_NAME_LISTS` adds its `pairs/*.tsv`
//! (name_a, name_b, label, kind) and `entities/*.jsonl` (forms of one name a line). `bench hard-names` explains the hard pairs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail};
use lintas_names::compare::{explain, score};
use lintas_names::{Frequencies, Name, compare};

const PEER: &str = include_str!("names/peer.py");
const HARD: &str = include_str!("names/hard.tsv");
/// Queries and candidates of a retrieval.
const MOST_QUERIES: usize = 100;
const MOST_CANDIDATES: usize = 3_000;

/// One list: pairs with their truth, and names to be found again.
#[derive(Debug, serde::Serialize)]
struct Part {
    list: String,
    /// Name, other name, whether they are one.
    pairs: Vec<(String, String, u8)>,
    /// Form that is looked for, and number of its name.
    queries: Vec<(String, usize)>,
    /// Form, and number of its name.
    candidates: Vec<(String, usize)>,
}

/// What one matcher answered on one list.
#[derive(Debug, serde::Deserialize)]
struct Answer {
    list: String,
    matcher: String,
    scores: Vec<f64>,
    seconds: f64,
    hits: f64,
    queries: usize,
}

/// Prints the table in Markdown.
///
/// # Errors
/// When a list cannot be read.
pub(crate) fn run() -> anyhow::Result<()> {
    let folder = PathBuf::from("target/bench-names");
    std::fs::create_dir_all(&folder).context("could not create target/bench-names")?;
    let parts = parts()?;
    let mut answers: Vec<Answer> = parts.iter().map(ours).collect();
    match peers(&folder, &parts) {
        Ok(theirs) => answers.extend(theirs),
        Err(error) => eprintln!("Peers are left out: {error:#}"),
    }
    println!("| list | pairs | matcher | AUC | best F1 | calibration error | found first | pairs/s |");
    println!("|---|---|---|---|---|---|---|---|");
    for part in &parts {
        let labels: Vec<bool> = part.pairs.iter().map(|pair| pair.2 == 1).collect();
        for answer in answers.iter().filter(|answer| answer.list == part.list) {
            let found = match answer.queries {
                0 => String::new(),
                n => format!("{:.2} of {n}", answer.hits / n as f64),
            };
            println!(
                "| {} | {} | {} | {:.3} | {:.3} | {:.3} | {found} | {:.0} |",
                part.list,
                labels.len(),
                answer.matcher,
                auc(&answer.scores, &labels),
                best_f1(&answer.scores, &labels),
                calibration_error(&answer.scores, &labels),
                labels.len() as f64 / answer.seconds.max(1e-9)
            );
        }
    }
    println!("\nLists together, from text to score on one core:");
    let matchers: BTreeSet<&str> = answers.iter().map(|answer| answer.matcher.as_str()).collect();
    let rate = |matcher: &str| {
        let own = answers.iter().filter(|answer| answer.matcher == matcher);
        let (n, seconds) = own.fold((0, 0.0), |sum, one| (sum.0 + one.scores.len(), sum.1 + one.seconds));
        n as f64 / f64::max(seconds, 1e-9)
    };
    for matcher in matchers {
        println!(
            "- {matcher}: {:.0} pairs/s, ours {:.1} times",
            rate(matcher),
            rate("Lintas") / rate(matcher)
        );
    }
    Ok(())
}

/// Prints the hard pairs of every language with what the comparison says of them.
///
/// # Errors
/// When a pair cannot be read as names.
pub(crate) fn hard() -> anyhow::Result<()> {
    let general = Frequencies::general();
    let mut language = "";
    for row in rows(HARD) {
        let [own, left, right, label, what] = row[..] else { bail!("could not read the row {row:?}") };
        if own != language {
            println!("\n## {own}\n");
            language = own;
        }
        let (left, right) = (Name::read(left)?, Name::read(right)?);
        let truth = if label == "1" { "one name" } else { "two names" };
        print!("{}  truth: {truth} ({what})\n\n", explain(&left, &right, &compare(&left, &right, &general)));
    }
    Ok(())
}

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn parts() -> anyhow::Result<Vec<Part>> {
    let pairs = rows(HARD)
        .filter_map(|row| match row[..] {
            [_, left, right, label, _] => Some((left.to_owned(), right.to_owned(), u8::from(label == "1"))),
            _ => None,
        })
        .collect();
    let mut parts =
        vec![Part { list: "hard pairs".to_owned(), pairs, queries: Vec::new(), candidates: Vec::new() }];
    let Some(folder) = std::env::var_os("LINTAS_NAME_LISTS").map(PathBuf::from) else { return Ok(parts) };
    let entries = std::fs::read_dir(folder.join("pairs")).context("could not read the folder of pairs")?;
    let files: BTreeSet<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    for file in files {
        let list = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let text = std::fs::read_to_string(&file).context("could not read a list of pairs")?;
        let pairs = rows(&text)
            .skip(1)
            // Two forms that share no token cannot be told from the names.
            .filter(|row| row.len() >= 3 && !row.get(3).is_some_and(|kind| kind.contains(":far")))
            .map(|row| (row[0].to_owned(), row[1].to_owned(), u8::from(row[2].trim() == "1")))
            .collect();
        let (queries, candidates) = retrieval(&folder.join(format!("entities/{list}.jsonl")))?;
        parts.push(Part { list, pairs, queries, candidates });
    }
    Ok(parts)
}

/// Forms with the number of their name.
type Forms = Vec<(String, usize)>;

/// Some forms to look for, in another script than Latin where there is one, and all other forms to find them among.
fn retrieval(file: &Path) -> anyhow::Result<(Forms, Forms)> {
    #[derive(serde::Deserialize)]
    struct Entity {
        forms: Vec<(String, String)>,
    }
    let Ok(text) = std::fs::read_to_string(file) else { return Ok((Vec::new(), Vec::new())) };
    let mut names: Vec<Vec<(String, String)>> = Vec::new();
    for line in text.lines() {
        let entity: Entity = serde_json::from_str(line).context("could not read a name and its forms")?;
        names.push(entity.forms);
    }
    names.retain(|forms| forms.len() > 1);
    let step = (names.len() / MOST_CANDIDATES).max(1);
    let (mut queries, mut candidates) = (Vec::new(), Vec::new());
    for (number, forms) in names.into_iter().step_by(step).take(MOST_CANDIDATES).enumerate() {
        let asked = forms.iter().position(|(_, script)| script != "lat").unwrap_or(0);
        let query = forms[asked].clone();
        let others =
            forms.into_iter().filter(|form| form.0 != query.0 && (query.1 == "lat" || form.1 == "lat"));
        let before = candidates.len();
        candidates.extend(others.map(|form| (form.0, number)));
        if candidates.len() > before {
            queries.push((query.0, number));
        }
    }
    let step = (queries.len() / MOST_QUERIES).max(1);
    Ok((queries.into_iter().step_by(step).take(MOST_QUERIES).collect(), candidates))
}

/// Compares by our own means; every name is read when it is first met, as the peers do.
fn ours(part: &Part) -> Answer {
    let general = Frequencies::general();
    let between = |left: &Option<Name>, right: &Option<Name>| match (left, right) {
        (Some(left), Some(right)) => score(left, right, &general).unwrap_or(0.0),
        _ => 0.0,
    };
    let began = Instant::now();
    let mut known = std::collections::HashMap::new();
    let mut scores = Vec::with_capacity(part.pairs.len());
    for (left, right, _) in &part.pairs {
        for text in [left, right] {
            known.entry(text.as_str()).or_insert_with(|| Name::read(text).ok());
        }
        scores.push(between(&known[left.as_str()], &known[right.as_str()]));
    }
    let seconds = began.elapsed().as_secs_f64();
    let candidates: Vec<(Option<Name>, usize)> =
        part.candidates.iter().map(|(text, name)| (Name::read(text).ok(), *name)).collect();
    let mut hits = 0.0;
    for (query, name) in &part.queries {
        let read = Name::read(query).ok();
        let (mut best, mut owners) = (-1.0, Vec::new());
        for ((candidate, owner), (text, _)) in candidates.iter().zip(&part.candidates) {
            if text == query {
                continue;
            }
            let found = between(&read, candidate);
            if found > best {
                (best, owners) = (found, vec![*owner]);
            } else if found == best {
                owners.push(*owner);
            }
        }
        let right = owners.iter().filter(|owner| *owner == name).count();
        hits += right as f64 / owners.len().max(1) as f64;
    }
    Answer {
        list: part.list.clone(),
        matcher: "Lintas".to_owned(),
        scores,
        seconds,
        hits,
        queries: part.queries.len(),
    }
}

fn peers(folder: &Path, parts: &[Part]) -> anyhow::Result<Vec<Answer>> {
    let task = folder.join("task.json");
    std::fs::write(&task, serde_json::to_vec(parts)?).context("could not write the task")?;
    let script = folder.join("peer.py");
    std::fs::write(&script, PEER).context("could not write the script for the peers")?;
    let python = folder.join("venv/bin/python");
    if !python.exists() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
    }
    let pip = |packages: &[&str]| {
        succeed(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))
    };
    pip(&["rapidfuzz", "anyascii"])?;
    // These two need ICU or much else to be built; what is missing is said and left out.
    for package in ["pyicu", "nomenklatura"] {
        if let Err(error) = pip(&[package]) {
            eprintln!("{package} is left out: {error:#}");
        }
    }
    let output = Command::new(std::path::absolute(&python)?)
        .arg(&script)
        .arg(&task)
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("could not start Python")?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).context("could not read an answer")).collect()
}

fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let output = command.output().context("could not start Python")?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        bail!("could not install: {}", text.lines().last().unwrap_or(""));
    }
    Ok(())
}

/// Chance that a pair of one name scores above a pair of two (Mann and Whitney 1947), ties counted half.
fn auc(scores: &[f64], labels: &[bool]) -> f64 {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    let (mut sum, mut at) = (0.0, 0);
    while at < order.len() {
        let end =
            (at..order.len()).find(|next| scores[order[*next]] != scores[order[at]]).unwrap_or(order.len());
        let rank = (at + 1 + end) as f64 / 2.0;
        sum += rank * order[at..end].iter().filter(|one| labels[**one]).count() as f64;
        at = end;
    }
    let n_same = labels.iter().filter(|label| **label).count() as f64;
    let n_other = labels.len() as f64 - n_same;
    (sum - n_same * (n_same + 1.0) / 2.0) / (n_same * n_other).max(1.0)
}

fn best_f1(scores: &[f64], labels: &[bool]) -> f64 {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
    let n_same = labels.iter().filter(|label| **label).count() as f64;
    let (mut hits, mut best) = (0.0, 0.0_f64);
    for (said, one) in order.iter().enumerate() {
        hits += f64::from(u8::from(labels[*one]));
        let is_last_of_score = order.get(said + 1).is_none_or(|next| scores[*next] != scores[*one]);
        if is_last_of_score {
            best = best.max(2.0 * hits / (said as f64 + 1.0 + n_same).max(1.0));
        }
    }
    best
}

/// Expected calibration error in ten equal steps of the score.
fn calibration_error(scores: &[f64], labels: &[bool]) -> f64 {
    let mut steps = [(0.0, 0.0, 0.0); 10];
    for (score, label) in scores.iter().zip(labels) {
        let step = &mut steps[((score * 10.0) as usize).min(9)];
        *step = (step.0 + 1.0, step.1 + score, step.2 + f64::from(u8::from(*label)));
    }
    steps.iter().map(|(_, said, right)| (said - right).abs()).sum::<f64>() / scores.len().max(1) as f64
}
