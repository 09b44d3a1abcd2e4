//! Partners and where the exchange with each stands.

use lintas_casework::{CaseworkError, Ctx, contradiction, exchange, new_log, partner, witness};
use lintas_exchange::{Account, Pace, Standing, bundle};
use lintas_model::record::{Receipt, ReceiptFor};
use lintas_model::{AgencyCode, AudienceId, Timestamp};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::sync::show::{FeedLine, PartnerLine, PartnerState};
use crate::security::upload::Upload;

/// The partners that can be invited or asked.
pub(crate) async fn others(ctx: &Ctx) -> Result<Vec<AgencyCode>, Problem> {
    let partners = partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active);
    Ok(partners.map(|partner| partner.agency.code).collect())
}

/// Whether the officer may exchange by file and at once.
pub(crate) fn may_sync(ctx: &Ctx) -> Result<(), Problem> {
    ctx.permit_plain(Action::CarryBundle, "partner").map_err(CaseworkError::from)?;
    Ok(())
}

/// Where a partner stands: the word of the exchange; what it has not fetched of ours counts as waiting too.
fn state(account: &Account) -> PartnerState {
    let waiting = account.unacknowledged;
    match &account.standing {
        Standing::Never => PartnerState::Never,
        Standing::UpToDate { at } if waiting == 0 => PartnerState::Idle { at: *at },
        Standing::UpToDate { .. } => PartnerState::Behind { records: waiting },
        Standing::Waiting { records } => PartnerState::Behind { records: *records },
        Standing::Refused { reason } => PartnerState::Refused { reason: reason.clone() },
        Standing::Failed { reason, retry_at } => {
            PartnerState::Failed { reason: reason.clone(), retry_at: Some(*retry_at) }
        }
        Standing::WaitingForFile { since } => PartnerState::WaitingForFile { since: *since },
    }
}

/// What partners did that was refused and kept as evidence.
pub(crate) async fn contradictions(ctx: &Ctx) -> Result<Vec<(AgencyCode, String, Timestamp)>, Problem> {
    let kept = contradiction::list(ctx).await?.into_iter();
    Ok(kept.map(|kept| (kept.agency, kept.told, kept.at)).collect())
}

/// Proposes to accept a partner's new log; what is wrong with the proposal is for the officer to mend.
pub(crate) async fn propose_log(
    ctx: &Ctx,
    code: &AgencyCode,
    reason: &str,
) -> Result<Result<(), String>, Problem> {
    decided(new_log::propose(ctx, code, reason).await.map(drop))
}

/// Accepts it as another officer.
pub(crate) async fn accept_log(ctx: &Ctx, code: &AgencyCode) -> Result<Result<(), String>, Problem> {
    decided(new_log::accept(ctx, code).await)
}

fn decided(made: lintas_casework::Result<()>) -> Result<Result<(), String>, Problem> {
    match made {
        Err(CaseworkError::Invalid { problem, .. }) => Ok(Err(problem)),
        made => Ok(Ok(made?)),
    }
}

/// Meets every partner; how many records came in.
pub(crate) async fn meet_all(ctx: &Ctx, pace: Pace) -> Result<u64, Problem> {
    may_sync(ctx)?;
    let met = lintas_exchange::meet_all(ctx.node(), pace).await?;
    Ok(met.iter().map(lintas_exchange::Met::taken).sum())
}

/// Takes a bundle in: how many records were new, and what is wrong with it.
pub(crate) async fn take_bundle(ctx: &Ctx, file: &Upload) -> Result<(u64, Option<String>), Problem> {
    may_sync(ctx)?;
    let opened = std::fs::File::open(&file.path).map_err(|error| Problem::broken("WB-001", &error))?;
    match bundle::take_bundle(ctx.node(), std::io::BufReader::new(opened)).await {
        Ok(taken) => {
            let findings = taken.findings().collect::<Vec<_>>();
            Ok((taken.taken(), (!findings.is_empty()).then(|| findings.join("; "))))
        }
        Err(error) => Ok((0, Some(error.told()))),
    }
}

/// A bundle of everything that a partner may read and has not acknowledged.
pub(crate) async fn bundle_for(ctx: &Ctx, to: &AgencyCode) -> Result<Vec<u8>, Problem> {
    may_sync(ctx)?;
    let mut bytes = Vec::new();
    bundle::bundle_for(ctx.node(), to, false, &mut bytes).await?;
    lintas_casework::access::exported(ctx, "bundle", None, 1).await?;
    Ok(bytes)
}

/// How far a partner has acknowledged one of our feeds: the number of records.
fn acknowledged(receipts: &[Receipt], own: &AgencyCode, wanted: AudienceId) -> u64 {
    receipts
        .iter()
        .filter_map(|receipt| match &receipt.of {
            ReceiptFor::FeedUpTo { agency, audience, sequence, .. }
                if agency == own && *audience == wanted =>
            {
                Some(sequence + 1)
            }
            _ => None,
        })
        .max()
        .unwrap_or(0)
}

/// The feeds between us and a partner.
async fn feeds(ctx: &Ctx, code: &AgencyCode, account: &Account) -> Result<Vec<FeedLine>, Problem> {
    let receipts = exchange::receipts(ctx.node(), code).await?;
    let mut lines = account
        .feeds
        .values()
        .map(|feed| FeedLine {
            audience: feed.name.clone(),
            writer: code.clone(),
            records: feed.held,
            came: Some((feed.unreadable, feed.refused, feed.bytes)),
            acknowledged: None,
        })
        .collect::<Vec<_>>();
    for offer in exchange::offered(ctx.node(), code).await? {
        let done = acknowledged(&receipts, ctx.node().code(), offer.head.feed.audience)
            .min(offer.head.next_sequence);
        lines.push(FeedLine {
            audience: offer.name,
            writer: ctx.node().code().clone(),
            records: offer.head.next_sequence,
            came: None,
            acknowledged: Some(done),
        });
    }
    Ok(lines)
}

/// All partners with where each stands, and whether the officer may exchange.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<PartnerLine>, bool), Problem> {
    let mut lines = Vec::new();
    let mut others = new_log::list(ctx).await?;
    for partner in partner::list(ctx).await? {
        let code = &partner.agency.code;
        let account = lintas_exchange::account(ctx.node(), code).await?;
        let feeds = feeds(ctx, code, &account).await?;
        let card =
            partner::Card { agency: partner.agency.clone(), keys: partner.keys.clone(), address: None };
        lines.push(PartnerLine {
            agency: code.clone(),
            name: partner.agency.name_in(ctx.language()).to_owned(),
            state: state(&account),
            active: partner.active,
            received_bytes: account.received_bytes,
            clocks: account.clocks,
            sent_bytes: account.sent_bytes,
            acknowledged: account.acknowledged_at,
            feeds,
            root_words: card.words(),
            cosigned: witness::seen_size(ctx.node(), code).await?,
            other_log: others
                .iter()
                .position(|other| other.partner == *code)
                .map(|at| others.swap_remove(at)),
        });
    }
    Ok((lines, may_sync(ctx).is_ok()))
}

/// The partners with their state, in short.
pub(crate) async fn states(ctx: &Ctx) -> Result<Vec<(String, PartnerState)>, Problem> {
    let mut states = Vec::new();
    for partner in partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active) {
        let code = partner.agency.code.clone();
        let account = lintas_exchange::account(ctx.node(), &code).await?;
        states.push((code.to_string(), state(&account)));
    }
    Ok(states)
}
