//! Cases and what belongs to them.

use std::collections::BTreeSet;

use lintas_casework::case::{self, CaseOverview, CaseView, NewCase};
use lintas_casework::misstep::{self, Misstep, Why};
use lintas_casework::{Ctx, mentor, note, officer, partner, report, statement};
use lintas_model::lifecycle::{CaseMove, CaseState};
use lintas_model::{AgencyCode, CaseId, Kind};
use lintas_policy::Action;

use crate::desk;
use crate::problem::Problem;
use crate::routes::cases::head::CaseFace;
use crate::routes::cases::journal::{JournalFace, JournalLine};
use crate::routes::cases::line::CaseLine;
use crate::routes::cases::open::ReadCase;
use crate::routes::cases::overview::CaseGlance;
use crate::routes::entities::line::ThingLine;
use crate::routes::reports::line::ReportLine;
use crate::urls::CaseTab;
use crate::words::Words;

/// How many things of each kind the overview shows.
const GLANCE: usize = 8;
/// How many reports a tab shows.
const REPORTS: usize = 500;

fn line(found: case::CaseLine) -> CaseLine {
    CaseLine {
        case: found.id,
        title: found.case.title,
        reference: found.case.reference,
        state: found.state,
        owner: found.mark.originator,
        members: found.members.into_iter().collect(),
        opened: found.mark.at,
    }
}

/// All cases, and whether the officer may open one.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<CaseLine>, bool), Problem> {
    let lines = case::list(ctx).await?.into_iter().map(line).collect();
    Ok((lines, ctx.permit_own(Action::OpenCase, "case").is_ok()))
}

/// The cases to which something can be added: id and name.
pub(crate) async fn writable(ctx: &Ctx) -> Result<Vec<(CaseId, String)>, Problem> {
    let open = case::list(ctx).await?.into_iter().filter(|line| line.state != CaseState::Closed);
    Ok(open.map(|line| (line.id, format!("{} · {}", line.case.title, line.case.reference))).collect())
}

/// Opens a case and invites the agencies chosen.
pub(crate) async fn open(ctx: &Ctx, read: ReadCase) -> Result<CaseId, Problem> {
    let new = NewCase {
        title: read.title,
        reference: read.reference,
        summary: read.summary,
        offences: read.offences,
        countries: read.countries,
        round: None,
    };
    let id = case::open(ctx, new).await?;
    if !read.members.is_empty() {
        case::make_joint(ctx, id, &read.members).await?;
    }
    Ok(id)
}

/// Moves a case on.
pub(crate) async fn step(ctx: &Ctx, id: CaseId, step: CaseMove, reason: &str) -> Result<(), Problem> {
    case::step(ctx, id, step, reason).await?;
    Ok(())
}

/// Invites agencies to a case; how many work it then.
pub(crate) async fn join(ctx: &Ctx, id: CaseId, members: BTreeSet<AgencyCode>) -> Result<u64, Problem> {
    case::make_joint(ctx, id, &members).await?;
    Ok(case::head(ctx, id).await?.line.members.len() as u64)
}

fn face_of(ctx: &Ctx, view: &CaseView) -> CaseFace {
    let line = &view.line;
    let count = |kind| view.counts.get(&kind).copied();
    CaseFace {
        case: line.id,
        title: line.case.title.clone(),
        reference: line.case.reference.clone(),
        state: line.state,
        owner: line.mark.originator.clone(),
        members: line.members.iter().cloned().collect(),
        protected: line.protected,
        counts: CaseTab::ALL.map(|tab| match tab {
            CaseTab::Overview | CaseTab::Things | CaseTab::Charts => None,
            CaseTab::Plan => count(Kind::Objective),
            CaseTab::Reports => count(Kind::Report),
            CaseTab::Inquiries => count(Kind::Inquiry),
            CaseTab::Tasks => count(Kind::Task),
            CaseTab::Warrants => count(Kind::Warrant),
            CaseTab::Operations => count(Kind::Operation),
            CaseTab::Evidence => count(Kind::Exhibit),
            CaseTab::Findings => count(Kind::Finding),
            CaseTab::Journal => Some((view.steps.len() + view.notes.len()) as u64),
        }),
        moves: view.moves.clone(),
        can_write: line.state != CaseState::Closed && ctx.permit_own(Action::WriteCase, "case").is_ok(),
        can_release: ctx.permit_own(Action::Release, "release").is_ok(),
    }
}

/// The head of a case.
pub(crate) async fn face(ctx: &Ctx, id: CaseId) -> Result<CaseFace, Problem> {
    Ok(face_of(ctx, &case::head(ctx, id).await?))
}

/// The agencies that work a case.
pub(crate) async fn members(ctx: &Ctx, id: CaseId) -> Result<Vec<AgencyCode>, Problem> {
    Ok(case::head(ctx, id).await?.line.members.into_iter().collect())
}

/// A case at a glance: one look, one record of it.
pub(crate) async fn overview(ctx: &Ctx, id: CaseId) -> Result<(CaseFace, CaseGlance), Problem> {
    let CaseOverview { view, reports, things, tasks, protected } = case::overview(ctx, id).await?;
    let face = face_of(ctx, &view);
    let mut events = reports
        .iter()
        .filter_map(|item| Some((item.body.occurred?, item.body.title.clone(), false)))
        .collect::<Vec<_>>();
    events.sort_by_key(|(date, ..)| date.earliest());
    events.truncate(2 * GLANCE);
    let newest = reports.into_iter().take(GLANCE).collect();
    let mut tasks = tasks.into_iter().map(|view| desk::tasks::line(ctx, view)).collect::<Vec<_>>();
    tasks.retain(|task| !task.is_over());
    tasks.truncate(GLANCE);
    let own = face.owner == *ctx.node().code();
    let invite =
        if own && face.can_write { partner_codes(ctx, &view.line.members).await? } else { Vec::new() };
    let glance = CaseGlance {
        summary: view.line.case.summary,
        offences: view.line.case.offences.into_iter().collect(),
        countries: view.line.case.countries.into_iter().collect(),
        reports: desk::reports::lines(ctx, newest).await?,
        things: things.into_iter().take(GLANCE).map(desk::entities::line).collect(),
        tasks,
        events,
        protected: protected.into_iter().map(desk::victims::line).collect(),
        invite,
    };
    Ok((face, glance))
}

/// Active partners that do not work the case yet.
async fn partner_codes(ctx: &Ctx, members: &BTreeSet<AgencyCode>) -> Result<Vec<AgencyCode>, Problem> {
    let partners = partner::all(ctx.node()).await?.into_iter().filter(|partner| partner.active);
    Ok(partners.map(|partner| partner.agency.code).filter(|code| !members.contains(code)).collect())
}

/// The reports of a case.
pub(crate) async fn reports(ctx: &Ctx, id: CaseId) -> Result<Vec<ReportLine>, Problem> {
    desk::reports::lines(ctx, report::list(ctx, Some(id), REPORTS, 0).await?).await
}

/// The people and things of a case.
pub(crate) async fn things(ctx: &Ctx, id: CaseId) -> Result<Vec<ThingLine>, Problem> {
    Ok(statement::of_case(ctx, id).await?.into_iter().map(desk::entities::line).collect())
}

/// The head of a case and its journal; the steps in it that were not obeyed; and whether mentors see it.
pub(crate) async fn journal(ctx: &Ctx, words: &Words, id: CaseId) -> Result<JournalFace, Problem> {
    let view = case::show(ctx, id).await?;
    let names = officer::names(ctx).await?;
    let line = |mark: &lintas_casework::Mark, text: String| JournalLine {
        at: mark.at,
        agency: mark.originator.clone(),
        officer: names.get(&mark.author).cloned(),
        kind: mark.kind.as_str().to_owned(),
        text,
        grade: None,
    };
    let mut lines =
        view.notes.iter().map(|item| line(&item.mark, item.body.text.clone())).collect::<Vec<_>>();
    lines.extend(view.steps.iter().map(|item| {
        let text = match item.body.reason.is_empty() {
            true => item.body.step.as_str().to_owned(),
            false => format!("{}: {}", item.body.step.as_str(), item.body.reason),
        };
        line(&item.mark, text)
    }));
    lines.extend(mentor::advices(ctx, id).await?.iter().map(|item| {
        let grade = Some(item.body.grade);
        JournalLine { grade, ..line(&item.mark, item.body.text.clone()) }
    }));
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    let missteps = misstep::list(ctx, Some(id)).await?;
    let missteps = missteps.iter().map(|found| (found.mark.at, misstep_text(words, found)));
    let face = face_of(ctx, &view);
    let own = face.owner == *ctx.node().code() && face.is_open();
    let mentoring = match own && ctx.permit_own(Action::OpenCase, "case").is_ok() {
        true => Some(mentor::is_open(ctx, id).await?),
        false => None,
    };
    Ok(JournalFace { face, lines, missteps: missteps.collect(), mentoring })
}

/// A step that was not obeyed, in one sentence.
pub(crate) fn misstep_text(words: &Words, found: &Misstep) -> String {
    let thing = words.word("record", found.thing.as_str());
    let list = if found.thing == Kind::Warrant {
        "warrant-step".to_owned()
    } else {
        format!("{}-move", found.thing)
    };
    let step = words.word(&list, found.step);
    let agency = found.mark.originator.as_str();
    match &found.why {
        Why::NotAllowed { state } => {
            let state = words.word(&format!("{}-state", found.thing), state);
            let texts = [
                ("agency", agency),
                ("step", step.as_str()),
                ("thing", thing.as_str()),
                ("state", state.as_str()),
            ];
            words.fill("misstep-not-allowed", &texts)
        }
        Why::NotTheirs { owner } => {
            let texts = [
                ("agency", agency),
                ("step", step.as_str()),
                ("thing", thing.as_str()),
                ("owner", owner.as_str()),
            ];
            words.fill("misstep-not-theirs", &texts)
        }
    }
}

/// Writes a note in the journal.
pub(crate) async fn write_note(ctx: &Ctx, id: CaseId, text: &str) -> Result<(), Problem> {
    note::write(ctx, id, text).await?;
    Ok(())
}
