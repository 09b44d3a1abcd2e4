//! Erasure: the body is destroyed, a tombstone says so, every proof still verifies.

use lintas_model::RecordId;
use lintas_model::record::Tombstone;
use lintas_policy::Action;

use crate::item::{self, facts};
use crate::{CaseworkError, Ctx, Result};

/// Erases the body of one of this agency's records.
pub async fn erase(ctx: &Ctx, record: RecordId, ground: &str) -> Result<()> {
    let (mark, _, _) = item::record(ctx, record).await?;
    ctx.permit(Action::Erase, &facts(ctx.node(), &mark))?;
    if ground.trim().is_empty() {
        return Err(CaseworkError::invalid(
            "ground",
            "name the ground, for example `retention period ended`",
        ));
    }
    // The tombstone is written first: if the machine stops between the two, erasing again ends the same.
    let tombstone = Tombstone { record, ground: ground.trim().to_owned() };
    ctx.write_one(ctx.about(mark.audience, mark.object, tombstone)).await?;
    ctx.node().store().erase(record).await?;
    Ok(())
}
