//! Operations.

use lintas_casework::Ctx;
use lintas_casework::operation::{self, NewOperation, OperationView};
use lintas_casework::plan::gate::{self, NewAnswer};
use lintas_model::lifecycle::OperationMove;
use lintas_model::{CaseId, OperationId, RecordId};

use crate::problem::Problem;
use crate::routes::cases::operations::ReadOperation;
use crate::routes::operations::line::OperationLine;

fn line(view: OperationView) -> OperationLine {
    OperationLine {
        operation: view.id,
        case: view.operation.body.case,
        title: view.operation.body.title,
        objective: view.operation.body.objective,
        lead: view.operation.mark.originator,
        participants: view.operation.body.participants.into_iter().collect(),
        day: view.operation.body.day,
        state: view.state,
        moves: view.moves,
    }
}

/// The operations of a case.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<OperationLine>, Problem> {
    Ok(operation::list(ctx, Some(case)).await?.into_iter().map(line).collect())
}

/// Plans an operation.
pub(crate) async fn plan(ctx: &Ctx, case: CaseId, read: ReadOperation) -> Result<OperationId, Problem> {
    let mut participants = read.participants.into_iter().collect::<std::collections::BTreeSet<_>>();
    participants.insert(ctx.node().code().clone());
    let new =
        NewOperation { case, title: read.title, objective: read.objective, participants, day: read.day };
    Ok(operation::plan(ctx, new).await?)
}

/// One operation with its gate.
pub(crate) async fn show(ctx: &Ctx, id: OperationId) -> Result<OperationView, Problem> {
    Ok(operation::show(ctx, id).await?)
}

/// Answers questions of the risk gate.
pub(crate) async fn answer(
    ctx: &Ctx,
    id: OperationId,
    plan: RecordId,
    answers: Vec<NewAnswer>,
) -> Result<(), Problem> {
    gate::answer(ctx, id, plan, answers).await?;
    Ok(())
}

/// Describes an operation anew.
pub(crate) async fn change(
    ctx: &Ctx,
    id: OperationId,
    seen: RecordId,
    read: ReadOperation,
) -> Result<(), Problem> {
    let view = operation::show(ctx, id).await?;
    let new = NewOperation {
        case: view.operation.body.case,
        title: read.title,
        objective: read.objective,
        participants: read.participants.into_iter().collect(),
        day: read.day,
    };
    operation::change(ctx, id, seen, new).await?;
    Ok(())
}

/// Moves an operation.
pub(crate) async fn step(
    ctx: &Ctx,
    id: OperationId,
    step: OperationMove,
    reason: &str,
) -> Result<(), Problem> {
    operation::step(ctx, id, step, reason).await?;
    Ok(())
}
