//! Findings: who probably organises, which routes and rest-houses a case shows; kept as records and found again.
//!
//! An analysis reads the relations and sightings of a case, as far as the actor may see them. What it finds can be kept:
//! with the records used, the method, its seed and parameters. Anybody who holds those records can find it again.

pub(crate) mod material;
mod organisers;
mod outcome;
mod recompute;
mod routes;

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Finding, FindingKind};
use lintas_model::{CaseId, FindingId, PartialDate, RecordId};
use lintas_network::rank::Contacts;
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, case};

pub(crate) use organisers::{Ranked, ranked};
pub use outcome::{Standing, confirm, counted_as, propose, standing};
pub use recompute::{Again, Recomputed, recompute};

use material::Material;

/// What an analysis looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Analysis {
    /// Who probably organises.
    Organisers,
    /// Routes, and the places where unrelated groups stop over.
    Routes,
}

/// On which records an analysis runs, and so for whom its findings can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything of the case that the actor may see. The findings stay in the agency.
    Agency,
    /// Only what every agency of the joint case holds. The findings are written for all of them, and each of them can
    /// find them again.
    Shared,
}

/// An analysis to run.
#[derive(Debug, Clone)]
pub struct NewAnalysis {
    /// The case.
    pub case: CaseId,
    /// What is looked for.
    pub analysis: Analysis,
    /// On which records.
    pub scope: Scope,
    /// A route first used on or after this date is new.
    pub new_since: Option<PartialDate>,
    /// Seed of what is drawn at random.
    pub seed: u64,
}

/// What an analysis found, before anybody keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is, ready to be kept.
    pub finding: Finding,
    /// What lists call it, with the names that the reader may see.
    pub title: String,
    /// Reasons in plain sentences.
    pub why: Vec<String>,
    /// A finding kept before, here or by a partner, that tells the same.
    pub kept: Option<FindingId>,
}

/// A finding with what became of the records it used.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingView {
    /// The finding.
    pub id: FindingId,
    /// What it says.
    pub finding: Item<Finding>,
    /// What lists call it, with the names that the reader may see.
    pub title: String,
    /// Reasons in plain sentences.
    pub why: Vec<String>,
    /// Records it used that are not held here: recalled, expired, erased, or never given to this agency.
    pub missing: BTreeSet<RecordId>,
}

/// Runs an analysis. Nothing is written but that it was done.
pub async fn analyse(ctx: &Ctx, new: &NewAnalysis) -> Result<Vec<Found>> {
    let material = material::of_case(ctx, new.case, new.scope).await?;
    let parameters = parameters(new);
    let findings = run(ctx, new.case, new.analysis, &material, new.seed, &parameters).await?;
    let kept = all(ctx, new.case).await?;
    access::viewed(ctx, "analysis", Some(new.case.into()), findings.len()).await?;
    let mut found = Vec::with_capacity(findings.len());
    for finding in findings {
        let (title, why) = told(ctx, &finding).await?;
        let known = kept.iter().find(|(_, known)| tells_the_same(&known.body, &finding));
        found.push(Found { title, why, kept: known.map(|(id, _)| *id), finding });
    }
    Ok(found)
}

/// Keeps what an analysis found. What tells the same as a finding kept before is not kept twice.
pub async fn keep(ctx: &Ctx, new: &NewAnalysis, found: &Found) -> Result<FindingId> {
    let held = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteCase, &held.facts).await?;
    if let Some(known) = found.kept {
        return Ok(known);
    }
    let audience = match new.scope {
        Scope::Agency => ctx.private(),
        Scope::Shared => held.case.audience.ok_or_else(not_joint)?,
    };
    let id = ctx.node().new_id(FindingId::new);
    ctx.write_one(ctx.about(audience, id, found.finding.clone())).await?;
    Ok(id)
}

/// The findings of a case, newest first.
pub async fn list(ctx: &Ctx, case: CaseId) -> Result<Vec<FindingView>> {
    let kept = all(ctx, case).await?;
    let material = material::of_case(ctx, case, Scope::Agency).await?;
    let held = material.records();
    let mut views = Vec::with_capacity(kept.len());
    for (id, finding) in kept {
        views.push(view(ctx, id, finding, &held).await?);
    }
    views.sort_by_key(|view| std::cmp::Reverse((view.finding.mark.at, view.finding.mark.record)));
    access::viewed(ctx, "findings", Some(case.into()), views.len()).await?;
    Ok(views)
}

/// The same for a page that is recorded as a whole, without a look at what became of the records used.
pub(crate) async fn kept(ctx: &Ctx, case: CaseId) -> Result<Vec<FindingView>> {
    let mut views = Vec::new();
    for (id, finding) in all(ctx, case).await? {
        let (title, why) = told(ctx, &finding.body).await?;
        views.push(FindingView { id, title, why, missing: BTreeSet::new(), finding });
    }
    views.sort_by_key(|view| (view.finding.mark.at, view.finding.mark.record));
    Ok(views)
}

/// The contacts between the people of some material, with what they use told of them.
pub(crate) fn contacts(material: &Material) -> Contacts {
    organisers::contacts(material, &BTreeMap::new())
}

/// The contacts of some material as they were reported: between numbers, accounts and people.
pub(crate) fn direct_contacts(material: &Material) -> Contacts {
    organisers::direct_contacts(material)
}

/// One finding.
pub async fn show(ctx: &Ctx, id: FindingId) -> Result<FindingView> {
    let finding = item::latest::<Finding>(ctx, "finding", id).await?;
    let held = material::of_records(ctx, &finding.body.used).await?.records();
    access::viewed(ctx, "finding", Some(id.into()), 1).await?;
    view(ctx, id, finding, &held).await
}

async fn view(
    ctx: &Ctx,
    id: FindingId,
    finding: Item<Finding>,
    held: &BTreeSet<RecordId>,
) -> Result<FindingView> {
    let missing = finding.body.used.iter().copied().filter(|record| !held.contains(record)).collect();
    let (title, why) = told(ctx, &finding.body).await?;
    Ok(FindingView { id, title, why, missing, finding })
}

async fn all(ctx: &Ctx, case: CaseId) -> Result<Vec<(FindingId, Item<Finding>)>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let findings = item::owned(ctx, item::read::<Finding>(ctx, query).await?);
    Ok(findings.into_iter().map(|(object, item)| (FindingId::from_uuid(object.uuid()), item)).collect())
}

/// Runs an analysis on material: the one place where it is chosen by name.
async fn run(
    ctx: &Ctx,
    case: CaseId,
    analysis: Analysis,
    material: &Material,
    seed: u64,
    parameters: &BTreeMap<String, String>,
) -> Result<Vec<Finding>> {
    match analysis {
        Analysis::Organisers => organisers::run(ctx, case, material, seed, parameters).await,
        Analysis::Routes => routes::run(case, material, seed, parameters),
    }
}

/// The parameters as a finding keeps them.
fn parameters(new: &NewAnalysis) -> BTreeMap<String, String> {
    let said = match new.analysis {
        Analysis::Routes => new.new_since.map(|date| (NEW_SINCE, date.to_string())),
        // What an agency judges for itself is no part of what it shares.
        Analysis::Organisers => (new.scope == Scope::Agency).then(|| (JUDGEMENTS, OWN.to_owned())),
    };
    said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Name of the parameter that says from when a route is new.
const NEW_SINCE: &str = "new_since";
/// Name of the parameter that says whose judgements make one person of several, and its value for those of the agency;
/// without it everybody stays as stated.
const JUDGEMENTS: &str = "judgements";
const OWN: &str = "own";

/// What lists call a finding, and its reasons in plain sentences.
pub async fn told(ctx: &Ctx, finding: &Finding) -> Result<(String, Vec<String>)> {
    match finding.kind {
        FindingKind::Organisers => organisers::told(ctx, finding).await,
        FindingKind::Route | FindingKind::RestHouse => Ok((finding.title.clone(), routes::why(finding))),
    }
}

/// Whether two findings of one case tell the same: the same order of people, the same way, the same place.
fn tells_the_same(a: &Finding, b: &Finding) -> bool {
    a.kind == b.kind
        && match a.kind {
            FindingKind::Organisers => organisers::same_order(a, b),
            FindingKind::Route => routes::same_way(a, b),
            FindingKind::RestHouse => routes::same_place(a, b),
        }
}

/// Which analysis a finding came from.
const fn analysis_of(kind: FindingKind) -> Analysis {
    match kind {
        FindingKind::Organisers => Analysis::Organisers,
        FindingKind::Route | FindingKind::RestHouse => Analysis::Routes,
    }
}

fn not_joint() -> CaseworkError {
    CaseworkError::invalid("case", "it is not a joint case: run the analysis for this agency alone")
}
