//! The target package: what is known of a person, or of those whom a kept ranking of a case puts first.

use lintas_documents::Wording;
use lintas_documents::documents::{Candidate, EvidenceRow, TargetPackage};
use lintas_documents::parts::Step;
use lintas_documents::wording::Day;
use lintas_model::record::{Case, Finding, FindingKind, Report, Statement};
use lintas_model::{CaseId, EntityId, FindingId, Kind, ObjectId};
use lintas_store::HeldQuery;

use super::person;
use super::sources::{Sources, quoted};
use crate::finding::{self, Ranked};
use crate::item::{self, Item};
use crate::{CaseworkError, Result, task};

/// So many people of a ranking get a page each.
const PAGES: usize = 5;

/// A ranking that was kept, with whom it puts first.
struct Ranking {
    id: FindingId,
    finding: Finding,
    people: Vec<Ranked>,
}

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<TargetPackage> {
    let case = CaseId::from_uuid(of.uuid());
    if sources.ctx.node().newest(Kind::Case, of).await?.is_some() {
        let found = item::latest::<Case>(sources.ctx, "case", case).await?;
        let body = sources.subject("case", found).await?;
        let ranking = newest_ranking(sources, case, None).await?;
        let people = ranking.iter().flat_map(|ranking| &ranking.people).take(PAGES).cloned().collect();
        return package(sources, Some((case, body)), ranking, people).await;
    }
    let entity = EntityId::from_uuid(of.uuid());
    let case = case_of(sources, entity).await?;
    let ranking = match &case {
        Some((id, _)) => newest_ranking(sources, *id, Some(entity)).await?,
        None => None,
    };
    let ranked = ranking.iter().flat_map(|ranking| &ranking.people).find(|one| one.entity == entity).cloned();
    let alone = Ranked { entity, rank: 1, score: 0, confidence: 0, why: Vec::new() };
    package(sources, case, ranking, vec![ranked.unwrap_or(alone)]).await
}

async fn package(
    sources: &mut Sources<'_>,
    case: Option<(CaseId, Case)>,
    ranking: Option<Ranking>,
    people: Vec<Ranked>,
) -> Result<TargetPackage> {
    let steps = match &case {
        Some((id, _)) => open_tasks(sources, *id).await?,
        None => Vec::new(),
    };
    let mut candidates = Vec::with_capacity(people.len());
    for person in people {
        let ranked = ranking.is_some() && person.score > 0;
        candidates.push(candidate(sources, person, ranked, &steps).await?);
    }
    let (method, limits) = match &ranking {
        Some(Ranking { id, finding, .. }) => {
            let id: String = id.to_string().chars().take(8).collect();
            let values = [
                ("method", Wording::same(finding.method.clone())),
                ("seed", Wording::same(finding.seed.to_string())),
                ("count", Wording::same(finding.used.len().to_string())),
                ("finding", Wording::same(id)),
            ];
            (Wording::sentence("ranked-by", values), Wording::same(finding.limits.join("\n")))
        }
        None => (Wording::label("not-ranked"), Wording::same("")),
    };
    let title = |case: &Case| [case.title.as_str(), case.reference.as_str()].join(" ").trim().to_owned();
    Ok(TargetPackage {
        case: Wording::same(case.as_ref().map(|(_, case)| title(case)).unwrap_or_default()),
        method,
        limits,
        candidates,
        frame: sources.frame(),
    })
}

async fn candidate(
    sources: &mut Sources<'_>,
    ranked: Ranked,
    is_ranked: bool,
    steps: &[Step],
) -> Result<Candidate> {
    let statements = person::statements(sources, ranked.entity).await?;
    if statements.is_empty() {
        if let Some(left_out) = sources.left_out() {
            // Everything that is known belongs to others who do not let it leave: there is no page to print.
            return Ok(unknown(ranked, left_out));
        }
        return Err(CaseworkError::NotFound("person"));
    }
    let person = person::told(&statements, None);
    let mut evidence = Vec::with_capacity(statements.len());
    for statement in &statements {
        evidence.push(row(sources, statement).await?);
    }
    let role = role_of(&statements);
    Ok(Candidate {
        person,
        role: role.unwrap_or_else(|| Wording::same("")),
        rank: u32::try_from(ranked.rank).unwrap_or(u32::MAX),
        score_percent: u8::try_from(ranked.score / 10).unwrap_or(100).min(100),
        confidence: if is_ranked { out_of_hundred(ranked.confidence) } else { Wording::label("not-ranked") },
        reasons: ranked.why.into_iter().map(Wording::same).collect(),
        evidence,
        gaps: sources.left_out().into_iter().collect(),
        next_steps: steps.to_vec(),
    })
}

fn unknown(ranked: Ranked, left_out: Wording) -> Candidate {
    Candidate {
        person: Default::default(),
        role: Wording::same(""),
        rank: u32::try_from(ranked.rank).unwrap_or(u32::MAX),
        score_percent: 0,
        confidence: Wording::label("not-ranked"),
        reasons: Vec::new(),
        evidence: Vec::new(),
        gaps: vec![left_out],
        next_steps: Vec::new(),
    }
}

fn out_of_hundred(permille: u16) -> Wording {
    Wording::same(format!("{} / 100", permille / 10))
}

/// The role as a source stated it; what the program suspects is no role.
fn role_of(statements: &[Item<Statement>]) -> Option<Wording> {
    use lintas_model::property::Property;
    let said = statements.iter().find_map(|s| s.body.says.get(&Property::StatedRole))?;
    quoted(&said.first()?.value.to_string())
}

/// One statement as a row of evidence: what it says, who says it, how it is graded, when it happened.
async fn row(sources: &mut Sources<'_>, statement: &Item<Statement>) -> Result<EvidenceRow> {
    let query = HeldQuery { object: Some(statement.body.report.into()), ..HeldQuery::default() };
    let reports = item::read::<Report>(sources.ctx, query).await?;
    let report = reports.into_iter().rfind(|report| report.mark.originator == statement.mark.originator);
    let grade = report.as_ref().and_then(|report| report.mark.grade).or(statement.mark.grade);
    let occurred = report.and_then(|report| sources.keep(report)).and_then(|report| report.occurred);
    let said = statement.body.says.iter().map(|(property, values)| {
        let values: Vec<String> = values.iter().map(|asserted| asserted.value.to_string()).collect();
        let what = Wording::label(format!("property-{property}"));
        Wording::sentence("says", [("what", what), ("value", Wording::same(values.join(", ")))])
    });
    let line = said
        .reduce(|first, second| Wording::sentence("both-sentences", [("first", first), ("second", second)]));
    Ok(EvidenceRow {
        what: line.unwrap_or_else(|| Wording::same("")),
        agency: statement.mark.originator.to_string(),
        grade: grade.map(|grade| format!("{grade} ({})", grade.scheme().as_str())),
        on: occurred.map(Day::from),
        use_rule: Wording::label(format!("use-{}", use_rule(statement.mark.handling.use_rule))),
    })
}

const fn use_rule(rule: lintas_model::handling::UseRule) -> &'static str {
    use lintas_model::handling::UseRule;
    match rule {
        UseRule::IntelligenceOnly => "intelligence_only",
        UseRule::EvidenceAfterPermission => "evidence_after_permission",
        UseRule::Evidence => "evidence",
    }
}

/// The case of the first report that speaks of a person.
async fn case_of(sources: &mut Sources<'_>, entity: EntityId) -> Result<Option<(CaseId, Case)>> {
    for statement in person::statements(sources, entity).await? {
        let query = HeldQuery { object: Some(statement.body.report.into()), ..HeldQuery::default() };
        let reports = item::read::<Report>(sources.ctx, query).await?;
        let Some(id) = reports.iter().find_map(|report| report.body.case) else { continue };
        match item::latest::<Case>(sources.ctx, "case", id).await {
            Ok(found) => return Ok(sources.keep(found).map(|case| (id, case))),
            Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// The newest ranking of a case that was kept, and that names a person when one is asked for.
async fn newest_ranking(
    sources: &mut Sources<'_>,
    case: CaseId,
    naming: Option<EntityId>,
) -> Result<Option<Ranking>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let kept = item::owned(sources.ctx, item::read::<Finding>(sources.ctx, query).await?);
    let mut rankings: Vec<_> =
        kept.into_iter().filter(|(_, item)| item.body.kind == FindingKind::Organisers).collect();
    rankings.sort_by_key(|(_, item)| std::cmp::Reverse((item.mark.at, item.mark.record)));
    for (id, item) in rankings {
        let people = finding::ranked(sources.ctx, &item.body).await?;
        let fits = naming.is_none_or(|entity| people.iter().any(|one| one.entity == entity));
        if fits && let Some(finding) = sources.keep(item) {
            return Ok(Some(Ranking { id: FindingId::from_uuid(id.uuid()), finding, people }));
        }
    }
    Ok(None)
}

/// What is still to be done in a case.
pub(super) async fn open_tasks(sources: &mut Sources<'_>, case: CaseId) -> Result<Vec<Step>> {
    use lintas_model::lifecycle::TaskState;
    let mut steps = Vec::new();
    for view in task::read(sources.ctx, Some(case)).await? {
        if matches!(view.state, TaskState::Open | TaskState::Started)
            && let Some(task) = sources.keep(view.task)
        {
            let (agency, due) = (task.agency.to_string(), task.due.map(Day::from));
            steps.push(Step { agency, what: Wording::same(task.title), due });
        }
    }
    Ok(steps)
}
