//! A person or thing: every statement about it with its report, grade, handling and agency; what may be the same.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done_unless};
use crate::undo::Deed;
use askama::Template;
use axum::extract::Path;
use axum::response::Redirect;
use lintas_casework::document::DocumentKind;
use lintas_model::record::Verdict;
use lintas_model::{AgencyCode, EntityId, EntityKind, Grade, Handling, PartialDate, ReportId, Timestamp};
use serde::Deserialize;

use crate::components::{Button, Cell, GradeMark, HandlingMark, Moment, Pill, Table, Text, Thing, Tone};
use crate::page::{Page, Place};
use crate::urls;

/// One thing that one report says about the entity.
#[derive(Debug, Clone)]
pub(crate) struct StatementLine {
    /// The property, as its word.
    pub(crate) property: String,
    pub(crate) value: String,
    pub(crate) note: Option<String>,
    pub(crate) report: ReportId,
    /// When the report was written.
    pub(crate) at: Timestamp,
    pub(crate) grade: Option<Grade>,
    pub(crate) handling: Handling,
    pub(crate) agency: AgencyCode,
}

/// A link to another entity.
#[derive(Debug, Clone)]
pub(crate) struct LinkLine {
    /// The link, as its word.
    pub(crate) link: String,
    pub(crate) strength: String,
    pub(crate) other: (EntityId, String),
    pub(crate) date: Option<PartialDate>,
    pub(crate) report: ReportId,
    pub(crate) grade: Option<Grade>,
    pub(crate) agency: AgencyCode,
}

/// Another entity that may be the same, and why.
#[derive(Debug, Clone)]
pub(crate) struct MatchLine {
    pub(crate) other: (EntityId, EntityKind, String),
    /// Why it may be the same, in words.
    pub(crate) why: String,
    pub(crate) score_permille: Option<u16>,
    pub(crate) agencies: Vec<AgencyCode>,
    /// What has been judged: `same`, `not_same`, or nothing.
    pub(crate) verdict: Option<String>,
}

/// What the page needs to know.
pub(crate) struct ShownThing {
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityKind,
    pub(crate) caption: String,
    pub(crate) statements: Vec<StatementLine>,
    pub(crate) links: Vec<LinkLine>,
    pub(crate) matches: Vec<MatchLine>,
    pub(crate) can_judge: bool,
    /// Whether the officer may ask partners about it.
    pub(crate) can_ask: bool,
    /// Statements that exist but may not be shown to this officer.
    pub(crate) withheld: u64,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/entities/show.html")]
pub(crate) struct EntityShow {
    page: Page,
    title: Text,
    mark: Thing,
    kind: String,
    agencies: Option<Pill>,
    statements: Table,
    links: Option<Table>,
    matches: Table,
    withheld: Option<String>,
    who: String,
    ask: Option<String>,
    print: Option<String>,
}

impl EntityShow {
    /// The page of an entity.
    pub(crate) fn new(page: Page, thing: ShownThing) -> Self {
        let page = page.at(Place::Search).handlings(thing.statements.iter().map(|line| &line.handling));
        let mut agencies = thing.statements.iter().map(|line| line.agency.as_str()).collect::<Vec<_>>();
        agencies.sort_unstable();
        agencies.dedup();
        Self {
            title: Text::new(&thing.caption),
            mark: Thing::mark(&page.words, thing.kind, Text::new(&thing.caption)),
            kind: page.word("kind", thing.kind.as_str()),
            agencies: (agencies.len() > 1).then(|| {
                Pill::new(
                    Tone::Info,
                    page.words.fill("entity-agencies", &[("agencies", &agencies.join(" · "))]),
                )
            }),
            statements: statements(&page, &thing.statements),
            links: (!thing.links.is_empty()).then(|| links(&page, &thing.links)),
            matches: matches(&page, &thing),
            withheld: (thing.withheld > 0).then(|| page.count("entity-withheld", thing.withheld)),
            ask: thing.can_ask.then(|| urls::hit_ask_about(thing.entity)),
            who: urls::who(thing.entity),
            print: (thing.kind == EntityKind::Person)
                .then(|| urls::document(DocumentKind::TargetPackage.as_str(), thing.entity)),
            page,
        }
    }
}

fn statements(page: &Page, lines: &[StatementLine]) -> Table {
    Table::new(page.say("statements-none"))
        .caption(page.say("entity-statements"))
        .column(page.say("col-property"))
        .column(page.say("col-value"))
        .column(page.say("col-report"))
        .column(page.say("col-grade"))
        .column(page.say("col-handling"))
        .column(page.say("col-from"))
        .rows(lines.iter().map(|line| {
            let value = match &line.note {
                Some(note) => Text::new(format!("{} ({note})", line.value)),
                None => Text::new(&line.value),
            };
            vec![
                Cell::Text(Text::own(page.word("property", &line.property))),
                Cell::Text(value),
                Cell::Link {
                    href: urls::report(line.report),
                    text: Text::own(Moment::day(&page.words, line.at).shown),
                    below: None,
                },
                Cell::Grade(GradeMark::new(&page.words, line.grade)),
                Cell::Handling(HandlingMark::new(&page.words, &line.handling)),
                Cell::Text(Text::own(line.agency.as_str())),
            ]
        }))
}

fn links(page: &Page, lines: &[LinkLine]) -> Table {
    Table::new(String::new())
        .caption(page.say("entity-links"))
        .column(page.say("col-link"))
        .column(page.say("col-thing"))
        .column(page.say("col-date"))
        .column(page.say("col-grade"))
        .column(page.say("col-report"))
        .column(page.say("col-from"))
        .rows(lines.iter().map(|line| {
            let (other, caption) = &line.other;
            vec![
                Cell::Pills(vec![
                    Pill::new(Tone::Plain, page.word("relation", &line.link)),
                    Pill::new(Tone::Plain, page.word("strength", &line.strength)),
                ]),
                Cell::Link { href: urls::entity(*other), text: Text::new(caption), below: None },
                line.date.map_or(Cell::Void, |date| Cell::Moment(Moment::on(&page.words, date))),
                Cell::Grade(GradeMark::new(&page.words, line.grade)),
                Cell::Link {
                    href: urls::report(line.report),
                    text: Text::own(page.say("link-report")),
                    below: None,
                },
                Cell::Text(Text::own(line.agency.as_str())),
            ]
        }))
}

fn matches(page: &Page, thing: &ShownThing) -> Table {
    Table::new(page.say("matches-none"))
        .caption(page.say("entity-matches"))
        .column(page.say("col-thing"))
        .column(page.say("col-why"))
        .column(page.say("col-agencies"))
        .column(page.say("col-judged"))
        .column(page.say("col-do"))
        .rows(thing.matches.iter().map(|line| {
            let (other, kind, caption) = &line.other;
            let why = match line.score_permille {
                Some(score) => format!("{} · {}.{} %", line.why, score / 10, score % 10),
                None => line.why.clone(),
            };
            let judge = |verdict: &'static str, key: &'static str| {
                let button = Button::new(page, urls::JUDGE.into(), page.word("judge", verdict))
                    .with("left", thing.entity)
                    .with("right", other)
                    .with("verdict", verdict);
                button.key(key)
            };
            let buttons = match (thing.can_judge, &line.verdict) {
                (false, _) => Vec::new(),
                (true, None) => vec![judge("same", "y"), judge("not_same", "x")],
                (true, Some(_)) => vec![judge("withdrawn", "u")],
            };
            let verdict = line.verdict.as_ref().map(|verdict| {
                let tone = if verdict == "same" { Tone::Ok } else { Tone::Plain };
                Pill::new(tone, page.word("verdict", verdict))
            });
            vec![
                Cell::Thing(Thing::new(&page.words, *kind, Text::new(caption), *other)),
                Cell::Text(Text::new(why)),
                Cell::Text(Text::own(
                    line.agencies.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
                )),
                Cell::Pills(verdict.into_iter().collect()),
                Cell::Buttons(buttons),
            ]
        }))
}

/// What a judgement sends.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct JudgeForm {
    left: EntityId,
    right: EntityId,
    verdict: String,
}

/// Answers with a person or thing.
pub(crate) async fn show(seat: Seat, Path(entity): Path<EntityId>) -> Result<Html<EntityShow>, Problem> {
    let thing = desk::entities::show(&seat.ctx, &seat.visit.words, entity).await?;
    Ok(Html(EntityShow::new(seat.page(), thing)))
}

/// Records a judgement and comes back to the entity it was made from.
pub(crate) async fn judge(Sent { seat, form }: Sent<JudgeForm>) -> Result<Redirect, Problem> {
    let verdict = match form.verdict.as_str() {
        "same" => Verdict::Same,
        "not_same" => Verdict::NotSame,
        "withdrawn" => Verdict::Withdrawn,
        _ => return Err(Problem::Missing),
    };
    desk::entities::judge(&seat.ctx, form.left, form.right, verdict, &seat.visit.words.say("judge-reason"))
        .await?;
    let undo = (verdict != Verdict::Withdrawn).then(|| Deed::Judgement {
        left: form.left,
        right: form.right,
        was: verdict,
        back: urls::entity(form.left),
    });
    Ok(done_unless(&seat, &urls::entity(form.left), "judged", 1, undo))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> EntityShow {
    use lintas_model::handling::{HandlingCode, Tlp};

    use crate::sample;
    let statement = |property: &str, value: &str, agency| StatementLine {
        property: property.into(),
        value: value.into(),
        note: None,
        report: sample::id(11),
        at: sample::at("2026-11-24T03:00:00Z"),
        grade: sample::grade("A2"),
        handling: sample::handling(&[HandlingCode::H2], Tlp::AmberStrict),
        agency: sample::agency(agency),
    };
    let found = |verdict: Option<&str>| MatchLine {
        other: (sample::id(60), EntityKind::Person, "Sok Chanthy".into()),
        why: page.say("match-shared-identifier"),
        score_permille: Some(874),
        agencies: vec![sample::agency("TH-DSI")],
        verdict: verdict.map(Into::into),
    };
    let thing = ShownThing {
        entity: sample::id(40),
        kind: EntityKind::Person,
        caption: "សុខ ចាន់ធី".into(),
        statements: vec![
            statement("name", "សុខ ចាន់ធី", "KH-CIB"),
            statement("alias", "Sok Chanthy", "TH-DSI"),
            statement("phone_number", "+855 12 345 678", "TH-DSI"),
        ],
        links: vec![LinkLine {
            link: "uses".into(),
            strength: "confirmed".into(),
            other: (sample::id(42), "+855 12 345 678".into()),
            date: Some(sample::on(2026, 11, 9)),
            report: sample::id(11),
            grade: sample::grade("B3"),
            agency: sample::agency("TH-DSI"),
        }],
        matches: vec![found(None), found(Some("same"))],
        can_judge: true,
        can_ask: true,
        withheld: 2,
    };
    EntityShow::new(page, thing)
}
