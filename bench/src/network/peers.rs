//! networkx, igraph and rustworkx in a virtual environment of their own.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, bail};

/// A Python that has the peers.
pub(super) struct Python {
    program: PathBuf,
    folder: PathBuf,
}

/// One figure of a peer; `value` sums up its answer so that it can be held against ours.
#[derive(serde::Deserialize)]
pub(super) struct Line {
    pub(super) tool: String,
    pub(super) measure: String,
    pub(super) seconds: f64,
    pub(super) value: f64,
}

/// Makes the environment under `target/` once and installs the peers into it.
pub(super) fn install() -> anyhow::Result<Python> {
    let folder = PathBuf::from("target/bench-network");
    let program = folder.join("venv/bin/python");
    std::fs::create_dir_all(&folder).context("could not create target/bench-network")?;
    if !program.exists() {
        finish(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
    }
    let packages = ["networkx", "igraph", "rustworkx", "scipy"];
    finish(Command::new(&program).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    Ok(Python { program, folder })
}

impl Python {
    /// Lets every peer measure one graph; the one in pure Python only when `slow` ones are asked too.
    pub(super) fn measure(
        &self,
        n_people: usize,
        edges: &[(u32, u32)],
        betweenness: bool,
        slow: bool,
    ) -> anyhow::Result<Vec<Line>> {
        let mut text = format!("{n_people} {} {}\n", u8::from(betweenness), u8::from(slow));
        for (a, b) in edges {
            writeln!(text, "{a} {b}")?;
        }
        let (graph, script) = (self.folder.join("graph.txt"), self.folder.join("measure.py"));
        std::fs::write(&graph, text).context("could not write the graph for the peers")?;
        std::fs::write(&script, SCRIPT).context("could not write the script for the peers")?;
        let output = Command::new(&self.program)
            .arg(&script)
            .arg(&graph)
            .env("RAYON_NUM_THREADS", "1")
            .env("OMP_NUM_THREADS", "1")
            .env("OPENBLAS_NUM_THREADS", "1")
            .output()
            .context("could not start Python")?;
        if !output.status.success() {
            bail!("could not run the peers: {}", String::from_utf8_lossy(&output.stderr));
        }
        let lines = String::from_utf8_lossy(&output.stdout);
        lines
            .lines()
            .map(|line| serde_json::from_str(line).context("could not read a figure of a peer"))
            .collect()
    }
}

fn finish(command: &mut Command) -> anyhow::Result<()> {
    let output = command.output().context("could not start Python")?;
    if !output.status.success() {
        bail!("could not set up the peers: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// Slow peers are asked for less: what takes networkx minutes says nothing more than that.
const SCRIPT: &str = r#"
import json, random, sys, time
import igraph, networkx, rustworkx

with open(sys.argv[1]) as lines:
    n, betweenness, slow = map(int, next(lines).split())
    edges = [tuple(map(int, line.split())) for line in lines]

def measure(tool, name, work, value):
    start = time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - start
    print(json.dumps({"tool": tool, "measure": name, "seconds": seconds, "value": float(value(answer))}))

nx = networkx.Graph()
nx.add_nodes_from(range(n))
nx.add_edges_from(edges)
ig = igraph.Graph(n=n, edges=edges)
rx = rustworkx.PyGraph(multigraph=False)
rx.add_nodes_from(range(n))
rx.add_edges_from([(a, b, 1.0) for a, b in edges])
rxd = rx.to_directed()
random.seed(1)

if slow and len(edges) <= 100000:
    measure("networkx", "PageRank", lambda: networkx.pagerank(nx, tol=1e-10), lambda x: max(x.values()))
    measure("networkx", "core", lambda: networkx.core_number(nx), lambda x: sum(x.values()))
if betweenness:
    if slow and n <= 2000:
        measure("networkx", "betweenness", lambda: networkx.betweenness_centrality(nx, normalized=False), lambda x: sum(x.values()))
    measure("rustworkx", "betweenness", lambda: rustworkx.betweenness_centrality(rx, normalized=False), lambda x: sum(x.values()))
    measure("igraph", "betweenness", lambda: ig.betweenness(), sum)
measure("rustworkx", "PageRank", lambda: rustworkx.pagerank(rxd, tol=1e-10), lambda x: max(x.values()))
measure("rustworkx", "core", lambda: rustworkx.core_number(rx), lambda x: sum(x.values()))
measure("igraph", "PageRank", lambda: ig.pagerank(), max)
measure("igraph", "core", lambda: ig.coreness(), sum)
measure("igraph", "Leiden", lambda: ig.community_leiden(objective_function="modularity", n_iterations=2), lambda x: x.modularity)
"#;
