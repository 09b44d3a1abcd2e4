//! What the islands read: the same chart, under the same permissions, as JSON with the words of the page.

use std::collections::BTreeMap;

use lintas_casework::Ctx;
use lintas_casework::chart::{self, CaseChart};
use lintas_drawing::link_chart::{self, Direction};
use lintas_model::CaseId;
use serde::Serialize;

use super::map::{Found, countries, disclaimer, found, spots};
use super::{Paper, Product, Shown, Wanted, drawn, href, label, line, link, note, sign};
use crate::assets;
use crate::problem::Problem;
use crate::urls;
use crate::words::Words;
use lintas_drawing::Line;
use lintas_drawing::map::Ground;

/// Messages of the islands; what they fill in themselves stands as `{name}`.
const WORDS: &[(&str, &[&str])] = &[
    ("isl-undo", &[]),
    ("isl-redo", &[]),
    ("isl-undone", &["what"]),
    ("isl-redone", &["what"]),
    ("isl-expand", &[]),
    ("isl-collapse", &[]),
    ("isl-hide", &[]),
    ("isl-show", &[]),
    ("isl-pin", &[]),
    ("isl-path", &[]),
    ("isl-path-from", &["name"]),
    ("isl-path-found", &["n", "names"]),
    ("isl-no-path", &[]),
    ("isl-group", &[]),
    ("isl-ungroup", &[]),
    ("isl-group-how", &[]),
    ("isl-kept", &["n"]),
    ("isl-move", &[]),
    ("isl-move-on", &[]),
    ("isl-move-off", &[]),
    ("isl-arrange", &[]),
    ("isl-arranging", &[]),
    ("isl-all", &[]),
    ("isl-open", &[]),
    ("isl-zoom-in", &[]),
    ("isl-zoom-out", &[]),
    ("isl-fit", &[]),
    ("isl-find", &[]),
    ("isl-not-found", &[]),
    ("isl-many", &["n"]),
    ("isl-first", &["n"]),
    ("isl-every", &["n"]),
    ("isl-cancel", &[]),
    ("isl-nothing-more", &[]),
    ("isl-selected", &["kind", "name", "note", "shown", "hidden"]),
    ("isl-shown", &["n", "all"]),
    ("isl-time", &[]),
    ("isl-from", &[]),
    ("isl-until", &[]),
    ("isl-views", &[]),
    ("isl-view-name", &[]),
    ("isl-view-save", &[]),
    ("isl-saved", &[]),
    ("isl-not-saved", &[]),
    ("isl-help", &[]),
    ("isl-map-help", &[]),
    ("isl-uncertain", &["km"]),
    ("chart-route", &[]),
    ("finding-rest-house", &[]),
];

#[derive(Serialize)]
struct Node {
    i: String,
    s: &'static str,
    l: String,
    n: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    h: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    x: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    y: Option<i32>,
}

#[derive(Serialize)]
struct Tie {
    a: usize,
    b: usize,
    s: u8,
    d: u8,
    c: u64,
    l: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    f: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    u: Option<i64>,
}

#[derive(Serialize)]
struct View {
    name: String,
    state: String,
}

/// Where a view is saved, with the token of the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Saving {
    pub(crate) action: String,
    pub(crate) token: String,
}

#[derive(Serialize)]
struct Seen {
    /// Place of the sighting's spot.
    p: usize,
    /// Place of the subject's name.
    w: usize,
    t: i64,
}

#[derive(Serialize)]
struct Spot {
    l: String,
    at: [f64; 2],
    km: f64,
}

#[derive(Serialize)]
struct FoundLine {
    k: &'static str,
    l: String,
    h: String,
    at: Vec<[f64; 2]>,
}

#[derive(Serialize, Default)]
struct Whereabouts {
    ground: &'static str,
    countries: Vec<([f64; 2], String)>,
    disclaimer: String,
    spots: Vec<Spot>,
    who: Vec<(String, Option<String>)>,
    seen: Vec<Seen>,
    found: Vec<FoundLine>,
}

/// What an island reads.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Data {
    title: String,
    banner: String,
    colour: &'static str,
    notes: Vec<String>,
    legend: String,
    lang: &'static str,
    can_save: bool,
    words: BTreeMap<String, String>,
    nodes: Vec<Node>,
    ties: Vec<Tie>,
    views: Vec<View>,
    #[serde(skip_serializing_if = "Option::is_none")]
    save: Option<Saving>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<Whereabouts>,
}

/// Reads the data of an island; for a file when `file` names its kind, and then only what may leave.
pub(crate) async fn read(
    ctx: &Ctx,
    words: &Words,
    case: CaseId,
    wanted: &Wanted,
    file: Option<&str>,
    saving: Option<Saving>,
    paper: impl FnOnce(&Shown) -> Paper,
) -> Result<Data, Problem> {
    let chart = match file {
        Some(kind) => {
            let what = format!("chart {} {kind}", wanted.product.word());
            chart::to_export(ctx, case, &wanted.filter, &what).await?
        }
        None => chart::of_case(ctx, case, &wanted.filter).await?,
    };
    let views = match (wanted.product, file) {
        (Product::Link, None) => chart::views(ctx, case).await?,
        _ => Vec::new(),
    };
    let shown = drawn(words, &chart, wanted, Ground::Address(""));
    let paper = paper(&shown);
    let mut notes = shown.notes;
    notes.push(paper.origin);
    let is_link = wanted.product == Product::Link;
    let (nodes, ties) = if is_link { links(words, &chart, wanted) } else { Default::default() };
    Ok(Data {
        title: paper.title,
        banner: paper.banner,
        colour: paper.colour,
        notes,
        legend: shown.legend,
        lang: words.language().tag(),
        can_save: super::can_save(ctx),
        words: said(words),
        nodes,
        ties,
        views: views.into_iter().map(|view| View { name: view.body.name, state: view.body.state }).collect(),
        save: saving,
        map: (wanted.product == Product::Map).then(|| ways(words, &chart)),
    })
}

fn said(words: &Words) -> BTreeMap<String, String> {
    let mut said: BTreeMap<String, String> = WORDS
        .iter()
        .map(|(id, names)| {
            let gaps: Vec<(&'static str, String)> =
                names.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
            let gaps: Vec<(&'static str, &str)> =
                gaps.iter().map(|(name, gap)| (*name, gap.as_str())).collect();
            ((*id).to_owned(), words.fill(id, &gaps))
        })
        .collect();
    for kind in lintas_model::EntityKind::ALL {
        said.insert(format!("kind-{kind}"), words.word("kind", kind.as_str()));
    }
    said.insert("kind-protected".to_owned(), words.say("record-protected-person"));
    said.insert("kind-unknown".to_owned(), words.say("chart-unseen"));
    said
}

/// Everybody and everything with all links; the best connected stand where the server draws them.
fn links(words: &Words, chart: &CaseChart, wanted: &Wanted) -> (Vec<Node>, Vec<Tie>) {
    let bonds = link::bonds(chart);
    let order = link::ranked(chart, &bonds, wanted.filter.around);
    let (first, _) = link::chart_of(words, chart, wanted);
    let (placed, _) = link_chart::place(&first);
    let place: BTreeMap<_, usize> = order.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let nodes = order
        .iter()
        .enumerate()
        .map(|(at, id)| Node {
            i: id.to_string(),
            s: sign(chart, *id).word(),
            l: label(words, chart, *id),
            n: note(chart, *id),
            h: href(chart, *id),
            x: placed.get(at).map(|spot| spot.0.round() as i32),
            y: placed.get(at).map(|spot| spot.1.round() as i32),
        })
        .collect();
    let ties = bonds
        .iter()
        .filter_map(|bond| {
            Some(Tie {
                a: *place.get(&bond.from)?,
                b: *place.get(&bond.to)?,
                s: match line(bond.sureness) {
                    Line::Confirmed => 2,
                    Line::Unconfirmed => 1,
                    Line::Tentative => 0,
                },
                d: match bond.direction {
                    Direction::None => 0,
                    Direction::Forward => 1,
                    Direction::Back => 2,
                    Direction::Both => 3,
                },
                c: bond.count,
                l: link::bond_said(words, bond),
                f: bond.span.map(|span| span.0),
                u: bond.span.map(|span| span.1),
            })
        })
        .collect();
    (nodes, ties)
}

/// Sightings one by one, so that a period can be chosen; what stands at a place is counted by the island.
fn ways(words: &Words, chart: &CaseChart) -> Whereabouts {
    let (places, _, of) = spots(chart);
    let subjects: std::collections::BTreeSet<_> =
        chart.sightings.iter().map(|item| item.body.subject).collect();
    let number: BTreeMap<_, usize> = subjects.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let pair = |at: (f64, f64)| [at.0, at.1];
    Whereabouts {
        ground: assets::url("map/boundaries.svg"),
        countries: countries(words).into_iter().map(|(at, name)| (pair(at), name)).collect(),
        disclaimer: disclaimer(words),
        spots: places
            .iter()
            .map(|spot| Spot { l: spot.name.clone(), at: pair(spot.at), km: spot.uncertainty_km })
            .collect(),
        who: subjects.iter().map(|id| (label(words, chart, *id), href(chart, *id))).collect(),
        seen: chart
            .sightings
            .iter()
            .zip(of)
            .map(|(item, spot)| Seen {
                p: spot,
                w: number[&item.body.subject],
                t: item.body.at.as_millis().div_euclid(1000),
            })
            .collect(),
        found: found(&chart.findings)
            .into_iter()
            .map(|one| match one {
                Found::Route(id, l, stops) => FoundLine {
                    k: "route",
                    l,
                    h: urls::finding(id),
                    at: stops.into_iter().map(pair).collect(),
                },
                Found::RestHouse(id, l, at) => {
                    FoundLine { k: "house", l, h: urls::finding(id), at: vec![pair(at)] }
                }
            })
            .collect(),
    }
}
