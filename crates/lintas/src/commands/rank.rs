//! `lintas rank`: a list of contacts in, the people who probably organise out, with reasons.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use lintas_casework::finding::Analysis;
use lintas_model::Clock as _;
use lintas_network::rank::{
    Issue, People, RankOptions, RankedPerson, Ranking, rank, read_contacts, read_people,
};

use crate::findings;
use crate::system::SystemClock;

/// Issues printed one by one; the rest are counted.
const SHOWN_ISSUES: usize = 50;

/// People and reasons shown in a table.
const SHOWN_PEOPLE: usize = 20;

/// Find who probably organises, from contacts between people.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// CSV of contacts with the columns source and target and, where known, kind, time, weight and grade. `-` reads
    /// standard input. With `--case`, the folder of a node.
    contacts: PathBuf,
    /// Rank the people of this case of the node, as far as the officer may see them.
    #[arg(long, value_name = "CASE", conflicts_with = "people")]
    case: Option<String>,
    /// The officer who asks, by login.
    #[arg(long, value_name = "LOGIN", requires = "case")]
    officer: Option<String>,
    /// CSV of people with a column id and, where known, label and role.
    #[arg(long, value_name = "PEOPLE.csv")]
    people: Option<PathBuf>,
    /// What to write on standard output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Seed of what is drawn at random; the same seed gives the same answer.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// A form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// The first twenty with their reasons, to read.
    Table,
    /// Everybody with every measure, a row each.
    Csv,
    /// Everything, for other programs.
    Json,
}

/// Ranks the people. Exit code 0 when every row was used, 1 when a row was left out.
///
/// # Errors
/// When a list cannot be read or the answer cannot be written.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    if let Some(case) = &args.case {
        let asked = findings::Asked {
            dir: &args.contacts,
            case,
            login: args.officer.as_deref(),
            analysis: Analysis::Organisers,
            new_since: None,
            seed: args.seed,
            json: args.format == Format::Json,
        };
        return super::wait_for(findings::of_case(asked));
    }
    // The present is asked for here only: a contact after it is reported as a mistake.
    let now = SystemClock.now().as_millis() / 1000;
    let (contacts, issues) = if args.contacts.as_os_str() == "-" {
        read_contacts(io::stdin().lock(), Some(now)).context("could not read contacts from standard input")?
    } else {
        read_contacts(open(&args.contacts)?, Some(now))
            .with_context(|| format!("could not read contacts from `{}`", args.contacts.display()))?
    };
    report(&args.contacts, &issues);
    let mut is_complete = !issues.iter().any(|issue| issue.problem.is_rejection());
    let people = match &args.people {
        Some(path) => {
            let (people, issues) = read_people(open(path)?)
                .with_context(|| format!("could not read people from `{}`", path.display()))?;
            report(path, &issues);
            is_complete &= !issues.iter().any(|issue| issue.problem.is_rejection());
            people
        }
        None => People::default(),
    };
    let ranking = rank(&contacts, &people, RankOptions { seed: args.seed, ..RankOptions::default() });
    let mut out = BufWriter::with_capacity(1 << 18, io::stdout().lock());
    write(&ranking, args.format, &mut out).context("could not write the ranking to standard output")?;
    Ok(u8::from(!is_complete))
}

fn open(path: &Path) -> anyhow::Result<BufReader<File>> {
    let file = File::open(path).with_context(|| format!("could not open `{}`", path.display()))?;
    Ok(BufReader::with_capacity(1 << 18, file))
}

fn report(path: &Path, issues: &[Issue]) {
    for issue in issues.iter().take(SHOWN_ISSUES) {
        let column = issue.column.as_ref().map_or(String::new(), |column| format!(", column {column}"));
        eprintln!("{}: row {}{column}: {}", path.display(), issue.row, issue.problem.reason());
    }
    if issues.len() > SHOWN_ISSUES {
        eprintln!("{}: {} more rows with issues are not shown", path.display(), issues.len() - SHOWN_ISSUES);
    }
    if issues.iter().any(|issue| issue.problem.is_rejection()) {
        eprintln!("{}: correct the rows left out and run again to use them", path.display());
    }
}

fn write(ranking: &Ranking, format: Format, out: &mut impl Write) -> anyhow::Result<()> {
    match format {
        Format::Json => serde_json::to_writer(&mut *out, ranking)?,
        Format::Csv => write_csv(ranking, out)?,
        Format::Table => write_table(ranking, out)?,
    }
    if format == Format::Json {
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}

fn write_csv(ranking: &Ranking, out: &mut impl Write) -> anyhow::Result<()> {
    let mut sheet = csv::Writer::from_writer(out);
    let mut is_first = true;
    for person in &ranking.people {
        let measures = serde_json::to_value(person.measures)?;
        let measures = measures.as_object().context("could not list the measures")?;
        if is_first {
            let fixed = ["id", "rank", "organiser_score", "confidence"].into_iter();
            sheet.write_record(fixed.chain(measures.keys().map(String::as_str)).chain(["why"]))?;
            is_first = false;
        }
        let fixed = [
            person.id.clone(),
            person.rank.to_string(),
            person.organiser_score.to_string(),
            person.confidence.to_string(),
        ];
        let values = measures.values().map(ToString::to_string);
        sheet.write_record(fixed.into_iter().chain(values).chain([person.why.join(" ")]))?;
    }
    sheet.flush()?;
    Ok(())
}

fn write_table(ranking: &Ranking, out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(
        out,
        "{} people, {} contacts, {} pairs. Score: how much speaks for organising. Relied on: share of {} redrawn lists that agree, and for the first places times {:.0} %, the share that was right where lists told as much as this one.",
        ranking.n_people,
        ranking.n_contacts,
        ranking.n_ties,
        ranking.n_resamples,
        100.0 * ranking.first_places_right
    )?;
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::UTF8_FULL_CONDENSED);
    table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
    table.set_header(["", "person", "score", "relied on", "why"]);
    for person in ranking.people.iter().take(SHOWN_PEOPLE) {
        table.add_row([
            person.rank.to_string(),
            shown_name(person),
            format!("{:.2}", person.organiser_score),
            format!("{:.0} %", 100.0 * person.confidence),
            person.why.join("\n"),
        ]);
    }
    writeln!(out, "{table}")?;
    if ranking.people.len() > SHOWN_PEOPLE {
        writeln!(
            out,
            "{} more people; --format csv or json lists all.",
            ranking.people.len() - SHOWN_PEOPLE
        )?;
    }
    for gap in &ranking.unobserved {
        writeln!(out, "Possibly unseen: {}", gap.note)?;
    }
    for limit in &ranking.limits {
        writeln!(out, "Limit: {limit}")?;
    }
    Ok(())
}

fn shown_name(person: &RankedPerson) -> String {
    match &person.label {
        Some(label) => format!("{label} ({})", person.id),
        None => person.id.clone(),
    }
}
