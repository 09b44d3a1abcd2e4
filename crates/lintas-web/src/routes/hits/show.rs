//! One question to a partner: what was asked, who stands behind it, what came of it.

use askama::Template;
use axum::extract::Path;
use axum::response::Redirect;
use lintas_casework::hits::{Inspection, Question, Standing};
use lintas_model::HitQueryId;
use serde::Deserialize;

use super::list::{refusal, standing};
use crate::components::{Button, Cell, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/hits/show.html")]
pub(crate) struct HitShow {
    page: Page,
    title: String,
    pills: Vec<Pill>,
    reason: Option<Text>,
    facts: Vec<(String, Text)>,
    case: (String, Text),
    /// Where a hit leads: the inquiries of the case, in which a partner that works it is asked for more.
    go_on: String,
    hits: Option<Table>,
    approve: Option<Button>,
    inspect: Option<Button>,
    inspected: Option<(&'static str, String)>,
    who: String,
}

impl HitShow {
    /// The page of a question, with what an inspection found.
    pub(crate) fn new(
        page: Page,
        question: &Question,
        case: &str,
        can_inspect: bool,
        inspection: Option<&Inspection>,
    ) -> Self {
        let page = page.at(Place::Search).level(Level::Confidential);
        let mut pills = vec![standing(&page, &question.standing)];
        pills.extend(refusal(&page, &question.standing));
        let reason = match &question.standing {
            Standing::Stopped { reason, .. } | Standing::Refused { reason, .. } => Some(reason),
            Standing::NotAccepted { problem } => Some(problem),
            _ => None,
        };
        let hits = match &question.standing {
            Standing::Answered { hits, .. } => Some(hits),
            _ => None,
        };
        let was_sent = !matches!(question.standing, Standing::Stopped { .. } | Standing::WaitsForSecond);
        let to = question.to.as_str();
        Self {
            title: page.words.fill("hits-question", &[("who", to)]),
            pills,
            reason: reason.map(|reason| Text::tagged(reason, Some("en"))),
            facts: facts(&page, question),
            case: (urls::case(question.case, urls::CaseTab::Overview), Text::new(case)),
            go_on: urls::case(question.case, urls::CaseTab::Inquiries),
            hits: hits.map(|hits| {
                Table::new(page.say("hits-none"))
                    .caption(page.say("hits-hits"))
                    .column(page.say("col-thing"))
                    .column(page.say("col-what"))
                    .column(page.say("col-state"))
                    .rows(hits.iter().map(|hit| {
                        let known = if hit.possible { "hits-possible" } else { "hits-known" };
                        let tone = if hit.possible { Tone::Warn } else { Tone::Ok };
                        let kind = page.word("item-kind", hit.kind.as_str());
                        vec![
                            Cell::Link {
                                href: urls::entity(hit.entity),
                                text: Text::new(&hit.caption),
                                below: None,
                            },
                            Cell::Text(Text::own(format!("{kind} {}", hit.end).trim())),
                            Cell::Pills(vec![Pill::new(tone, page.words.fill(known, &[("who", to)]))]),
                        ]
                    }))
            }),
            approve: question.can_approve.then(|| {
                let label = page.say("hits-approve");
                Button::new(&page, urls::hit_approve(question.id), label)
                    .signed(&page, "approve")
                    .style("btn")
            }),
            inspect: (can_inspect && was_sent).then(|| {
                Button::new(&page, urls::hit_inspect(question.id), page.say("hits-inspect")).style("btn2")
            }),
            inspected: inspection.map(|found| inspected(&page, found)),
            who: urls::who(question.id),
            page,
        }
    }
}

fn facts(page: &Page, question: &Question) -> Vec<(String, Text)> {
    let mut facts = vec![
        (page.say("hits-to"), Text::own(question.to.as_str())),
        (page.say("col-date"), Text::own(Moment::at(&page.words, question.mark.at).shown)),
        (page.say("col-purpose"), Text::own(page.word("purpose", question.purpose.as_str()))),
        (page.say("release-basis"), Text::new(&question.legal_basis)),
        (page.say("col-count"), Text::own(numbers::whole(page.words.language(), question.items as u64))),
        (page.say("col-officer"), Text::new(&question.asked_by)),
    ];
    if !question.needs_second.is_empty() {
        let why: Vec<String> =
            question.needs_second.iter().map(|why| page.word("second-for", why.as_str())).collect();
        facts.push((page.say("hits-needs-second"), Text::own(why.join(" · "))));
    }
    if let Some(name) = &question.approved_by {
        facts.push((page.say("hits-approved-by"), Text::new(name)));
    }
    facts
}

fn inspected(page: &Page, found: &Inspection) -> (&'static str, String) {
    let shown = |n: u32| numbers::whole(page.words.language(), u64::from(n));
    let (opened, items) = (shown(found.opened), shown(found.items));
    if found.unbacked.is_empty() {
        return ("ok", page.words.fill("hits-inspected", &[("opened", &opened), ("items", &items)]));
    }
    let places: Vec<String> = found.unbacked.iter().map(|unbacked| shown(unbacked.at + 1)).collect();
    let texts = [("opened", opened.as_str()), ("items", &items), ("places", &places.join(", "))];
    ("dan", page.words.fill("hits-unbacked", &texts))
}

/// A form without fields.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct NoFields {}

/// Answers with a question.
pub(crate) async fn show(seat: Seat, Path(question): Path<HitQueryId>) -> Result<Html<HitShow>, Problem> {
    answer(&seat, question, None).await
}

async fn answer(
    seat: &Seat,
    question: HitQueryId,
    inspection: Option<&Inspection>,
) -> Result<Html<HitShow>, Problem> {
    let (question, case) = desk::hits::question(&seat.ctx, question).await?;
    let can_inspect = desk::hits::can_inspect(&seat.ctx);
    Ok(Html(HitShow::new(seat.page(), &question, &case, can_inspect, inspection)))
}

/// Approves a question as the second officer.
pub(crate) async fn approve(
    Path(question): Path<HitQueryId>,
    Sent { seat, .. }: Sent<NoFields>,
) -> Result<Redirect, Problem> {
    desk::hits::approve(&seat.ctx, question).await?;
    Ok(done(&urls::hit_question(question), "approved", 1))
}

/// Opens some commitments and says what stands behind them.
pub(crate) async fn inspect(
    Path(question): Path<HitQueryId>,
    Sent { seat, .. }: Sent<NoFields>,
) -> Result<Html<HitShow>, Problem> {
    let found = desk::hits::inspect(&seat.ctx, question).await?;
    answer(&seat, question, Some(&found)).await
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> HitShow {
    use lintas_casework::hits::Unbacked;
    let record = crate::sample::id(12);
    let found =
        Inspection { items: 120, opened: 2, unbacked: vec![Unbacked { at: 6, record, problem: "none" }] };
    HitShow::new(page, &super::list::sample_question(), "SAMPAN", true, Some(&found))
}
