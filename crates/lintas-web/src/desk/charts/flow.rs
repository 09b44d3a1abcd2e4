//! The flow chart in a reader's words.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::chart::CaseChart;
use lintas_drawing::flow_chart::{self as drawing, Arrow, Hand};
use lintas_network::graph::TieKind;
use lintas_network::products::flow_chart;

use super::{Said, Sheet, Shown, Wanted, href, id_of, label, sign, some_drawn, thing};
use crate::numbers;
use crate::words::Words;

/// So many hands are drawn: those with the greatest flows.
const MOST: usize = 30;

pub(super) fn draw(words: &Words, chart: &CaseChart, wanted: &Wanted) -> Shown {
    let kind = if wanted.orders { TieKind::Order } else { TieKind::Money };
    let flow = flow_chart(&chart.contacts, kind);
    let amount = |sum: f64| numbers::whole(words.language(), sum.max(0.0).round() as u64);
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for arrow in &flow.flows {
        let more: BTreeSet<&str> =
            ids.iter().copied().chain([arrow.from.as_str(), arrow.to.as_str()]).collect();
        if more.len() <= MOST {
            ids = more;
        }
    }
    let known: Vec<_> = flow
        .accounts
        .iter()
        .filter(|account| ids.contains(account.id.as_str()))
        .filter_map(|account| Some((account, id_of(&account.id)?)))
        .collect();
    let place: BTreeMap<&str, usize> =
        known.iter().enumerate().map(|(at, (account, _))| (account.id.as_str(), at)).collect();
    let hands: Vec<Hand> = known
        .iter()
        .map(|(account, id)| Hand {
            sign: sign(chart, *id),
            label: label(words, chart, *id),
            note: words.fill(
                "chart-received-gave",
                &[("in", &amount(account.received)), ("out", &amount(account.paid))],
            ),
            href: href(chart, *id),
        })
        .collect();
    let arrows: Vec<Arrow> = flow
        .flows
        .iter()
        .filter_map(|flow| {
            Some(Arrow {
                from: *place.get(flow.from.as_str())?,
                to: *place.get(flow.to.as_str())?,
                sum: flow.sum,
                label: amount(flow.sum),
            })
        })
        .collect();
    let mut sheet = Sheet::new(
        words,
        words.say("chart-flow"),
        &[
            ("col-from", false),
            ("col-to", false),
            ("col-sum", true),
            ("col-records", true),
            ("col-first", false),
            ("col-last", false),
        ],
    );
    for flow in &flow.flows {
        let (Some(from), Some(to)) = (id_of(&flow.from), id_of(&flow.to)) else { continue };
        sheet.rows.push(vec![
            thing(words, chart, from),
            thing(words, chart, to),
            Said::Number(flow.sum.max(0.0).round() as u64),
            Said::Number(flow.n as u64),
            Said::day(flow.span.first),
            Said::day(flow.span.last),
        ]);
    }
    let all = flow.accounts.len();
    let notes = if hands.len() < all { vec![some_drawn(words, hands.len(), all)] } else { Vec::new() };
    let drawing = (!hands.is_empty()).then(|| drawing::draw(&hands, &arrows));
    Shown { drawing, sheets: vec![sheet], notes, ..Shown::default() }
}
