//! The link chart in a reader's words.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::Item;
use lintas_casework::chart::{CaseChart, Sureness, sureness};
use lintas_drawing::link_chart::{self, Direction, LinkChart, Node, Tie};
use lintas_model::EntityId;
use lintas_model::record::{Relation, RelationKind};

use super::{Said, Sheet, Shown, Wanted, href, label, line, note, sign, some_drawn, thing};
use crate::words::Words;

/// All links between two things.
pub(super) struct Bond {
    /// The one end, which sorts first.
    pub(super) from: EntityId,
    /// The other.
    pub(super) to: EntityId,
    /// The best of them.
    pub(super) sureness: Sureness,
    /// Which way they go together.
    pub(super) direction: Direction,
    /// How often: calls counted, anything else once for each record.
    pub(super) count: u64,
    /// How often each kind.
    pub(super) kinds: BTreeMap<RelationKind, u64>,
    /// First and last day in seconds since 1970-01-01.
    pub(super) span: Option<(i64, i64)>,
}

/// Whether a kind of link has a direction.
const fn is_directed(kind: RelationKind) -> bool {
    !matches!(
        kind,
        RelationKind::Met | RelationKind::Kin | RelationKind::TravelledWith | RelationKind::Linked
    )
}

const fn joined(one: Direction, other: Direction) -> Direction {
    match (one, other) {
        (Direction::None, any) | (any, Direction::None) => any,
        (Direction::Forward, Direction::Forward) => Direction::Forward,
        (Direction::Back, Direction::Back) => Direction::Back,
        _ => Direction::Both,
    }
}

/// The links of a chart, put together by the two things that they join.
pub(super) fn bonds(chart: &CaseChart) -> Vec<Bond> {
    let mut bonds: BTreeMap<(EntityId, EntityId), Bond> = BTreeMap::new();
    for item in chart.links.iter().filter(|item| item.body.from != item.body.to) {
        let Relation { from, to, kind, strength, date, amount, .. } = &item.body;
        let (first, second) = (*from.min(to), *from.max(to));
        let direction = match (is_directed(*kind), from < to) {
            (false, _) => Direction::None,
            (true, true) => Direction::Forward,
            (true, false) => Direction::Back,
        };
        let times = match (kind, amount) {
            (RelationKind::Called, Some(calls)) => (*calls).max(1) as u64,
            _ => 1,
        };
        let bond = bonds.entry((first, second)).or_insert_with(|| Bond {
            from: first,
            to: second,
            sureness: Sureness::Tentative,
            direction: Direction::None,
            count: 0,
            kinds: BTreeMap::new(),
            span: None,
        });
        bond.sureness = bond.sureness.max(sureness(*strength, item.mark.grade));
        bond.direction = joined(bond.direction, direction);
        bond.count += times;
        *bond.kinds.entry(*kind).or_default() += times;
        if let Some(date) = date {
            let (from, until) = (date.earliest().as_millis() / 1000, date.after().as_millis() / 1000 - 1);
            let (first, last) = bond.span.unwrap_or((from, until));
            bond.span = Some((first.min(from), last.max(until)));
        }
    }
    bonds.into_values().collect()
}

/// What links two things, in a word or two.
pub(super) fn bond_said(words: &Words, bond: &Bond) -> String {
    let mut kinds: Vec<(&RelationKind, &u64)> = bond.kinds.iter().collect();
    kinds.sort_by_key(|(kind, count)| (std::cmp::Reverse(**count), **kind));
    let Some((first, count)) = kinds.first() else { return String::new() };
    let mut said = words.word("relation", first.as_str());
    if **count > 1 {
        said = format!("{said} ×{count}");
    }
    if kinds.len() > 1 { format!("{said} +{}", kinds.len() - 1) } else { said }
}

/// People and things by how many others they are linked with, the most first.
pub(super) fn ranked(chart: &CaseChart, bonds: &[Bond], first: Option<EntityId>) -> Vec<EntityId> {
    let mut degree: BTreeMap<EntityId, usize> = chart.members.keys().map(|id| (*id, 0)).collect();
    for bond in bonds {
        *degree.entry(bond.from).or_default() += 1;
        *degree.entry(bond.to).or_default() += 1;
    }
    let mut order: Vec<EntityId> = degree.keys().copied().collect();
    order.sort_by_key(|id| (first != Some(*id), std::cmp::Reverse(degree[id]), *id));
    order
}

/// The chart of the best connected, with their ids in the order of its nodes.
pub(super) fn chart_of(words: &Words, chart: &CaseChart, wanted: &Wanted) -> (LinkChart, Vec<EntityId>) {
    let bonds = bonds(chart);
    let mut ids = ranked(chart, &bonds, wanted.filter.around);
    ids.truncate(wanted.most.max(1));
    let place: BTreeMap<EntityId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let node = |id: &EntityId| Node {
        sign: sign(chart, *id),
        label: label(words, chart, *id),
        note: note(chart, *id),
        href: href(chart, *id),
    };
    let tie = |bond: &Bond| {
        Some(Tie {
            from: *place.get(&bond.from)?,
            to: *place.get(&bond.to)?,
            line: line(bond.sureness),
            direction: bond.direction,
            count: bond.count,
            label: bond_said(words, bond),
        })
    };
    (LinkChart { nodes: ids.iter().map(node).collect(), ties: bonds.iter().filter_map(tie).collect() }, ids)
}

pub(super) fn draw(words: &Words, chart: &CaseChart, wanted: &Wanted) -> Shown {
    let (drawn, ids) = chart_of(words, chart, wanted);
    let mut notes = Vec::new();
    if ids.len() < chart.members.len() {
        notes.push(some_drawn(words, ids.len(), chart.members.len()));
    }
    let mut sheet = Sheet::new(
        words,
        words.say("chart-link"),
        &[
            ("col-from", false),
            ("col-link", false),
            ("col-to", false),
            ("col-sure", false),
            ("col-grade", false),
            ("col-when", false),
            ("col-agency", false),
            ("col-report", false),
        ],
    );
    let seen: BTreeSet<EntityId> = ids.into_iter().collect();
    let mut links: Vec<&Item<Relation>> = chart.links.iter().collect();
    // What is drawn stands first.
    links.sort_by_key(|item| !(seen.contains(&item.body.from) && seen.contains(&item.body.to)));
    sheet.rows.extend(links.into_iter().map(|item| {
        let kind = words.word("relation", item.body.kind.as_str());
        let sure = line(sureness(item.body.strength, item.mark.grade));
        vec![
            thing(words, chart, item.body.from),
            Said::Own(item.body.amount.map_or(kind.clone(), |amount| format!("{kind} ×{amount}"))),
            thing(words, chart, item.body.to),
            Said::Own(words.word("strength", sure.word())),
            Said::Grade(item.mark.grade),
            Said::On(item.body.date),
            Said::Own(item.mark.originator.to_string()),
            Said::Report(item.body.report),
        ]
    }));
    let drawing = (!chart.members.is_empty()).then(|| link_chart::draw(&drawn));
    Shown { drawing, sheets: vec![sheet], notes, ..Shown::default() }
}
