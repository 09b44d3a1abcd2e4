//! What an analysis of a node's case finds, on the command line: as far as the officer may see, and recorded as a view.

use std::io::Write;
use std::path::Path;

use anyhow::Context as _;
use lintas_casework::finding::{self, Again, Analysis, NewAnalysis, Scope};
use lintas_model::{CaseId, FindingId, PartialDate};

use crate::{exit, node};

/// An analysis of a case that was asked for.
pub(crate) struct Asked<'a> {
    /// The folder of the node.
    pub(crate) dir: &'a Path,
    /// The case.
    pub(crate) case: &'a str,
    /// Who acts; else the first officer.
    pub(crate) login: Option<&'a str>,
    /// What is looked for.
    pub(crate) analysis: Analysis,
    /// A route first used on or after this date is new.
    pub(crate) new_since: Option<PartialDate>,
    /// Seed of what is drawn at random.
    pub(crate) seed: u64,
    /// For programs and not for people.
    pub(crate) json: bool,
}

/// Runs an analysis and prints what it found. Nothing is kept.
pub(crate) async fn of_case(asked: Asked<'_>) -> anyhow::Result<u8> {
    let case: CaseId = asked.case.parse().map_err(|_| {
        exit::Usage(format!(
            "could not read `{}` as a case: copy the id from the address of its page",
            asked.case
        ))
    })?;
    let node = node::open(asked.dir).await?;
    let ctx = node::officer(&node, asked.login).await?;
    let new = NewAnalysis {
        case,
        analysis: asked.analysis,
        scope: Scope::Agency,
        new_since: asked.new_since,
        seed: asked.seed,
    };
    let found = finding::analyse(&ctx, &new).await?;
    let mut out = std::io::stdout().lock();
    if asked.json {
        let told: Vec<_> = found
            .iter()
            .map(|one| {
                serde_json::json!({
                    "title": one.title,
                    "why": one.why,
                    "kept": one.kept.map(|id| id.to_string()),
                    "finding": one.finding,
                })
            })
            .collect();
        serde_json::to_writer_pretty(&mut out, &told).context("could not write the findings")?;
        writeln!(out)?;
    } else if found.is_empty() {
        writeln!(out, "Nothing is found in what this officer may see of the case.")?;
    } else {
        for one in &found {
            writeln!(out, "{}", one.title)?;
            for why in &one.why {
                writeln!(out, "  {why}")?;
            }
            let rests = one.finding.used.len();
            writeln!(
                out,
                "  Rests on {rests} records; relied on: {:.0} %; method {}, seed {}.",
                f64::from(one.finding.confidence) / 10.0,
                one.finding.method,
                one.finding.seed
            )?;
            if let Some(id) = one.kept {
                writeln!(out, "  Kept as finding {id}.")?;
            }
        }
    }
    drop(out);
    node.close().await;
    Ok(exit::DONE)
}

/// Finds a kept finding again and says whether it is the same. Exit code 1 when it is not, or when records are missing.
pub(crate) async fn again(dir: &Path, id: &str, login: Option<&str>) -> anyhow::Result<u8> {
    let id: FindingId = id.parse().map_err(|_| {
        exit::Usage(format!("could not read `{id}` as a finding: copy the id from the address of its page"))
    })?;
    let node = node::open(dir).await?;
    let ctx = node::officer(&node, login).await?;
    let done = finding::recompute(&ctx, id).await?;
    println!("{}", finding::told(&ctx, &done.kept).await?.0);
    match &done.again {
        Again::Same => println!("found again, the same to the last figure"),
        Again::Changed(now) => println!(
            "found again with other figures: relied on {:.0} %, {:.0} % when it was kept",
            f64::from(now.confidence) / 10.0,
            f64::from(done.kept.confidence) / 10.0
        ),
        Again::Gone => println!("not found again"),
    }
    if let Some(method) = &done.other_method {
        println!("this program uses the method {method}; it was kept with {}", done.kept.method);
    }
    if !done.missing.is_empty() {
        println!("{} of its {} records are not held here", done.missing.len(), done.kept.used.len());
    }
    node.close().await;
    let same = done.again == Again::Same && done.missing.is_empty();
    Ok(if same { exit::DONE } else { exit::FINDINGS })
}
