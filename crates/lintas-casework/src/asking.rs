//! Asking an originator for more than its release allows, and answering: both are signed records.
//!
//! A grant is a release of the originator's own to the agencies named, so nothing of an agency ever leaves another one.

use std::collections::{BTreeMap, BTreeSet};

use lintas_ledger::Entry;
use lintas_model::handling::{OnwardRule, Purpose};
use lintas_model::record::{Release, ReleaseAnswer, ReleaseAsk, Wanted};
use lintas_model::{AgencyCode, Kind, RecordId, ReleaseId};
use lintas_policy::{Action, ObjectFacts, Relation};
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::release::{self, NewRelease, Recipients, ReleaseView};
use crate::{CaseworkError, Ctx, Result, access, audience};

/// A question to make.
#[derive(Debug, Clone)]
pub struct NewAsk {
    /// The release that was received.
    pub release: ReleaseId,
    /// What is asked for.
    pub wanted: Wanted,
    /// Who should get it too.
    pub to: BTreeSet<AgencyCode>,
    /// Why.
    pub reason: String,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskView {
    /// The question.
    pub ask: Item<ReleaseAsk>,
    /// The originator's answer, once it has come.
    pub answer: Option<Item<ReleaseAnswer>>,
}

/// Whether the actor may ask the originator of a release for more.
pub fn may_ask(ctx: &Ctx, view: &ReleaseView) -> bool {
    ctx.permit(Action::AskOriginator, &asked(ctx, view)).is_ok()
}

/// A question is about material that was released, though the release itself came in a feed of the audience.
fn asked(ctx: &Ctx, view: &ReleaseView) -> ObjectFacts {
    let mut asked = facts(ctx.node(), &view.release.mark);
    if asked.relation != Relation::Own {
        asked.relation = Relation::Released;
    }
    asked.handling.purposes = view.release.body.purposes.clone();
    asked
}

/// Asks the originator of a release that was received here.
pub async fn ask(ctx: &Ctx, new: NewAsk) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let view = release::show(ctx, new.release).await?;
    let (mark, terms) = (&view.release.mark, &view.release.body);
    if mark.originator == *ctx.node().code() {
        return Err(CaseworkError::invalid("release", "it is your own; release more of it yourself"));
    }
    ctx.require(Action::AskOriginator, &asked(ctx, &view)).await?;
    if view.recalls.iter().any(|recall| recall.body.records.is_empty()) {
        return Err(CaseworkError::invalid("release", "its originator has taken it back"));
    }
    if new.reason.trim().is_empty() {
        return Err(CaseworkError::invalid("reason", "say why; the originator will read it"));
    }
    let mut to = new.to;
    match new.wanted {
        Wanted::PassOn if terms.onward == OnwardRule::Never => {
            return Err(CaseworkError::invalid(
                "wanted",
                "its originator does not want to be asked for this",
            ));
        }
        Wanted::PassOn => {
            to.retain(|agency| *agency != mark.originator && agency != ctx.node().code());
            if to.is_empty() {
                return Err(CaseworkError::invalid("to", "name at least one agency that should get it"));
            }
        }
        Wanted::Withheld => to.clear(),
    }
    let audience =
        audience::of_members(ctx, BTreeSet::from([ctx.node().code().clone(), mark.originator.clone()]))
            .await?;
    let ask = ReleaseAsk {
        release: new.release,
        originator: mark.originator.clone(),
        wanted: new.wanted,
        to,
        purpose: ctx.purpose(),
        reason: new.reason.trim().to_owned(),
    };
    ctx.write_one(ctx.about(audience, new.release, ask)).await
}

/// Grants what was asked. Passing on becomes a release of this agency to the agencies named and to the one that asked: the same
/// records and fields, for the purpose that was asked, under the same terms and never further. What was withheld is chosen by
/// hand and released first; `by` names that release.
pub async fn grant(
    ctx: &Ctx,
    ask: RecordId,
    by: Option<ReleaseId>,
    reason: &str,
) -> Result<Option<ReleaseId>> {
    let view = open(ctx, ask).await?;
    let by = match view.ask.body.wanted {
        Wanted::PassOn => Some(pass_on(ctx, &view.ask, reason).await?),
        Wanted::Withheld => by,
    };
    answer(ctx, &view.ask, true, by, reason).await?;
    Ok(by)
}

/// Refuses what was asked.
pub async fn refuse(ctx: &Ctx, ask: RecordId, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(CaseworkError::invalid("reason", "say why; the agency that asked will read it"));
    }
    let view = open(ctx, ask).await?;
    answer(ctx, &view.ask, false, None, reason).await
}

/// Questions to and from this agency, about one release or all of them, the newest first.
pub async fn list(ctx: &Ctx, release: Option<ReleaseId>) -> Result<Vec<AskView>> {
    let query = HeldQuery { object: release.map(Into::into), ..HeldQuery::default() };
    let asks = item::read::<ReleaseAsk>(ctx, query.clone()).await?;
    let mut answers: BTreeMap<RecordId, Item<ReleaseAnswer>> = BTreeMap::new();
    for answer in item::read::<ReleaseAnswer>(ctx, query).await? {
        answers.entry(answer.body.ask).or_insert(answer);
    }
    let mut views: Vec<AskView> = asks
        .into_iter()
        .map(|ask| {
            // Only the originator's word is an answer.
            let answer = answers.get(&ask.mark.record).cloned();
            let answer = answer.filter(|answer| answer.mark.originator == ask.body.originator);
            AskView { ask, answer }
        })
        .collect();
    views.sort_by_key(|view| std::cmp::Reverse((view.ask.mark.at, view.ask.mark.record)));
    access::viewed(ctx, "questions about releases", release.map(Into::into), views.len()).await?;
    Ok(views)
}

/// A question to this agency that has not been answered.
async fn open(ctx: &Ctx, ask: RecordId) -> Result<AskView> {
    let found = list(ctx, None).await?.into_iter().find(|view| view.ask.mark.record == ask);
    let view = found.ok_or(CaseworkError::NotFound("question"))?;
    if view.ask.body.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("ask", "another agency is asked"));
    }
    if view.answer.is_some() {
        return Err(CaseworkError::invalid("ask", "it has been answered"));
    }
    let release = ctx.node().newest(Kind::Release, view.ask.body.release.into()).await?;
    let release = release.ok_or(CaseworkError::NotFound("release"))?;
    ctx.require(Action::Release, &facts(ctx.node(), &release.mark)).await?;
    Ok(view)
}

async fn pass_on(ctx: &Ctx, ask: &Item<ReleaseAsk>, reason: &str) -> Result<ReleaseId> {
    let view = release::show(ctx, ask.body.release).await?;
    let old = &view.release;
    if view.recalls.iter().any(|recall| recall.body.records.is_empty()) {
        return Err(CaseworkError::invalid("release", "you have taken it back"));
    }
    if !view.members.contains(&ask.mark.originator) {
        return Err(CaseworkError::invalid("ask", "who asks was never given this release"));
    }
    let taken_back: BTreeSet<RecordId> =
        view.recalls.iter().flat_map(|recall| recall.body.records.iter().copied()).collect();
    let purposes: BTreeSet<Purpose> =
        old.body.purposes.iter().copied().filter(|purpose| *purpose == ask.body.purpose).collect();
    if purposes.is_empty() {
        return Err(CaseworkError::invalid(
            "purpose",
            "it was not released for the purpose that is asked for",
        ));
    }
    let mut to = ask.body.to.clone();
    to.insert(ask.mark.originator.clone());
    let reason = if reason.trim().is_empty() { &ask.body.reason } else { reason };
    let new = NewRelease {
        records: withheld(ctx, &old.body, &taken_back).await?,
        to: Recipients::Agencies(to),
        purposes,
        use_rule: old.body.use_rule,
        onward: OnwardRule::Never,
        expires_at: old.body.expires_at,
        legal_basis: old.body.legal_basis.clone(),
        reason: reason.to_owned(),
    };
    release::release(ctx, new).await
}

/// The records of a release that were not taken back, each with what was withheld of it.
async fn withheld(
    ctx: &Ctx,
    old: &Release,
    taken_back: &BTreeSet<RecordId>,
) -> Result<BTreeMap<RecordId, BTreeSet<String>>> {
    let mut records = BTreeMap::new();
    for disclosed in old.disclosed.iter().filter(|disclosed| !taken_back.contains(&disclosed.record)) {
        let shown = Entry::decode(&disclosed.entry).map_err(|why| CaseworkError::Ledger(why.to_string()))?;
        let shown: BTreeSet<String> = shown.field_names().into_iter().collect();
        let Some(original) = ctx.node().store().entry(disclosed.record).await? else { continue };
        let names = original.field_names().into_iter().filter(|name| !shown.contains(name)).collect();
        records.insert(disclosed.record, names);
    }
    Ok(records)
}

async fn answer(
    ctx: &Ctx,
    ask: &Item<ReleaseAsk>,
    granted: bool,
    by: Option<ReleaseId>,
    reason: &str,
) -> Result<()> {
    let answer = ReleaseAnswer {
        ask: ask.mark.record,
        release: ask.body.release,
        granted,
        by,
        reason: reason.trim().to_owned(),
    };
    ctx.write_one(ctx.about(ask.mark.audience, ask.body.release, answer)).await?;
    Ok(())
}
