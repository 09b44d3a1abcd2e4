//! Where a quiet organiser stands: not who has many contacts, but who those contacts are.
//!
//! Somebody who organises from the background has few contacts, and these are people who are in constant touch with
//! groups of their own (C. Morselli, *Inside Criminal Networks*, 2009, ch. 7; F. Calderoni, Crime, Law and Social
//! Change 58, 2012). So each value here is read off a person's counterparts, on the network without the merely
//! busy, and given as a share of people with less. Everything is turned so that more speaks for organising.

use serde::Serialize;

use super::contacts::{Contacts, TimeScale};
use super::layers::Layers;
use super::signals::{Cleared, LARGE, percentile};
use crate::graph::{Adjacency, Contact, TieKind};
use crate::measures::communities::communities;
use crate::measures::triangles::clustering;

/// Within this many seconds of being called, somebody passing on what they were told has called others.
const PASSED_ON_S: i64 = 12 * 3_600;

/// Calls passed on after one call that count, so that one lively evening does not decide.
const PASSED_ON_MOST: f64 = 4.0;

/// Clustering above which a person's company counts as a group.
const CLOSED: f64 = 0.3;

/// A person's position, each value from 0 to 1 and 0.5 where the list tells nobody apart; absent where it is silent.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Position {
    /// Contacts are with people whose other ties are strong.
    pub active_deputies: f64,
    /// Contacts are with people on whose paths others depend.
    pub through_brokers: f64,
    /// Contacts reach into many groups.
    pub groups: f64,
    /// Each contact leads to another group.
    pub branches: f64,
    /// At least two contacts each stand before a closed group, and the person's own contacts do not know each other.
    pub behind_groups: f64,
    /// Many people stand three steps away for each contact.
    pub reach: f64,
    /// Few contacts with the merely busy.
    pub apart_from_busy: f64,
    /// No single contact with whom everything is talked over.
    pub no_favourite: f64,
    /// Away from the middle of the network.
    pub off_centre: f64,
    /// Calls others rather than being called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calls_out: Option<f64>,
    /// Those whom the person calls call others soon after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initiative: Option<f64>,
    /// There in many phases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasting: Option<f64>,
    /// Contacts are of kinds that ask for trust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trusted: Option<f64>,
    /// Takes no part in journeys, shared rooms and shared telephones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hands_off: Option<f64>,
    /// Meets people rather than calling them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meets: Option<f64>,
    /// Those whom the person meets have many contacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meets_connected: Option<f64>,
    /// Has relatives in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relatives: Option<f64>,
    /// Receives more money than they pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_income: Option<f64>,
    /// Is paid by people who are paid themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_payers: Option<f64>,
    /// Pays little.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pays_little: Option<f64>,
    /// Takes orders from few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes_no_orders: Option<f64>,
}

/// Positions of everybody, and the plain figure behind initiative for the reasons.
#[derive(Debug, Clone, Default)]
pub(super) struct Positions {
    pub(super) of: Vec<Position>,
    /// How many times as often as usual the people called pass something on; empty without times.
    pub(super) passed_on: Vec<f64>,
    /// Groups of everybody.
    pub(super) groups: Groups,
}

/// Coarse and fine communities by person.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    coarse: Vec<u32>,
    fine: Vec<u32>,
}

impl Groups {
    /// Finds the groups. Of very large networks the coarse ones stand for the fine ones, and those of the whole list
    /// for those of a resampled one: looking for them takes longer than everything else.
    fn find(frequency: &Adjacency, known: Option<&Groups>, seed: u64) -> Groups {
        let is_large = frequency.n_arcs() > LARGE;
        if let Some(known) = known.filter(|_| is_large) {
            return known.clone();
        }
        let coarse = communities(frequency, 1.0, if is_large { 1 } else { 2 }, seed);
        let fine = if is_large { coarse.clone() } else { communities(frequency, 3.0, 2, seed) };
        Groups { coarse, fine }
    }
}

/// What the positions are read from.
pub(super) struct Ground<'a> {
    pub(super) layers: &'a Layers,
    pub(super) list: &'a Contacts,
    pub(super) busy: &'a [f64],
    pub(super) cleared: &'a Cleared,
    pub(super) trust: Option<&'a [f64]>,
    pub(super) persistence: Option<&'a [f64]>,
    pub(super) seed: u64,
    /// Groups of the list this one was resampled from.
    pub(super) known: Option<&'a Groups>,
}

/// Reads everybody's position.
pub(super) fn positions(ground: &Ground<'_>) -> Positions {
    let layers = ground.layers;
    let n = layers.len();
    let is_in = |at: usize| layers.index.degree(at as u32) > 0;
    let share = |values: &[f64]| percentile(values, is_in);
    let turned = |values: &[f64]| share(values).into_iter().map(|value| 1.0 - value).collect::<Vec<f64>>();
    let shape = Shape::read(ground, &share(&ground.cleared.betweenness));
    let closed = share(&shape.closed);
    let before_groups = share(&shape.second_group);
    let [active, brokers, groups, branches, reach] =
        [&shape.active, &shape.brokers, &shape.groups, &shape.branches, &shape.reach]
            .map(|values| share(values));
    let [apart, favourite, centre] =
        [&shape.n_busy, &shape.strongest, &ground.cleared.closeness].map(|values| turned(values));
    let kinds = Kinds::read(ground);
    let told = |kinds: &[TieKind]| layers.has_kind(kinds);
    let any_kind =
        told(&[TieKind::Money, TieKind::Meeting, TieKind::Kinship, TieKind::Order, TieKind::Travel]);
    let when = |is_told: bool, values: Vec<f64>| is_told.then_some(values);
    let calls_out = when(told(&[TieKind::Call, TieKind::Unknown]), share(&kinds.calls_out));
    let passed_on = passed_on(ground);
    let initiative = passed_on.as_ref().map(|values| share(values));
    let lasting = ground.persistence.map(share);
    let trusted = ground.trust.map(share);
    let hands_off = when(any_kind, turned(&kinds.hands_on));
    let meets = when(told(&[TieKind::Meeting]), share(&kinds.meets));
    let meets_connected = when(told(&[TieKind::Meeting]), share(&kinds.meets_connected));
    let relatives = when(told(&[TieKind::Kinship]), share(&kinds.relatives));
    let money = told(&[TieKind::Money]);
    let net_income = when(money, share(&kinds.net_income));
    let paid_payers = when(money, share(&kinds.paid_payers));
    let pays_little = when(money, turned(&kinds.paid));
    let takes_no_orders = when(told(&[TieKind::Order]), turned(&kinds.n_superiors));
    let of = (0..n).map(|at| {
        let one = |values: &Option<Vec<f64>>| values.as_ref().map(|values| values[at]);
        Position {
            active_deputies: active[at],
            through_brokers: brokers[at],
            groups: groups[at],
            branches: branches[at],
            behind_groups: before_groups[at] * (1.0 - closed[at]),
            reach: reach[at],
            apart_from_busy: apart[at],
            no_favourite: favourite[at],
            off_centre: centre[at],
            calls_out: one(&calls_out),
            initiative: one(&initiative),
            lasting: one(&lasting),
            trusted: one(&trusted),
            hands_off: one(&hands_off),
            meets: one(&meets),
            meets_connected: one(&meets_connected),
            relatives: one(&relatives),
            net_income: one(&net_income),
            paid_payers: one(&paid_payers),
            pays_little: one(&pays_little),
            takes_no_orders: one(&takes_no_orders),
        }
    });
    Positions { of: of.collect(), passed_on: passed_on.unwrap_or_default(), groups: shape.found }
}

/// What can be read from who is tied to whom and how strongly.
struct Shape {
    active: Vec<f64>,
    brokers: Vec<f64>,
    groups: Vec<f64>,
    branches: Vec<f64>,
    second_group: Vec<f64>,
    closed: Vec<f64>,
    reach: Vec<f64>,
    n_busy: Vec<f64>,
    strongest: Vec<f64>,
    found: Groups,
}

impl Shape {
    fn read(ground: &Ground<'_>, brokerage: &[f64]) -> Shape {
        let (layers, busy) = (ground.layers, ground.busy);
        let n = layers.len();
        let is_busy = |person: u32| busy[person as usize] > 0.5;
        let index = layers.index.without(is_busy);
        let frequency = index.map_weights(|pair| f64::from(layers.pairs[pair as usize].n_contacts));
        // Money is counted by payments: sums stand beside calls like apples beside pears.
        let once = |contact: &Contact| if contact.kind == TieKind::Money { 1.0 } else { contact.weight };
        let amounts = Adjacency::undirected(
            n,
            layers.graph.contacts().iter().map(|contact| (contact.source, contact.target, once(contact))),
        )
        .without(is_busy);
        let closed = clustering(&index);
        let found = Groups::find(&frequency, ground.known, ground.seed);
        let sum = |person: u32| amounts.weights(person).iter().sum::<f64>();
        let usual: Vec<f64> =
            index.people().map(|person| sum(person) / index.degree(person).max(1) as f64).collect();
        let company: Vec<u32> = index
            .people()
            .map(|person| {
                let company = index.neighbours(person).iter();
                company.filter(|&&other| closed[other as usize] > CLOSED).count() as u32
            })
            .collect();
        let two: Vec<f64> = index
            .people()
            .map(|person| {
                index.neighbours(person).iter().map(|&other| index.degree(other) as f64 - 1.0).sum()
            })
            .collect();
        let distinct = |person: u32, membership: &[u32]| {
            let mut found: Vec<u32> =
                index.neighbours(person).iter().map(|&other| membership[other as usize]).collect();
            found.sort_unstable();
            found.dedup();
            found.len() as f64
        };
        let mean = |person: u32, of: &dyn Fn(u32) -> f64| {
            let around = index.neighbours(person);
            around.iter().map(|&other| of(other)).sum::<f64>() / around.len().max(1) as f64
        };
        let second_group = |person: u32| {
            let is_closed = u32::from(closed[person as usize] > CLOSED);
            let (mut first, mut second) = (0, 0);
            for &other in index.neighbours(person) {
                let size = company[other as usize] - is_closed;
                if size > first {
                    (first, second) = (size, first);
                } else {
                    second = second.max(size);
                }
            }
            f64::from(second)
        };
        Shape {
            active: index.people().map(|person| mean(person, &|other| usual[other as usize])).collect(),
            brokers: index.people().map(|person| mean(person, &|other| brokerage[other as usize])).collect(),
            groups: index.people().map(|person| distinct(person, &found.coarse)).collect(),
            branches: index
                .people()
                .map(|person| distinct(person, &found.fine) / index.degree(person).max(1) as f64)
                .collect(),
            second_group: index.people().map(second_group).collect(),
            reach: index
                .people()
                .map(|person| {
                    let back = index.degree(person) as f64 - 1.0;
                    mean(person, &|other| two[other as usize] - back)
                })
                .collect(),
            n_busy: layers
                .index
                .people()
                .map(|person| {
                    layers.index.neighbours(person).iter().filter(|&&other| is_busy(other)).count() as f64
                })
                .collect(),
            strongest: index
                .people()
                .map(|person| amounts.weights(person).iter().copied().fold(0.0, f64::max))
                .collect(),
            closed,
            found,
        }
    }
}

/// What can be read from kinds and directions.
struct Kinds {
    calls_out: Vec<f64>,
    hands_on: Vec<f64>,
    meets: Vec<f64>,
    meets_connected: Vec<f64>,
    relatives: Vec<f64>,
    net_income: Vec<f64>,
    paid: Vec<f64>,
    paid_payers: Vec<f64>,
    n_superiors: Vec<f64>,
}

impl Kinds {
    fn read(ground: &Ground<'_>) -> Kinds {
        let (layers, busy) = (ground.layers, ground.busy);
        let n = layers.len();
        let zero = || vec![0.0; n];
        let (mut out, mut calls, mut income, mut paid) = (zero(), zero(), zero(), zero());
        let is_free = |person: u32| busy[person as usize] <= 0.5;
        let free = layers.graph.contacts().iter().filter(|c| is_free(c.source) && is_free(c.target));
        // Who is in contact with whom by kind; each pair once, however often.
        let mut payments = Vec::new();
        let mut orders = Vec::new();
        for contact in free {
            let (source, target) = (contact.source as usize, contact.target as usize);
            match contact.kind {
                TieKind::Call | TieKind::Unknown => {
                    out[source] += 1.0;
                    calls[source] += 1.0;
                    calls[target] += 1.0;
                }
                TieKind::Money => {
                    paid[source] += contact.weight;
                    income[target] += contact.weight;
                    payments.push((contact.target, contact.source));
                }
                TieKind::Order => orders.push((contact.target, contact.source)),
                _ => {}
            }
        }
        let (mut paid_payers, mut n_superiors) = (zero(), zero());
        payments.sort_unstable();
        payments.dedup();
        for (payee, payer) in payments {
            paid_payers[payee as usize] += f64::from(u8::from(income[payer as usize] > 0.0));
        }
        orders.sort_unstable();
        orders.dedup();
        orders.iter().for_each(|&(below, _)| n_superiors[below as usize] += 1.0);
        let bit = |kind: TieKind| 1u16 << kind as u16;
        let hands = bit(TieKind::Travel) | bit(TieKind::SharedPhone) | bit(TieKind::SharedAddress);
        let (mut hands_on, mut meets, mut meets_connected, mut relatives) = (zero(), zero(), zero(), zero());
        let degree: Vec<f64> = layers
            .index
            .people()
            .map(|person| {
                if !is_free(person) {
                    return 0.0;
                }
                layers.index.neighbours(person).iter().filter(|&&other| is_free(other)).count() as f64
            })
            .collect();
        for person in layers.index.people().filter(|&person| is_free(person)) {
            let at = person as usize;
            let (mut n_met, mut their_contacts) = (0.0, 0.0);
            for (other, pair) in layers.pairs_of(person).filter(|&(other, _)| is_free(other)) {
                if pair.kinds & hands != 0 {
                    hands_on[at] += 1.0;
                }
                if pair.kinds & bit(TieKind::Meeting) != 0 {
                    n_met += 1.0;
                    their_contacts += degree[other as usize];
                }
                if pair.kinds & bit(TieKind::Kinship) != 0 {
                    relatives[at] += 1.0;
                }
            }
            meets[at] = n_met / degree[at].max(1.0);
            meets_connected[at] = their_contacts / f64::max(n_met, 1.0);
        }
        Kinds {
            calls_out: (0..n).map(|at| out[at] / f64::max(calls[at], 1.0)).collect(),
            hands_on,
            meets,
            meets_connected,
            relatives,
            net_income: (0..n).map(|at| income[at] - paid[at]).collect(),
            paid,
            paid_payers,
            n_superiors,
        }
    }
}

/// How many times as often as at any time the people somebody has contacted contact others within half a day.
fn passed_on(ground: &Ground<'_>) -> Option<Vec<f64>> {
    let (layers, busy) = (ground.layers, ground.busy);
    if ground.list.time_scale != TimeScale::Calendar || !ground.list.has_times {
        return None;
    }
    let is_free =
        |contact: &&Contact| busy[contact.source as usize] <= 0.5 && busy[contact.target as usize] <= 0.5;
    let mut outgoing: Vec<Vec<i64>> = vec![Vec::new(); layers.len()];
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    for contact in layers.graph.contacts().iter().filter(is_free) {
        if let Some(time) = contact.time {
            outgoing[contact.source as usize].push(time);
            (first, last) = (first.min(time), last.max(time));
        }
    }
    if last.saturating_sub(first) < 20 * PASSED_ON_S {
        return None;
    }
    outgoing.iter_mut().for_each(|times| times.sort_unstable());
    let part_of_span = PASSED_ON_S as f64 / (last - first) as f64;
    let within = |times: &[i64], from: i64| {
        let start = times.partition_point(|&time| time <= from);
        times[start..].partition_point(|&time| time <= from.saturating_add(PASSED_ON_S))
    };
    let of = |person: u32| {
        let mut events: Vec<(u32, i64, bool)> = layers
            .graph
            .touching(person)
            .filter(is_free)
            .filter_map(|contact| {
                let other = contact.source ^ contact.target ^ person;
                contact.time.map(|time| (other, time, contact.source == person))
            })
            .collect();
        events.sort_unstable();
        let (mut followed, mut expected) = (0.0, 0.0);
        for group in events.chunk_by(|a, b| a.0 == b.0) {
            let theirs = &outgoing[group[0].0 as usize];
            let back: Vec<i64> = group.iter().filter(|event| !event.2).map(|event| event.1).collect();
            for &(_, time, _) in group.iter().filter(|event| event.2) {
                // An answer to the caller passes nothing on.
                let others = within(theirs, time) - within(&back, time);
                followed += (others as f64).min(PASSED_ON_MOST);
                expected += (theirs.len() - back.len()) as f64 * part_of_span;
            }
        }
        (followed + 0.3) / (expected + 0.3)
    };
    Some(layers.index.people().map(of).collect())
}
