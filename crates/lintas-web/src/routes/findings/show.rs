//! A finding: what it says, why, what it rests on and could not see; finding it again; claiming it as an outcome.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use lintas_model::{AgencyCode, CaseId, FindingId};
use serde::Deserialize;

use super::line::{self, FindingLine};
use crate::components::{Button, Moment, Pill, Text};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// What came of finding it again.
#[derive(Debug, Clone)]
pub(crate) enum AgainFace {
    Same,
    Changed { title: String, confidence: u16 },
    Gone,
}

/// Where it stands as an outcome.
#[derive(Debug, Clone, Default)]
pub(crate) struct OutcomeFace {
    pub(crate) claimed_by: Vec<AgencyCode>,
    pub(crate) confirmed_by: Vec<AgencyCode>,
    pub(crate) seen_by: Vec<AgencyCode>,
    pub(crate) can_claim: bool,
    pub(crate) can_confirm: bool,
}

/// What the page needs beyond the line of the list.
#[derive(Debug, Clone)]
pub(crate) struct FindingFace {
    pub(crate) line: FindingLine,
    pub(crate) case: CaseId,
    pub(crate) method: String,
    pub(crate) seed: u64,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) why: Vec<String>,
    pub(crate) limits: Vec<String>,
    pub(crate) outcome: Option<OutcomeFace>,
    pub(crate) again: Option<AgainFace>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/findings/show.html")]
pub(crate) struct FindingShow {
    page: Page,
    title: Text,
    pills: Vec<Pill>,
    who: String,
    case: String,
    again_at: String,
    again: Option<(&'static str, String)>,
    facts: Vec<(String, Text)>,
    why: Vec<Text>,
    limits: Vec<Text>,
    outcome: Vec<(String, String)>,
    act: Option<Button>,
}

impl FindingShow {
    /// The page of a finding.
    pub(crate) fn new(page: Page, face: &FindingFace) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential);
        let line = &face.line;
        let mut pills = vec![line::kind(&page, line.kind)];
        if line.missing > 0 {
            pills.push(Pill::new(
                crate::components::Tone::Danger,
                page.count("finding-missing", line.missing),
            ));
        }
        let mut facts = vec![
            (page.say("col-confidence"), Text::own(line::confidence(&page, line.confidence))),
            (page.say("col-basis"), Text::own(page.count("finding-used", line.used))),
            (page.say("finding-method"), Text::own(&face.method)),
            (page.say("finding-seed"), Text::own(face.seed.to_string())),
        ];
        facts.extend(
            face.parameters.iter().map(|(name, value)| (page.word("parameter", name), Text::own(value))),
        );
        facts.push((page.say("col-agency"), Text::own(line.by.as_str())));
        facts.push((page.say("col-date"), Text::own(Moment::at(&page.words, line.at).shown)));
        let again = face.again.as_ref().map(|again| match again {
            AgainFace::Same => ("ok", page.say("finding-again-same")),
            AgainFace::Changed { title, confidence } => {
                let confidence = line::confidence(&page, *confidence);
                let texts = [("title", title.as_str()), ("confidence", confidence.as_str())];
                ("warn", page.words.fill("finding-again-changed", &texts))
            }
            AgainFace::Gone => ("dan", page.say("finding-again-gone")),
        });
        let agencies = |codes: &[AgencyCode]| {
            if codes.is_empty() {
                return "–".to_owned();
            }
            codes.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ")
        };
        let (mut outcome, mut act) = (Vec::new(), None);
        if let Some(face_of) = &face.outcome {
            outcome = vec![
                (page.say("finding-seen-by"), agencies(&face_of.seen_by)),
                (page.say("finding-claimed-by"), agencies(&face_of.claimed_by)),
                (page.say("finding-confirmed-by"), agencies(&face_of.confirmed_by)),
            ];
            let label = match (face_of.can_confirm, face_of.can_claim) {
                (true, _) => Some("finding-confirm"),
                (_, true) => Some("finding-claim"),
                _ => None,
            };
            act = label.map(|label| {
                Button::new(&page, urls::finding_outcome(line.finding), page.say(label)).style("btn")
            });
        }
        Self {
            title: Text::new(&line.title),
            pills,
            who: urls::who(line.finding),
            case: urls::case(face.case, CaseTab::Findings),
            again_at: urls::finding_again(line.finding),
            again,
            facts,
            why: face.why.iter().map(Text::new).collect(),
            limits: face.limits.iter().map(Text::new).collect(),
            outcome,
            act,
            page,
        }
    }
}

/// Whether it is to be found again.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    again: String,
}

/// Answers with a finding.
pub(crate) async fn show(
    seat: Seat,
    Path(finding): Path<FindingId>,
    Query(asked): Query<Asked>,
) -> Result<Html<FindingShow>, Problem> {
    let face = desk::findings::show(&seat.ctx, finding, !asked.again.is_empty()).await?;
    Ok(Html(FindingShow::new(seat.page(), &face)))
}

/// What the button sends: nothing but that it was pressed.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct OutcomeForm {}

/// Claims a finding as an outcome, or confirms that claim.
pub(crate) async fn outcome(
    Path(finding): Path<FindingId>,
    Sent { seat, form: OutcomeForm {} }: Sent<OutcomeForm>,
) -> Result<Response, Problem> {
    let summary = seat.page().say("finding-outcome-summary");
    desk::findings::claim(&seat.ctx, finding, &summary).await?;
    Ok(done(&urls::finding(finding), "outcome", 1).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> FindingShow {
    use crate::sample;
    let face = FindingFace {
        line: line::sample().remove(1),
        case: sample::id(1),
        method: "routes 0.1.0".into(),
        seed: 1,
        parameters: vec![("new_since".into(), "2026-03-01".into())],
        why: vec!["6 journeys of 6 groups that share nobody stopped here.".into()],
        limits: vec!["A route used by one party only is not reported.".into()],
        outcome: Some(OutcomeFace {
            seen_by: vec![sample::agency("TH-DSI")],
            can_claim: true,
            ..OutcomeFace::default()
        }),
        again: Some(AgainFace::Changed { title: "14 km east of Sa Kaeo (TH)".into(), confidence: 801 }),
    };
    FindingShow::new(page, &face)
}
