//! Partners and where the exchange with each stands.

use std::collections::BTreeMap;

use lintas_casework::{Ctx, agency, case, exchange, partner, round};
use lintas_model::record::{Partner, Receipt, ReceiptFor};
use lintas_model::{AgencyCode, AudienceId, Timestamp};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::sync::show::{FeedLine, PartnerLine, PartnerState};

/// The codes of this agency and of all partners, for choosing.
pub(crate) async fn codes(ctx: &Ctx) -> Result<Vec<AgencyCode>, Problem> {
    Ok(agency::known(ctx).await?.into_keys().collect())
}

/// The partners that can be invited or asked.
pub(crate) async fn others(ctx: &Ctx) -> Result<Vec<AgencyCode>, Problem> {
    let partners = partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active);
    Ok(partners.map(|partner| partner.agency.code).collect())
}

/// Whether the officer may exchange by file and at once.
pub(crate) fn may_sync(ctx: &Ctx) -> Result<(), Problem> {
    ctx.permit_plain(Action::CarryBundle, "partner").map_err(lintas_casework::CaseworkError::from)?;
    Ok(())
}

/// A fact that the exchange keeps about a partner, as text.
async fn fact(ctx: &Ctx, code: &AgencyCode, what: &str) -> Result<Option<String>, Problem> {
    let bytes = exchange::remembered(ctx.node(), code, what).await?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).filter(|text| !text.is_empty()))
}

async fn instant(ctx: &Ctx, code: &AgencyCode, what: &str) -> Result<Option<Timestamp>, Problem> {
    Ok(fact(ctx, code, what).await?.and_then(|text| text.parse().ok()).map(Timestamp::from_millis))
}

async fn number(ctx: &Ctx, code: &AgencyCode, what: &str) -> Result<u64, Problem> {
    Ok(fact(ctx, code, what).await?.and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// Where a partner stands: the last word of the exchange, else what its receipts leave open.
async fn state(ctx: &Ctx, partner: &Partner, waiting: u64) -> Result<PartnerState, Problem> {
    let code = &partner.agency.code;
    if let Some(reason) = fact(ctx, code, "refused").await? {
        return Ok(PartnerState::Refused { reason });
    }
    if let Some(reason) = fact(ctx, code, "failed").await? {
        return Ok(PartnerState::Failed { reason, retry_at: instant(ctx, code, "retry_at").await? });
    }
    let met = instant(ctx, code, "met_at").await?;
    if partner.address.is_none() {
        return Ok(PartnerState::WaitingForFile { since: met });
    }
    Ok(match met {
        None => PartnerState::Never,
        Some(_) if waiting > 0 => PartnerState::Behind { records: waiting },
        Some(at) => PartnerState::Idle { at },
    })
}

/// The names of audiences that have one: joint cases and rounds.
async fn names(ctx: &Ctx) -> Result<BTreeMap<AudienceId, String>, Problem> {
    let mut names = BTreeMap::new();
    if ctx.permit_own(Action::View, "case").is_ok() {
        for line in case::list(ctx).await? {
            if let Some(audience) = line.case.audience {
                names.insert(audience, line.case.title);
            }
        }
    }
    for (_, item) in round::list(ctx).await? {
        names.insert(item.body.audience, item.body.name);
    }
    Ok(names)
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

/// The feeds between us and a partner, and how many of our records it has not acknowledged.
async fn feeds(
    ctx: &Ctx,
    code: &AgencyCode,
    names: &BTreeMap<AudienceId, String>,
    receipts: &[Receipt],
) -> Result<(Vec<FeedLine>, u64), Problem> {
    let named = |audience: AudienceId| {
        names.get(&audience).cloned().unwrap_or_else(|| audience.to_string().chars().take(8).collect())
    };
    let mut lines = exchange::held_from(ctx.node(), code)
        .await?
        .into_iter()
        .map(|head| FeedLine {
            audience: named(head.feed.audience),
            writer: code.clone(),
            records: head.next_sequence,
            acknowledged: None,
        })
        .collect::<Vec<_>>();
    let mut waiting = 0;
    for offer in exchange::offered(ctx.node(), code).await? {
        let done =
            acknowledged(receipts, ctx.node().code(), offer.head.feed.audience).min(offer.head.next_sequence);
        waiting += offer.head.next_sequence - done;
        lines.push(FeedLine {
            audience: offer.name,
            writer: ctx.node().code().clone(),
            records: offer.head.next_sequence,
            acknowledged: Some(done),
        });
    }
    Ok((lines, waiting))
}

/// All partners with where each stands, and whether the officer may exchange.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<PartnerLine>, bool), Problem> {
    let names = names(ctx).await?;
    let mut lines = Vec::new();
    for partner in partner::list(ctx).await? {
        let code = &partner.agency.code;
        let receipts = exchange::receipts(ctx.node(), code).await?;
        let (feeds, waiting) = feeds(ctx, code, &names, &receipts).await?;
        let card =
            partner::Card { agency: partner.agency.clone(), keys: partner.keys.clone(), address: None };
        lines.push(PartnerLine {
            agency: code.clone(),
            name: partner.agency.name_in(ctx.language()).to_owned(),
            state: state(ctx, &partner, waiting).await?,
            active: partner.active,
            received_bytes: number(ctx, code, "received_bytes").await?,
            sent_bytes: number(ctx, code, "sent_bytes").await?,
            acknowledged: receipts.iter().map(|receipt| receipt.at).max(),
            feeds,
            root_words: card.words(),
        });
    }
    Ok((lines, may_sync(ctx).is_ok()))
}

/// The partners with their state, in short.
pub(crate) async fn states(ctx: &Ctx) -> Result<Vec<(String, PartnerState)>, Problem> {
    let mut states = Vec::new();
    for partner in partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active) {
        let code = partner.agency.code.clone();
        let receipts = exchange::receipts(ctx.node(), &code).await?;
        let (_, waiting) = feeds(ctx, &code, &BTreeMap::new(), &receipts).await?;
        states.push((code.to_string(), state(ctx, &partner, waiting).await?));
    }
    Ok(states)
}
