//! Outcomes: claimed by agencies, confirmed by those who took part.

use std::collections::BTreeSet;

use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{Outcome, OutcomeConfirmation};
use lintas_model::{AgencyCode, ObjectId, PartialDate, RecordId, RoundId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::{CaseworkError, Ctx, Result, round};

/// An outcome to claim.
#[derive(Debug, Clone)]
pub struct NewOutcome {
    /// The round.
    pub round: RoundId,
    /// The kind.
    pub kind: OutcomeKind,
    /// What it is about.
    pub subject: ObjectId,
    /// How many.
    pub count: u32,
    /// When.
    pub on: PartialDate,
    /// Who took part.
    pub participants: BTreeSet<AgencyCode>,
    /// One line without personal data.
    pub summary: String,
}

/// Claims an outcome. It must be shown by records held here about its subject: nothing is counted on a word alone.
pub async fn claim(ctx: &Ctx, new: NewOutcome) -> Result<RecordId> {
    ctx.require_own(Action::ClaimOutcome, "outcome").await?;
    let found = round::find(ctx, new.round).await?;
    if new.count == 0 {
        return Err(CaseworkError::invalid("count", "an outcome counts at least one"));
    }
    let about =
        HeldQuery { object: Some(new.subject), order: Order::NewestFirst, limit: 20, ..HeldQuery::default() };
    let shown_by: Vec<RecordId> = ctx
        .node()
        .store()
        .held(&about)
        .await?
        .into_iter()
        .filter(|held| !matches!(held.mark.kind, lintas_model::Kind::Outcome | lintas_model::Kind::Access))
        .map(|held| held.mark.record)
        .collect();
    if shown_by.is_empty() {
        return Err(CaseworkError::invalid("subject", "no record here shows it"));
    }
    let outcome = Outcome {
        round: new.round,
        kind: new.kind,
        subject: new.subject,
        count: new.count,
        on: new.on,
        participants: new.participants,
        shown_by,
        case: None,
        summary: new.summary.trim().to_owned(),
    };
    ctx.write_one(ctx.about(found.body.audience, new.subject, outcome)).await
}

/// Confirms an outcome that a partner has claimed.
pub async fn confirm(
    ctx: &Ctx,
    round_id: RoundId,
    kind: OutcomeKind,
    subject: ObjectId,
    count: u32,
) -> Result<RecordId> {
    ctx.require_own(Action::ClaimOutcome, "outcome").await?;
    let found = round::find(ctx, round_id).await?;
    let body = OutcomeConfirmation { round: round_id, kind, subject, count };
    ctx.write_one(ctx.about(found.body.audience, subject, body)).await
}
