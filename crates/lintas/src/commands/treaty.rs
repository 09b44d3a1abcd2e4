//! `lintas treaty FROM TO`: which bases are open for each kind of request, what they ask for, why others are closed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use lintas_law::path::table;
use lintas_law::{Day, Fact, Facts, Library, Question, RequestKind, paths};
use lintas_model::offence::Offence;
use lintas_model::{Clock as _, Country};

use crate::exit;
use crate::system::SystemClock;

/// Find the treaty paths between two states: open bases in order of strength, what each asks for, why others are closed.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The state that asks, for example KH.
    from: Country,
    /// The state that is asked.
    to: Country,
    /// The offence.
    #[arg(long, value_enum)]
    offence: OffenceName,
    /// The day of the request, for example 2017-11-16; today when left out.
    #[arg(long)]
    date: Option<Day>,
    /// Only this kind of request, for example extradition or mutual-legal-assistance.
    #[arg(long, value_name = "KIND")]
    request: Option<RequestKind>,
    /// What the case's records already have, for example `warrant_copy,translation`.
    #[arg(long, value_name = "FACT", value_delimiter = ',')]
    have: Vec<Fact>,
    /// A citizenship that the person is known to have; can be given more than once.
    #[arg(long, value_name = "COUNTRY")]
    national_of: Vec<Country>,
    /// A folder with files of the law that replace or add to ours.
    #[arg(long, value_name = "FOLDER")]
    law: Option<PathBuf>,
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The offences by name.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum OffenceName {
    /// Trafficking in persons.
    Trafficking,
    /// Smuggling of migrants.
    Smuggling,
}

/// Forms of the answer.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Table,
    /// For programs.
    Json,
}

/// Finds paths. Returns 0, or 1 when a file of the folder could not be used.
///
/// # Errors
/// When the folder cannot be read, or both states are the same.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    if args.from == args.to {
        let both = args.from;
        return Err(exit::Usage(format!("could not ask {both} for {both}: name two states")).into());
    }
    let own = args.law.as_deref().map(texts).transpose()?.unwrap_or_default();
    let (library, issues) = Library::with_own(&own)?;
    for issue in &issues {
        eprintln!("{issue}. What comes with the program is used in its place.");
    }
    let today = Day::from_timestamp(SystemClock.now());
    let question = Question {
        requesting: args.from,
        requested: args.to,
        offence: match args.offence {
            OffenceName::Trafficking => Offence::Trafficking,
            OffenceName::Smuggling => Offence::Smuggling,
        },
        on: args.date.unwrap_or(today),
        today,
        facts: Facts {
            present: args.have.iter().copied().collect(),
            nationalities: args.national_of.iter().copied().collect(),
        },
    };
    let mut found = paths(&library, &question);
    found.retain(|path| args.request.is_none_or(|request| path.request == request));
    match args.format {
        Format::Table => print!("{}", table(&question, args.request, &found)),
        Format::Json => println!(
            "{}",
            serde_json::to_string_pretty(&serde_json::json!({
                "from": question.requesting,
                "to": question.requested,
                "offence": question.offence,
                "date": question.on,
                "paths": found,
            }))?
        ),
    }
    Ok(if issues.is_empty() { exit::DONE } else { exit::FINDINGS })
}

/// The names and texts of a folder's TOML files, in order of their names.
fn texts(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let failed = || format!("could not read `{}`", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(failed)? {
        let file = entry.with_context(failed)?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            let text =
                fs::read_to_string(&file).with_context(|| format!("could not read `{}`", file.display()))?;
            files.push((file.display().to_string(), text));
        }
    }
    files.sort();
    Ok(files)
}
