//! A partner that came back from an old backup shows another log than the one cosigned here. Nobody cosigns it by himself:
//! one officer asks the partner and proposes, another accepts, and both signed notes stay in a record.
//!
//! The record is the truth and the witness follows it ([`crate::witness::seen`]), so that a node that stops half-way between
//! the two neither forgets nor repeats the decision.

use lintas_ledger::log::{Checkpoint, Note};
use lintas_model::record::NewLog;
use lintas_model::{AgencyCode, Body, Kind, ObjectId, OfficerId, RecordId, Timestamp};
use lintas_policy::Action;
use lintas_store::{Held, HeldQuery, Order};

use crate::contradiction::{self, Contradiction};
use crate::{CaseworkError, Ctx, Node, Result, access, officer, partner, witness};

/// A partner's log that does not continue the one cosigned here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherLog {
    /// Whose.
    pub partner: AgencyCode,
    /// How many records were cosigned here.
    pub before: u64,
    /// How many the other log has.
    pub shown: u64,
    /// What was found, with its code.
    pub told: String,
    /// When it was first shown.
    pub at: Timestamp,
    /// What was proposed, if anything.
    pub proposal: Option<Proposal>,
    /// Whether the actor may propose or accept.
    pub can_act: bool,
}

/// What one officer proposes and another accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who proposes, by name.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: Timestamp,
    /// Whether the actor is another officer, who may accept it.
    pub can_accept: bool,
}

/// The logs of partners that are refused until two officers accept them.
pub async fn list(ctx: &Ctx) -> Result<Vec<OtherLog>> {
    ctx.require_plain(Action::ViewExchange, "partner").await?;
    let can_act = may(ctx);
    let names = officer::names(ctx).await?;
    let mut found = Vec::new();
    for known in partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active) {
        let code = known.agency.code;
        let Some(other) = other_log(ctx.node(), &code).await? else { continue };
        let proposal = proposed(ctx.node(), &code, &other.before).await?.map(|(held, body)| Proposal {
            by: names.get(&held.mark.author).cloned().unwrap_or_default(),
            reason: body.reason,
            at: held.mark.at,
            can_accept: can_act && held.mark.author != ctx.officer(),
        });
        found.push(OtherLog {
            partner: code,
            before: size_of(&other.before),
            shown: size_of(&other.shown),
            told: other.kept.told,
            at: other.kept.at,
            proposal,
            can_act,
        });
    }
    Ok(found)
}

/// Whether the actor may propose and accept.
pub fn may(ctx: &Ctx) -> bool {
    ctx.permit_plain(Action::AcceptLog, "new_log").is_ok()
}

/// Proposes to accept the other log of a partner. `reason` says what the partner answered and how it was asked.
pub async fn propose(ctx: &Ctx, code: &AgencyCode, reason: &str) -> Result<RecordId> {
    ctx.require_plain(Action::AcceptLog, "new_log").await?;
    if reason.trim().is_empty() {
        return Err(CaseworkError::invalid("reason", "say what the partner answered and how it was asked"));
    }
    let _turn = ctx.node().turn().await;
    let other = other_log(ctx.node(), code).await?.ok_or(CaseworkError::NotFound("other log"))?;
    let body = NewLog {
        partner: code.clone(),
        before: other.before,
        shown: other.shown,
        reason: reason.trim().to_owned(),
        accepts: None,
    };
    ctx.write_one(ctx.about(ctx.private(), ObjectId::from(ctx.private()), body)).await
}

/// Accepts what another officer proposed. From then on the partner's new log is cosigned.
pub async fn accept(ctx: &Ctx, code: &AgencyCode) -> Result<()> {
    ctx.require_plain(Action::AcceptLog, "new_log").await?;
    let _turn = ctx.node().turn().await;
    let before = witness::seen(ctx.node(), code).await?.ok_or(CaseworkError::NotFound("other log"))?;
    let (held, proposal) =
        proposed(ctx.node(), code, &before).await?.ok_or(CaseworkError::NotFound("proposal"))?;
    if held.mark.author == ctx.officer() {
        let problem = "you proposed it; another officer must accept it";
        access::refused(ctx, Action::AcceptLog.as_str(), problem).await?;
        return Err(CaseworkError::invalid("partner", problem));
    }
    if signed(ctx.node(), code, &proposal.shown).await?.is_none() {
        return Err(CaseworkError::invalid("partner", "its note is not signed by a key of its own"));
    }
    let accepted = NewLog { accepts: Some(held.mark.record), ..proposal };
    ctx.write_one(ctx.about(ctx.private(), ObjectId::from(ctx.private()), accepted)).await?;
    witness::seen(ctx.node(), code).await?;
    Ok(())
}

/// The note that two officers accepted in place of one that was cosigned here.
pub(crate) async fn accepted_for(node: &Node, code: &AgencyCode, before: &str) -> Result<Option<Note>> {
    for (held, body) in about(node, code, before).await? {
        let Some(proposal) = body.accepts else { continue };
        if proposed_by(node, proposal).await?.is_some_and(|proposer| proposer != held.mark.author)
            && let Some((_, note)) = signed(node, code, &body.shown).await?
        {
            return Ok(Some(note));
        }
    }
    Ok(None)
}

/// What is refused of a partner: the note cosigned last, and another one that it signed.
struct Other {
    before: String,
    shown: String,
    kept: Contradiction,
}

/// The newest log of a partner that does not continue the one cosigned here.
async fn other_log(node: &Node, code: &AgencyCode) -> Result<Option<Other>> {
    let Some(before) = witness::seen(node, code).await? else { return Ok(None) };
    let mut kept = contradiction::about(node, code).await?;
    let another = |told: &str| ["WT-003", "WT-004", "WT-006"].iter().any(|code| told.starts_with(code));
    kept.retain(|kept| kept.before.as_deref() == Some(&before) && another(&kept.told));
    kept.sort_by_key(|kept| std::cmp::Reverse(kept.at));
    for kept in kept {
        let shown = hex::decode(&kept.sent).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(shown) = shown else { continue };
        if signed(node, code, &shown).await?.is_some() {
            return Ok(Some(Other { before, shown, kept }));
        }
    }
    Ok(None)
}

/// A checkpoint that a partner signed itself.
async fn signed(node: &Node, code: &AgencyCode, note: &str) -> Result<Option<(Checkpoint, Note)>> {
    let keys = node.keyring().await?;
    let read = Checkpoint::parse(note).ok().filter(|(checkpoint, _)| checkpoint.agency == *code);
    Ok(read.filter(|(checkpoint, note)| {
        keys.of(code).iter().any(|key| note.verify(&checkpoint.origin(), key).is_ok())
    }))
}

fn size_of(note: &str) -> u64 {
    Checkpoint::parse(note).map_or(0, |(checkpoint, _)| checkpoint.size)
}

/// The newest proposal about a partner's log that is of the note cosigned last.
async fn proposed(node: &Node, code: &AgencyCode, before: &str) -> Result<Option<(Held, NewLog)>> {
    Ok(about(node, code, before).await?.into_iter().rfind(|(_, body)| body.accepts.is_none()))
}

/// What was written here about the log of a partner after one note of it, oldest first.
async fn about(node: &Node, code: &AgencyCode, before: &str) -> Result<Vec<(Held, NewLog)>> {
    let query = HeldQuery {
        agency: Some(node.code().clone()),
        order: Order::OldestFirst,
        ..HeldQuery::kinds(&[Kind::NewLog])
    };
    let mut found = Vec::new();
    for held in node.store().held(&query).await? {
        if let Body::NewLog(body) = &held.body
            && body.partner == *code
            && body.before == before
        {
            let body = body.clone();
            found.push((held, body));
        }
    }
    Ok(found)
}

async fn proposed_by(node: &Node, record: RecordId) -> Result<Option<OfficerId>> {
    let query = HeldQuery {
        record: Some(record),
        agency: Some(node.code().clone()),
        ..HeldQuery::kinds(&[Kind::NewLog])
    };
    Ok(node.store().held(&query).await?.into_iter().next().map(|held| held.mark.author))
}
