//! Treaty paths: which ways the law opens between two states, what each needs, and why others are closed.

use askama::Template;
use axum::extract::Query;
use lintas_casework::pursuit::PathsView;
use lintas_law::{Confidence, Path, Verdict};
use lintas_model::offence::Offence;
use lintas_model::{Country, WarrantId};
use serde::Deserialize;

use crate::components::{Choice, Field, Pill, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::warrants::record::country_choices;
use crate::seat::Seat;
use crate::urls;

/// What is asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PathsForm {
    pub(crate) warrant: String,
    pub(crate) requested: String,
    pub(crate) offence: String,
}

/// One way as the page shows it. What the law says stands in the language of its data.
struct Way {
    name: Text,
    article: Text,
    pills: Vec<Pill>,
    says: Text,
    reasons: Vec<Text>,
    missing: (String, Vec<Text>),
    there: (String, Vec<Text>),
    warnings: Vec<Text>,
    sources: Vec<Text>,
}

/// The ways of one kind of request.
struct Ways {
    title: String,
    open: Vec<Way>,
    closed: Vec<Way>,
    closed_label: String,
    record: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/pursuits/paths.html")]
pub(crate) struct TreatyPaths {
    page: Page,
    choose: Vec<Field>,
    warrant: String,
    ways: Vec<Ways>,
}

impl TreatyPaths {
    /// The page with the ways found, none before two states are chosen.
    pub(crate) fn new(page: Page, form: &PathsForm, found: Option<&PathsView>, can_record: bool) -> Self {
        let page = page.at(Place::Pursuits).level(Level::Restricted);
        let offence = if form.offence.is_empty() { Offence::Trafficking.as_str() } else { &form.offence };
        let offences =
            Offence::ALL.map(|o| Choice::new(o.as_str(), page.word("offence", o.as_str()), offence));
        let mut choose = vec![Field::pick(
            "requested",
            page.say("request-requested"),
            country_choices(&page, "choose", &form.requested),
        )];
        if form.warrant.is_empty() {
            choose.push(Field::pick("offence", page.say("case-offences"), offences.to_vec()));
        }
        let mut ways: Vec<Ways> = Vec::new();
        for path in found.map(|found| found.paths.as_slice()).unwrap_or_default() {
            let title = page.word("request-kind", path.request.as_str());
            if ways.last().is_none_or(|last| last.title != title) {
                let record = can_record.then(|| {
                    format!(
                        "{}?warrant={}&kind={}&requested={}&offence={offence}",
                        urls::REQUEST_RECORD,
                        form.warrant,
                        path.request,
                        form.requested
                    )
                });
                ways.push(Ways {
                    title,
                    open: Vec::new(),
                    closed: Vec::new(),
                    closed_label: String::new(),
                    record,
                });
            }
            let Some(last) = ways.last_mut() else { continue };
            let list = if path.verdict == Verdict::Closed { &mut last.closed } else { &mut last.open };
            list.push(way(&page, path));
            last.closed_label = page.count("paths-closed", last.closed.len() as u64);
        }
        Self { choose, warrant: form.warrant.clone(), ways, page }
    }
}

fn way(page: &Page, path: &Path) -> Way {
    let law = |text: String| Text::tagged(text, Some("en"));
    let tone = match path.verdict {
        Verdict::Open => Tone::Ok,
        Verdict::Unclear => Tone::Warn,
        Verdict::Closed => Tone::Plain,
    };
    let mut pills = vec![Pill::new(tone, page.word("verdict", path.verdict.as_str()))];
    if path.confidence != Confidence::Verified {
        pills.push(Pill::new(Tone::Warn, page.word("law-confidence", path.confidence.as_str())));
    }
    let line = |requirement: &lintas_law::path::Requirement| {
        law(match &requirement.detail {
            Some(detail) => format!("{} ({detail})", requirement.says),
            None => requirement.says.to_owned(),
        })
    };
    let counted = |id: &str, lines: Vec<Text>| (page.count(id, lines.len() as u64), lines);
    Way {
        name: law(path.short.clone()),
        article: law(path.article.clone()),
        pills,
        says: law(path.says.clone()),
        reasons: path.reasons.iter().map(|reason| law(reason.to_string())).collect(),
        missing: counted("paths-missing", path.missing().map(line).collect()),
        there: counted(
            "paths-there",
            path.requirements.iter().filter(|requirement| requirement.met).map(line).collect(),
        ),
        warnings: path.warnings.iter().cloned().map(law).collect(),
        sources: path
            .sources
            .iter()
            .map(|cited| {
                law(format!(
                    "{} ({}, {})",
                    cited.reference.source, cited.reference.confidence, cited.reference.last_checked
                ))
            })
            .collect(),
    }
}

/// Answers with the ways between this node's state and another.
pub(crate) async fn show(seat: Seat, Query(form): Query<PathsForm>) -> Result<Html<TreatyPaths>, Problem> {
    let warrant: Option<WarrantId> = form.warrant.parse().ok();
    let offence = Offence::ALL
        .into_iter()
        .find(|offence| offence.as_str() == form.offence)
        .unwrap_or(Offence::Trafficking);
    let found = match form.requested.parse::<Country>() {
        Ok(requested) => Some(desk::pursuits::paths(&seat.ctx, warrant, requested, offence).await?),
        Err(_) => None,
    };
    let can_record = desk::pursuits::can_write(&seat.ctx);
    Ok(Html(TreatyPaths::new(seat.page(), &form, found.as_ref(), can_record)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> TreatyPaths {
    let library = lintas_law::Library::embedded().unwrap();
    let day: lintas_law::Day = "2026-06-01".parse().unwrap();
    let question = lintas_law::Question {
        requesting: Country::KH,
        requested: Country::TH,
        offence: Offence::Trafficking,
        on: day,
        today: day,
        facts: [lintas_law::Fact::PersonIdentity].into_iter().collect(),
    };
    let found = PathsView { paths: lintas_law::paths(&library, &question), question };
    let form = PathsForm { requested: "TH".into(), ..PathsForm::default() };
    TreatyPaths::new(page, &form, Some(&found), true)
}
