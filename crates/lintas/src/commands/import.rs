//! `lintas import DIR FILE`: intake.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use lintas_casework::{Node, intake};
use lintas_intake::{Companion, Format, Meaning, Options, Reading, RefusedRow, companions_of, rejects};
use lintas_model::date::DateOrder;
use lintas_model::{CaseId, ImportId};
use lintas_policy::Action;

use crate::exit::{self, Usage};
use crate::{node, progress};

/// Read an agency's file: what was taken, what was not and why, row by row. The same file twice adds nothing.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
    /// The file: XLSX, XLSM, ODS, CSV, TSV, OFAC sdn.csv, UN list XML.
    #[arg(required_unless_present = "undo")]
    file: Option<PathBuf>,
    /// What the file is, when it is not recognised: table htcds ofac-sdn un-list incidents.
    #[arg(long = "as", value_name = "KIND")]
    kind: Option<Format>,
    /// Look only: write nothing.
    #[arg(long)]
    dry_run: bool,
    /// What a column means, for example `DOB=birth_date`; may be given several times.
    #[arg(long, value_name = "HEADER=MEANING")]
    column: Vec<String>,
    /// Order of day and month in a column where it cannot be told: `Arrival=day-first`.
    #[arg(long, value_name = "HEADER=ORDER")]
    dates: Vec<String>,
    /// Encoding of a text file, for example tis-620.
    #[arg(long)]
    encoding: Option<String>,
    /// The case that the rows belong to.
    #[arg(long)]
    case: Option<CaseId>,
    /// Where the rows not taken are written; beside the file when left out.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Save the meaning of the columns for the next file with the same headers.
    #[arg(long, value_name = "NAME")]
    save_mapping: Option<String>,
    /// Undo an earlier import instead of reading a file.
    #[arg(long, value_name = "IMPORT", conflicts_with = "file")]
    undo: Option<ImportId>,
    /// Who imports.
    #[arg(long)]
    officer: Option<String>,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let node = node::open(&args.dir).await?;
    let code = read(&node, &args).await;
    node.close().await;
    code
}

async fn read(node: &Node, args: &Args) -> anyhow::Result<u8> {
    let ctx = node::officer(node, args.officer.as_deref()).await?.ready_for(Action::Import, "import");
    if let Some(import) = args.undo {
        intake::undo(&ctx, import, "undone at the console").await?;
        println!("undone: the records of import {import} have left all views");
        return Ok(exit::DONE);
    }
    let Some(path) = &args.file else { return Err(Usage("could not import: name a file".into()).into()) };
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    File::open(path).with_context(|| format!("could not open `{}`", path.display()))?;
    let mut options = options(args, path)?;
    options.mappings = intake::mappings(&ctx)?;
    if args.dry_run {
        let file = File::open(path)?;
        let preview = intake::preview(&ctx, name, file, options).await?;
        tell(&preview.reading, &preview.refused);
        println!("dry run: nothing was written");
        return Ok(code(&preview.reading));
    }
    let bar = progress::bar("reading rows", None);
    let counting = bar.clone();
    let opened = path.clone();
    let done = intake::import(
        &ctx,
        name,
        move || File::open(&opened),
        options.clone(),
        args.case,
        move |rows| counting.set_position(rows),
    )
    .await?;
    bar.finish_and_clear();
    tell(&done.reading, &done.refused);
    if !done.reading.is_settled() {
        println!(
            "nothing was written: answer the questions with --dates HEADER=day-first or HEADER=month-first"
        );
        return Ok(exit::FINDINGS);
    }
    println!(
        "{} rows taken, {} known already, {} refused",
        done.taken, done.known, done.reading.counts.refused
    );
    if let Some(import) = done.import {
        println!("import {import}; `lintas import {} --undo {import}` takes it back", args.dir.display());
    }
    if let Some(case) = done.case.filter(|_| args.case.is_none()) {
        println!("protected persons are in case {case}");
    }
    if let Some(mapping) = args.save_mapping.as_ref().and_then(|name| done.reading.mapping(name, &options)) {
        intake::save_mapping(&ctx, &mapping)?;
        println!("saved the meaning of the columns as `{}`", mapping.name);
    }
    if !done.refused.is_empty() {
        write_rejects(args, path, &done.refused)?;
    }
    Ok(code(&done.reading))
}

fn options(args: &Args, path: &Path) -> anyhow::Result<Options> {
    let mut columns = BTreeMap::new();
    for pair in &args.column {
        let (header, meaning) = parted(pair, "--column HEADER=MEANING")?;
        let meaning: Meaning =
            meaning.parse().map_err(|why| Usage(format!("could not use `{pair}`: {why}")))?;
        columns.insert(header.to_owned(), meaning);
    }
    let mut date_orders = BTreeMap::new();
    for pair in &args.dates {
        let (header, order) = parted(pair, "--dates HEADER=day-first or HEADER=month-first")?;
        let order = match order {
            "day-first" => DateOrder::DayFirst,
            "month-first" => DateOrder::MonthFirst,
            _ => return Err(Usage(format!("could not use `{pair}`: write day-first or month-first")).into()),
        };
        date_orders.insert(header.to_owned(), order);
    }
    let mut companions = Vec::new();
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    for sibling in companions_of(&name) {
        let beside = path.with_file_name(&sibling);
        if let Ok(bytes) = std::fs::read(&beside) {
            companions.push(Companion { name: sibling.to_string(), bytes });
        }
    }
    Ok(Options {
        format: args.kind,
        encoding: args.encoding.clone(),
        columns,
        date_orders,
        companions,
        ..Options::default()
    })
}

fn parted<'t>(pair: &'t str, form: &str) -> anyhow::Result<(&'t str, &'t str)> {
    pair.split_once('=').ok_or_else(|| Usage(format!("could not use `{pair}`: write {form}")).into())
}

/// Rows that are told one by one; the reject file has all of them.
const SHOWN: usize = 20;

fn tell(reading: &Reading, refused: &[RefusedRow]) {
    print!("{reading}");
    for issue in refused.iter().flat_map(|row| &row.issues).take(SHOWN) {
        println!("  {issue}");
    }
}

const fn code(reading: &Reading) -> u8 {
    if reading.counts.refused > 0 || !reading.questions.is_empty() { exit::FINDINGS } else { exit::DONE }
}

fn write_rejects(args: &Args, path: &Path, refused: &[RefusedRow]) -> anyhow::Result<()> {
    let target = args.rejects.clone().unwrap_or_else(|| path.with_extension("rejects.xlsx"));
    let kind = if target.extension().is_some_and(|e| e == "csv") {
        lintas_intake::export::FileKind::Csv
    } else {
        lintas_intake::export::FileKind::Xlsx
    };
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let bytes = rejects::write(&name, refused, kind)?;
    std::fs::write(&target, bytes).with_context(|| format!("could not write `{}`", target.display()))?;
    println!("the {} rows not taken are in {}", refused.len(), target.display());
    Ok(())
}
