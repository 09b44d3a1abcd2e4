//! `lintas routes`: sightings in; routes, and places where groups stop over, out.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Context;
use lintas_casework::finding::Analysis;
use lintas_model::date::ReadDate;
use lintas_model::{Clock as _, PartialDate};
use lintas_network::routes::{self, Options, Sheet, instant, report};

use crate::system::SystemClock;
use crate::{exit, findings};

/// Issues printed one by one; the rest are counted.
const SHOWN_ISSUES: usize = 20;

/// Find routes and rest-houses in sightings: ordered stops that several journeys share.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Comma-separated sheet with the columns subject, time, lat, lon; uncertainty (in metres) is used where present.
    /// `-` reads standard input. With `--case`, the folder of a node.
    sightings: PathBuf,
    /// Find the routes of this case of the node, in the sightings that the officer may see.
    #[arg(long, value_name = "CASE", conflicts_with_all = ["known", "out"])]
    case: Option<String>,
    /// The officer who asks, by login.
    #[arg(long, value_name = "LOGIN", requires = "case")]
    officer: Option<String>,
    /// Call a route new when it was first used on or after this date, for example 2017-03-01.
    #[arg(long, value_name = "DATE")]
    new_since: Option<String>,
    /// Routes already known: JSON as this command writes it, or CSV with the columns route, lat, lon.
    #[arg(long, value_name = "FILE")]
    known: Option<PathBuf>,
    /// How to write the findings.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write the findings here instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Forms of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// For programs: `routes[]` and `places[]`.
    Json,
    /// For maps.
    Geojson,
}

/// Finds routes. Returns 0, or 1 when rows were left out.
///
/// # Errors
/// When a file cannot be read or written, a needed column is missing, or the date is none.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    if let Some(case) = &args.case {
        let date = args.new_since.as_deref();
        let unreadable =
            |date: &str| exit::Usage(format!("could not read `{date}` as a date: write it as 2017-03-01"));
        let new_since = match date.map(|date| (date, PartialDate::read(date))) {
            None => None,
            Some((_, Ok(ReadDate::Certain(date)))) => Some(date),
            Some((date, _)) => return Err(unreadable(date).into()),
        };
        let asked = findings::Asked {
            dir: &args.sightings,
            case,
            login: args.officer.as_deref(),
            analysis: Analysis::Routes,
            new_since,
            seed: 1,
            json: args.format != Format::Table,
        };
        return super::wait_for(findings::of_case(asked));
    }
    let file = args.sightings.display().to_string();
    let mut options = Options::default();
    if let Some(date) = &args.new_since {
        let reading = instant::read(date).ok_or_else(|| {
            exit::Usage(format!("could not read `{date}` as a date: write it as 2017-03-01"))
        })?;
        options.new_since = Some(reading.seconds);
    }
    if let Some(path) = &args.known {
        let text =
            fs::read_to_string(path).with_context(|| format!("could not read `{}`", path.display()))?;
        options.known =
            routes::read_known(&text).with_context(|| format!("could not use `{}`", path.display()))?;
    }
    let now = SystemClock.now().as_millis().div_euclid(1000);
    let sheet = if file == "-" {
        routes::read_sightings(io::stdin().lock(), Some(now))
    } else {
        let source = File::open(&args.sightings).with_context(|| format!("could not open `{file}`"))?;
        routes::read_sightings(source, Some(now))
    }
    .with_context(|| format!("could not use `{file}`"))?;
    let left_out = tell_issues(&file, &sheet);
    let findings = routes::find_routes(&sheet, &options);

    let mut target: Box<dyn Write> = match &args.out {
        Some(path) => Box::new(BufWriter::new(
            File::create(path).with_context(|| format!("could not create `{}`", path.display()))?,
        )),
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
    match args.format {
        Format::Table => target.write_all(report::table(&findings).as_bytes())?,
        Format::Json => serde_json::to_writer_pretty(&mut target, &findings)?,
        Format::Geojson => serde_json::to_writer_pretty(&mut target, &report::geojson(&findings))?,
    }
    writeln!(target)?;
    target.flush()?;
    Ok(if left_out { exit::FINDINGS } else { exit::DONE })
}

/// Prints what was wrong with rows; returns whether any row was left out.
fn tell_issues(file: &str, sheet: &Sheet) -> bool {
    for issue in sheet.issues.iter().take(SHOWN_ISSUES) {
        eprintln!("{file}: row {}: {}", issue.row, issue.problem.in_words());
    }
    if sheet.issues.len() > SHOWN_ISSUES {
        eprintln!("{} more rows with issues are not shown", sheet.issues.len() - SHOWN_ISSUES);
    }
    let left_out = sheet.issues.iter().filter(|issue| issue.problem.left_out()).count();
    if left_out > 0 {
        eprintln!(
            "{file}: {left_out} of {} rows left out. Correct the rows named above and run again.",
            sheet.rows
        );
    }
    left_out > 0
}
