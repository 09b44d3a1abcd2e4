//! What was asked of partners and by them, and what is left of today's budgets.

use std::collections::BTreeMap;

use askama::Template;
use lintas_casework::hits::{Budget, Desk, Outcome, Question, Received, Standing};
use lintas_model::CaseId;

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls;

/// The page.
#[derive(Template)]
#[template(path = "pages/hits/list.html")]
pub(crate) struct Hits {
    page: Page,
    asked: Table,
    received: Table,
    budgets: Table,
    alarms: Vec<String>,
    can_ask: bool,
}

/// Where a question stands, as a pill.
pub(crate) fn standing(page: &Page, standing: &Standing) -> Pill {
    let (tone, word) = match standing {
        Standing::Stopped { .. } => (Tone::Danger, "stopped"),
        Standing::WaitsForSecond => (Tone::Warn, "waits_for_second"),
        Standing::Sent => (Tone::Info, "sent"),
        Standing::Refused { .. } => (Tone::Danger, "refused"),
        Standing::NotAccepted { .. } => (Tone::Danger, "not_accepted"),
        Standing::Answered { hits, .. } if hits.is_empty() => (Tone::Plain, "no_hit"),
        Standing::Answered { hits, .. } => {
            return Pill::new(Tone::Ok, page.count("hits-found", hits.len() as u64));
        }
    };
    Pill::new(tone, page.word("hits-standing", word))
}

/// Why it does not go on, where it does not.
pub(crate) fn refusal(page: &Page, standing: &Standing) -> Option<Pill> {
    match standing {
        Standing::Stopped { why, reason } | Standing::Refused { why, reason } => {
            Some(Pill::titled(Tone::Plain, page.word("hit-refusal", why.as_str()), reason.clone()))
        }
        _ => None,
    }
}

fn outcome(page: &Page, outcome: &Outcome) -> Vec<Pill> {
    let pill = |tone, word: &str| Pill::new(tone, page.word("hits-outcome", word));
    match outcome {
        Outcome::Waits => vec![pill(Tone::Warn, "waits")],
        Outcome::Answered => vec![pill(Tone::Info, "answered")],
        Outcome::Refused { why, reason } => vec![
            pill(Tone::Danger, "refused"),
            Pill::titled(Tone::Plain, page.word("hit-refusal", why.as_str()), reason.clone()),
        ],
        Outcome::Disputed { problem } => {
            vec![Pill::titled(Tone::Danger, page.word("hits-outcome", "disputed"), problem.clone())]
        }
        Outcome::Noticed { hits } => {
            vec![pill(Tone::Ok, "answered"), Pill::new(Tone::Plain, page.count("hits-found", *hits as u64))]
        }
    }
}

impl Hits {
    /// The page.
    pub(crate) fn new(page: Page, desk: &Desk, titles: &BTreeMap<CaseId, String>) -> Self {
        let page = page.at(Place::Search).level(Level::Confidential);
        let number = |n: u64| Cell::Number(numbers::whole(page.words.language(), n));
        let asked = Table::new(page.say("hits-asked-none"))
            .caption(page.say("hits-asked"))
            .column(page.say("col-date"))
            .column(page.say("hits-to"))
            .column(page.say("col-case"))
            .numbers(page.say("col-count"))
            .column(page.say("col-state"))
            .column(page.say("col-officer"))
            .rows(desk.asked.iter().map(|question| asked_row(&page, question, titles)));
        let received = Table::new(page.say("hits-received-none"))
            .caption(page.say("hits-received"))
            .column(page.say("col-date"))
            .column(page.say("col-from"))
            .column(page.say("col-purpose"))
            .column(page.say("release-basis"))
            .numbers(page.say("col-count"))
            .column(page.say("col-state"))
            .rows(desk.received.iter().map(|line| received_row(&page, line)));
        let budgets = Table::new(page.say("partners-none"))
            .caption(page.say("hits-budgets"))
            .column(page.say("col-agency"))
            .numbers(page.say("hits-left-to-ask"))
            .numbers(page.say("hits-left-to-answer"))
            .rows(desk.budgets.iter().map(|Budget { partner, to_ask, to_answer, .. }| {
                vec![
                    Cell::Text(Text::own(partner.as_str())),
                    number(u64::from(*to_ask)),
                    number(u64::from(*to_answer)),
                ]
            }));
        let alarms = desk.alarms.iter().map(|alarm| desk::hits::alarm_text(&page.words, alarm)).collect();
        Self { asked, received, budgets, alarms, can_ask: desk.can_ask, page }
    }
}

fn asked_row(page: &Page, question: &Question, titles: &BTreeMap<CaseId, String>) -> Vec<Cell> {
    let title = titles.get(&question.case).cloned().unwrap_or_default();
    let mut pills = vec![standing(page, &question.standing)];
    pills.extend(refusal(page, &question.standing));
    vec![
        Cell::Moment(Moment::at(&page.words, question.mark.at)),
        Cell::Link {
            href: urls::hit_question(question.id),
            text: Text::own(question.to.as_str()),
            below: Some(Text::own(page.word("purpose", question.purpose.as_str()))),
        },
        Cell::Link {
            href: urls::case(question.case, urls::CaseTab::Overview),
            text: Text::new(title),
            below: None,
        },
        Cell::Number(numbers::whole(page.words.language(), question.items as u64)),
        Cell::Pills(pills),
        Cell::Text(Text::new(&question.asked_by)),
    ]
}

fn received_row(page: &Page, line: &Received) -> Vec<Cell> {
    let mut pills = outcome(page, &line.outcome);
    if line.by_two {
        pills.push(Pill::new(Tone::Plain, page.say("hits-by-two")));
    }
    vec![
        Cell::Moment(Moment::at(&page.words, line.mark.at)),
        Cell::Text(Text::own(line.from.as_str())),
        Cell::Text(Text::own(page.word("purpose", line.purpose.as_str()))),
        Cell::Text(Text::new(&line.legal_basis)),
        Cell::Number(numbers::whole(page.words.language(), u64::from(line.items))),
        Cell::Pills(pills),
    ]
}

/// Answers with the log.
pub(crate) async fn show(seat: Seat) -> Result<Html<Hits>, Problem> {
    let (desk, titles) = desk::hits::desk(&seat.ctx).await?;
    Ok(Html(Hits::new(seat.page(), &desk, &titles)))
}

#[cfg(test)]
pub(crate) fn sample_question() -> Question {
    use crate::sample;
    use lintas_casework::hits::HitLine;
    use lintas_model::handling::Purpose;
    use lintas_model::record::{ItemKind, SecondFor};
    let line = |kind, end: &str, possible| HitLine {
        entity: sample::id(40),
        caption: "សុខ ចាន់ធី".into(),
        kind,
        end: end.into(),
        possible,
    };
    Question {
        id: sample::id(95),
        mark: sample::mark(lintas_model::Kind::HitInputs),
        to: sample::agency("TH-DSI"),
        case: sample::id(20),
        purpose: Purpose::Investigation,
        legal_basis: "UNTOC Art. 27".into(),
        items: 120,
        asked_by: "Sok C.".into(),
        approved_by: Some("Chan D.".into()),
        needs_second: vec![SecondFor::Many],
        standing: Standing::Answered {
            hits: vec![line(ItemKind::Phone, "…678", false), line(ItemKind::NameOnDay, "", true)],
            at: sample::at("2026-11-24T03:00:00Z"),
        },
        can_approve: true,
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Hits {
    use crate::sample;
    use lintas_model::handling::Purpose;
    use lintas_model::record::HitRefusal;
    let question = sample_question();
    let stopped = Question {
        standing: Standing::Stopped { why: HitRefusal::Budget, reason: "over the budget".into() },
        ..question.clone()
    };
    let received = |outcome| Received {
        from: sample::agency("LA-ATD"),
        mark: sample::mark(lintas_model::Kind::HitQuery),
        purpose: Purpose::Investigation,
        legal_basis: "UNTOC Art. 27".into(),
        items: 4,
        by_two: true,
        outcome,
    };
    let desk = Desk {
        asked: vec![question, stopped],
        received: vec![
            received(Outcome::Noticed { hits: 2 }),
            received(Outcome::Refused { why: HitRefusal::Points, reason: "point 1".into() }),
            received(Outcome::Disputed { problem: "transcript".into() }),
        ],
        budgets: vec![Budget {
            partner: sample::agency("TH-DSI"),
            to_ask: 9_880,
            to_answer: 10_000,
            of: 10_000,
        }],
        alarms: vec![lintas_casework::hits::Alarm {
            kind: lintas_model::record::ItemKind::Phone,
            beginning: "+668123456".into(),
            asked: 24,
            by: ["Sok C.".to_owned()].into(),
            at: sample::at("2026-11-24T03:00:00Z"),
        }],
        can_ask: true,
        can_inspect: true,
    };
    Hits::new(page, &desk, &BTreeMap::from([(sample::id(20), "SAMPAN".to_owned())]))
}
