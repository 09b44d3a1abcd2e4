//! Taking an import back: because a person says so, or because it was stopped before its end.

use lintas_model::record::{ImportUndo, Tombstone};
use lintas_model::{ImportId, Kind, RecordId};
use lintas_policy::Action;

use crate::{CaseworkError, Ctx, Result};

/// Undoes an import: its records leave all views, and the file can be imported again.
pub async fn undo(ctx: &Ctx, import: ImportId, reason: &str) -> Result<()> {
    ctx.require_own(Action::Import, "import").await?;
    let _turn = ctx.node().turn().await;
    let own = |held: lintas_store::Held| held.mark.originator == *ctx.node().code();
    if !ctx.node().newest(Kind::Import, import.into()).await?.is_some_and(own) {
        return Err(CaseworkError::NotFound("import"));
    }
    if ctx.node().newest(Kind::ImportUndo, import.into()).await?.is_some() {
        return Err(CaseworkError::invalid("import", "it has been undone already"));
    }
    withdraw(ctx, import, reason.trim()).await
}

/// Protected persons belong to a case and to no report, so an undo does not reach them: they are erased one by one.
pub(super) async fn withdraw(ctx: &Ctx, import: ImportId, reason: &str) -> Result<()> {
    let name = format!("{PERSONS}{import}");
    let bytes = ctx.node().store().setting(&name).await?.unwrap_or_default();
    let persons: std::collections::BTreeSet<RecordId> = bytes
        .as_chunks::<16>()
        .0
        .iter()
        .map(|bytes| RecordId::from_uuid(uuid::Uuid::from_bytes(*bytes)))
        .collect();
    let mut drafts = Vec::new();
    for &record in &persons {
        // One that a stopped import meant to write and did not is in no feed.
        if let Some(entry) = ctx.node().store().entry(record).await? {
            let ground = format!("import undone: {reason}");
            drafts.push(ctx.about(ctx.private(), entry.header().object, Tombstone { record, ground }));
        }
    }
    drafts.push(ctx.about(ctx.private(), import, ImportUndo { import, reason: reason.to_owned() }));
    ctx.write(drafts).await?;
    crate::erasure::carry_out(ctx.node(), persons).await
}

/// The name of the setting that says which import is under way.
pub(super) const UNFINISHED: &str = "intake.unfinished";
/// The beginning of the names of the settings that say which protected persons an import wrote.
pub(super) const PERSONS: &str = "intake.persons.";

/// One import at a time, over all processes of the node. One that was stopped halfway, by a power cut or a kill, is taken
/// back first: its rows are then taken again as if for the first time.
pub(super) async fn begin(ctx: &Ctx) -> Result<std::fs::File> {
    let path = ctx.node().folder().join("import.lock");
    let problem = |error: std::io::Error| CaseworkError::File {
        path: path.display().to_string(),
        problem: error.to_string(),
    };
    let file =
        std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(problem)?;
    let file = tokio::task::spawn_blocking(move || file.lock().map(|()| file))
        .await
        .map_err(|error| CaseworkError::Ledger(error.to_string()))?
        .map_err(problem)?;
    take_back(ctx).await?;
    Ok(file)
}

pub(super) async fn take_back(ctx: &Ctx) -> Result<()> {
    let bytes = ctx.node().store().setting(UNFINISHED).await?.unwrap_or_default();
    if let Some(import) = std::str::from_utf8(&bytes).ok().and_then(|text| text.parse::<ImportId>().ok()) {
        withdraw(ctx, import, "stopped before its end").await?;
        ctx.node().store().set(UNFINISHED, &[]).await?;
    }
    Ok(())
}
