//! Grading: how good a report is, said after it was filed. The grade that it came with stays where it was signed.

use std::collections::BTreeMap;

use lintas_model::grade::Scheme;
use lintas_model::record::{Grading, Report};
use lintas_model::{Grade, Kind, ObjectId, RecordId, ReportId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Mark};

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result};

/// So many reports are asked about at once.
const AT_ONCE: usize = 200;

/// Grades a report, or grades it anew. The word of this agency stays at this agency until it is released.
pub async fn grade(ctx: &Ctx, report: ReportId, grade: Grade, reason: &str) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let held =
        ctx.node().newest(Kind::Report, report.into()).await?.ok_or(CaseworkError::NotFound("report"))?;
    ctx.require(Action::Grade, &facts(ctx.node(), &held.mark)).await?;
    if let Some(original) = held.mark.grade
        && original.scheme() != grade.scheme()
    {
        let scheme = original.scheme().as_str();
        return Err(CaseworkError::invalid("grade", format!("this report is graded in the scheme {scheme}")));
    }
    let reason = reason.trim();
    let known = of_report(ctx, report).await?;
    if reason.is_empty() && (held.mark.grade.is_some() || !known.is_empty()) {
        return Err(CaseworkError::invalid("reason", "say why the grade changes"));
    }
    let mut draft = ctx.about(ctx.private(), report, Grading { report, reason: reason.to_owned() });
    draft.marking.grade = Some(grade);
    draft.marking.handling = held.mark.handling;
    ctx.write_one(draft).await
}

/// The gradings of a report since it was filed, oldest first.
pub async fn of_report(ctx: &Ctx, report: ReportId) -> Result<Vec<Item<Grading>>> {
    let query = HeldQuery { reports: vec![report], ..HeldQuery::default() };
    let mut all = item::read::<Grading>(ctx, query).await?;
    all.sort_by_key(|item| (item.mark.at, item.mark.record));
    all.dedup_by_key(|item| item.mark.record);
    Ok(all)
}

/// The scheme in which a report is graded: that of the grade it came with, else of its last grading, else 4x4.
pub fn scheme_of(report: &Item<Report>, gradings: &[Item<Grading>]) -> Scheme {
    let last = gradings.iter().rev().find_map(|grading| grading.mark.grade);
    report.mark.grade.or(last).map_or(Scheme::FourFour, Grade::scheme)
}

/// The grade that counts here for each of some reports: this agency's last word, else that of the report's originator,
/// else the grade it came with. A grading by a third agency is shown with the report and counts for nothing here.
pub async fn current(ctx: &Ctx, reports: &[&Mark]) -> Result<BTreeMap<ObjectId, Grade>> {
    let mut grades: BTreeMap<ObjectId, Grade> =
        reports.iter().filter_map(|mark| Some((mark.object, mark.grade?))).collect();
    let own = ctx.node().code();
    for some in reports.chunks(AT_ONCE) {
        let ids = some.iter().map(|mark| ReportId::from_uuid(mark.object.uuid())).collect();
        let mut said = item::read::<Grading>(ctx, HeldQuery { reports: ids, ..HeldQuery::default() }).await?;
        said.sort_by_key(|item| (item.mark.originator == *own, item.mark.at, item.mark.record));
        for item in said {
            let object = ObjectId::from(item.body.report);
            let of = some.iter().find(|mark| mark.object == object);
            let counts =
                item.mark.originator == *own || of.is_some_and(|m| m.originator == item.mark.originator);
            if counts && let Some(grade) = item.mark.grade {
                grades.insert(object, grade);
            }
        }
    }
    Ok(grades)
}
