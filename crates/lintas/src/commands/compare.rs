//! `lintas compare`: pairs of names in, the same rows with a score out.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Read};
use std::path::{Path, PathBuf};

use crate::exit;
use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use lintas_names::pairs::{self, Options, RowIssue};
use lintas_names::{Frequencies, Name};

/// Issues printed one by one; the rest are counted.
const SHOWN_ISSUES: u64 = 100;

/// Score pairs of names: how probable it is that both are one name.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tab-separated list with the columns name_a and name_b; other columns are kept, there is no quoting. `-` reads
    /// standard input.
    #[arg(required_unless_present = "explain")]
    pairs: Option<PathBuf>,
    /// Write the scored rows here instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Explains two names instead: how they are read, which parts answer to each other and why, what weighed most.
    #[arg(long, num_args = 2, value_names = ["NAME", "OTHER"], conflicts_with_all = ["pairs", "out"])]
    explain: Vec<String>,
}

/// Scores the list. Exit code 0 when every row was scored, 1 when a row was rejected or could not be compared.
///
/// # Errors
/// When the list cannot be read or has no such columns, or the result cannot be written.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    if let [left, right] = args.explain.as_slice() {
        return explain(left, right);
    }
    let Some(pairs) = &args.pairs else { return Ok(exit::DONE) };
    let file = pairs.display().to_string();
    let progress = progress(pairs);
    let source: Box<dyn Read> = if pairs.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(pairs).with_context(|| format!("could not open `{file}`"))?)
    };
    let reader = BufReader::with_capacity(1 << 16, progress.wrap_read(source));
    let options = Options { file: file.clone(), ..Options::default() };
    let mut issues = 0;
    let mut on_issue = |issue: RowIssue| {
        issues += 1;
        if issues <= SHOWN_ISSUES {
            progress.suspend(|| eprintln!("{}", describe(&file, &issue)));
        }
    };
    let summary = match &args.out {
        Some(path) => {
            let target =
                File::create(path).with_context(|| format!("could not create `{}`", path.display()))?;
            pairs::score_pairs(reader, BufWriter::new(target), &options, &mut on_issue)?
        }
        None => pairs::score_pairs(reader, BufWriter::new(io::stdout().lock()), &options, &mut on_issue)?,
    };
    progress.finish_and_clear();
    if issues > SHOWN_ISSUES {
        eprintln!("{} more rows with issues are not shown", issues - SHOWN_ISSUES);
    }
    if issues > 0 {
        eprintln!(
            "{file}: {} rows scored, {} of them 0 because a name could not be read; {} rows rejected. Correct the rows named above and run again.",
            summary.scored, summary.unreadable, summary.rejected
        );
        return Ok(exit::FINDINGS);
    }
    Ok(exit::DONE)
}

/// Prints why two names are, or are not, one.
fn explain(left: &str, right: &str) -> anyhow::Result<u8> {
    let read = |text: &str| Name::read(text).with_context(|| format!("could not compare `{text}`"));
    let (left, right) = (read(left)?, read(right)?);
    let comparison = lintas_names::compare(&left, &right, &Frequencies::general());
    print!("{}", lintas_names::compare::explain(&left, &right, &comparison));
    Ok(exit::DONE)
}

fn describe(file: &str, issue: &RowIssue) -> String {
    let column = issue.column.as_ref().map_or(String::new(), |column| format!(", column {column}"));
    let outcome = if issue.rejected { "row rejected" } else { "score 0" };
    format!("{file}: row {}{column}: {}; {outcome}", issue.row, issue.reason)
}

/// A bar over the bytes of the list, shown on a terminal only.
fn progress(pairs: &Path) -> ProgressBar {
    let length = std::fs::metadata(pairs).map_or(0, |found| found.len());
    if length < 2_000_000 || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(length).with_style(style)
}
