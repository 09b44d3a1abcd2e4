//! What speaks for a person being in command, each as a number from 0 to 1.
//!
//! Every signal is one argument an analyst would make. None is a single centrality; those are reported beside.

use super::contacts::Contacts;
use super::layers::Layers;
use super::position::{Ground, Groups, Positions, positions};
use super::ranking::Signals;
use super::sociability::busyness;
use crate::graph::{Adjacency, TieKind};
use crate::measures::betweenness::sampled_betweenness;
use crate::measures::closeness::{sampled_nearness, strength_closeness};
use crate::measures::cut_points::cut_points;
use crate::measures::degree::{degree, strength};
use crate::measures::hierarchy::heights;
use crate::measures::pagerank::{PageRankOptions, pagerank};
use crate::measures::structural_holes::{constraint, effective_size};
use crate::measures::triangles::clustering;

/// Work in arcs times sources that one run of sampled measures may take.
const SEARCH_BUDGET: usize = 20_000_000;

/// Arcs above which strength is left out of closeness: its searches take ten times as long as those by hops.
pub(super) const LARGE: usize = 200_000;

/// Raw measures on the network with the merely busy people set aside.
#[derive(Debug, Clone, Default)]
pub(super) struct Cleared {
    pub(super) strength: Vec<f64>,
    pub(super) degree: Vec<f64>,
    pub(super) closeness: Vec<f64>,
    pub(super) effective_size: Vec<f64>,
    pub(super) openness: Vec<f64>,
    pub(super) betweenness: Vec<f64>,
    pub(super) open_strength: Vec<f64>,
    pub(super) strong_closeness: Vec<f64>,
    pub(super) pairs_separated: Vec<f64>,
}

/// How much a list says beside who is in contact with whom; each sort is weighed in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Told {
    /// Orders or payments with their direction.
    Flows,
    /// Kinds of contact, none of them with a direction that can be trusted.
    Kinds,
    /// When contacts were made, and by whom.
    Times,
    /// How often.
    Counts,
    /// Nothing.
    #[default]
    Bare,
}

impl Told {
    fn by(layers: &Layers, list: &Contacts, command: Option<&Command>) -> Told {
        let kinds = TieKind::ALL.into_iter().filter(|kind| !matches!(kind, TieKind::Call | TieKind::Unknown));
        if command.is_some_and(|command| command.direction_told > 0.5) {
            Told::Flows
        } else if layers.has_kind(&kinds.collect::<Vec<_>>()) {
            Told::Kinds
        } else if list.has_times && list.rows.iter().any(|row| row.time.is_some()) {
            Told::Times
        } else if list.has_weights || layers.pairs.iter().any(|pair| pair.n_contacts > 2) {
            Told::Counts
        } else {
            Told::Bare
        }
    }
}

/// A person's signals; 0.5 throughout where the list says nothing about one.
#[derive(Debug, Clone, Default)]
pub(super) struct SignalTable {
    pub(super) busy: Vec<f64>,
    /// Share of ties that touch somebody who looks merely busy.
    pub(super) share_with_busy: f64,
    /// People who look merely busy.
    pub(super) n_busy: usize,
    /// Share of ties along which orders or payments were seen.
    pub(super) share_with_flows: f64,
    pub(super) cleared: Cleared,
    pub(super) standing: Vec<f64>,
    pub(super) command: Option<Command>,
    pub(super) seclusion: Vec<f64>,
    pub(super) control: Vec<f64>,
    pub(super) trust: Option<Vec<f64>>,
    pub(super) persistence: Option<Vec<f64>>,
    pub(super) kinship: Option<Vec<f64>>,
    pub(super) positions: Positions,
    pub(super) told: Told,
}

/// Where a person stands in the flow of orders and money.
#[derive(Debug, Clone, Default)]
pub(super) struct Command {
    /// How far the direction of orders and payments can be trusted, 0 to 1.
    pub(super) direction_told: f64,
    /// SpringRank height, as a share of people below.
    pub(super) height: Vec<f64>,
    /// Value that reaches the person going up the chain.
    pub(super) deference: Vec<f64>,
    /// Money received less money paid, beside that of others.
    pub(super) income: Vec<f64>,
    /// Share of people below, along any chain.
    pub(super) below: Vec<f64>,
    /// People below whom the person reaches only through others: command at one remove.
    pub(super) indirect: Vec<f64>,
    /// Share of the person's directed ties in which they are above.
    pub(super) dominance: Vec<f64>,
}

/// 0 up to `low`, 1 from `high`, straight between.
pub(super) fn ramp(value: f64, low: f64, high: f64) -> f64 {
    if high <= low {
        return f64::from(value >= high);
    }
    ((value - low) / (high - low)).clamp(0.0, 1.0)
}

/// Share of people with a smaller value, ties counting half; those for whom `counts` fails get 0.
pub(super) fn percentile(values: &[f64], counts: impl Fn(usize) -> bool) -> Vec<f64> {
    let mut order: Vec<u32> = (0..values.len()).filter(|&at| counts(at)).map(|at| at as u32).collect();
    order.sort_unstable_by(|&a, &b| values[a as usize].total_cmp(&values[b as usize]));
    let n = order.len() as f64;
    // Sums taken in another order differ in the last digits, and searches stop a little before the answer.
    let slack = 1e-7 * order.iter().map(|&at| values[at as usize].abs()).fold(0.0, f64::max);
    let mut share = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let value = values[order[start] as usize];
        let end =
            start + order[start..].iter().take_while(|&&at| values[at as usize] <= value + slack).count();
        for &at in &order[start..end] {
            share[at as usize] = (start + end) as f64 / 2.0 / n;
        }
        start = end;
    }
    share
}

/// Sources to search from so that the work stays bounded; a larger `thrift` spends that many times less.
pub(super) fn n_sources(graph: &Adjacency, thrift: usize) -> usize {
    (SEARCH_BUDGET / thrift / graph.n_arcs().max(1)).clamp(if thrift > 1 { 4 } else { 12 }, 3000)
}

/// Reads every signal out of the weighed contacts.
///
/// `known` are the groups of the list this one was resampled from.
pub(super) fn signals(
    layers: &Layers,
    list: &Contacts,
    seed: u64,
    thrift: usize,
    known: Option<&Groups>,
) -> SignalTable {
    let busy = busyness(layers);
    let cleared = clear(layers, &busy, seed, thrift);
    let n = layers.len();
    let is_in = |at: usize| layers.index.degree(at as u32) > 0;
    let rank_of = |values: &[f64]| percentile(values, is_in);
    let [p_closeness, p_strong, p_size, p_open, p_between, p_degree, p_binding] = [
        rank_of(&cleared.closeness),
        rank_of(&cleared.strong_closeness),
        rank_of(&cleared.effective_size),
        rank_of(&cleared.openness),
        rank_of(&cleared.betweenness),
        rank_of(&cleared.degree),
        rank_of(&cleared.open_strength),
    ];
    let standing: Vec<f64> =
        (0..n).map(|at| (2.0 * p_binding[at] + p_strong[at] + p_open[at]) / 4.0).collect();
    let seclusion: Vec<f64> = (0..n)
        .map(|at| (0.5 + (p_closeness[at] + p_strong[at]) / 2.0 - p_degree[at]).clamp(0.0, 1.0))
        .collect();
    // Pairs separated are left to the reasons: in a list drawn from one tapped telephone everybody seen only through
    // it hangs on its owner, whoever that is.
    let control: Vec<f64> = (0..n).map(|at| (p_between[at] + p_size[at]) / 2.0).collect();
    let command = command(layers, &busy);
    let trust = trust(layers);
    let persistence = persistence(layers, list, &busy);
    let kinship = kinship(layers, &standing);
    let n_with_busy =
        layers.pairs.iter().filter(|pair| busy[pair.a as usize].max(busy[pair.b as usize]) > 0.5).count();
    let share_with_busy = n_with_busy as f64 / layers.pairs.len().max(1) as f64;
    let flows = 1u16 << TieKind::Order as u16 | 1 << TieKind::Money as u16;
    let n_flows = layers.pairs.iter().filter(|pair| pair.kinds & flows != 0).count();
    let n_busy = busy.iter().filter(|&&busy| busy > 0.5).count();
    let ground = Ground {
        layers,
        list,
        busy: &busy,
        cleared: &cleared,
        trust: trust.as_deref(),
        persistence: persistence.as_deref(),
        seed,
        known,
    };
    let positions = positions(&ground);
    let told = Told::by(layers, list, command.as_ref());
    SignalTable {
        positions,
        told,
        n_busy,
        share_with_flows: n_flows as f64 / layers.pairs.len().max(1) as f64,
        busy,
        share_with_busy,
        cleared,
        standing,
        command,
        seclusion,
        control,
        trust,
        persistence,
        kinship,
    }
}

impl SignalTable {
    /// One person's signals, as the answer shows them.
    pub(super) fn of(&self, at: usize) -> Signals {
        let one = |signal: &Option<Vec<f64>>| signal.as_ref().map(|values| values[at]);
        Signals {
            busy: self.busy[at],
            standing: self.standing[at],
            seclusion: self.seclusion[at],
            control: self.control[at],
            command: self.command.as_ref().map(|command| command.overall(at)),
            height: self.command.as_ref().map(|command| command.height[at]),
            deference: self.command.as_ref().map(|command| command.deference[at]),
            income: self.command.as_ref().map(|command| command.income[at]),
            below: self.command.as_ref().map(|command| command.below[at]),
            indirect: self.command.as_ref().map(|command| command.indirect[at]),
            dominance: self.command.as_ref().map(|command| command.dominance[at]),
            trust: one(&self.trust),
            persistence: one(&self.persistence),
            kinship: one(&self.kinship),
            position: self.positions.of[at],
        }
    }

    /// The signals of somebody of whom nothing is known.
    pub(super) fn none() -> Signals {
        Signals {
            busy: 0.0,
            standing: 0.0,
            seclusion: 0.0,
            control: 0.0,
            command: None,
            height: None,
            deference: None,
            income: None,
            below: None,
            indirect: None,
            dominance: None,
            trust: None,
            persistence: None,
            kinship: None,
            position: Default::default(),
        }
    }
}

fn clear(layers: &Layers, busy: &[f64], seed: u64, thrift: usize) -> Cleared {
    let ties = layers.ties.reweighed(|a, b, weight| {
        weight * (1.0 - busy[a as usize]) * (1.0 - busy[b as usize]) + 1e-6 * weight
    });
    let plain = ties.without(|person| busy[person as usize] > 0.5);
    let n_sources = n_sources(&plain, thrift);
    let closed = clustering(&plain);
    let open_strength = strength(&plain)
        .into_iter()
        .zip(closed)
        .map(|(strength, closed)| strength * (1.0 - closed))
        .collect();
    let closeness = sampled_nearness(&plain, n_sources, seed).closeness;
    let strong_closeness = if plain.n_arcs() > LARGE {
        closeness.clone()
    } else {
        strength_closeness(&plain, 0.5, (n_sources / 8).max(n_sources.min(300)), seed)
    };
    Cleared {
        strength: strength(&ties),
        degree: degree(&plain),
        closeness,
        effective_size: effective_size(&plain),
        openness: constraint(&plain, false).into_iter().map(|c| -c).collect(),
        betweenness: sampled_betweenness(&plain, n_sources, seed).values,
        open_strength,
        strong_closeness,
        pairs_separated: cut_points(&plain).pairs_separated,
    }
}

/// Orders run down and money runs up: both together are one graph from above to below.
fn command(layers: &Layers, busy: &[f64]) -> Option<Command> {
    if !layers.has_kind(&[TieKind::Order, TieKind::Money]) {
        return None;
    }
    let n = layers.len();
    let free = |a: u32, b: u32| (1.0 - busy[a as usize]) * (1.0 - busy[b as usize]);
    let mut income = vec![0.0; n];
    let edges = layers.graph.contacts().iter().filter_map(|c| match c.kind {
        TieKind::Order => Some((c.source, c.target, 2.0 * free(c.source, c.target))),
        TieKind::Money => {
            let amount = c.weight / layers.usual[TieKind::Money as usize] * free(c.source, c.target);
            income[c.target as usize] += amount;
            income[c.source as usize] -= amount;
            Some((c.target, c.source, (1.0 + amount).log2()))
        }
        _ => None,
    });
    let flow = Adjacency::directed(n, edges);
    // What goes both ways between two people says nothing about who is above.
    let net =
        flow.reweighed(|a, b, weight| weight - flow.weight(b, a).unwrap_or(0.0)).map_weights(|w| w.sqrt());
    let up = net.reversed();
    let has = |at: usize| net.degree(at as u32) + up.degree(at as u32) > 0;
    let dominance: Vec<f64> = (0..n as u32)
        .map(|p| {
            let (above, below): (f64, f64) = (net.weights(p).iter().sum(), up.weights(p).iter().sum());
            if above + below > 0.0 { (above + 0.5) / (above + below + 1.0) } else { 0.0 }
        })
        .collect();
    let deference = pagerank(&up, PageRankOptions { weighted: true, tolerance: 1e-10, ..Default::default() });
    let below = below(&net);
    Some(Command {
        direction_told: direction_told(layers),
        height: percentile(&heights(&net, 0.1, if net.n_arcs() > LARGE { 1e-4 } else { 1e-12 }), has),
        deference: percentile(&deference, has),
        income: percentile(&income, has),
        below: percentile(&below, has),
        indirect: percentile(&indirect(&net), has),
        dominance,
    })
}

/// How far direction means something: between two people repeated orders, or payments, mostly go one way.
fn direction_told(layers: &Layers) -> f64 {
    let (mut n_repeated, mut n_both) = (0, 0);
    for pair in layers.pairs.iter().filter(|pair| pair.n_contacts > 1) {
        for kind in [TieKind::Order, TieKind::Money] {
            let (mut forth, mut back) = (0, 0);
            for contact in layers.graph.between(pair.a, pair.b).filter(|contact| contact.kind == kind) {
                if contact.source == pair.a { forth += 1 } else { back += 1 }
            }
            n_repeated += usize::from(forth + back > 1);
            n_both += usize::from(forth > 0 && back > 0);
        }
    }
    if n_repeated < 5 { 1.0 } else { 1.0 - ramp(f64::from(n_both as u32) / n_repeated as f64, 0.35, 0.55) }
}

/// Weighted number of people below each person, a step further counting half, up to four steps.
fn below(net: &Adjacency) -> Vec<f64> {
    let n = net.len();
    let mut reach = vec![0.0; n];
    for _ in 0..4 {
        let next = net
            .people()
            .map(|p| net.neighbours(p).iter().map(|&o| 1.0 + 0.7 * reach[o as usize]).sum::<f64>());
        let next: Vec<f64> = next.map(|value: f64| value.min(n as f64)).collect();
        reach = next;
    }
    reach
}

/// Number of people two or three steps below each person whom they are not in direct flow with.
fn indirect(net: &Adjacency) -> Vec<f64> {
    let mut seen = vec![u32::MAX; net.len()];
    let count = |person: u32| {
        seen[person as usize] = person;
        let mut level: Vec<u32> = net.neighbours(person).to_vec();
        level.iter().for_each(|&below| seen[below as usize] = person);
        let mut n_found = 0;
        for _ in 0..2 {
            let mut next = Vec::new();
            for &middle in level.iter().take(1000) {
                for &below in net.neighbours(middle) {
                    if seen[below as usize] != person {
                        seen[below as usize] = person;
                        next.push(below);
                    }
                }
            }
            n_found += next.len();
            level = next;
        }
        n_found as f64
    };
    net.people().map(count).collect()
}

/// Share of each person's evidence that is of kinds which ask for trust.
fn trust(layers: &Layers) -> Option<Vec<f64>> {
    const TRUSTED: [TieKind; 4] = [TieKind::Order, TieKind::Kinship, TieKind::Meeting, TieKind::Money];
    if !layers.has_kind(&TRUSTED) || !layers.has_kind(&[TieKind::Call, TieKind::Travel, TieKind::Unknown]) {
        return None;
    }
    let mask = TRUSTED.iter().fold(0u16, |mask, &kind| mask | 1 << kind as u16);
    let share = |person: u32| {
        let (mut trusted, mut all) = (0.0, 0.5);
        for (_, pair) in layers.pairs_of(person) {
            all += 1.0;
            trusted += f64::from((pair.kinds & mask).count_ones()) / f64::from(pair.kinds.count_ones());
        }
        trusted / all
    };
    Some(layers.index.people().map(share).collect())
}

/// In how many of the phases a person is in contact with people who are not merely busy.
fn persistence(layers: &Layers, list: &Contacts, busy: &[f64]) -> Option<Vec<f64>> {
    let mut times: Vec<i64> = list.rows.iter().filter_map(|row| row.time).collect();
    if times.len() < 20 {
        return None;
    }
    times.sort_unstable();
    const N_PHASES: usize = 6;
    let limits: Vec<i64> = (1..N_PHASES).map(|at| times[at * times.len() / N_PHASES]).collect();
    if times[0] == times[times.len() - 1] {
        return None;
    }
    let phase = |time: i64| limits.iter().filter(|&&limit| time >= limit).count();
    let share = |person: u32| {
        let mut seen = 0u32;
        for contact in layers.graph.touching(person) {
            let other = contact.source ^ contact.target ^ person;
            if let Some(time) = contact.time.filter(|_| busy[other as usize] < 0.5) {
                seen |= 1 << phase(time);
            }
        }
        f64::from(seen.count_ones()) / N_PHASES as f64
    };
    Some(layers.index.people().map(share).collect())
}

/// Family ties to people of standing.
fn kinship(layers: &Layers, standing: &[f64]) -> Option<Vec<f64>> {
    if !layers.has_kind(&[TieKind::Kinship]) {
        return None;
    }
    let bit = 1 << TieKind::Kinship as u16;
    let best = |person: u32| {
        let kin = layers.pairs_of(person).filter(|(_, pair)| pair.kinds & bit != 0);
        kin.map(|(other, _)| standing[other as usize]).fold(0.0, f64::max)
    };
    Some(layers.index.people().map(best).collect())
}
