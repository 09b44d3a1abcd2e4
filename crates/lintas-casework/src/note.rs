//! The journal of a case.

use lintas_model::record::Note;
use lintas_model::{CaseId, RecordId};
use lintas_policy::Action;

use crate::{CaseworkError, Ctx, Result, case};

/// Writes a note in the journal of a case, where everyone who works the case can read it.
pub async fn write(ctx: &Ctx, id: CaseId, text: &str) -> Result<RecordId> {
    let found = case::found(ctx, id).await?;
    ctx.require(Action::WriteCase, &found.facts).await?;
    let text = text.trim();
    if text.is_empty() {
        return Err(CaseworkError::invalid("text", "write at least a word"));
    }
    ctx.write_one(ctx.about(found.audience, id, Note { case: id, text: text.to_owned() })).await
}
