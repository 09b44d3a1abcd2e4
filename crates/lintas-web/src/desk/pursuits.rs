//! The pursuit of warrants.

use lintas_casework::Ctx;
use lintas_casework::pursuit::{self, BoardLine, NewHop, NewRequest, PathsView};
use lintas_law::{Day, RequestKind};
use lintas_model::lifecycle::RequestMove;
use lintas_model::offence::Offence;
use lintas_model::{Country, PartialDate, RequestId, WarrantId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::pursuits::show::RequestFace;

/// The board, most pressing first, and whether the officer may record requests.
pub(crate) async fn board(ctx: &Ctx) -> Result<(Vec<BoardLine>, bool), Problem> {
    Ok((pursuit::board(ctx, None).await?, can_write(ctx)))
}

/// One request.
pub(crate) async fn show(ctx: &Ctx, id: RequestId) -> Result<RequestFace, Problem> {
    let view = pursuit::show(ctx, id).await?;
    Ok(RequestFace {
        id: view.id,
        request: view.request.body,
        state: view.state,
        steps: view.steps.into_iter().map(|step| step.body).collect(),
        way: view.way.into_iter().map(|hop| (hop.planned, hop.hop.map(|hop| hop.body))).collect(),
        owed: view.owed,
        clocks: view.clocks,
        moves: view.moves,
    })
}

/// Records a request.
pub(crate) async fn record(ctx: &Ctx, new: NewRequest) -> Result<RequestId, Problem> {
    Ok(pursuit::record(ctx, new).await?)
}

/// Moves a request.
pub(crate) async fn step(
    ctx: &Ctx,
    id: RequestId,
    step: RequestMove,
    on: PartialDate,
    reference: &str,
) -> Result<(), Problem> {
    pursuit::step(ctx, id, step, on, reference).await?;
    Ok(())
}

/// Records what an actor did with a request.
pub(crate) async fn hop(ctx: &Ctx, id: RequestId, new: NewHop) -> Result<(), Problem> {
    pursuit::hop(ctx, id, new).await?;
    Ok(())
}

/// The ways that the law opens for a warrant, or for an offence.
pub(crate) async fn paths(
    ctx: &Ctx,
    warrant: Option<WarrantId>,
    requested: Country,
    offence: Offence,
) -> Result<PathsView, Problem> {
    match warrant {
        Some(warrant) => Ok(pursuit::for_warrant(ctx, warrant, requested).await?),
        None => Ok(pursuit::paths(ctx, requested, offence, Day::from_timestamp(ctx.now())).await?),
    }
}

/// The instruments that offer a kind of request between this node's state and another: id and name.
pub(crate) async fn bases(
    ctx: &Ctx,
    warrant: Option<WarrantId>,
    requested: Country,
    offence: Offence,
    kind: RequestKind,
) -> Result<Vec<(String, String)>, Problem> {
    let found = paths(ctx, warrant, requested, offence).await?;
    let offered = found.paths.into_iter().filter(|path| path.request == kind);
    Ok(offered.map(|path| (path.basis.to_string(), format!("{}: {}", path.short, path.headline()))).collect())
}

/// Whether the officer may record requests.
pub(crate) fn can_write(ctx: &Ctx) -> bool {
    ctx.permit_own(Action::WriteWarrant, "request").is_ok()
}
