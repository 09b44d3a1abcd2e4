//! What the charts of a case are drawn from: people and things, links, sightings, events, each permitted, with its mark.
//!
//! A chart is looked at as a whole and leaves as a whole, so the reading is one act and one record of it. What may be seen
//! but not taken along is left out of a file, and the file says how much that was.

mod filter;
mod members;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Relation, Report, Sighting};
use lintas_model::{AgencyCode, CaseId, EntityId, EntityKind, Grade, Handling};
use lintas_network::rank::Contacts;
use lintas_policy::Action;

use crate::finding::{self, FindingView, Scope};
use crate::item::{self, Item};
use crate::{Ctx, Result, access, case, grading, report};

pub use filter::{Filter, Sureness, sureness};
pub use view::{save_view, views};

/// A person or thing of a chart, as far as the actor may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// What it is; nothing where the actor sees no statement about it.
    pub kind: Option<EntityKind>,
    /// What lists call it: the code of a protected person, nothing where the actor sees no statement about it.
    pub caption: String,
    /// Whether it is a protected person, shown by code only.
    pub is_protected: bool,
    /// The agencies that speak of it.
    pub agencies: BTreeSet<AgencyCode>,
    /// The best grade of what is said about it.
    pub grade: Option<Grade>,
    /// How the statements about it must be handled.
    pub handlings: Vec<Handling>,
}

/// Everything that the charts of a case show.
#[derive(Debug, Default)]
pub struct CaseChart {
    /// People and things by id.
    pub members: BTreeMap<EntityId, Member>,
    /// Links between them, in order of the record ids.
    pub links: Vec<Item<Relation>>,
    /// Where they were seen; sightings of protected persons are left out.
    pub sightings: Vec<Item<Sighting>>,
    /// Reports of things that happened at a known time, each with the grade that counts here.
    pub reports: Vec<(Item<Report>, Option<Grade>)>,
    /// Routes and rest-houses that were kept as findings.
    pub findings: Vec<FindingView>,
    /// Contacts between people, what they use told of them; each names its link by its place.
    pub contacts: Contacts,
    /// Contacts as they were reported, between numbers and accounts; each names its link by its place.
    pub direct: Contacts,
    /// How many sightings of protected persons are not shown.
    pub n_protected_sightings: usize,
    /// How many records the actor may see but not take along.
    pub n_left_out: usize,
}

impl CaseChart {
    /// The handling of every record that is shown.
    pub fn handlings(&self) -> impl Iterator<Item = &Handling> {
        let links = self.links.iter().map(|item| &item.mark.handling);
        let sightings = self.sightings.iter().map(|item| &item.mark.handling);
        let reports = self.reports.iter().map(|(item, _)| &item.mark.handling);
        let members = self.members.values().flat_map(|member| &member.handlings);
        links.chain(sightings).chain(reports).chain(members)
    }

    /// How many records it rests on.
    pub fn len(&self) -> usize {
        self.links.len() + self.sightings.len() + self.reports.len()
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty() && self.len() == 0
    }
}

/// Reads the chart of a case for the screen.
///
/// # Errors
/// There is no such case for the actor, or a record cannot be read.
pub async fn of_case(ctx: &Ctx, id: CaseId, filter: &Filter) -> Result<CaseChart> {
    let chart = read(ctx, id, filter, Action::View).await?;
    access::viewed(ctx, "chart", Some(id.into()), chart.len()).await?;
    Ok(chart)
}

/// Reads the chart of a case to take it along as a file: only what may leave the node, and the audit says that it left.
///
/// # Errors
/// The actor may take nothing along, there is no such case, or a record cannot be read.
pub async fn to_export(ctx: &Ctx, id: CaseId, filter: &Filter, what: &str) -> Result<CaseChart> {
    ctx.require_own(Action::Export, "case").await?;
    let chart = read(ctx, id, filter, Action::Export).await?;
    access::exported(ctx, what, Some(id.into()), chart.len()).await?;
    Ok(chart)
}

async fn read(ctx: &Ctx, id: CaseId, filter: &Filter, action: Action) -> Result<CaseChart> {
    let held = case::found(ctx, id).await?;
    ctx.require(Action::View, &held.facts).await?;
    let mut n_left_out = 0;
    let reports = report::read(ctx, Some(id), 0, 0).await?;
    let mut material = finding::material::of_reports(ctx, id, &reports, Scope::Agency).await?;
    keep(ctx, action, &mut material.relations, &mut n_left_out);
    keep(ctx, action, &mut material.sightings, &mut n_left_out);
    material.relations.retain(|item| filter.takes_link(item));
    material.sightings.retain(|item| filter.takes_sighting(item));
    let mut members = members::of_case(ctx, id, &reports, &material, action).await?;
    if let Some(middle) = filter.around {
        let near = filter::around(middle, filter.steps, &material.relations);
        members.retain(|entity, _| near.contains(entity));
        material.relations.retain(|item| near.contains(&item.body.from) && near.contains(&item.body.to));
        material.sightings.retain(|item| near.contains(&item.body.subject));
    }
    let protected: BTreeSet<EntityId> =
        members.iter().filter(|(_, member)| member.is_protected).map(|(id, _)| *id).collect();
    let n_sightings = material.sightings.len();
    // Where a victim is or was is nobody's to draw.
    material.sightings.retain(|item| !protected.contains(&item.body.subject));
    let n_protected_sightings = n_sightings - material.sightings.len();
    let mut told = reports;
    keep(ctx, action, &mut told, &mut n_left_out);
    told.retain(|item| filter.around.is_none() && filter.takes_report(item));
    let marks: Vec<_> = told.iter().map(|item| &item.mark).collect();
    let grades = grading::current(ctx, &marks).await?;
    let told = told.into_iter().map(|item| (grades.get(&item.mark.object).copied(), item));
    let findings = match action {
        Action::View => finding::kept(ctx, id).await?,
        // A finding can rest on records that may not leave.
        _ => Vec::new(),
    };
    let (contacts, direct) = (finding::contacts(&material), finding::direct_contacts(&material));
    Ok(CaseChart {
        members,
        contacts,
        direct,
        links: material.relations,
        sightings: material.sightings,
        reports: told.map(|(grade, item)| (item, grade)).collect(),
        findings,
        n_protected_sightings,
        n_left_out,
    })
}

/// Leaves out what the actor may not take along; on the screen everything stays that could be read.
fn keep<B>(ctx: &Ctx, action: Action, items: &mut Vec<Item<B>>, n_left_out: &mut usize) {
    if action == Action::View {
        return;
    }
    let before = items.len();
    items.retain(|item| ctx.permit(action, &item::facts(ctx.node(), &item.mark)).is_ok());
    *n_left_out += before - items.len();
}
