//! Imports: a file is looked at, questions are answered, rows become records; the same row never twice; undo.

mod background;
mod mapping;
mod undo;
mod writer;

use std::io::{Read, Seek};

use lintas_intake::{Gather, Options, Proposal, Reading, RefusedRow};
use lintas_model::record::{Import, ImportUndo};
use lintas_model::{CaseId, ImportId, ObjectId, PartialDate};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

pub use mapping::{mappings, save_mapping};
pub use undo::undo;

use background::read_in_background;
use undo::{UNFINISHED, begin, take_back};
use writer::Writer;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, case};

/// The secret that makes fingerprints of rows useless to anybody else.
const SECRET: &str = "intake.secret";

/// A preview of an import.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What the file turned out to be, with counts and questions.
    pub reading: Reading,
    /// The first rows as they would be taken.
    pub sample: Vec<Proposal>,
    /// The first rows that would not.
    pub refused: Vec<RefusedRow>,
}

/// What an import did.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The import, unless there was nothing new to write.
    pub import: Option<ImportId>,
    /// What the file turned out to be.
    pub reading: Reading,
    /// Rows that became records.
    pub taken: u64,
    /// Rows that were here already.
    pub known: u64,
    /// Rows not taken, for the reject file.
    pub refused: Vec<RefusedRow>,
    /// The case that protected persons of the file belong to.
    pub case: Option<CaseId>,
}

/// Looks at a file without writing anything. `rows_at_most` in the options bounds the work.
pub async fn preview<R>(ctx: &Ctx, name: String, file: R, options: Options) -> Result<Preview>
where
    R: Read + Seek + Send + 'static,
{
    ctx.require_own(Action::Import, "import").await?;
    let options = with_secret(ctx, options).await?;
    let (reading, gathered) = tokio::task::spawn_blocking(move || {
        let mut gather = Gather::default();
        lintas_intake::read(&name, file, &options, &mut gather).map(|reading| (reading, gather))
    })
    .await
    .map_err(|error| CaseworkError::Ledger(error.to_string()))??;
    Ok(Preview {
        reading,
        sample: gathered.proposals.into_iter().take(200).collect(),
        refused: gathered.refused.into_iter().take(200).collect(),
    })
}

/// Imports a file. `open` is called twice: once to see whether anything must be asked, once to take the rows.
/// `progress` hears how many rows have been read.
pub async fn import<R, O>(
    ctx: &Ctx,
    name: String,
    open: O,
    options: Options,
    case: Option<CaseId>,
    progress: impl Fn(u64) + Send + Sync + Clone + 'static,
) -> Result<Imported>
where
    R: Read + Seek + Send + 'static,
    O: Fn() -> std::io::Result<R>,
{
    ctx.require_own(Action::Import, "import").await?;
    if let Some(case) = case {
        let found = case::found(ctx, case).await?;
        ctx.require(Action::View, &found.facts).await?;
    }
    let _running = begin(ctx).await?;
    let opened =
        || open().map_err(|error| CaseworkError::File { path: name.clone(), problem: error.to_string() });
    let options = with_secret(ctx, options).await?;
    let first = read_in_background(name.clone(), opened()?, options.clone(), progress.clone(), None).await?;
    if !first.0.questions.is_empty() {
        return Ok(Imported { import: None, reading: first.0, taken: 0, known: 0, refused: first.1, case });
    }
    if first.2 && case.is_none() && ctx.permit_own(Action::OpenCase, "case").is_err() {
        return Err(CaseworkError::invalid(
            "case",
            "this file has protected persons; choose the case they belong to",
        ));
    }
    let (sender, mut rows) = tokio::sync::mpsc::channel::<Vec<Proposal>>(4);
    let reading = tokio::spawn(read_in_background(name.clone(), opened()?, options, |_| {}, Some(sender)));
    let mut writer = Writer::new(ctx, &name, case);
    ctx.node().store().set(UNFINISHED, writer.import.to_string().as_bytes()).await?;
    let mut failed = None;
    while let Some(group) = rows.recv().await {
        if let Err(error) = writer.take(group).await {
            failed = Some(error);
            break;
        }
    }
    // With the receiver gone the reader stops at its next row.
    drop(rows);
    let read = reading.await.map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let (reading, refused, _) = match (failed, read) {
        (None, Ok(read)) => read,
        (Some(error), _) | (None, Err(error)) => {
            take_back(ctx).await?;
            return Err(error);
        }
    };
    let (import, taken, known) = (writer.import, writer.taken, writer.known);
    let case = writer.case;
    if taken > 0 {
        let body = Import {
            file_name: reading.file_name.clone(),
            file_sha256: reading.file_sha256.clone(),
            format: reading.format.as_str().to_owned(),
            mapping: reading
                .sheets
                .iter()
                .filter_map(|sheet| sheet.mapping.clone())
                .collect::<Vec<_>>()
                .join(", "),
            rows_read: reading.counts.read,
            rows_taken: taken,
            rows_known: known,
            rows_refused: reading.counts.refused,
        };
        ctx.write_one(ctx.about(ctx.private(), import, body)).await?;
    }
    ctx.node().store().set(UNFINISHED, &[]).await?;
    Ok(Imported { import: (taken > 0).then_some(import), reading, taken, known, refused, case })
}

/// Imports of this node, the latest first, with whether they were undone.
pub async fn list(ctx: &Ctx) -> Result<Vec<(ImportId, Item<Import>, bool)>> {
    let query = HeldQuery { order: Order::NewestFirst, ..HeldQuery::default() };
    let undone: std::collections::BTreeSet<ObjectId> = item::read::<ImportUndo>(ctx, HeldQuery::default())
        .await?
        .into_iter()
        .map(|item| item.mark.object)
        .collect();
    let imports = item::read::<Import>(ctx, query).await?;
    access::viewed(ctx, "imports", None, imports.len()).await?;
    Ok(imports
        .into_iter()
        .map(|item| (ImportId::from_uuid(item.mark.object.uuid()), undone.contains(&item.mark.object), item))
        .map(|(id, undone, item)| (id, item, undone))
        .collect())
}

async fn with_secret(ctx: &Ctx, mut options: Options) -> Result<Options> {
    let store = ctx.node().store();
    options.secret = match store.setting(SECRET).await? {
        Some(secret) => secret,
        None => {
            let secret = ctx.node().random::<32>().to_vec();
            store.set(SECRET, &secret).await?;
            secret
        }
    };
    options.today.get_or_insert(PartialDate::of(ctx.now()));
    Ok(options)
}
