//! Reports.

use lintas_casework::report::{self, NewReport};
use lintas_casework::{Ctx, Item, case};
use lintas_model::property::{Property, Value};
use lintas_model::record::{Report, Statement};
use lintas_model::{EntityId, EntityKind, ReportId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::reports::add::ReadReport;
use crate::routes::reports::line::ReportLine;
use crate::routes::reports::show::ShownReport;

/// A report as lists show it.
pub(crate) fn line(item: Item<Report>) -> ReportLine {
    ReportLine {
        report: ReportId::from_uuid(item.mark.object.uuid()),
        title: item.body.title,
        language: item.body.language,
        agency: item.mark.originator,
        grade: item.mark.grade,
        handling: item.mark.handling,
        received: item.mark.at,
    }
}

/// The property under which a bare name or number of a thing is recorded.
fn naming(kind: EntityKind) -> Property {
    match kind {
        EntityKind::Person | EntityKind::Organisation | EntityKind::Place | EntityKind::Event => {
            Property::Name
        }
        EntityKind::Phone => Property::PhoneNumber,
        EntityKind::Account => Property::AccountNumber,
        EntityKind::Vehicle => Property::Plate,
        EntityKind::Document => Property::DocumentNumber,
        EntityKind::OnlineIdentity => Property::Handle,
    }
}

/// Files a report.
pub(crate) async fn add(ctx: &Ctx, read: ReadReport) -> Result<ReportId, Problem> {
    let things = read.things.into_iter().map(|(kind, name)| report::NewThing {
        entity: None,
        kind,
        says: vec![(naming(kind), Value::Text(name))],
    });
    let new = NewReport {
        title: read.title,
        text: read.text,
        occurred: read.occurred,
        case: read.case,
        grade: read.grade,
        handling: read.handling,
        things: things.collect(),
        ..NewReport::default()
    };
    Ok(report::add(ctx, new).await?.report)
}

/// One report.
pub(crate) async fn show(ctx: &Ctx, id: ReportId) -> Result<ShownReport, Problem> {
    let view = report::show(ctx, id).await?;
    let withheld = view.report.mark.withheld as u64;
    let case = match view.report.body.case {
        // The name of a case that the officer may not see is not told either.
        Some(case) => case::show(ctx, case).await.ok().map(|found| (case, found.line.case.title)),
        None => None,
    };
    let mut things = Vec::<(EntityId, EntityKind, String)>::new();
    for statement in &view.statements {
        let (entity, kind) = (statement.body.entity, statement.body.kind);
        if !things.iter().any(|(known, ..)| *known == entity) {
            things.push((entity, kind, name_of(&statement.body)));
        }
    }
    Ok(ShownReport {
        report: id,
        title: view.report.body.title,
        text: view.report.body.text,
        language: view.report.body.language,
        agency: view.report.mark.originator,
        grade: view.report.mark.grade,
        handling: view.report.mark.handling,
        received: view.report.mark.at,
        occurred: view.report.body.occurred,
        source_reference: view.report.body.source_reference,
        case,
        things,
        withheld,
    })
}

/// What a statement calls its entity: the first name or number it gives.
fn name_of(statement: &Statement) -> String {
    let first = |property| statement.says.get(&property).and_then(|all: &Vec<_>| all.first());
    [Property::Name, naming(statement.kind), Property::Alias, Property::Address, Property::Description]
        .into_iter()
        .find_map(first)
        .or_else(|| statement.says.values().flatten().next())
        .map_or_else(|| "–".to_owned(), |asserted| asserted.value.to_string())
}

/// Whether the officer may file reports.
pub(crate) fn can_add(ctx: &Ctx) -> bool {
    ctx.permit_own(Action::AddReport, "report").is_ok()
}
