//! Outcomes: claimed by agencies, confirmed by those who took part.

use std::collections::BTreeSet;

use lintas_model::outcome::OutcomeKind;
use lintas_model::record::{Outcome, OutcomeConfirmation};
use lintas_model::{AgencyCode, Kind, ObjectId, PartialDate, RecordId, RoundId};
use lintas_policy::Action;

use crate::{CaseworkError, Ctx, Result, item, round};

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
    if new.on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    let shown_by: Vec<RecordId> = item::about(ctx, new.subject)
        .await?
        .into_iter()
        .rev()
        .filter(|(mark, ..)| shows(mark.kind))
        .map(|(mark, ..)| mark.record)
        .take(20)
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
        level: None,
        summary: new.summary.trim().to_owned(),
    };
    ctx.write_one(ctx.about(found.body.audience, new.subject, outcome)).await
}

/// Whether a record of a kind can show that something was achieved.
const fn shows(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Outcome
            | Kind::OutcomeConfirmation
            | Kind::Access
            | Kind::Audience
            | Kind::Receipt
            | Kind::Recall
            | Kind::Tombstone
    )
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
