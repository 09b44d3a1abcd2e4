//! The records of a case that an analysis runs on: relations, sightings and what says that an end of a relation is a thing,
//! each permitted, each once.

use std::collections::BTreeSet;

use lintas_model::record::{Recall, Relation, Release, Report, Sighting, Statement};
use lintas_model::{CaseId, EntityKind, RecordId, ReportId};
use lintas_store::HeldQuery;

use super::{Scope, not_joint};
use crate::item::{self, Item};
use crate::{Ctx, Result, case, report};

/// What an analysis reads, in order of the record ids: the same records give the same order everywhere.
#[derive(Debug, Default)]
pub(crate) struct Material {
    /// Who is linked to whom.
    pub(crate) relations: Vec<Item<Relation>>,
    /// Who was where.
    pub(crate) sightings: Vec<Item<Sighting>>,
    /// For each end of a relation that can do nothing by itself (a vehicle, a document, a place, an event) one statement
    /// that says so.
    pub(crate) things: Vec<Item<Statement>>,
}

impl Material {
    fn new(
        relations: Vec<Item<Relation>>,
        sightings: Vec<Item<Sighting>>,
        statements: Vec<Item<Statement>>,
    ) -> Self {
        let mut relations = report::distinct(relations);
        let mut sightings = report::distinct(sightings);
        relations.sort_by_key(|item| item.mark.record);
        sightings.sort_by_key(|item| item.mark.record);
        let ends: BTreeSet<_> = relations.iter().flat_map(|item| [item.body.from, item.body.to]).collect();
        let mut things = report::distinct(statements);
        things.retain(|item| is_thing(item.body.kind) && ends.contains(&item.body.entity));
        things.sort_by_key(|item| (item.body.entity, item.mark.record));
        things.dedup_by_key(|item| item.body.entity);
        Self { relations, sightings, things }
    }

    /// The records in it.
    pub(super) fn records(&self) -> BTreeSet<RecordId> {
        let relations = self.relations.iter().map(|item| item.mark.record);
        let sightings = self.sightings.iter().map(|item| item.mark.record);
        relations.chain(sightings).chain(self.things.iter().map(|item| item.mark.record)).collect()
    }
}

/// Whether an entity can do nothing by itself. A number or an account stands for whoever uses it.
const fn is_thing(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Vehicle | EntityKind::Document | EntityKind::Place | EntityKind::Event)
}

/// What an analysis of a case reads, in a scope.
pub(super) async fn of_case(ctx: &Ctx, case: CaseId, scope: Scope) -> Result<Material> {
    let reports = report::list(ctx, Some(case), 0, 0).await?;
    of_reports(ctx, case, &reports, scope).await
}

/// The same for some reports of a case.
pub(crate) async fn of_reports(
    ctx: &Ctx,
    case: CaseId,
    reports: &[Item<Report>],
    scope: Scope,
) -> Result<Material> {
    let reports: Vec<ReportId> =
        reports.iter().map(|report| ReportId::from_uuid(report.mark.object.uuid())).collect();
    let (mut relations, mut sightings, mut statements) = (Vec::new(), Vec::new(), Vec::new());
    for some in reports.chunks(200) {
        let query = || HeldQuery { reports: some.to_vec(), ..HeldQuery::default() };
        relations.extend(item::read::<Relation>(ctx, query()).await?);
        sightings.extend(item::read::<Sighting>(ctx, query()).await?);
        statements.extend(item::read::<Statement>(ctx, query()).await?);
    }
    if scope == Scope::Shared {
        let shared = shared(ctx, case).await?;
        relations.retain(|item| shared.contains(&item.mark.record));
        sightings.retain(|item| shared.contains(&item.mark.record));
        statements.retain(|item| shared.contains(&item.mark.record));
    }
    Ok(Material::new(relations, sightings, statements))
}

/// So many records are asked for one by one; for more, all of their kind are read at once.
const ONE_BY_ONE: usize = 64;

/// Those of some records that are held here and may be seen.
pub(super) async fn of_records(ctx: &Ctx, records: &[RecordId]) -> Result<Material> {
    let (mut relations, mut sightings, mut statements) = (Vec::new(), Vec::new(), Vec::new());
    if records.len() > ONE_BY_ONE {
        let wanted: BTreeSet<RecordId> = records.iter().copied().collect();
        relations.extend(item::read::<Relation>(ctx, HeldQuery::default()).await?);
        sightings.extend(item::read::<Sighting>(ctx, HeldQuery::default()).await?);
        statements.extend(item::read::<Statement>(ctx, HeldQuery::default()).await?);
        relations.retain(|item| wanted.contains(&item.mark.record));
        sightings.retain(|item| wanted.contains(&item.mark.record));
        statements.retain(|item| wanted.contains(&item.mark.record));
    } else {
        for &record in records {
            let query = || HeldQuery { record: Some(record), ..HeldQuery::default() };
            relations.extend(item::read::<Relation>(ctx, query()).await?);
            sightings.extend(item::read::<Sighting>(ctx, query()).await?);
            statements.extend(item::read::<Statement>(ctx, query()).await?);
        }
    }
    Ok(Material::new(relations, sightings, statements))
}

/// The records that every agency of a joint case holds in full: released to its audience, by whom ever, and not recalled.
async fn shared(ctx: &Ctx, id: CaseId) -> Result<BTreeSet<RecordId>> {
    let audience = case::found(ctx, id).await?.case.audience.ok_or_else(not_joint)?;
    let query = HeldQuery { case: Some(id), ..HeldQuery::default() };
    let mut shared = BTreeSet::new();
    for release in item::read::<Release>(ctx, query).await? {
        if release.mark.audience != audience {
            continue;
        }
        let recalls = HeldQuery {
            object: Some(release.mark.object),
            agency: Some(release.mark.originator.clone()),
            ..HeldQuery::default()
        };
        let recalls = item::read::<Recall>(ctx, recalls).await?;
        let taken_back = |record: &RecordId| {
            recalls
                .iter()
                .any(|recall| recall.body.records.is_empty() || recall.body.records.contains(record))
        };
        // What was released in part is another thing there than here.
        let whole = release.body.disclosed.iter().filter(|disclosed| disclosed.fields.is_empty());
        shared.extend(whole.map(|disclosed| disclosed.record).filter(|record| !taken_back(record)));
    }
    Ok(shared)
}
