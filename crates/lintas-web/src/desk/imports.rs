//! Imports: a file is looked at, questions are answered, rows become records.

use std::collections::BTreeMap;
use std::fs::File;

use lintas_casework::{Ctx, intake};
use lintas_intake::export::FileKind;
use lintas_intake::{Meaning, Options, Severity};
use lintas_model::ImportId;
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::imports::list::ImportLine;
use crate::routes::imports::preview::{ColumnLine, DateQuestion, DryRun, IssueLine, PreviewForm};
use crate::security::upload::Upload;

/// How many issues a page shows.
const ISSUES: usize = 200;

/// A name for an uploaded file that nobody can guess.
pub(crate) fn upload_name(ctx: &Ctx) -> String {
    hex::encode(ctx.node().random::<16>())
}

/// All imports, the latest first, and whether the officer may import.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<ImportLine>, bool), Problem> {
    let lines = intake::list(ctx).await?.into_iter().map(|(id, item, undone)| ImportLine {
        import: id,
        file_name: item.body.file_name,
        format: item.body.format,
        at: item.mark.at,
        taken: item.body.rows_taken,
        known: item.body.rows_known,
        refused: item.body.rows_refused,
        undone,
    });
    Ok((lines.collect(), ctx.permit_own(Action::Import, "import").is_ok()))
}

/// The options that the answers of a form stand for.
fn options(ctx: &Ctx, form: &PreviewForm) -> Result<Options, Problem> {
    let columns = form
        .columns
        .iter()
        .filter_map(|(header, word)| Some((header.clone(), word.parse::<Meaning>().ok()?)))
        .collect::<BTreeMap<_, _>>();
    Ok(Options {
        // All files that come through the pages have one origin: this agency.
        source: ctx.node().code().to_string(),
        columns,
        date_orders: form.orders.clone(),
        mappings: intake::mappings(ctx)?,
        ..Options::default()
    })
}

fn open(file: &Upload) -> Result<File, Problem> {
    File::open(&file.path).map_err(|error| Problem::broken("WB-001", &error))
}

/// What an import of the file would do; nothing is written.
pub(crate) async fn dry_run(
    ctx: &Ctx,
    file: &Upload,
    upload: &str,
    form: &PreviewForm,
) -> Result<DryRun, Problem> {
    let preview = intake::preview(ctx, file.file_name.clone(), open(file)?, options(ctx, form)?).await?;
    let reading = preview.reading;
    let columns = reading.sheets.iter().flat_map(|sheet| {
        sheet.columns.iter().map(|column| ColumnLine {
            sheet: sheet.name.clone(),
            header: column.header.clone(),
            meaning: column.meaning.as_str().to_owned(),
            unknown: column.found_by == lintas_intake::FoundBy::Nothing,
            sample: column.samples.first().cloned().unwrap_or_default(),
        })
    });
    let questions = reading.questions.iter().map(|question| DateQuestion {
        column: question.column.clone(),
        text: question.text.clone(),
        day_first: question.day_first,
        month_first: question.month_first,
        evidence: (question.only_day_first, question.only_month_first),
    });
    let issues = reading.issues.iter().take(ISSUES).map(|issue| IssueLine {
        sheet: issue.sheet.clone(),
        row: issue.row,
        column: issue.column.clone().unwrap_or_default(),
        problem: format!("{} {}. {}", issue.code.as_str(), issue.reason, issue.next_step),
        refused: issue.severity() == Severity::Refused,
    });
    let all: u64 = reading.issues_by_code.values().sum();
    let shown = reading.issues.len().min(ISSUES) as u64;
    Ok(DryRun {
        upload: upload.to_owned(),
        file_name: file.file_name.clone(),
        size_bytes: file.size_bytes,
        format: reading.format.as_str().to_owned(),
        read: reading.counts.read,
        fresh: reading.counts.taken,
        refused: reading.counts.refused,
        waiting: reading.counts.waiting,
        meanings: Meaning::ALL.iter().map(|meaning| meaning.as_str()).collect(),
        columns: columns.collect(),
        questions: questions.collect(),
        issues: issues.collect(),
        more_issues: all.saturating_sub(shown),
    })
}

/// Imports the file: the import, unless nothing in it was new, and how many rows were taken. Without an answer to every
/// question nothing is taken.
pub(crate) async fn take(
    ctx: &Ctx,
    file: &Upload,
    form: &PreviewForm,
) -> Result<(Option<ImportId>, u64), Problem> {
    let path = file.path.clone();
    let imported = intake::import(
        ctx,
        file.file_name.clone(),
        move || File::open(&path),
        options(ctx, form)?,
        form.case.parse().ok(),
        |_| {},
    )
    .await?;
    if !imported.reading.questions.is_empty() {
        return Err(Problem::Invalid("WB-400", imported.reading.questions[0].to_string()));
    }
    if let Some(import) = imported.import
        && !imported.refused.is_empty()
    {
        let csv = lintas_intake::rejects::write(&file.file_name, &imported.refused, FileKind::Csv)
            .map_err(|error| Problem::Invalid("WB-400", error.to_string()))?;
        let folder = rejects_folder(ctx);
        tokio::fs::create_dir_all(&folder).await.map_err(|error| Problem::broken("WB-001", &error))?;
        let written = tokio::fs::write(folder.join(format!("{import}.csv")), csv).await;
        written.map_err(|error| Problem::broken("WB-001", &error))?;
    }
    Ok((imported.import, imported.taken))
}

fn rejects_folder(ctx: &Ctx) -> std::path::PathBuf {
    ctx.node().folder().join("rejects")
}

/// One import, whether its reject file is here, and whether the officer may undo it.
pub(crate) async fn show(ctx: &Ctx, import: ImportId) -> Result<(ImportLine, bool, bool), Problem> {
    let (lines, may) = list(ctx).await?;
    let line = lines.into_iter().find(|line| line.import == import).ok_or(Problem::Missing)?;
    let rejects = rejects_folder(ctx).join(format!("{import}.csv")).is_file();
    Ok((line, rejects, may))
}

/// Undoes an import; how many rows it had taken.
pub(crate) async fn undo(ctx: &Ctx, import: ImportId, reason: &str) -> Result<u64, Problem> {
    let (line, ..) = show(ctx, import).await?;
    intake::undo(ctx, import, reason).await?;
    // The rows that were not taken go with the rest.
    let _ = tokio::fs::remove_file(rejects_folder(ctx).join(format!("{import}.csv"))).await;
    Ok(line.taken)
}

/// The rows that were not taken, as a file.
pub(crate) async fn rejects(ctx: &Ctx, import: ImportId) -> Result<Vec<u8>, Problem> {
    let (line, ..) = show(ctx, import).await?;
    let path = rejects_folder(ctx).join(format!("{import}.csv"));
    let csv = tokio::fs::read(path).await.map_err(|_| Problem::Missing)?;
    lintas_casework::access::exported(ctx, "rejects", Some(import.into()), line.refused as usize).await?;
    Ok(csv)
}
