//! Asking partners whether they know something too.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use lintas_casework::hits::{Subject, Wish};
use lintas_model::{AgencyCode, CaseId, EntityId};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Problems, Text};
use crate::desk;
use crate::html::Html;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the form sends, and what the address may say beforehand.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AskForm {
    pub(crate) to: String,
    pub(crate) case: String,
    pub(crate) entity: String,
    pub(crate) legal_basis: String,
    pub(crate) with_victims: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/hits/ask.html")]
pub(crate) struct HitAsk {
    page: Page,
    about: Option<(String, Text)>,
    entity: String,
    fields: Vec<Field>,
    rules: String,
    no_case: bool,
}

/// The rules of the protocol that an officer should know, as figures.
const ALONE: u64 = 100;
const A_DAY: u64 = 10_000;

impl HitAsk {
    /// The page; with a subject only the cases that speak of it can be chosen.
    pub(crate) fn new(
        page: Page,
        form: &AskForm,
        subject: Option<&Subject>,
        partners: &[AgencyCode],
        cases: &BTreeMap<CaseId, String>,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Search).level(Level::Confidential);
        let offered = cases.iter().filter(|(case, _)| subject.is_none_or(|s| s.cases.contains(case)));
        let cases: Vec<Choice> =
            offered.map(|(case, title)| Choice::new(case.to_string(), title.as_str(), &form.case)).collect();
        let to = partners.iter().map(|code| Choice::new(code.as_str(), code.as_str(), &form.to)).collect();
        let victims = Choice::new("1", page.say("hits-with-victims"), &form.with_victims);
        let no_case = cases.is_empty();
        let fields = vec![
            Field::pick("to", page.say("hits-to"), to).problems(problems),
            Field::pick("case", page.say("col-case"), cases)
                .hint(page.say("hits-case-hint"))
                .problems(problems),
            Field::line("legal_basis", page.say("release-basis"), &form.legal_basis)
                .hint(page.say("release-basis-hint"))
                .required()
                .problems(problems),
            Field::new("with_victims", page.say("hits-victims"), Input::Many(vec![victims])),
        ];
        let shown = |n| numbers::whole(page.words.language(), n);
        let rules = page.words.fill("hits-rules", &[("alone", &shown(ALONE)), ("most", &shown(A_DAY))]);
        let entity = form.entity.parse::<EntityId>().ok();
        Self {
            about: entity
                .zip(subject)
                .map(|(entity, subject)| (urls::entity(entity), Text::new(&subject.caption))),
            entity: entity.map(|entity| entity.to_string()).unwrap_or_default(),
            fields,
            rules,
            no_case,
            page,
        }
    }
}

/// Answers with the form.
pub(crate) async fn show(seat: Seat, Query(form): Query<AskForm>) -> Result<Html<HitAsk>, Problem> {
    answer(&seat, &form, &Problems::default()).await
}

async fn answer(seat: &Seat, form: &AskForm, problems: &Problems) -> Result<Html<HitAsk>, Problem> {
    let subject = match form.entity.parse() {
        Ok(entity) => Some(desk::hits::subject(&seat.ctx, entity).await?),
        Err(_) => None,
    };
    let partners = desk::partners::others(&seat.ctx).await?;
    let cases = desk::hits::titles(&seat.ctx).await?;
    Ok(Html(HitAsk::new(seat.page(), form, subject.as_ref(), &partners, &cases, problems)))
}

/// Asks.
pub(crate) async fn ask(Sent { seat, form }: Sent<AskForm>) -> Result<Response, Problem> {
    let mut problems = Problems::default();
    let needed = seat.page().say("field-needed");
    let (to, case) = (form.to.parse::<AgencyCode>().ok(), form.case.parse::<CaseId>().ok());
    for (field, missing) in
        [("to", to.is_none()), ("case", case.is_none()), ("legal_basis", form.legal_basis.trim().is_empty())]
    {
        if missing {
            problems.add(field, needed.clone());
        }
    }
    let (Some(to), Some(case), true) = (to, case, problems.is_empty()) else {
        return Ok(answer(&seat, &form, &problems).await?.into_response());
    };
    let wish = Wish {
        to,
        case,
        legal_basis: form.legal_basis.clone(),
        entities: form.entity.parse().into_iter().collect::<BTreeSet<EntityId>>(),
        values: Vec::new(),
        with_victims: !form.with_victims.is_empty(),
    };
    match desk::hits::ask(&seat.ctx, wish).await? {
        Ok(question) => Ok(done(&urls::hit_question(question), "asked", 1).into_response()),
        Err((field, problem)) => {
            // What is wrong with the things of a case is told beside the case.
            problems.add(if field == "entities" { "case" } else { field }, problem);
            Ok(answer(&seat, &form, &problems).await?.into_response())
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> HitAsk {
    use crate::sample;
    let form = AskForm {
        entity: sample::id::<EntityId>(40).to_string(),
        legal_basis: "UNTOC Art. 27".into(),
        ..AskForm::default()
    };
    let subject =
        Subject { caption: "សុខ ចាន់ធី".into(), cases: BTreeSet::from([sample::id(20)]) };
    let cases = BTreeMap::from([(sample::id(20), "SAMPAN".to_owned())]);
    let mut problems = Problems::default();
    problems.add("case", "no record states it".to_owned());
    HitAsk::new(page, &form, Some(&subject), &[sample::agency("TH-DSI")], &cases, &problems)
}
