//! The people and things of a case, with who says so.

use std::collections::BTreeMap;

use lintas_model::record::{Report, Statement};
use lintas_model::{CaseId, EntityId, EntityKind, ReportId};
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{Ctx, Result, access, entity, report};

/// A person or thing of a case, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The entity.
    pub entity: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// What lists call it.
    pub caption: String,
    /// The statements about it in this case, best source first.
    pub statements: Vec<Item<Statement>>,
}

/// The people and things of a case.
pub async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<Thing>> {
    let reports = report::read(ctx, Some(case), 0, 0).await?;
    let things = in_reports(ctx, &reports).await?;
    access::viewed(ctx, "things", Some(case.into()), things.len()).await?;
    Ok(things)
}

/// The people and things of which some reports speak, for a page that is recorded as a whole.
pub(crate) async fn in_reports(ctx: &Ctx, reports: &[Item<Report>]) -> Result<Vec<Thing>> {
    let reports: Vec<ReportId> =
        reports.iter().map(|report| ReportId::from_uuid(report.mark.object.uuid())).collect();
    let mut things: BTreeMap<EntityId, Thing> = BTreeMap::new();
    for some in reports.chunks(200) {
        let query = HeldQuery { reports: some.to_vec(), ..HeldQuery::default() };
        for statement in report::distinct(item::read::<Statement>(ctx, query).await?) {
            let id = statement.body.entity;
            things
                .entry(id)
                .or_insert_with(|| Thing {
                    entity: id,
                    kind: statement.body.kind,
                    // By the first statement of the case that the actor may see.
                    caption: entity::caption_of(&statement.body),
                    statements: Vec::new(),
                })
                .statements
                .push(statement);
        }
    }
    let mut things: Vec<Thing> = things.into_values().collect();
    for thing in &mut things {
        thing.statements.sort_by_key(|s| s.mark.grade.map(lintas_model::Grade::band));
    }
    things.sort_by(|a, b| (a.kind, &a.caption).cmp(&(b.kind, &b.caption)));
    Ok(things)
}
