//! Every measure against published reference values, and against the LDBC Graphalytics validation set.
//!
//! The files lie beside the project (`../shared/data/graphs`) and are no part of it; without them this table is
//! left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use lintas_network::graph::Adjacency;
use lintas_network::measures::paths::{PathCost, shortest_path};
use lintas_network::measures::{betweenness, closeness, components, core_number, pagerank, triangles};

/// Prints the largest difference of each measure from its reference.
///
/// # Errors
/// When a file is there and cannot be read.
pub(super) fn print() -> anyhow::Result<()> {
    let folder = Path::new("../shared/data/graphs");
    if !folder.is_dir() {
        println!("References left out: there is no {}.\n", folder.display());
        return Ok(());
    }
    println!("### Largest difference from the reference (relative above 1)\n");
    println!("| graph | ties | betweenness | PageRank | core | clustering | harmonic | component |");
    println!("|---|---|---|---|---|---|---|---|");
    let mut graphs: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    graphs.sort();
    for edges in graphs {
        let Some(name) = edges.file_name().and_then(|name| name.to_str()) else { continue };
        if let Some(graph) = name.strip_suffix(".edges.csv") {
            against_reference(graph, &edges, &folder.join(format!("{graph}.reference.csv")))?;
        }
    }
    let ldbc = folder.join("ldbc/src/main/resources/validation-graphs");
    println!("\n### LDBC Graphalytics validation set, largest difference\n");
    println!("| algorithm | directed | undirected |\n|---|---|---|");
    for algorithm in ["bfs", "sssp", "wcc", "lcc", "pr"] {
        let answer = |directed: bool| match against_ldbc(&ldbc.join(algorithm), algorithm, directed) {
            Ok(Some(difference)) => format!("{difference:.1e}"),
            Ok(None) => "not offered".to_owned(),
            Err(error) => format!("not read: {error:#}"),
        };
        println!("| {} | {} | {} |", algorithm.to_uppercase(), answer(true), answer(false));
    }
    println!("\nNot offered: CDLP (communities are found by Leiden), directed LCC.\n");
    Ok(())
}

/// Difference, relative to the reference where that is above 1; equal infinities differ by nothing.
fn difference(ours: f64, theirs: f64) -> f64 {
    if ours == theirs { 0.0 } else { (ours - theirs).abs() / theirs.abs().max(1.0) }
}

fn largest(ours: impl IntoIterator<Item = f64>, theirs: impl IntoIterator<Item = f64>) -> f64 {
    ours.into_iter().zip(theirs).map(|(ours, theirs)| difference(ours, theirs)).fold(0.0, f64::max)
}

/// 0 when both sort people into the same parts, 1 when not.
fn parts_differ(ours: &[u32], theirs: &[f64]) -> f64 {
    let (mut forth, mut back) = (BTreeMap::new(), BTreeMap::new());
    let same = ours.iter().zip(theirs).all(|(&a, &b)| {
        *forth.entry(a).or_insert(b.to_bits()) == b.to_bits() && *back.entry(b.to_bits()).or_insert(a) == a
    });
    f64::from(u8::from(!same))
}

fn against_reference(name: &str, edges: &Path, reference: &Path) -> anyhow::Result<()> {
    let mut sheet = csv::Reader::from_path(reference)?;
    let header = sheet.headers()?.clone();
    let mut columns: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for row in sheet.records() {
        for (head, cell) in header.iter().zip(&row?) {
            columns.entry(head.to_owned()).or_default().push(cell.parse().unwrap_or(f64::NAN));
        }
    }
    let column = |name: &str| columns.get(name).with_context(|| format!("could not find column {name}"));
    let mut ties = Vec::new();
    for row in csv::Reader::from_path(edges)?.records() {
        let row = row?;
        ties.push((row[0].parse::<u32>()?, row[1].parse::<u32>()?, 1.0));
    }
    let graph = Adjacency::undirected(column("node")?.len(), ties);
    let options = pagerank::PageRankOptions { tolerance: 1e-14, ..Default::default() };
    let core = core_number::core_number(&graph).into_iter().map(f64::from);
    println!(
        "| {name} | {} | {:.1e} | {:.1e} | {} | {:.1e} | {:.1e} | {} |",
        graph.n_edges(),
        largest(betweenness::betweenness(&graph), column("betweenness")?.iter().copied()),
        largest(pagerank::pagerank(&graph, options), column("pagerank")?.iter().copied()),
        largest(core, column("core")?.iter().copied()),
        largest(triangles::clustering(&graph), column("clustering")?.iter().copied()),
        largest(closeness::harmonic(&graph), column("harmonic")?.iter().copied()),
        parts_differ(&components::weak_components(&graph), column("component")?),
    );
    Ok(())
}

/// A graph of the set with its ids in order.
struct Given {
    ids: Vec<u64>,
    graph: Adjacency,
}

impl Given {
    /// Reads lines of a person and the people it points to, or (with weights) lines of two people and a distance.
    fn read(text: &str, people: Option<&str>, directed: bool) -> anyhow::Result<Given> {
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        let mut ids = match people {
            Some(list) => list.split_whitespace().map(str::parse).collect::<Result<Vec<u64>, _>>()?,
            None => rows.iter().flatten().map(|id| id.parse()).collect::<Result<Vec<u64>, _>>()?,
        };
        ids.sort_unstable();
        ids.dedup();
        let number = |id: &str| anyhow::Ok(ids.binary_search(&id.parse()?).unwrap_or(0) as u32);
        let mut edges = Vec::new();
        for row in rows.iter().filter(|row| !row.is_empty()) {
            if people.is_some() {
                edges.push((number(row[0])?, number(row[1])?, row[2].parse()?));
            } else {
                for &to in &row[1..] {
                    edges.push((number(row[0])?, number(to)?, 1.0));
                }
            }
        }
        let graph = if directed {
            Adjacency::directed(ids.len(), edges)
        } else {
            Adjacency::undirected(ids.len(), edges)
        };
        Ok(Given { ids, graph })
    }
}

fn against_ldbc(folder: &Path, algorithm: &str, directed: bool) -> anyhow::Result<Option<f64>> {
    let stem = if directed { "dir" } else { "undir" };
    let text = |name: String| {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("could not read `{}`", path.display()))
    };
    let given = if algorithm == "sssp" {
        let people = text(format!("{stem}-input.v"))?;
        Given::read(&text(format!("{stem}-input.e"))?, Some(&people), directed)?
    } else {
        Given::read(&text(format!("{stem}-input"))?, None, directed)?
    };
    let expected: BTreeMap<u64, f64> = text(format!("{stem}-output"))?
        .lines()
        .filter_map(|line| line.split_once(char::is_whitespace))
        .map(|(id, value)| {
            // Out of reach is the largest number, or infinity.
            let value: f64 = value.trim().parse()?;
            anyhow::Ok((id.parse()?, if value > 1e18 { f64::INFINITY } else { value }))
        })
        .collect::<Result<_, _>>()?;
    let theirs: Vec<f64> = given.ids.iter().map(|id| expected.get(id).copied().unwrap_or(f64::NAN)).collect();
    let graph = &given.graph;
    Ok(match algorithm {
        "bfs" | "sssp" => {
            let cost = if algorithm == "bfs" { PathCost::Hops } else { PathCost::Weights };
            let start = theirs.iter().position(|&value| value == 0.0).unwrap_or(0) as u32;
            let far = |to| shortest_path(graph, start, to, cost).map_or(f64::INFINITY, |path| path.cost);
            Some(largest(graph.people().map(far), theirs))
        }
        "wcc" => Some(parts_differ(&components::weak_components(graph), &theirs)),
        "lcc" if directed => None,
        "lcc" => Some(largest(triangles::clustering(graph), theirs)),
        _ => {
            let options = pagerank::PageRankOptions { tolerance: 1e-14, ..Default::default() };
            Some(largest(pagerank::pagerank(graph, options), theirs))
        }
    })
}
