//! Reports: what came in, with what it says about people and things.

use std::collections::BTreeMap;

use lintas_model::grade::Scheme;
use lintas_model::property::{Property, Value};
use lintas_model::record::{
    Asserted, Attachment, Grading, LinkStrength, Relation, RelationKind, Report, Sighting, Statement,
};
use lintas_model::{
    CaseId, EntityId, EntityKind, Grade, Handling, Kind, ObjectId, PartialDate, Point, ReportId, Timestamp,
};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::attachment::{self, NewAttachment};
use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, case, grading};

mod written;

/// A report to file.
#[derive(Debug, Clone, Default)]
pub struct NewReport {
    /// One line.
    pub title: String,
    /// The text as written.
    pub text: String,
    /// When what it tells happened.
    pub occurred: Option<PartialDate>,
    /// Number in the source register.
    pub source_reference: Option<String>,
    /// The case.
    pub case: Option<CaseId>,
    /// The grade; none is "not yet graded".
    pub grade: Option<Grade>,
    /// The handling.
    pub handling: Handling,
    /// What it says about people and things.
    pub things: Vec<NewThing>,
    /// Links between them.
    pub links: Vec<NewLink>,
    /// Where they were seen.
    pub seen: Vec<NewSighting>,
    /// Photographs and documents that came with it.
    pub files: Vec<NewAttachment>,
    /// What the form was called when it was written: the same form sent again files nothing.
    pub written: Option<String>,
}

/// A person or thing that a report speaks of.
#[derive(Debug, Clone)]
pub struct NewThing {
    /// The entity, when it is known already; else it is a new one.
    pub entity: Option<EntityId>,
    /// What it is.
    pub kind: EntityKind,
    /// What is said.
    pub says: Vec<(Property, Value)>,
}

/// A link between two things of the report, by their places in it.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// From.
    pub from: usize,
    /// To.
    pub to: usize,
    /// What it is.
    pub kind: RelationKind,
    /// How sure it is.
    pub strength: LinkStrength,
}

/// A thing of the report, seen somewhere; or a known entity.
#[derive(Debug, Clone)]
pub struct NewSighting {
    /// What was seen.
    pub subject: EntityId,
    /// When.
    pub at: Timestamp,
    /// Where.
    pub point: Point,
    /// The place in the source's words.
    pub place: Option<String>,
}

/// What filing a report made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The report.
    pub report: ReportId,
    /// The entities, in the order of the report's things.
    pub entities: Vec<EntityId>,
}

/// A report with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportView {
    /// The report.
    pub report: Item<Report>,
    /// What it says about entities.
    pub statements: Vec<Item<Statement>>,
    /// Links.
    pub relations: Vec<Item<Relation>>,
    /// Sightings.
    pub sightings: Vec<Item<Sighting>>,
    /// Photographs and documents, without their bytes.
    pub files: Vec<Item<Attachment>>,
    /// How it was graded since it was filed, oldest first.
    pub gradings: Vec<Item<Grading>>,
    /// The grade that counts here now.
    pub grade: Option<Grade>,
    /// The scheme in which it is graded.
    pub scheme: Scheme,
    /// Whether the actor may grade it.
    pub can_grade: bool,
    /// Whether the actor may attach files to it.
    pub can_attach: bool,
}

/// Files a report. The report and all that it says are written together or not at all.
pub async fn add(ctx: &Ctx, new: NewReport) -> Result<Filed> {
    ctx.require_own(Action::AddReport, "report").await?;
    if new.title.trim().is_empty() && new.text.trim().is_empty() {
        return Err(CaseworkError::invalid("title", "write one line on what happened"));
    }
    if let Some(case) = new.case {
        let found = case::found(ctx, case).await?;
        ctx.require(Action::View, &found.facts).await?;
    }
    attachment::check(&new.files)?;
    // A form that comes twice, because the first answer was lost on the way, waits here for the first.
    let _turn = match new.written {
        Some(_) => Some(ctx.node().turn().await),
        None => None,
    };
    let id = match written::id(ctx, &new) {
        None => ctx.node().new_id(ReportId::new),
        Some(id) if written::is_filed(ctx, id).await? => {
            return Ok(Filed { report: id, entities: Vec::new() });
        }
        Some(id) => id,
    };
    let title = match new.title.trim() {
        "" => new.text.trim().lines().next().unwrap_or_default().chars().take(120).collect(),
        title => title.to_owned(),
    };
    let report = Report {
        language: lintas_model::Language::of_script(&format!("{title} {}", new.text))
            .map(|l| l.tag().to_owned()),
        title,
        text: new.text.trim().to_owned(),
        occurred: new.occurred,
        source_reference: new.source_reference.filter(|text| !text.trim().is_empty()),
        case: new.case,
        import: None,
    };
    let mut drafts = vec![ctx.about(ctx.private(), id, report)];
    let mut entities = Vec::with_capacity(new.things.len());
    for thing in new.things {
        let entity = thing.entity.unwrap_or_else(|| ctx.node().new_id(EntityId::new));
        let mut says: BTreeMap<Property, Vec<Asserted>> = BTreeMap::new();
        for (property, value) in thing.says {
            says.entry(property).or_default().push(Asserted { value, note: None });
        }
        let statement = Statement { entity, kind: thing.kind, report: id, row: None, says };
        drafts.push(ctx.about(ctx.private(), entity, statement));
        entities.push(entity);
    }
    for link in new.links {
        let end = |at: usize| entities.get(at).copied().ok_or(CaseworkError::NotFound("end of a link"));
        let relation = Relation {
            from: end(link.from)?,
            to: end(link.to)?,
            kind: link.kind,
            strength: link.strength,
            report: id,
            date: new.occurred,
            amount: None,
            note: None,
        };
        drafts.push(ctx.about(ctx.private(), relation.from, relation));
    }
    for seen in new.seen {
        let sighting =
            Sighting { subject: seen.subject, at: seen.at, point: seen.point, place: seen.place, report: id };
        drafts.push(ctx.about(ctx.private(), seen.subject, sighting));
    }
    for draft in &mut drafts {
        draft.marking.grade = new.grade;
        draft.marking.handling = new.handling.clone();
    }
    for file in new.files {
        drafts.extend(attachment::drafts(ctx, id, file, &new.handling));
    }
    ctx.write(drafts).await?;
    Ok(Filed { report: id, entities })
}

/// One report with what it says.
pub async fn show(ctx: &Ctx, id: ReportId) -> Result<ReportView> {
    let report = item::latest::<Report>(ctx, "report", id).await?;
    let gradings = grading::of_report(ctx, id).await?;
    let current = grading::current(ctx, &[&report.mark]).await?;
    let facts = item::facts(ctx.node(), &report.mark);
    let of_report = || HeldQuery { reports: vec![id], ..HeldQuery::default() };
    let view = ReportView {
        statements: distinct(item::read::<Statement>(ctx, of_report()).await?),
        relations: distinct(item::read::<Relation>(ctx, of_report()).await?),
        sightings: distinct(item::read::<Sighting>(ctx, of_report()).await?),
        files: attachment::of_report(ctx, id).await?,
        grade: current.get(&id.into()).copied(),
        scheme: grading::scheme_of(&report, &gradings),
        can_grade: ctx.permit(Action::Grade, &facts).is_ok(),
        can_attach: ctx.permit(Action::AddReport, &facts).is_ok(),
        gradings,
        report,
    };
    access::viewed(ctx, "report", Some(id.into()), 1).await?;
    Ok(view)
}

/// Reports of a case, or all, newest first.
pub async fn list(ctx: &Ctx, case: Option<CaseId>, limit: usize, offset: usize) -> Result<Vec<Item<Report>>> {
    let reports = read(ctx, case, limit, offset).await?;
    access::viewed(ctx, "reports", case.map(ObjectId::from), reports.len()).await?;
    Ok(reports)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(
    ctx: &Ctx,
    case: Option<CaseId>,
    limit: usize,
    offset: usize,
) -> Result<Vec<Item<Report>>> {
    let query = HeldQuery { case, order: Order::NewestFirst, limit, offset, ..HeldQuery::default() };
    let mut reports = distinct(item::read::<Report>(ctx, query).await?);
    if let Some(case) = case.filter(|_| offset == 0) {
        // What partners released for the case belongs to it, whatever case they filed it in.
        reports.extend(released_for(ctx, case).await?);
        reports = distinct(reports);
    }
    reports.reverse();
    Ok(reports)
}

/// Reports that were released for a case, whatever case their originators filed them in.
pub(crate) async fn released_for(ctx: &Ctx, case: CaseId) -> Result<Vec<Item<Report>>> {
    let releases = HeldQuery { case: Some(case), ..HeldQuery::kinds(&[Kind::Release]) };
    let mut found = Vec::new();
    for held in ctx.node().store().held(&releases).await? {
        let lintas_model::Body::Release(release) = held.body else { continue };
        for disclosed in release.disclosed {
            let query = HeldQuery { record: Some(disclosed.record), ..HeldQuery::default() };
            found.extend(item::read::<Report>(ctx, query).await?);
        }
    }
    Ok(found)
}

/// Each record once, oldest first: the same one may have come by several releases; the one that shows most is kept.
pub(crate) fn distinct<B>(mut items: Vec<Item<B>>) -> Vec<Item<B>> {
    items.sort_by_key(|item| (item.mark.at, item.mark.record, item.mark.withheld));
    items.dedup_by_key(|item| item.mark.record);
    items
}
