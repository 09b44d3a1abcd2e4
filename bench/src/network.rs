//! `bench network`: measures against networkx, igraph and rustworkx on the same graphs in the same run, growth of
//! the ranking, and how well it finds the bosses of made networks.
//!
//! The peers come from their package manager into a virtual environment under `target/`; without Python or a
//! package index the peers are left out and the rest is still measured.

mod accuracy;
mod peers;
mod references;

use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::Context;
use lintas_network::graph::{Adjacency, GradeBand, TieKind};
use lintas_network::measures::{betweenness, communities, core_number, pagerank};
use lintas_network::rank::{Contacts, People, RankOptions, rank};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Each figure is the best of this many rounds; peers and ours take turns within a round.
const ROUNDS: usize = 3;

/// A graph both sides measure, and whether exact betweenness is asked of it.
struct Case {
    name: &'static str,
    n_people: usize,
    edges: Vec<(u32, u32)>,
    exact_betweenness: bool,
}

/// Prints every table in Markdown.
///
/// # Errors
/// When a graph cannot be written for the peers or their answer cannot be read.
pub(crate) fn run() -> anyhow::Result<()> {
    let cases = [
        Case {
            name: "sparse, 7,000 ties",
            n_people: 5_000,
            edges: mixed(5_000, 7_000, 1),
            exact_betweenness: true,
        },
        Case {
            name: "10,000 ties",
            n_people: 2_000,
            edges: mixed(2_000, 10_000, 2),
            exact_betweenness: true,
        },
        Case {
            name: "100,000 ties",
            n_people: 20_000,
            edges: mixed(20_000, 100_000, 3),
            exact_betweenness: false,
        },
        Case {
            name: "1,000,000 ties",
            n_people: 200_000,
            edges: mixed(200_000, 1_000_000, 4),
            exact_betweenness: false,
        },
    ];
    let python = peers::install();
    if let Err(reason) = &python {
        println!("Peers left out: {reason:#}.\n");
    }
    println!(
        "### Measures, seconds (best of {ROUNDS} rounds taken in turn; ratio = fastest peer / ours on one core)\n"
    );
    println!(
        "| graph | measure | networkx | igraph | rustworkx | ours, 1 core | ours, 2 cores | ratio | 2 cores |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for case in &cases {
        compare(case, python.as_ref().ok())?;
    }
    println!();
    references::print()?;
    growth();
    accuracy::print()
}

/// Ties in groups of fifty, and across to people of whom some are in demand more than others.
fn mixed(n_people: usize, n_edges: usize, seed: u64) -> Vec<(u32, u32)> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut edges = std::collections::BTreeSet::new();
    while edges.len() < n_edges {
        let a = random.random_range(0..n_people);
        let b = if random.random_bool(0.6) {
            (a / 50 * 50 + random.random_range(0..50)).min(n_people - 1)
        } else {
            (random.random::<f64>().powi(3) * n_people as f64) as usize
        };
        if a != b {
            edges.insert((a.min(b) as u32, a.max(b) as u32));
        }
    }
    edges.into_iter().collect()
}

/// Times of one side by measure, the best so far.
type Best = BTreeMap<String, f64>;

fn keep_best(best: &mut Best, measure: &str, seconds: f64) {
    let slot = best.entry(measure.to_owned()).or_insert(f64::INFINITY);
    *slot = slot.min(seconds);
}

fn compare(case: &Case, python: Option<&peers::Python>) -> anyhow::Result<()> {
    let edges = case.edges.iter().map(|&(a, b)| (a, b, 1.0));
    let graph = Adjacency::undirected(case.n_people, edges);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    let (mut ours, mut ours_two): (Best, Best) = Default::default();
    let mut theirs: BTreeMap<String, Best> = BTreeMap::new();
    let mut differences: BTreeMap<String, f64> = BTreeMap::new();
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for round in 0..ROUNDS {
        let mut time = |best: &mut Best, measure: &'static str, work: &mut dyn FnMut() -> f64| {
            let start = Instant::now();
            sums.insert(measure, work());
            keep_best(best, measure, start.elapsed().as_secs_f64());
        };
        if case.exact_betweenness {
            let mut work = || betweenness::betweenness(&graph).iter().sum();
            one.install(|| time(&mut ours, "betweenness", &mut work));
            two.install(|| time(&mut ours_two, "betweenness", &mut work));
        }
        time(&mut ours, "PageRank", &mut || {
            pagerank::pagerank(&graph, pagerank::PageRankOptions::default())
                .iter()
                .fold(0.0, |most, &v| v.max(most))
        });
        time(&mut ours, "core", &mut || core_number::core_number(&graph).iter().map(|&c| f64::from(c)).sum());
        time(&mut ours, "Leiden", &mut || {
            communities::modularity(&graph, &communities::communities(&graph, 1.0, 2, 1), 1.0)
        });
        if let Some(python) = python {
            for line in python.measure(case.n_people, &case.edges, case.exact_betweenness, round == 0)? {
                keep_best(theirs.entry(line.tool).or_default(), &line.measure, line.seconds);
                differences.insert(line.measure, line.value);
            }
        }
    }
    for (measure, seconds) in &ours {
        let peer = |tool: &str| theirs.get(tool).and_then(|best| best.get(measure)).copied();
        let show = |seconds: Option<f64>| seconds.map_or("-".to_owned(), |seconds| format!("{seconds:.4}"));
        let tools = ["networkx", "igraph", "rustworkx"];
        let fastest = tools.iter().filter_map(|tool| peer(tool)).fold(f64::INFINITY, f64::min);
        let ratio = if fastest.is_finite() { format!("{:.2}", fastest / seconds) } else { "-".to_owned() };
        let both = ours_two.get(measure);
        println!(
            "| {} | {measure} | {} | {} | {} | {seconds:.4} | {} | {ratio} | {} |",
            case.name,
            show(peer(tools[0])),
            show(peer(tools[1])),
            show(peer(tools[2])),
            show(both.copied()),
            both.map_or("-".to_owned(), |both| format!("{:.2}x", seconds / both)),
        );
        if let (Some(theirs), Some(ours)) = (differences.get(measure), sums.get(measure.as_str())) {
            eprintln!("{}, {measure}: peer {theirs:.9}, ours {ours:.9}", case.name);
        }
    }
    Ok(())
}

/// Contacts of several kinds on the same graphs, ranked.
fn growth() {
    println!("\n### `rank`, contacts of five kinds over a year\n");
    println!(
        "| contacts | people | seconds | peak memory, MiB | resamples | sources searched |\n|---|---|---|---|---|---|"
    );
    for n_contacts in [10_000usize, 100_000, 1_000_000] {
        let list = contacts(n_contacts);
        let start = Instant::now();
        let ranking = rank(&list, &People::default(), RankOptions::default());
        let seconds = start.elapsed().as_secs_f64();
        let memory = peak_memory_mib().map_or("-".to_owned(), |mib| mib.to_string());
        let (n_resamples, n_sources) = (ranking.n_resamples, ranking.n_sources);
        println!(
            "| {n_contacts} | {} | {seconds:.2} | {memory} | {n_resamples} | {n_sources} |",
            ranking.n_people
        );
    }
}

fn contacts(n_contacts: usize) -> Contacts {
    let mut random = ChaCha8Rng::seed_from_u64(9);
    let mut list = Contacts::default();
    let kinds =
        [TieKind::Call, TieKind::Call, TieKind::Meeting, TieKind::Money, TieKind::Order, TieKind::Travel];
    for (row, (a, b)) in mixed(n_contacts / 5, n_contacts, 5).into_iter().enumerate() {
        let kind = kinds[random.random_range(0..kinds.len())];
        let time = 1_451_606_400 + random.random_range(0..31_536_000);
        let weight = f64::from(random.random_range(1..10u8));
        let (a, b) = if random.random_bool(0.5) { (a, b) } else { (b, a) };
        list.push(
            &a.to_string(),
            &b.to_string(),
            kind,
            Some(time),
            weight,
            GradeBand::Ungraded,
            row as u32 + 2,
        );
    }
    list
}

/// The most memory this process has held, where the system tells.
fn peak_memory_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("not told").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}
