//! The records of a case that an analysis runs on: relations and sightings, each permitted, each once.

use std::collections::BTreeSet;

use lintas_model::record::{Recall, Relation, Release, Report, Sighting};
use lintas_model::{CaseId, RecordId, ReportId};
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
}

impl Material {
    fn new(relations: Vec<Item<Relation>>, sightings: Vec<Item<Sighting>>) -> Self {
        let mut relations = report::distinct(relations);
        let mut sightings = report::distinct(sightings);
        relations.sort_by_key(|item| item.mark.record);
        sightings.sort_by_key(|item| item.mark.record);
        Self { relations, sightings }
    }

    /// The records in it.
    pub(super) fn records(&self) -> BTreeSet<RecordId> {
        let relations = self.relations.iter().map(|item| item.mark.record);
        relations.chain(self.sightings.iter().map(|item| item.mark.record)).collect()
    }
}

/// The relations and sightings of a case in a scope.
pub(super) async fn of_case(ctx: &Ctx, case: CaseId, scope: Scope) -> Result<Material> {
    let reports = report::list(ctx, Some(case), 0, 0).await?;
    of_reports(ctx, case, &reports, scope).await
}

/// The relations and sightings of which the reports of a case speak, in a scope.
pub(crate) async fn of_reports(
    ctx: &Ctx,
    case: CaseId,
    reports: &[Item<Report>],
    scope: Scope,
) -> Result<Material> {
    let reports: Vec<ReportId> =
        reports.iter().map(|report| ReportId::from_uuid(report.mark.object.uuid())).collect();
    let (mut relations, mut sightings) = (Vec::new(), Vec::new());
    for some in reports.chunks(200) {
        let query = || HeldQuery { reports: some.to_vec(), ..HeldQuery::default() };
        relations.extend(item::read::<Relation>(ctx, query()).await?);
        sightings.extend(item::read::<Sighting>(ctx, query()).await?);
    }
    if scope == Scope::Shared {
        let shared = shared(ctx, case).await?;
        relations.retain(|item| shared.contains(&item.mark.record));
        sightings.retain(|item| shared.contains(&item.mark.record));
    }
    Ok(Material::new(relations, sightings))
}

/// So many records are asked for one by one; for more, all relations and sightings are read at once.
const ONE_BY_ONE: usize = 64;

/// Those of some records that are held here and may be seen.
pub(super) async fn of_records(ctx: &Ctx, records: &[RecordId]) -> Result<Material> {
    let (mut relations, mut sightings) = (Vec::new(), Vec::new());
    if records.len() > ONE_BY_ONE {
        let wanted: BTreeSet<RecordId> = records.iter().copied().collect();
        relations.extend(item::read::<Relation>(ctx, HeldQuery::default()).await?);
        sightings.extend(item::read::<Sighting>(ctx, HeldQuery::default()).await?);
        relations.retain(|item| wanted.contains(&item.mark.record));
        sightings.retain(|item| wanted.contains(&item.mark.record));
    } else {
        for &record in records {
            let query = || HeldQuery { record: Some(record), ..HeldQuery::default() };
            relations.extend(item::read::<Relation>(ctx, query()).await?);
            sightings.extend(item::read::<Sighting>(ctx, query()).await?);
        }
    }
    Ok(Material::new(relations, sightings))
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
