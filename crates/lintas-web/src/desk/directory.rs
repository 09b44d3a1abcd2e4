//! The directory of agencies.

use lintas_casework::Ctx;
use lintas_casework::directory::{self, ContactView, Directory, NewContact};
use lintas_model::{ContactPointId, RecordId};
use lintas_policy::Action;

use crate::problem::Problem;

/// The directory, and whether the officer reads questions to agencies.
pub(crate) async fn show(ctx: &Ctx) -> Result<(Directory, bool), Problem> {
    Ok((directory::show(ctx).await?, ctx.permit_own(Action::View, "inquiry").is_ok()))
}

/// An entry to be changed.
pub(crate) async fn find(ctx: &Ctx, id: ContactPointId) -> Result<ContactView, Problem> {
    Ok(directory::find(ctx, id).await?)
}

/// Adds an entry.
pub(crate) async fn add(ctx: &Ctx, new: NewContact) -> Result<ContactPointId, Problem> {
    Ok(directory::add(ctx, new).await?)
}

/// Changes an entry.
pub(crate) async fn change(
    ctx: &Ctx,
    id: ContactPointId,
    seen: RecordId,
    new: NewContact,
) -> Result<(), Problem> {
    Ok(directory::change(ctx, id, seen, new).await?)
}

/// Says that an entry is right today.
pub(crate) async fn confirm(ctx: &Ctx, id: ContactPointId, seen: RecordId) -> Result<(), Problem> {
    Ok(directory::confirm(ctx, id, seen).await?)
}

/// Takes an entry out of use.
pub(crate) async fn close(ctx: &Ctx, id: ContactPointId, seen: RecordId) -> Result<(), Problem> {
    Ok(directory::close(ctx, id, seen).await?)
}
