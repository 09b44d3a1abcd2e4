//! The charts of a case: what casework permits, in the reader's words, as a drawing with its table beside it.
//!
//! One [`Shown`] serves page, sheet and file, so that what is saved is what was seen.

mod data;
mod events;
mod files;
mod flow;
mod link;
mod map;
mod matrix;
mod said;
mod telephone;

use lintas_casework::Ctx;
use lintas_casework::chart::{self, CaseChart, Filter, Member, Sureness};
use lintas_drawing::map::Ground;
use lintas_drawing::{Drawing, Line, Sign};
use lintas_model::{CaseId, EntityId, Handling};

use crate::dates;
use crate::numbers;
use crate::problem::Problem;
use crate::urls;
use crate::words::Words;

pub(crate) use data::{Data, Saving, read};
pub(crate) use files::{FileKind, Paper, save};
pub(crate) use said::Said;

/// Which of the charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Product {
    /// Who is connected with whom.
    #[default]
    Link,
    /// The same as a matrix.
    Matrix,
    /// What happened when.
    Events,
    /// Where money or orders go.
    Flow,
    /// Who called whom, and at what hours.
    Telephone,
    /// Who was where.
    Map,
}

impl Product {
    /// All, in the order in which they are taught; the map last.
    pub(crate) const ALL: [Self; 6] =
        [Self::Link, Self::Matrix, Self::Events, Self::Flow, Self::Telephone, Self::Map];

    /// The word in addresses and messages.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Matrix => "matrix",
            Self::Events => "events",
            Self::Flow => "flow",
            Self::Telephone => "telephone",
            Self::Map => "map",
        }
    }

    /// The chart of a word; the first for any other.
    pub(crate) fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|product| product.word() == word).unwrap_or_default()
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    pub(crate) product: Product,
    pub(crate) filter: Filter,
    /// How many people and things are drawn at most.
    pub(crate) most: usize,
    /// Whether a flow chart shows orders in place of money.
    pub(crate) orders: bool,
}

/// A table: heads with whether they hold numbers, and rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) heads: Vec<(String, bool)>,
    pub(crate) rows: Vec<Vec<Said>>,
}

impl Sheet {
    fn new(words: &Words, title: String, heads: &[(&str, bool)]) -> Self {
        let heads = heads.iter().map(|(id, number)| (words.say(id), *number)).collect();
        Self { title, heads, rows: Vec::new() }
    }
}

/// A chart with its table and all that is said about it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    /// Nothing where there is nothing to draw.
    pub(crate) drawing: Option<Drawing>,
    /// What it shows as tables: the one beside it first.
    pub(crate) sheets: Vec<Sheet>,
    /// What is shown and what is not, a sentence each.
    pub(crate) notes: Vec<String>,
    /// What the signs mean.
    pub(crate) legend: String,
    /// The handling of every record shown.
    pub(crate) handlings: Vec<Handling>,
}

/// Draws a chart for the screen.
pub(crate) async fn show(
    ctx: &Ctx,
    words: &Words,
    case: CaseId,
    wanted: &Wanted,
    ground: Ground<'_>,
) -> Result<Shown, Problem> {
    let chart = chart::of_case(ctx, case, &wanted.filter).await?;
    Ok(drawn(words, &chart, wanted, ground))
}

/// Whether the officer may take a chart along as a file.
pub(crate) fn can_save(ctx: &Ctx) -> bool {
    ctx.permit_own(lintas_policy::Action::Export, "case").is_ok()
}

/// Whether the officer may keep a view.
pub(crate) fn can_keep(ctx: &Ctx) -> bool {
    ctx.permit_own(lintas_policy::Action::WriteCase, "chart_view").is_ok()
}

/// Keeps a view of the link chart.
pub(crate) async fn keep(ctx: &Ctx, case: CaseId, name: &str, state: &str) -> Result<(), Problem> {
    chart::save_view(ctx, case, name, state).await?;
    Ok(())
}

/// A chart in the words of a reader.
fn drawn(words: &Words, chart: &CaseChart, wanted: &Wanted, ground: Ground<'_>) -> Shown {
    let mut shown = match wanted.product {
        Product::Link => link::draw(words, chart, wanted),
        Product::Matrix => matrix::draw(words, chart, wanted),
        Product::Events => events::draw(words, chart),
        Product::Flow => flow::draw(words, chart, wanted),
        Product::Telephone => telephone::draw(words, chart),
        Product::Map => map::draw(words, chart, ground),
    };
    shown
        .notes
        .insert(0, words.fill("chart-filtered", &[("filter", &filter_said(words, chart, &wanted.filter))]));
    if chart.n_left_out > 0 {
        shown.notes.push(words.count("chart-left-out", chart.n_left_out as u64));
    }
    shown.legend = words.say(&format!("chart-{}-legend", wanted.product.word()));
    let mut handlings: Vec<Handling> = Vec::new();
    for handling in chart.handlings() {
        if !handlings.contains(handling) {
            handlings.push(handling.clone());
        }
    }
    shown.handlings = handlings;
    shown
}

/// The filter in words.
fn filter_said(words: &Words, chart: &CaseChart, filter: &Filter) -> String {
    let mut parts = Vec::new();
    if let Some(from) = filter.from {
        parts.push(words.fill("chart-filter-from", &[("date", &dates::partial(words, from).shown)]));
    }
    if let Some(until) = filter.until {
        parts.push(words.fill("chart-filter-until", &[("date", &dates::partial(words, until).shown)]));
    }
    parts.extend(filter.kinds.iter().map(|kind| words.word("relation", kind.as_str())));
    if let Some(least) = filter.at_least {
        let sure = words.word("strength", line(least).word());
        parts.push(words.fill("chart-filter-sure", &[("sure", &sure)]));
    }
    if let Some(agency) = &filter.agency {
        parts.push(words.fill("chart-filter-agency", &[("agency", agency.as_str())]));
    }
    if let Some(middle) = filter.around {
        let name = label(words, chart, middle);
        parts.push(words.count_with("chart-filter-around", filter.steps.max(1) as u64, &[("name", &name)]));
    }
    if parts.is_empty() { words.say("chart-no-filter") } else { parts.join(" · ") }
}

/// How sure a link is, as it is drawn.
const fn line(sureness: Sureness) -> Line {
    match sureness {
        Sureness::Confirmed => Line::Confirmed,
        Sureness::Unconfirmed => Line::Unconfirmed,
        Sureness::Tentative => Line::Tentative,
    }
}

fn sign(chart: &CaseChart, id: EntityId) -> Sign {
    match chart.members.get(&id) {
        Some(Member { is_protected: true, .. }) => Sign::Protected,
        Some(Member { kind: Some(kind), .. }) => Sign::Of(*kind),
        _ => Sign::Unknown,
    }
}

/// What a person or thing is called on a chart.
fn label(words: &Words, chart: &CaseChart, id: EntityId) -> String {
    match chart.members.get(&id).map(|member| member.caption.trim()).filter(|caption| !caption.is_empty()) {
        Some(caption) => caption.to_owned(),
        None => words.say("chart-unseen"),
    }
}

/// Agencies and grade of a person or thing, in a few signs.
fn note(chart: &CaseChart, id: EntityId) -> String {
    let Some(member) = chart.members.get(&id) else { return String::new() };
    let mut parts: Vec<String> = member.agencies.iter().take(2).map(ToString::to_string).collect();
    if member.agencies.len() > 2 {
        parts.push(format!("+{}", member.agencies.len() - 2));
    }
    parts.extend(member.grade.map(|grade| format!("{}{}", grade.source(), grade.information())));
    parts.join(" · ")
}

/// The page of a person or thing; what the reader may not see has none.
fn href(chart: &CaseChart, id: EntityId) -> Option<String> {
    matches!(sign(chart, id), Sign::Of(_)).then(|| urls::entity(id))
}

fn thing(words: &Words, chart: &CaseChart, id: EntityId) -> Said {
    Said::Thing { sign: sign(chart, id), caption: label(words, chart, id), entity: id }
}

/// The id that a product calls somebody by.
fn id_of(text: &str) -> Option<EntityId> {
    text.parse().ok()
}

fn some_drawn(words: &Words, drawn: usize, all: usize) -> String {
    let language = words.language();
    words.fill(
        "chart-some-drawn",
        &[("shown", &numbers::whole(language, drawn as u64)), ("all", &numbers::whole(language, all as u64))],
    )
}

#[cfg(test)]
pub(crate) fn sample(words: &Words, product: Product) -> Shown {
    drawn(
        words,
        &said::sample(),
        &Wanted { product, most: 60, ..Wanted::default() },
        Ground::Address(crate::assets::url("map/boundaries.svg")),
    )
}
