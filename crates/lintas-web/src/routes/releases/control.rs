//! After sharing: narrowing one's own release, asking the originator of another's, and answering who asks.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use axum::response::Redirect;
use lintas_model::{AgencyCode, PartialDate, RecordId, ReleaseId};
use serde::Deserialize;

use crate::components::{Cell, Choice, Field, Input, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::reports::add::read_date;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// A question about a release.
#[derive(Debug, Clone)]
pub(crate) struct AskLine {
    pub(crate) ask: RecordId,
    pub(crate) release: ReleaseId,
    pub(crate) by: AgencyCode,
    /// The agencies that should get it too; none when what was withheld is asked for.
    pub(crate) to: Vec<AgencyCode>,
    pub(crate) reason: String,
    pub(crate) at: lintas_model::Timestamp,
    /// Whether it was granted, and in which words.
    pub(crate) answer: Option<(bool, String)>,
}

/// What the page needs.
pub(crate) struct Control {
    pub(crate) release: ReleaseId,
    pub(crate) title: String,
    pub(crate) originator: AgencyCode,
    /// Each record with its caption and the fields disclosed, when this agency may narrow the release.
    pub(crate) narrow: Option<Vec<(RecordId, String, Vec<String>)>>,
    /// Whether passing on may be asked for, when this agency may ask.
    pub(crate) ask: Option<bool>,
    /// Partners to name.
    pub(crate) partners: Vec<AgencyCode>,
    pub(crate) asks: Vec<AskLine>,
    /// Whether open questions are this agency's to answer.
    pub(crate) answers: bool,
}

struct Answering {
    address: String,
    text: String,
    reason: Field,
    sign: Option<Field>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/releases/control.html")]
pub(crate) struct ReleaseControl {
    page: Page,
    title: Text,
    narrow: Option<(String, Vec<Field>)>,
    ask: Option<(String, String, String, Vec<Field>)>,
    asks: Table,
    answering: Vec<Answering>,
}

/// Questions as a table.
pub(crate) fn asks(page: &Page, lines: &[AskLine]) -> Table {
    Table::new(page.say("asks-none"))
        .caption(page.say("asks-title"))
        .column(page.say("col-agency"))
        .column(page.say("ask-wanted"))
        .column(page.say("reason"))
        .column(page.say("col-date"))
        .column(page.say("col-state"))
        .rows(lines.iter().map(|line| {
            let pill = match &line.answer {
                None => Pill::new(Tone::Warn, page.say("ask-waiting")),
                Some((true, _)) => Pill::new(Tone::Ok, format!("✓ {}", page.say("ask-granted"))),
                Some((false, _)) => Pill::new(Tone::Plain, page.say("ask-refused")),
            };
            let words = line.answer.as_ref().map_or("", |(_, words)| words.as_str());
            vec![
                Cell::Link {
                    href: urls::release_control(line.release),
                    text: Text::own(line.by.as_str()),
                    below: None,
                },
                Cell::Text(Text::own(wanted(page, line))),
                Cell::Text(Text::new(format!("{} {words}", line.reason).trim())),
                Cell::Moment(Moment::day(&page.words, line.at)),
                Cell::Pills(vec![pill]),
            ]
        }))
}

fn wanted(page: &Page, line: &AskLine) -> String {
    match line.to.is_empty() {
        true => page.say("ask-withheld"),
        false => line.to.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
    }
}

impl ReleaseControl {
    /// The page of what can be done to a release after it was made.
    pub(crate) fn new(page: Page, control: Control, problems: &Problems) -> Self {
        let page = page.at(Place::Releases).level(Level::Restricted);
        let reason = || Field::line("reason", page.say("reason"), "").required();
        let narrow = control.narrow.map(|records| {
            let mut fields: Vec<Field> = records
                .into_iter()
                .map(|(record, caption, fields)| {
                    let choices = fields.into_iter().map(|field| Choice {
                        value: format!("{record}:{field}"),
                        label: page.word("property", &field),
                        chosen: true,
                    });
                    Field::new("keep", caption, Input::Many(choices.collect())).id(record.to_string())
                })
                .collect();
            let ends = Field::line("expires", page.say("release-expires"), "");
            fields.push(ends.hint(page.say("release-expires-hint")).problems(problems));
            fields.push(reason());
            (urls::release_narrow(control.release), fields)
        });
        let agency = [("agency", control.originator.as_str())];
        let ask = control.ask.map(|onward| {
            let mut wanted = vec![Choice::new("withheld", page.say("ask-withheld"), "withheld")];
            let mut fields = Vec::new();
            if onward {
                wanted.push(Choice::new("pass_on", page.say("ask-pass-on"), "withheld"));
            }
            fields.push(Field::new("wanted", page.say("ask-wanted"), Input::Radio(wanted)));
            if onward {
                let partners = control.partners.iter().filter(|code| **code != control.originator);
                let choices = partners.map(|code| Choice::of_many(code.as_str(), code.as_str(), &[]));
                let choices = Input::Many(choices.collect());
                fields.push(Field::new("to", page.say("release-agencies"), choices));
            }
            fields.push(reason());
            let title = page.words.fill("ask-title", &agency);
            (urls::release_ask(control.release), title, page.words.fill("ask-explain", &agency), fields)
        });
        let open = control.asks.iter().filter(|line| control.answers && line.answer.is_none());
        let answering = open
            .map(|line| Answering {
                address: urls::ask_answer(line.release, line.ask),
                text: format!("{}: {} · {}", line.by, wanted(&page, line), line.reason),
                reason: reason().id(line.ask.to_string()),
                sign: page.signature(&line.ask.to_string()),
            })
            .collect();
        Self {
            title: Text::new(&control.title),
            narrow,
            ask,
            asks: asks(&page, &control.asks),
            answering,
            page,
        }
    }
}

/// Answers with the page.
pub(crate) async fn show(
    seat: Seat,
    Path(release): Path<ReleaseId>,
) -> Result<Html<ReleaseControl>, Problem> {
    let control = desk::releases::control(&seat.ctx, release).await?;
    Ok(Html(ReleaseControl::new(seat.page(), control, &Problems::default())))
}

/// What narrowing sends. `keep` holds `record:field` pairs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NarrowForm {
    keep: Vec<String>,
    expires: String,
    order: String,
    reason: String,
}

/// What stays of a release.
pub(crate) struct ReadNarrow {
    pub(crate) keep: BTreeMap<RecordId, BTreeSet<String>>,
    pub(crate) expires: Option<PartialDate>,
    pub(crate) reason: String,
}

/// Narrows a release.
pub(crate) async fn narrow(
    Path(release): Path<ReleaseId>,
    Sent { seat, form }: Sent<NarrowForm>,
) -> Result<Redirect, Problem> {
    let mut problems = Problems::default();
    let mut keep = BTreeMap::<RecordId, BTreeSet<String>>::new();
    for (record, field) in form.keep.iter().filter_map(|pair| pair.split_once(':')) {
        if let Ok(record) = record.parse() {
            keep.entry(record).or_default().insert(field.to_owned());
        }
    }
    let expires = read_date(&seat.page(), "expires", &form.expires, &form.order, &mut problems);
    if let Some(problem) = problems.of("expires") {
        return Err(Problem::Invalid("WB-400", problem.to_owned()));
    }
    let read = ReadNarrow { keep, expires, reason: form.reason };
    let narrowed = desk::releases::narrow(&seat.ctx, release, read).await?;
    Ok(done(&urls::release(narrowed), "recalled", 1))
}

/// What asking sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AskForm {
    wanted: String,
    to: Vec<String>,
    reason: String,
}

/// Asks the originator.
pub(crate) async fn ask(
    Path(release): Path<ReleaseId>,
    Sent { seat, form }: Sent<AskForm>,
) -> Result<Redirect, Problem> {
    let to = form.to.iter().filter_map(|code| AgencyCode::new(code).ok()).collect();
    desk::releases::ask(&seat.ctx, release, form.wanted == "pass_on", to, &form.reason).await?;
    Ok(done(&urls::release_control(release), "step", 1))
}

/// What answering sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerForm {
    granted: String,
    reason: String,
}

/// Answers a question.
pub(crate) async fn answer(
    Path((release, ask)): Path<(ReleaseId, RecordId)>,
    Sent { seat, form }: Sent<AnswerForm>,
) -> Result<Redirect, Problem> {
    desk::releases::answer(&seat.ctx, ask, form.granted == "yes", &form.reason).await?;
    Ok(done(&urls::release_control(release), "step", 1))
}

#[cfg(test)]
pub(crate) fn sample_ask() -> AskLine {
    use crate::sample;
    AskLine {
        ask: sample::id(97),
        release: sample::id(95),
        by: sample::agency("TH-DSI"),
        to: vec![sample::agency("VN-C02")],
        reason: "The same phone is in a case of theirs".into(),
        at: sample::at("2026-11-24T03:00:00Z"),
        answer: None,
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReleaseControl {
    use crate::sample;
    let control = Control {
        release: sample::id(95),
        title: "The phone appears in their case".into(),
        originator: sample::agency("KH-CIB"),
        narrow: Some(vec![(
            sample::id(96),
            "+855 12 345 678".into(),
            vec!["phone_number".into(), "name".into()],
        )]),
        ask: Some(true),
        partners: vec![sample::agency("VN-C02"), sample::agency("TH-DSI")],
        asks: vec![
            sample_ask(),
            AskLine {
                to: Vec::new(),
                answer: Some((false, "It would name the source".into())),
                ..sample_ask()
            },
        ],
        answers: true,
    };
    ReleaseControl::new(page, control, &Problems::default())
}
