//! A partner's log that does not continue the one cosigned here: two officers decide whether it is accepted.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::new_log::OtherLog;
use lintas_model::AgencyCode;
use serde::Deserialize;

use super::show::NothingForm;
use crate::components::{Button, Field, Text};
use crate::desk;
use crate::numbers;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the card of a partner says about it.
pub(crate) struct OtherLogCard {
    pub(crate) told: String,
    /// Who proposed what, why.
    pub(crate) proposed: Option<(String, Text)>,
    /// For another officer.
    pub(crate) accept: Option<Button>,
    /// For the first officer: address and field of the proposal.
    pub(crate) propose: Option<(String, Field)>,
}

impl OtherLogCard {
    /// The card as the officer may act on it.
    pub(crate) fn new(page: &Page, other: &OtherLog) -> Self {
        let shown = |n| numbers::whole(page.words.language(), n);
        let (before, now) = (shown(other.before), shown(other.shown));
        let waits = other.proposal.as_ref();
        let reason = || {
            Field::line("reason", page.say("log-reason"), "")
                .id(format!("reason-{}", other.partner))
                .hint(page.say("log-reason-hint"))
                .required()
        };
        Self {
            told: page.words.fill("log-other", &[("shown", &now), ("before", &before)]),
            proposed: waits.map(|proposal| {
                let told = page.words.fill("log-proposed", &[("who", &proposal.by)]);
                (told, Text::new(&proposal.reason))
            }),
            accept: waits.filter(|proposal| proposal.can_accept).map(|_| {
                Button::new(page, urls::log_accept(&other.partner), page.say("log-accept"))
                    .signed(page, other.partner.as_str())
                    .style("btn")
            }),
            propose: (other.can_act && waits.is_none())
                .then(|| (urls::log_propose(&other.partner), reason())),
        }
    }
}

/// Why a new log should be accepted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProposeForm {
    reason: String,
}

/// Proposes to accept a partner's new log.
pub(crate) async fn propose(
    Path(agency): Path<AgencyCode>,
    Sent { seat, form }: Sent<ProposeForm>,
) -> Result<Response, Problem> {
    match desk::partners::propose_log(&seat.ctx, &agency, &form.reason).await? {
        Ok(()) => Ok(done(urls::SYNC, "log-proposed", 1).into_response()),
        Err(problem) => again(&seat, problem).await,
    }
}

/// Accepts what another officer proposed.
pub(crate) async fn accept(
    Path(agency): Path<AgencyCode>,
    Sent { seat, .. }: Sent<NothingForm>,
) -> Result<Response, Problem> {
    match desk::partners::accept_log(&seat.ctx, &agency).await? {
        Ok(()) => Ok(done(urls::SYNC, "log-accepted", 1).into_response()),
        Err(problem) => again(&seat, problem).await,
    }
}

async fn again(seat: &Seat, problem: String) -> Result<Response, Problem> {
    Ok(super::show::answer(seat, Some(problem)).await?.into_response())
}

#[cfg(test)]
pub(crate) fn sample_other() -> OtherLog {
    let at = crate::sample::at("2026-11-24T03:00:00Z");
    let reason = "Asked by the number on the card: their disk failed on Sunday, restored from Saturday.";
    OtherLog {
        partner: crate::sample::agency("ID-PPA"),
        before: 508,
        shown: 431,
        told: "WT-003 its log had 508 records and has 431 now: it was rolled back".into(),
        at,
        proposal: Some(lintas_casework::new_log::Proposal {
            by: "Sok Dara".into(),
            reason: reason.into(),
            at,
            can_accept: true,
        }),
        can_act: true,
    }
}
