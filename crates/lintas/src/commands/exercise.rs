//! `lintas exercise`: a practice case from a seed, and the score of a trainee's answer to it.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use lintas_exercise::{Answer, Size, Truth, practice_case, score};

use crate::exit;

/// Make a practice case, or score an answer to one. Everything in it is made up.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Option<Action>,
    /// The same seed and size give the same case.
    #[arg(long, required = true)]
    seed: Option<u64>,
    /// Folder for sightings.csv, contacts.csv, people.csv and truth.json; made when missing.
    #[arg(long, required = true, value_name = "DIR")]
    out: Option<PathBuf>,
    /// How large the case is.
    #[arg(long, value_enum, default_value_t = CaseSize::Small)]
    size: CaseSize,
}

/// What else the command does.
#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Score an answer against the truth of its case.
    Score(ScoreArgs),
}

/// An answer and the truth.
#[derive(Debug, clap::Args)]
struct ScoreArgs {
    /// truth.json of the practice case.
    #[arg(long, value_name = "FILE")]
    truth: PathBuf,
    /// The answer: JSON with `routes[]` of `stops[]` (lat, lon) and `new`, and `places[]` (lat, lon), best first, as
    /// `lintas routes --format json` writes it.
    #[arg(long, value_name = "FILE")]
    found: PathBuf,
}

/// Sizes of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum CaseSize {
    /// A few routes among about a thousand people.
    Small,
    /// Up to a dozen routes among a few thousand people.
    Medium,
    /// Up to twenty routes among some tens of thousands of people.
    Large,
}

/// Makes a case (returns 0), or scores an answer (0 when nothing was missed or wrong, otherwise 1).
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    if let Some(Action::Score(args)) = &args.action {
        return score_answer(args);
    }
    let (Some(seed), Some(out)) = (args.seed, &args.out) else {
        return Err(exit::Usage("could not make a case: --seed and --out are needed".to_owned()).into());
    };
    let size = match args.size {
        CaseSize::Small => Size::Small,
        CaseSize::Medium => Size::Medium,
        CaseSize::Large => Size::Large,
    };
    let case = practice_case(seed, size);
    fs::create_dir_all(out).with_context(|| format!("could not make the folder `{}`", out.display()))?;
    write(out, "sightings.csv", |file| Ok(case.write_sightings(file)?))?;
    write(out, "contacts.csv", |file| Ok(case.write_contacts(file)?))?;
    write(out, "people.csv", |file| Ok(case.write_people(file)?))?;
    write(out, "truth.json", |file| Ok(case.write_truth(file)?))?;
    println!(
        "{} sightings, {} contacts and {} people in `{}`. Ask for routes new since {}; truth.json is for the trainer.",
        case.sightings.len(),
        case.contacts.contacts.len(),
        case.people.len(),
        out.display(),
        case.truth.new_since
    );
    Ok(exit::DONE)
}

fn write(
    folder: &Path,
    name: &str,
    fill: impl FnOnce(&mut BufWriter<File>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let path = folder.join(name);
    let context = || format!("could not write `{}`", path.display());
    let mut file = BufWriter::new(File::create(&path).with_context(context)?);
    fill(&mut file).with_context(context)?;
    file.flush().with_context(context)
}

fn score_answer(args: &ScoreArgs) -> anyhow::Result<u8> {
    let truth: Truth = read(&args.truth)?;
    let answer: Answer = read(&args.found)?;
    let score = score(&truth, &answer);
    println!(
        "routes {}/{} found, {} of {} answered are right; new or known right {}/{}; rest-houses {}/{} among the first {}",
        score.routes_found,
        score.routes,
        score.answered_right,
        score.answered,
        score.new_or_known_right,
        score.routes,
        score.rest_houses_found,
        score.rest_houses,
        score.rest_houses
    );
    for remark in &score.remarks {
        println!("- {remark}");
    }
    Ok(if score.remarks.is_empty() { exit::DONE } else { exit::FINDINGS })
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> anyhow::Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("could not read `{}`", path.display()))?;
    serde_json::from_str(&text)
        .with_context(|| format!("could not use `{}` as JSON of this form", path.display()))
}
