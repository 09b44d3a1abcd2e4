//! Where money or goods go: who pays whom how much, and who keeps it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Span, Tally};
use crate::graph::TieKind;
use crate::rank::Contacts;

/// A commodity flow chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlowChart {
    /// People through whose hands it goes; those who keep most first.
    pub accounts: Vec<Account>,
    /// Arrows, greatest sum first.
    pub flows: Vec<Flow>,
}

/// What one person receives and pays.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Account {
    /// The person's id.
    pub id: String,
    /// Sum received.
    pub received: f64,
    /// Sum paid.
    pub paid: f64,
    /// Number of people from whom it is received.
    pub n_payers: usize,
    /// Number of people to whom it is paid.
    pub n_payees: usize,
}

/// Everything that goes from one person to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Flow {
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Number of payments.
    pub n: usize,
    /// Sum.
    pub sum: f64,
    /// When.
    pub span: Span,
    /// Records behind the arrow.
    pub records: Vec<u32>,
}

/// Makes the chart of what flows in contacts of `kind`: money, or orders for a chart of command.
pub fn flow_chart(list: &Contacts, kind: TieKind) -> FlowChart {
    let mut arrows: BTreeMap<(&str, &str), Tally> = BTreeMap::new();
    for row in list.rows.iter().filter(|row| row.kind == kind) {
        arrows.entry((list.ids.name(row.source), list.ids.name(row.target))).or_default().add(row);
    }
    let mut accounts: BTreeMap<&str, Account> = BTreeMap::new();
    let empty = |id: &str| Account { id: id.to_owned(), received: 0.0, paid: 0.0, n_payers: 0, n_payees: 0 };
    for (&(from, to), tally) in &arrows {
        let payer = accounts.entry(from).or_insert_with(|| empty(from));
        (payer.paid, payer.n_payees) = (payer.paid + tally.weight, payer.n_payees + 1);
        let payee = accounts.entry(to).or_insert_with(|| empty(to));
        (payee.received, payee.n_payers) = (payee.received + tally.weight, payee.n_payers + 1);
    }
    let mut accounts: Vec<Account> = accounts.into_values().collect();
    let kept = |account: &Account| account.received - account.paid;
    accounts.sort_by(|a, b| kept(b).total_cmp(&kept(a)).then_with(|| a.id.cmp(&b.id)));
    let mut flows: Vec<Flow> = arrows
        .into_iter()
        .map(|((from, to), tally)| Flow {
            from: from.to_owned(),
            to: to.to_owned(),
            n: tally.n,
            sum: tally.weight,
            span: tally.span,
            records: tally.records(),
        })
        .collect();
    flows.sort_by(|a, b| b.sum.total_cmp(&a.sum).then_with(|| (&a.from, &a.to).cmp(&(&b.from, &b.to))));
    FlowChart { accounts, flows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::GradeBand;

    #[test]
    fn who_keeps_most_stands_first_and_nothing_is_lost_on_the_way() {
        let mut list = Contacts::default();
        for (row, (from, to, sum)) in
            [("a", "b", 100.0), ("c", "b", 50.0), ("b", "d", 140.0)].into_iter().enumerate()
        {
            list.push(from, to, TieKind::Money, Some(row as i64), sum, GradeBand::Ungraded, row as u32);
        }
        list.push("a", "b", TieKind::Call, None, 1.0, GradeBand::Ungraded, 9);
        let chart = flow_chart(&list, TieKind::Money);
        assert_eq!(
            chart.accounts.iter().map(|account| account.id.as_str()).collect::<Vec<_>>(),
            ["d", "b", "c", "a"]
        );
        assert_eq!(chart.flows[0].sum, 140.0);
        let (received, paid): (f64, f64) = chart
            .accounts
            .iter()
            .fold((0.0, 0.0), |(r, p), account| (r + account.received, p + account.paid));
        assert_eq!(received, paid);
    }
}
