//! Reports.

use std::collections::BTreeMap;

use lintas_casework::attachment::{self, NewAttachment};
use lintas_casework::report::{self, NewReport};
use lintas_casework::{CaseworkError, Ctx, Item, case, device, grading, officer};
use lintas_model::grade::{Grade, Scheme};
use lintas_model::property::{Property, Value};
use lintas_model::record::{Report, Statement};
use lintas_model::{EntityId, EntityKind, ObjectId, ReportId};
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::reports::add::ReadReport;
use crate::routes::reports::line::ReportLine;
use crate::routes::reports::show::{FileLine, GradingLine, ShownReport};

/// Reports as lists show them, each with the grade that counts now.
pub(crate) async fn lines(ctx: &Ctx, items: Vec<Item<Report>>) -> Result<Vec<ReportLine>, Problem> {
    let marks = items.iter().map(|item| &item.mark).collect::<Vec<_>>();
    let grades = grading::current(ctx, &marks).await?;
    Ok(items.into_iter().map(|item| line(item, &grades)).collect())
}

fn line(item: Item<Report>, grades: &BTreeMap<ObjectId, Grade>) -> ReportLine {
    ReportLine {
        report: ReportId::from_uuid(item.mark.object.uuid()),
        title: item.body.title,
        language: item.body.language,
        agency: item.mark.originator,
        grade: grades.get(&item.mark.object).copied(),
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

/// Files a report with its photographs; what is wrong with one of them is told for its field.
pub(crate) async fn add(
    ctx: &Ctx,
    read: ReadReport,
    files: Vec<NewAttachment>,
) -> Result<Result<ReportId, String>, Problem> {
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
        files,
        written: read.written,
        ..NewReport::default()
    };
    of_files(report::add(ctx, new).await.map(|filed| filed.report))
}

/// What is wrong with a file is the person's to mend.
fn of_files<T>(result: lintas_casework::Result<T>) -> Result<Result<T, String>, Problem> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(CaseworkError::Invalid { field: "file", problem }) => Ok(Err(problem)),
        Err(error) => Err(error.into()),
    }
}

/// Attaches files to a report; how many were new.
pub(crate) async fn attach(
    ctx: &Ctx,
    id: ReportId,
    files: Vec<NewAttachment>,
) -> Result<Result<u64, String>, Problem> {
    of_files(attachment::add(ctx, id, files).await.map(|n| n as u64))
}

/// A file of a report with its bytes.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) is_picture: bool,
    pub(crate) bytes: Vec<u8>,
}

/// One file of a report.
pub(crate) async fn file(ctx: &Ctx, id: ReportId, sha256: &str) -> Result<File, Problem> {
    let (found, bytes) = attachment::open(ctx, id, sha256).await?;
    // By its bytes once more: what a partner's program called a picture may be none.
    let media_type = attachment::media_type(&bytes).unwrap_or("application/octet-stream").to_owned();
    Ok(File { is_picture: attachment::is_picture(&media_type), name: found.name, media_type, bytes })
}

/// The scheme in which a report is graded, and whether this would be its first grade.
pub(crate) async fn grading(ctx: &Ctx, id: ReportId) -> Result<(Scheme, bool), Problem> {
    let view = report::show(ctx, id).await?;
    Ok((view.scheme, view.grade.is_none()))
}

/// Grades a report.
pub(crate) async fn grade(ctx: &Ctx, id: ReportId, grade: Grade, reason: &str) -> Result<(), Problem> {
    grading::grade(ctx, id, grade, reason).await?;
    Ok(())
}

/// One report.
pub(crate) async fn show(ctx: &Ctx, id: ReportId) -> Result<ShownReport, Problem> {
    let view = report::show(ctx, id).await?;
    let withheld = view.report.mark.withheld as u64;
    let case = match view.report.body.case {
        // The name of a case that the officer may not see is not told either.
        Some(case) => case::head(ctx, case).await.ok().map(|found| (case, found.line.case.title)),
        None => None,
    };
    let mut things = Vec::<(EntityId, EntityKind, String)>::new();
    for statement in &view.statements {
        let (entity, kind) = (statement.body.entity, statement.body.kind);
        if !things.iter().any(|(known, ..)| *known == entity) {
            things.push((entity, kind, name_of(&statement.body)));
        }
    }
    let names = officer::names(ctx).await?;
    let own = ctx.node().code();
    let gradings = view.gradings.into_iter().map(|item| GradingLine {
        at: item.mark.at,
        officer: names.get(&item.mark.author).filter(|_| item.mark.originator == *own).cloned(),
        agency: item.mark.originator,
        grade: item.mark.grade,
        reason: item.body.reason,
    });
    let files = view.files.into_iter().map(|item| FileLine {
        is_picture: attachment::is_picture(&item.body.media_type),
        name: item.body.name,
        media_type: item.body.media_type,
        size_bytes: item.body.size_bytes,
        sha256: item.body.sha256,
    });
    Ok(ShownReport {
        gradings: gradings.collect(),
        files: files.collect(),
        scheme: view.scheme,
        can_grade: view.can_grade,
        can_attach: view.can_attach,
        original_grade: view.report.mark.grade,
        report: id,
        title: view.report.body.title,
        text: view.report.body.text,
        language: view.report.body.language,
        agency: view.report.mark.originator,
        grade: view.grade,
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

/// What tells the officer's devices from others, and what opens them, in hexadecimal.
pub(crate) fn device(ctx: &Ctx) -> (String, String) {
    let found = device::secret(ctx);
    (found.owner, hex::encode(found.secret))
}

/// Whether the officer may file reports.
pub(crate) fn can_add(ctx: &Ctx) -> bool {
    ctx.permit_own(Action::AddReport, "report").is_ok()
}
