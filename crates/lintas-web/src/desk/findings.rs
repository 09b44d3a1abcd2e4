//! Findings: what the analyses of a case found.

use lintas_casework::finding::{self, Again, Analysis, FindingView, Found, NewAnalysis, Scope};
use lintas_casework::{Ctx, round};
use lintas_model::record::FindingKind;
use lintas_model::{AgencyCode, CaseId, FindingId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::findings::line::FindingLine;
use crate::routes::findings::show::{AgainFace, FindingFace, OutcomeFace};

/// A finding as lists show it.
fn line(view: FindingView) -> FindingLine {
    FindingLine {
        finding: view.id,
        kind: view.finding.body.kind,
        title: view.title,
        confidence: view.finding.body.confidence,
        used: view.finding.body.used.len() as u64,
        missing: view.missing.len() as u64,
        by: view.finding.mark.originator,
        at: view.finding.mark.at,
    }
}

/// The findings kept of a case.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<FindingLine>, Problem> {
    Ok(finding::list(ctx, case).await?.into_iter().map(line).collect())
}

/// Runs an analysis.
pub(crate) async fn analyse(ctx: &Ctx, new: &NewAnalysis) -> Result<Vec<Found>, Problem> {
    Ok(finding::analyse(ctx, new).await?)
}

/// Keeps what an analysis found, by its place and its title; nothing when it is not found so any more.
pub(crate) async fn keep(
    ctx: &Ctx,
    new: &NewAnalysis,
    place: usize,
    title: &str,
) -> Result<Option<FindingId>, Problem> {
    let found = finding::analyse(ctx, new).await?;
    let Some(chosen) = found.get(place).filter(|found| found.title == title) else { return Ok(None) };
    Ok(Some(finding::keep(ctx, new, chosen).await?))
}

/// Whether the officer may keep findings.
pub(crate) fn can_keep(ctx: &Ctx) -> bool {
    ctx.permit_own(Action::WriteCase, "case").is_ok()
}

/// One finding; `again` runs its analysis once more.
pub(crate) async fn show(ctx: &Ctx, id: FindingId, again: bool) -> Result<FindingFace, Problem> {
    let view = finding::show(ctx, id).await?;
    let again = if again {
        let recomputed = finding::recompute(ctx, id).await?;
        Some(match recomputed.again {
            Again::Same => AgainFace::Same,
            Again::Changed(now) => {
                AgainFace::Changed { title: now.title.clone(), confidence: now.confidence }
            }
            Again::Gone => AgainFace::Gone,
        })
    } else {
        None
    };
    let body = view.finding.body.clone();
    Ok(FindingFace {
        case: body.case,
        method: body.method,
        seed: body.seed,
        parameters: body.parameters.into_iter().collect(),
        limits: body.limits,
        why: view.why.clone(),
        outcome: outcome(ctx, id, body.kind).await?,
        again,
        line: line(view),
    })
}

/// Where a finding stands as an outcome of the round, and what the officer may do about it.
async fn outcome(ctx: &Ctx, id: FindingId, kind: FindingKind) -> Result<Option<OutcomeFace>, Problem> {
    if finding::counted_as(kind).is_none() {
        return Ok(None);
    }
    let standing = finding::standing(ctx, id).await?;
    let own = ctx.node().code();
    let may = ctx.permit_own(Action::ClaimOutcome, "outcome").is_ok();
    let claimed_by: Vec<AgencyCode> =
        standing.claims.iter().map(|claim| claim.mark.originator.clone()).collect();
    let ours = claimed_by.contains(own);
    let theirs = claimed_by.iter().any(|agency| agency != own);
    Ok(Some(OutcomeFace {
        can_claim: may && claimed_by.is_empty() && !round::list(ctx).await?.is_empty(),
        can_confirm: may && theirs && !ours && !standing.confirmed_by.contains(own),
        claimed_by,
        confirmed_by: standing.confirmed_by.into_iter().collect(),
        seen_by: standing.seen_by.into_iter().collect(),
    }))
}

/// Claims a finding as an outcome of the latest round, or confirms that another agency has.
pub(crate) async fn claim(ctx: &Ctx, id: FindingId, summary: &str) -> Result<(), Problem> {
    let own = ctx.node().code();
    let standing = finding::standing(ctx, id).await?;
    if standing.claims.iter().any(|claim| claim.mark.originator != *own) {
        finding::confirm(ctx, id).await?;
        return Ok(());
    }
    let rounds = round::list(ctx).await?;
    let latest = rounds.into_iter().max_by_key(|(_, round)| round.body.from.earliest());
    let (round, _) = latest.ok_or(Problem::Missing)?;
    finding::propose(ctx, id, round, summary).await?;
    Ok(())
}

/// The analyses by their words in addresses.
pub(crate) const ANALYSES: [(&str, Analysis); 2] =
    [("routes", Analysis::Routes), ("organisers", Analysis::Organisers)];

/// The scopes by their words in addresses.
pub(crate) const SCOPES: [(&str, Scope); 2] = [("agency", Scope::Agency), ("shared", Scope::Shared)];
