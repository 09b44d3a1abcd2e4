//! Evidence: exhibits, the conviction map, disclosure, decisions of courts.

use lintas_casework::evidence::disclosure::{self, Line};
use lintas_casework::evidence::exhibit::{self, ExhibitView, NewExhibit, NewLink};
use lintas_casework::evidence::gap::{self, GapName, GapTask};
use lintas_casework::evidence::map::{self, CaseMap};
use lintas_casework::evidence::proof::{self, Evidence, NewProof};
use lintas_casework::evidence::verdict::{self, NewVerdict, VerdictView};
use lintas_casework::{Ctx, report, round, statement};
use lintas_law::offence::EvidenceForm;
use lintas_model::offence::Offence;
use lintas_model::{CaseId, EntityId, EntityKind, ExhibitId, ObjectId, ReportId, RoundId};
use lintas_policy::Action;

use crate::problem::Problem;

/// How many reports can be chosen as leads.
const REPORTS: usize = 100;

/// What the tab of a case shows and offers.
pub(crate) struct EvidenceFace {
    pub(crate) map: CaseMap,
    pub(crate) disclosure: Vec<Line>,
    pub(crate) verdicts: Vec<VerdictView>,
    /// People of the case: suspects to choose from.
    pub(crate) persons: Vec<(EntityId, String)>,
    /// Exhibits and reports to choose from, by a word that says which.
    pub(crate) pieces: Vec<(String, String)>,
    /// Element codes with what they say, offence by offence.
    pub(crate) elements: Vec<(Offence, String, String)>,
    /// Rounds for which a conviction can count.
    pub(crate) rounds: Vec<(RoundId, String)>,
    pub(crate) may_decide: bool,
}

/// Everything about the evidence of a case.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<EvidenceFace, Problem> {
    let map = map::show(ctx, case).await?;
    let mut persons: Vec<(EntityId, String)> = statement::of_case(ctx, case)
        .await?
        .into_iter()
        .filter(|thing| thing.kind == EntityKind::Person)
        .map(|thing| (thing.entity, thing.caption))
        .collect();
    for one in &map.maps {
        if persons.iter().all(|(entity, _)| *entity != one.map.suspect) {
            persons.push((one.map.suspect, one.suspect.clone()));
        }
    }
    let mut pieces: Vec<(String, String)> = map
        .exhibits
        .iter()
        .map(|view| {
            let body = &view.exhibit.body;
            (format!("exhibit:{}", view.id), format!("{} {}", body.number, body.title))
        })
        .collect();
    let reports = report::list(ctx, Some(case), REPORTS, 0).await?;
    pieces.extend(reports.into_iter().map(|item| (format!("report:{}", item.mark.object), item.body.title)));
    let rounds = round::list(ctx).await?.into_iter().map(|(id, item)| (id, item.body.name));
    Ok(EvidenceFace {
        disclosure: disclosure::schedule(ctx, case).await?,
        verdicts: verdict::list(ctx, case).await?,
        persons,
        pieces,
        elements: proof::element_codes(ctx),
        rounds: rounds.collect(),
        may_decide: ctx.permit_own(Action::WriteVerdict, "court_verdict").is_ok(),
        map,
    })
}

/// The piece that a word of the form names.
pub(crate) fn piece(word: &str) -> Option<Evidence> {
    let (kind, id) = word.split_once(':')?;
    match kind {
        "exhibit" => id.parse::<ExhibitId>().ok().map(Evidence::Exhibit),
        "report" => id.parse::<ReportId>().ok().map(Evidence::Report),
        _ => None,
    }
}

/// The forms in which a piece can exist: a report is never more than intelligence.
pub(crate) fn form_of(evidence: Evidence, chosen: Option<EvidenceForm>) -> Option<EvidenceForm> {
    match evidence {
        Evidence::Report(_) => Some(EvidenceForm::IntelligenceReport),
        Evidence::Exhibit(_) => chosen,
    }
}

/// What the form of a task begins with that closes a gap of the conviction map.
pub(crate) async fn task_for(ctx: &Ctx, case: CaseId, gap: &GapName) -> Result<Option<GapTask>, Problem> {
    Ok(gap::task(ctx, case, gap).await?)
}

/// Keeps an exhibit.
pub(crate) async fn record(ctx: &Ctx, new: NewExhibit) -> Result<ExhibitId, Problem> {
    Ok(exhibit::record(ctx, new).await?)
}

/// One exhibit with its chain.
pub(crate) async fn exhibit(ctx: &Ctx, id: ExhibitId) -> Result<ExhibitView, Problem> {
    Ok(exhibit::show(ctx, id).await?)
}

/// Adds a link to the chain of an exhibit.
pub(crate) async fn add_link(ctx: &Ctx, id: ExhibitId, new: NewLink) -> Result<(), Problem> {
    exhibit::add(ctx, id, new).await?;
    Ok(())
}

/// Lays evidence against an element.
pub(crate) async fn lay(ctx: &Ctx, new: NewProof) -> Result<(), Problem> {
    proof::lay(ctx, new).await?;
    Ok(())
}

/// Takes a proof back.
pub(crate) async fn withdraw(ctx: &Ctx, proof: ObjectId) -> Result<(), Problem> {
    proof::withdraw(ctx, proof).await?;
    Ok(())
}

/// Records what a court decided.
pub(crate) async fn decide(ctx: &Ctx, new: NewVerdict) -> Result<(), Problem> {
    verdict::record(ctx, new).await?;
    Ok(())
}
