//! Moving an operation; only the leading agency does.

use axum::extract::Path;
use axum::response::Redirect;
use lintas_model::OperationId;
use lintas_model::lifecycle::OperationMove;
use serde::Deserialize;

use crate::desk;
use crate::problem::Problem;
use crate::seat::{Sent, done};
use crate::urls;

/// What the button sends.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct StepForm {
    step: String,
    #[serde(default)]
    reason: String,
}

/// Moves an operation.
pub(crate) async fn step(
    Path(operation): Path<OperationId>,
    Sent { seat, form }: Sent<StepForm>,
) -> Result<Redirect, Problem> {
    let step = OperationMove::named(&form.step).ok_or(Problem::Missing)?;
    desk::operations::step(&seat.ctx, operation, step, form.reason.trim()).await?;
    Ok(done(&urls::operation(operation), "step", 1))
}
