//! The decision log of a case: what was decided, by whom, why and against what else. An entry is never changed; what was
//! wrong is put right by a later one.

use std::collections::BTreeSet;

use lintas_model::record::Decision;
use lintas_model::{AgencyCode, CaseId, PartialDate, RecordId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, audience, case};

/// A decision to log.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// The case.
    pub case: CaseId,
    /// What was decided.
    pub text: String,
    /// Why, and what else was considered.
    pub reason: String,
    /// Which agencies decided it; the own one is always among them.
    pub agencies: BTreeSet<AgencyCode>,
    /// On what date.
    pub on: PartialDate,
}

/// Logs a decision.
pub async fn log(ctx: &Ctx, new: NewDecision) -> Result<RecordId> {
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WritePlan, &found.facts).await?;
    for (field, text, problem) in [
        ("text", &new.text, "say what was decided"),
        ("reason", &new.reason, "say why, and what else was considered"),
    ] {
        if text.trim().is_empty() {
            return Err(CaseworkError::invalid(field, problem));
        }
    }
    if new.on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    let mut agencies = new.agencies;
    agencies.insert(ctx.node().code().clone());
    let members = audience::find(ctx.node(), found.audience).await?.map(|a| a.members).unwrap_or_default();
    let stranger = agencies.iter().find(|code| *code != ctx.node().code() && !members.contains(*code));
    if let Some(stranger) = stranger {
        return Err(CaseworkError::invalid("agencies", format!("{stranger} does not work this case")));
    }
    let body = Decision {
        case: new.case,
        text: new.text.trim().to_owned(),
        reason: new.reason.trim().to_owned(),
        agencies,
        on: new.on,
    };
    // The log belongs to the case, so each entry is about the case.
    ctx.write_one(ctx.about(found.audience, new.case, body)).await
}

/// The decisions of a case, the latest first, for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: CaseId) -> Result<Vec<Item<Decision>>> {
    let query = HeldQuery { case: Some(case), order: Order::NewestFirst, ..HeldQuery::default() };
    let mut all = item::read::<Decision>(ctx, query).await?;
    all.sort_by_key(|decision| {
        std::cmp::Reverse((decision.body.on.earliest(), decision.mark.at, decision.mark.record))
    });
    Ok(all)
}
