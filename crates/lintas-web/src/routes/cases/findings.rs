//! The findings of a case, and running an analysis in it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use lintas_casework::finding::{Found, NewAnalysis, Scope};
use lintas_model::{CaseId, FindingId, PartialDate};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Button, Choice, Field, Input, Problems, Table, Text};
use crate::desk;
use crate::desk::findings::{ANALYSES, SCOPES};
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::findings::line::{self, FindingLine};
use crate::routes::reports::add::{order_field, read_date};
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// Which analysis is run, and which of its findings is kept.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnalysisForm {
    pub(crate) analysis: String,
    pub(crate) scope: String,
    pub(crate) since: String,
    pub(crate) order: String,
    pub(crate) place: usize,
    pub(crate) title: String,
}

/// The seed of every analysis run from a page: the same records give the same findings.
const SEED: u64 = 1;

impl AnalysisForm {
    fn read(&self, page: &Page, case: CaseId, problems: &mut Problems) -> Option<NewAnalysis> {
        let new_since: Option<PartialDate> = read_date(page, "since", &self.since, &self.order, problems);
        let analysis = ANALYSES.iter().find(|(word, _)| *word == self.analysis)?.1;
        let scope =
            SCOPES.iter().find(|(word, _)| *word == self.scope).map_or(Scope::Agency, |(_, scope)| *scope);
        problems.is_empty().then_some(NewAnalysis { case, analysis, scope, new_since, seed: SEED })
    }
}

/// A finding that is not kept yet.
struct Offer {
    title: Text,
    kind: crate::components::Pill,
    confidence: String,
    why: Vec<Text>,
    keep: Option<Button>,
    kept: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/findings.html")]
pub(crate) struct CaseFindings {
    page: Page,
    head: CaseHead,
    table: Table,
    action: String,
    fields: Vec<Field>,
    offers: Option<Vec<Offer>>,
}

impl CaseFindings {
    /// The page of a case; `found` is what the analysis asked for has found.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        lines: &[FindingLine],
        form: &AnalysisForm,
        found: Option<&[Found]>,
        can_keep: bool,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential);
        let action = urls::case(face.case, CaseTab::Findings);
        let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
        let analysis = or(&form.analysis, ANALYSES[0].0);
        let scope = or(&form.scope, SCOPES[0].0);
        let analyses = ANALYSES.map(|(word, _)| Choice::new(word, page.word("analysis", word), &analysis));
        let mut fields =
            vec![Field::new("analysis", page.say("analysis-what"), Input::Radio(analyses.to_vec()))];
        if face.members.len() > 1 {
            let scopes = SCOPES.map(|(word, _)| Choice::new(word, page.word("scope", word), &scope));
            fields.push(Field::new("scope", page.say("analysis-scope"), Input::Radio(scopes.to_vec())));
        }
        fields.push(
            Field::line("since", page.say("analysis-since"), &form.since)
                .hint(page.say("date-hint"))
                .problems(problems),
        );
        fields.extend(order_field(&page, "order", &form.since, &form.order));
        let offer = |(place, found): (usize, &Found)| Offer {
            title: Text::new(&found.title),
            kind: line::kind(&page, found.finding.kind),
            confidence: line::confidence(&page, found.finding.confidence),
            why: found.why.iter().take(12).map(Text::new).collect(),
            keep: (can_keep && found.kept.is_none()).then(|| {
                Button::new(&page, action.clone(), page.say("finding-keep"))
                    .with("analysis", &analysis)
                    .with("scope", &scope)
                    .with("since", &form.since)
                    .with("order", &form.order)
                    .with("place", place)
                    .with("title", &found.title)
            }),
            kept: found.kept.map(urls::finding),
        };
        let offers = found.map(|found| found.iter().enumerate().map(offer).collect());
        Self {
            head: CaseHead::new(&page, face, CaseTab::Findings),
            table: line::table(&page, lines),
            offers,
            fields,
            action,
            page,
        }
    }
}

/// Answers with the findings of a case; runs the analysis that the address asks for.
pub(crate) async fn show(
    seat: Seat,
    Path(case): Path<CaseId>,
    Query(form): Query<AnalysisForm>,
) -> Result<Html<CaseFindings>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let lines = desk::findings::of_case(&seat.ctx, case).await?;
    let mut problems = Problems::default();
    let found = match form.read(&seat.page(), case, &mut problems) {
        Some(new) => Some(desk::findings::analyse(&seat.ctx, &new).await?),
        None => None,
    };
    let can_keep = face.can_write && desk::findings::can_keep(&seat.ctx);
    Ok(Html(CaseFindings::new(seat.page(), &face, &lines, &form, found.as_deref(), can_keep, &problems)))
}

/// Keeps a finding.
pub(crate) async fn keep(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<AnalysisForm>,
) -> Result<Response, Problem> {
    let mut problems = Problems::default();
    let new = form.read(&seat.page(), case, &mut problems).ok_or(Problem::Missing)?;
    let kept: Option<FindingId> = desk::findings::keep(&seat.ctx, &new, form.place, &form.title).await?;
    Ok(match kept {
        Some(finding) => done(&urls::finding(finding), "finding", 1).into_response(),
        // Records came in between: the analysis is shown as it is now.
        None => done(&urls::case(case, CaseTab::Findings), "finding", 0).into_response(),
    })
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseFindings {
    use crate::sample;
    use lintas_model::record::{Finding, FindingKind};
    let finding = Finding {
        case: sample::id(1),
        kind: FindingKind::Route,
        title: "Tây Ninh (VN) – Phnom Penh (KH) – Rayong (TH)".into(),
        used: Vec::new(),
        method: "routes 0.1.0".into(),
        seed: 1,
        parameters: std::collections::BTreeMap::new(),
        result: String::new(),
        confidence: 966,
        limits: Vec::new(),
    };
    let found = [
        Found {
            title: finding.title.clone(),
            finding: finding.clone(),
            why: vec!["3 parties passed the same areas.".into()],
            kept: None,
        },
        Found { title: finding.title.clone(), finding, why: Vec::new(), kept: Some(sample::id(81)) },
    ];
    let face = super::head::sample();
    let form = AnalysisForm { since: "3/4/2026".into(), ..AnalysisForm::default() };
    CaseFindings::new(page, &face, &line::sample(), &form, Some(&found), true, &Problems::default())
}
