//! One pair, side by side, with what speaks for it and against it.

use askama::Template;
use askama::filters::HtmlSafe;
use lintas_model::{AgencyCode, EntityId, EntityKind, Grade, Handling, ReportId, Timestamp};

use crate::components::{Cell, Field, GradeMark, HandlingMark, Moment, Pill, Table, Text, Thing, Tone};
use crate::page::Page;
use crate::urls;

/// One thing that one report says of one side.
#[derive(Debug, Clone)]
pub(crate) struct SaidLine {
    /// The property, as its word.
    pub(crate) property: String,
    pub(crate) value: String,
    /// A name in another script as a passport might have it.
    pub(crate) romanised: Option<String>,
    pub(crate) report: ReportId,
    pub(crate) at: Timestamp,
    pub(crate) agency: AgencyCode,
    pub(crate) grade: Option<Grade>,
    pub(crate) handling: Handling,
}

/// One of the two.
#[derive(Debug, Clone)]
pub(crate) struct ShownSide {
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityKind,
    pub(crate) caption: String,
    pub(crate) merged: u64,
    pub(crate) lines: Vec<SaidLine>,
}

/// A part of one name beside its counterpart; an empty side has none.
#[derive(Debug, Clone)]
pub(crate) struct PartLine {
    pub(crate) left: String,
    /// The rule, as its word.
    pub(crate) rule: Option<String>,
    pub(crate) right: String,
    /// Whether many bear a name with this part, so that it says little.
    pub(crate) common: bool,
}

/// A judgement as it is shown.
#[derive(Debug, Clone)]
pub(crate) struct JudgedLine {
    pub(crate) pair: [(EntityId, String); 2],
    /// `same`, `not_same` or `withdrawn`.
    pub(crate) verdict: &'static str,
    pub(crate) reason: String,
    pub(crate) at: Timestamp,
    pub(crate) by: String,
    /// Whether the officer may take it back from here.
    pub(crate) undo: bool,
}

/// What the page needs to know of a pair.
#[derive(Debug, Clone)]
pub(crate) struct ShownPair {
    /// Its place in the queue, as addresses have it.
    pub(crate) at: String,
    pub(crate) sides: [ShownSide; 2],
    pub(crate) score_permille: Option<u16>,
    pub(crate) parts: Vec<PartLine>,
    /// What both have: property and value.
    pub(crate) shared: Vec<(String, String)>,
    pub(crate) births_differ: Option<(String, String)>,
    pub(crate) birth: Option<String>,
    /// How many bear a name like it, and whether there are more.
    pub(crate) namesakes: Option<(u64, bool)>,
    pub(crate) judgements: Vec<JudgedLine>,
    pub(crate) changed: bool,
}

/// A pair on the page.
#[derive(Template)]
#[template(path = "pages/matches/pair.html")]
pub(crate) struct PairCard {
    page: Page,
    at: String,
    reasons: Vec<Pill>,
    parts: Option<Table>,
    sides: Vec<SideCard>,
    judgements: Option<Table>,
    reason: Field,
}

impl HtmlSafe for PairCard {}

/// One side on the page.
struct SideCard {
    entity: EntityId,
    thing: Thing,
    merged: Option<String>,
    statements: Table,
    who: String,
}

impl PairCard {
    pub(crate) fn new(page: &Page, pair: &ShownPair) -> Self {
        Self {
            at: pair.at.clone(),
            reasons: reasons(page, pair),
            parts: (!pair.parts.is_empty()).then(|| parts(page, &pair.parts)),
            sides: pair.sides.iter().map(|shown| side(page, shown)).collect(),
            judgements: (!pair.judgements.is_empty()).then(|| judgements(page, &pair.judgements, "", false)),
            reason: Field::line("reason", page.say("reason"), "").hint(page.say("match-reason-hint")),
            page: page.clone(),
        }
    }
}

fn reasons(page: &Page, pair: &ShownPair) -> Vec<Pill> {
    let words = &page.words;
    let mut pills = Vec::new();
    if pair.changed {
        pills.push(Pill::new(Tone::Warn, page.say("match-changed")));
    }
    if let Some(score) = pair.score_permille {
        let percent = format!("{}.{}", score / 10, score % 10);
        pills.push(Pill::new(Tone::Info, words.fill("match-names-alike", &[("percent", &percent)])));
    }
    for (property, value) in &pair.shared {
        let property = page.word("property", property);
        let text = words.fill("match-shares", &[("what", &property), ("value", value)]);
        pills.push(Pill::new(Tone::Info, text));
    }
    if let Some(birth) = &pair.birth {
        pills.push(Pill::new(Tone::Ok, words.fill("match-birth", &[("date", birth)])));
    }
    if let Some((own, other)) = &pair.births_differ {
        let text = words.fill("match-births-differ", &[("own", own), ("other", other)]);
        pills.push(Pill::new(Tone::Danger, text));
    }
    if let Some((n, more)) = pair.namesakes {
        let message = if more { "match-namesakes-many" } else { "match-namesakes" };
        pills.push(Pill::new(Tone::Plain, page.count(message, n)));
    }
    pills
}

fn parts(page: &Page, lines: &[PartLine]) -> Table {
    Table::new(String::new())
        .caption(page.say("match-parts"))
        .column(page.say("match-first"))
        .column(page.say("match-rule"))
        .column(page.say("match-second"))
        .rows(lines.iter().map(|line| {
            let rule = match &line.rule {
                Some(rule) => Pill::new(Tone::Ok, page.word("rule", rule)),
                None => Pill::new(Tone::Warn, page.say("match-alone")),
            };
            let mut pills = vec![rule];
            if line.common {
                pills.push(Pill::new(Tone::Plain, page.say("match-common")));
            }
            let text = |part: &String| if part.is_empty() { Cell::Void } else { Cell::Text(Text::new(part)) };
            vec![text(&line.left), Cell::Pills(pills), text(&line.right)]
        }))
}

fn side(page: &Page, side: &ShownSide) -> SideCard {
    let statements = Table::new(page.say("statements-none"))
        .caption(page.say("entity-statements"))
        .column(page.say("col-property"))
        .column(page.say("col-value"))
        .column(page.say("col-report"))
        .column(page.say("col-grade"))
        .column(page.say("col-handling"))
        .rows(side.lines.iter().map(|line| {
            let value = Text::new(&line.value);
            vec![
                Cell::Text(Text::own(page.word("property", &line.property))),
                match &line.romanised {
                    Some(romanised) => Cell::Below { text: value, below: Text::own(romanised) },
                    None => Cell::Text(value),
                },
                Cell::Link {
                    href: urls::report(line.report),
                    text: Text::own(Moment::day(&page.words, line.at).shown),
                    below: Some(Text::own(line.agency.as_str())),
                },
                Cell::Grade(GradeMark::new(&page.words, line.grade)),
                Cell::Handling(HandlingMark::new(&page.words, &line.handling)),
            ]
        }));
    let thing = Thing::new(&page.words, side.kind, Text::new(&side.caption), side.entity);
    let merged = (side.merged > 0).then(|| page.count("match-merged", side.merged));
    SideCard { entity: side.entity, thing, merged, statements, who: urls::who(side.entity) }
}

/// A list of judgements; with buttons to take back those of the officer, the first of which has a key.
pub(crate) fn judgements(page: &Page, lines: &[JudgedLine], after: &str, with_pair: bool) -> Table {
    use crate::components::Button;
    let mut table = Table::new(page.say("judged-none")).caption(page.say("judged-title"));
    if with_pair {
        table = table.column(page.say("col-thing"));
    }
    table = table
        .column(page.say("col-judged"))
        .column(page.say("col-why"))
        .column(page.say("col-from"))
        .column(page.say("col-date"));
    if with_pair {
        table = table.column(page.say("col-do"));
    }
    let first = lines.iter().position(|line| line.undo);
    let rows = lines.iter().enumerate().map(|(at, line)| {
        let tone = match line.verdict {
            "same" => Tone::Ok,
            "not_same" => Tone::Warn,
            _ => Tone::Plain,
        };
        let [(left, one), (right, other)] = &line.pair;
        let mut cells = Vec::new();
        if with_pair {
            cells.push(Cell::Link {
                href: urls::entity(*left),
                text: Text::new(one),
                below: Some(Text::new(other)),
            });
        }
        cells.extend([
            Cell::Pills(vec![Pill::new(tone, page.word("verdict", line.verdict))]),
            Cell::Text(Text::new(&line.reason)),
            Cell::Text(Text::new(&line.by)),
            Cell::Moment(Moment::day(&page.words, line.at)),
        ]);
        if with_pair {
            let undo = Button::new(page, urls::MATCHES.into(), page.word("judge", "withdrawn"))
                .with("left", left)
                .with("right", right)
                .with("verdict", "withdrawn")
                .with("after", after);
            let undo = if first == Some(at) { undo.key("u") } else { undo };
            cells.push(Cell::Buttons(line.undo.then_some(undo).into_iter().collect()));
        }
        cells
    });
    table.rows(rows)
}
