//! What has changed while a page is open.

use lintas_casework::{Ctx, news};
use lintas_model::CaseId;

use crate::app::App;
use crate::problem::Problem;

/// A number that grows with every record that comes into the node.
pub(crate) async fn stand(app: &App) -> Result<u64, Problem> {
    Ok(news::stand(app.node()).await?)
}

/// How many things wait for the officer, and the newest record of others in a case.
pub(crate) async fn counts(ctx: &Ctx, case: Option<CaseId>) -> Result<(u64, Option<String>), Problem> {
    let newest = match case {
        Some(case) => news::of_case(ctx, case).await?.map(|record| record.to_string()),
        None => None,
    };
    Ok((news::waiting(ctx).await?, newest))
}
