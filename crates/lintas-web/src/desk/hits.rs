//! Hit or no hit.

use std::collections::BTreeMap;

use lintas_casework::hits::{self, Alarm, Desk, Inspection, Question, Subject, Wish};
use lintas_casework::{CaseworkError, Ctx, case};
use lintas_exchange::Pace;
use lintas_model::{AgencyCode, CaseId, EntityId, HitQueryId};
use lintas_policy::Action;

use crate::numbers;
use crate::problem::Problem;
use crate::words::Words;

/// The log of both sides, with the titles of the cases.
pub(crate) async fn desk(ctx: &Ctx) -> Result<(Desk, BTreeMap<CaseId, String>), Problem> {
    Ok((hits::desk(ctx).await?, titles(ctx).await?))
}

/// One question, with the title of its case.
pub(crate) async fn question(ctx: &Ctx, id: HitQueryId) -> Result<(Question, String), Problem> {
    let question = hits::question(ctx, id).await?;
    let title = titles(ctx).await?.remove(&question.case).unwrap_or_default();
    Ok((question, title))
}

/// A row of numbers that was asked within a day, in a sentence.
pub(crate) fn alarm_text(words: &Words, alarm: &Alarm) -> String {
    let shown = numbers::whole(words.language(), alarm.asked as u64);
    let what = words.word("item-kind", alarm.kind.as_str());
    let who = alarm.by.iter().cloned().collect::<Vec<_>>().join(", ");
    words.fill(
        "hits-alarm",
        &[("shown", shown.as_str()), ("what", &what), ("beginning", &alarm.beginning), ("who", &who)],
    )
}

/// Whether the officer may inspect what was asked.
pub(crate) fn can_inspect(ctx: &Ctx) -> bool {
    ctx.permit_plain(Action::ViewAudit, "hit_query").is_ok()
}

/// Whether the officer may read what was asked and answered.
pub(crate) fn can_read(ctx: &Ctx) -> bool {
    ctx.permit_own(Action::View, "hit_query").is_ok()
}

/// Whether the officer may ask.
pub(crate) fn can_ask(ctx: &Ctx) -> bool {
    ctx.permit_own(Action::AskHits, "hit_query").is_ok()
}

/// The titles of the cases that the officer may see.
pub(crate) async fn titles(ctx: &Ctx) -> Result<BTreeMap<CaseId, String>, Problem> {
    Ok(case::list(ctx).await?.into_iter().map(|line| (line.id, line.case.title)).collect())
}

/// The person or thing that is to be asked about.
pub(crate) async fn subject(ctx: &Ctx, entity: EntityId) -> Result<Subject, Problem> {
    Ok(hits::subject(ctx, entity).await?)
}

/// Asks: the question, or the field that cannot be accepted and why. What needs no second officer is brought at once.
pub(crate) async fn ask(
    ctx: &Ctx,
    wish: Wish,
) -> Result<Result<HitQueryId, (&'static str, String)>, Problem> {
    let to = wish.to.clone();
    match hits::ask(ctx, wish).await {
        Ok(asked) => {
            if asked.needs_second.is_empty() {
                bring(ctx, &to).await;
            }
            Ok(Ok(asked.id))
        }
        Err(CaseworkError::Invalid { field, problem }) => Ok(Err((field, problem))),
        Err(error) => Err(error.into()),
    }
}

/// Approves a question as the second officer, and brings it.
pub(crate) async fn approve(ctx: &Ctx, id: HitQueryId) -> Result<(), Problem> {
    hits::approve(ctx, id).await?;
    let to = hits::question(ctx, id).await?.to;
    bring(ctx, &to).await;
    Ok(())
}

/// Opens some commitments of a question.
pub(crate) async fn inspect(ctx: &Ctx, id: HitQueryId) -> Result<Inspection, Problem> {
    Ok(hits::inspect(ctx, id).await?)
}

/// The question is written already: where the partner cannot be met now, it goes with the next meeting or the courier.
async fn bring(ctx: &Ctx, to: &AgencyCode) {
    if let Err(error) = lintas_exchange::ask(ctx.node(), to, Pace::FULL).await {
        tracing::info!(partner = %to, code = error.code(), "{}", error.told());
    }
}
