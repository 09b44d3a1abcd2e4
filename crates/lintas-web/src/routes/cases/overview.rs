//! A case at a glance: what it is about, what is next, what came in, who works it.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done, done_unless};
use crate::undo::Deed;
use askama::Template;
use axum::extract::Path;
use axum::response::Redirect;
use lintas_model::CaseId;
use lintas_model::handling::Handling;
use lintas_model::lifecycle::CaseMove;
use lintas_model::{AgencyCode, Country, PartialDate};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Choice, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::page::{Level, Page, Place};
use crate::routes::entities::line::ThingLine;
use crate::routes::reports::line::ReportLine;
use crate::routes::tasks::line::TaskLine;
use crate::routes::{entities, reports, tasks};
use crate::urls::{self, CaseTab};

/// What the page needs to know beyond the head.
pub(crate) struct CaseGlance {
    pub(crate) summary: String,
    pub(crate) offences: Vec<lintas_model::offence::Offence>,
    pub(crate) countries: Vec<Country>,
    pub(crate) reports: Vec<ReportLine>,
    pub(crate) things: Vec<ThingLine>,
    pub(crate) tasks: Vec<TaskLine>,
    /// Dated events: date, text, and whether a protected person is in it.
    pub(crate) events: Vec<(PartialDate, String, bool)>,
    /// Codes of protected persons with where protection stands.
    pub(crate) protected: Vec<(String, String)>,
    /// Agencies that could be invited; empty when this officer may not invite.
    pub(crate) invite: Vec<AgencyCode>,
}

struct Event {
    when: Moment,
    text: Text,
    sealed: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/overview.html")]
pub(crate) struct CaseOverview {
    page: Page,
    head: CaseHead,
    summary: Text,
    offences: String,
    countries: String,
    reports: Table,
    things: Table,
    tasks: Table,
    events: Vec<Event>,
    protected: Vec<(String, Pill)>,
    invite: Option<(String, Field)>,
}

impl CaseOverview {
    /// The page of a case.
    pub(crate) fn new(page: Page, face: &CaseFace, glance: CaseGlance) -> Self {
        let shows_protected = !glance.protected.is_empty();
        let level = if shows_protected { Level::Victim } else { Level::Restricted };
        let page = page.at(Place::Cases).level(level);
        let page =
            page.handlings(glance.reports.iter().map(|line| &line.handling).collect::<Vec<&Handling>>());
        let words = &page.words;
        let events = glance.events.into_iter().map(|(date, text, sealed)| Event {
            when: Moment::on(words, date),
            text: Text::new(text),
            sealed,
        });
        let invite = (!glance.invite.is_empty()).then(|| {
            let choices = glance.invite.iter().map(|code| Choice::of_many(code.as_str(), code.as_str(), &[]));
            let field = Field::new("members", page.say("case-invite"), Input::Many(choices.collect()));
            (urls::case_join(face.case), field.hint(page.say("case-invite-hint")))
        });
        Self {
            head: CaseHead::new(&page, face, CaseTab::Overview),
            summary: Text::new(glance.summary),
            offences: list(glance.offences.iter().map(|offence| page.word("offence", offence.as_str()))),
            countries: list(
                glance.countries.iter().map(|c| page.word("country", &c.as_str().to_lowercase())),
            ),
            reports: reports::line::table(&page, &glance.reports),
            things: entities::line::table(&page, &glance.things),
            tasks: tasks::line::table(&page, &glance.tasks),
            events: events.collect(),
            protected: glance
                .protected
                .into_iter()
                .map(|(code, status)| (code, Pill::new(Tone::Victim, page.word("protection", &status))))
                .collect(),
            invite,
            page,
        }
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" · ")
}

/// What the forms of the page send: a step, or agencies to invite.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CaseActForm {
    step: String,
    reason: String,
    members: Vec<String>,
}

/// Answers with a case at a glance.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseOverview>, Problem> {
    let (face, glance) = desk::cases::overview(&seat.ctx, case).await?;
    Ok(Html(CaseOverview::new(seat.page(), &face, glance)))
}

/// Moves a case on.
pub(crate) async fn step(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<CaseActForm>,
) -> Result<Redirect, Problem> {
    let step = CaseMove::named(&form.step).ok_or(Problem::Missing)?;
    desk::cases::step(&seat.ctx, case, step, form.reason.trim()).await?;
    let back = match step {
        CaseMove::Suspend => Some(CaseMove::Resume),
        CaseMove::Resume => Some(CaseMove::Suspend),
        CaseMove::Close => Some(CaseMove::Reopen),
        CaseMove::Reopen => Some(CaseMove::Close),
        CaseMove::Activate => None,
    };
    let undo = back.map(|back| Deed::Case { case, was: step, step: back });
    Ok(done_unless(&seat, &urls::case(case, CaseTab::Overview), "step", 1, undo))
}

/// Invites agencies to a case.
pub(crate) async fn join(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<CaseActForm>,
) -> Result<Redirect, Problem> {
    let members = form.members.iter().filter_map(|code| AgencyCode::new(code).ok()).collect();
    let n = desk::cases::join(&seat.ctx, case, members).await?;
    Ok(done(&urls::case(case, CaseTab::Overview), "case-joined", n))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseOverview {
    use lintas_model::offence::Offence;

    use super::head;
    use crate::sample;
    CaseOverview::new(
        page,
        &head::sample(),
        CaseGlance {
            summary: "Recruitment by online adverts; crossings near Poipet; phones shared between two cases."
                .into(),
            offences: Offence::ALL.to_vec(),
            countries: vec![Country::KH, Country::TH, Country::VN],
            reports: reports::line::sample(),
            things: entities::line::sample(),
            tasks: tasks::line::sample(),
            events: vec![
                (sample::on(2026, 11, 2), "Recruitment advert".into(), false),
                (sample::on(2026, 11, 15).about(), "Referral to shelter".into(), true),
            ],
            protected: vec![("V-7".into(), "referred".into())],
            invite: vec![sample::agency("LA-ATD"), sample::agency("MY-ATIPSOM")],
        },
    )
}
