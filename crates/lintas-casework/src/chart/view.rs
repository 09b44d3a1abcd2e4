//! Saved views of a chart: kept at the node, for the agency alone, so that nothing of a case is kept in a browser.

use lintas_model::record::ChartView;
use lintas_model::{CaseId, ChartViewId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, case};

/// The longest name, in letters.
const NAME: usize = 80;
/// The largest layout in bytes: some five thousand things.
const STATE: usize = 400_000;

/// Saves a view; one of the same name is replaced.
///
/// # Errors
/// The actor may not write in the case, the name is missing or too long, or the layout is no JSON or too large.
pub async fn save_view(ctx: &Ctx, case: CaseId, name: &str, state: &str) -> Result<ChartViewId> {
    let _turn = ctx.node().turn().await;
    let held = case::found(ctx, case).await?;
    ctx.require(Action::WriteCase, &held.facts).await?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME {
        return Err(CaseworkError::invalid("name", "give the view a name of at most 80 letters"));
    }
    let is_object = serde_json::from_str::<serde_json::Value>(state).is_ok_and(|value| value.is_object());
    if state.len() > STATE || !is_object {
        return Err(CaseworkError::invalid("state", "this layout cannot be read; arrange the chart again"));
    }
    let known = read(ctx, case).await?.into_iter().find(|(_, view)| view.body.name == name);
    let id = known.map_or_else(|| ctx.node().new_id(ChartViewId::new), |(id, _)| id);
    let view = ChartView { case, name: name.to_owned(), state: state.to_owned() };
    ctx.write_one(ctx.about(ctx.private(), id, view)).await?;
    Ok(id)
}

/// The views of a case by name.
pub async fn views(ctx: &Ctx, case: CaseId) -> Result<Vec<Item<ChartView>>> {
    let mut views: Vec<Item<ChartView>> = read(ctx, case).await?.into_iter().map(|(_, view)| view).collect();
    views.sort_by(|a, b| a.body.name.cmp(&b.body.name));
    access::viewed(ctx, "chart_views", Some(case.into()), views.len()).await?;
    Ok(views)
}

async fn read(ctx: &Ctx, case: CaseId) -> Result<Vec<(ChartViewId, Item<ChartView>)>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let views = item::owned(ctx, item::read::<ChartView>(ctx, query).await?);
    Ok(views.into_iter().map(|(object, view)| (ChartViewId::from_uuid(object.uuid()), view)).collect())
}
