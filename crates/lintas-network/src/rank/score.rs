//! Signals weighed into one score.
//!
//! Two kinds of group are told apart by the list itself. On the street leaders are in the thick of it, and the
//! score follows standing. Where the list shows orders and payments, or is full of the merely busy, it was drawn
//! around telephones and streets from which organisers keep away, and the score follows position. What a list
//! cannot say is left out and the rest carry the weight.

use super::people::Standing;
use super::position::Position;
use super::signals::{SignalTable, Told, ramp};

/// How much each signal counts for a leader in plain sight, given what the list can say.
///
/// These weights are arguments, not a fit: each stands for how much the literature gives the signal.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Weighing {
    /// Central once the merely busy are set aside: leaders of observed groups mostly are (V. Krebs, Connections 24,
    /// 2002).
    standing: f64,
    /// Above others where orders and money run: the plainest sign there is (F. Calderoni 2012). Counts as far as the
    /// direction of the contacts can be trusted and as they make up a good part of the list.
    command: f64,
    /// What falls apart without them (S. Borgatti 2006). Couriers and lieutenants hold as much together, so it counts
    /// little.
    control: f64,
    /// Contacts that ask for trust rather than telephone traffic (B. Erickson, Social Forces 60, 1981).
    trust: f64,
    /// There in every phase, while others are replaced (P. Bright & J. Delaney, Global Crime 14, 2013).
    persistence: f64,
    /// Family ties to people of standing (L. Paoli, *Mafia Brotherhoods*, 2003).
    kinship: f64,
}

impl Weighing {
    fn of(table: &SignalTable) -> Weighing {
        Weighing {
            standing: 1.0,
            command: table.command.as_ref().map_or(0.0, |command| {
                1.5 * command.direction_told * ramp(table.share_with_flows, FLOWS.0, FLOWS.1)
            }),
            control: 0.1,
            trust: 0.4,
            persistence: 0.2,
            kinship: 0.4,
        }
    }
}

/// One argument for a quiet organiser and its weight where the list tells flows, kinds, times, counts or nothing.
struct Argument {
    read: fn(&Position) -> Option<f64>,
    weight: [f64; 5],
}

const fn argument(weight: [f64; 5], read: fn(&Position) -> Option<f64>) -> Argument {
    Argument { read, weight }
}

/// Weights fitted by logistic regression on made networks of five shapes in plain surroundings, all weights held at
/// zero or above, then rounded. A shape left out of the fit was found nearly as well as one in it; surroundings left
/// out (households, friends of bosses, meetings and payments of everybody) were found about half as well, see
/// `docs/measurements.md` and [`worth`].
const ARGUMENTS: [Argument; 20] = [
    argument([3.5, 3.0, 4.0, 4.0, 0.0], |p| Some(p.active_deputies)),
    argument([1.5, 1.2, 1.7, 2.6, 2.1], |p| Some(p.through_brokers)),
    argument([1.1, 1.3, 2.1, 1.5, 1.0], |p| Some(p.groups)),
    argument([2.0, 2.0, 2.7, 0.4, 0.6], |p| Some(p.branches)),
    argument([0.8, 0.7, 0.4, 1.6, 1.5], |p| Some(p.behind_groups)),
    argument([0.0, 0.0, 0.0, 0.0, 0.7], |p| Some(p.reach)),
    argument([1.2, 0.9, 1.3, 1.7, 1.3], |p| Some(p.apart_from_busy)),
    argument([1.3, 0.9, 1.3, 0.8, 0.0], |p| Some(p.no_favourite)),
    argument([1.3, 0.7, 0.4, 0.0, 0.0], |p| Some(p.off_centre)),
    argument([0.9, 0.0, 1.7, 0.0, 0.0], |p| p.calls_out),
    argument([0.5, 0.0, 1.8, 0.0, 0.0], |p| p.initiative),
    argument([0.6, 0.8, 1.4, 0.0, 0.0], |p| p.lasting),
    argument([3.2, 2.8, 0.0, 0.0, 0.0], |p| p.trusted),
    argument([1.3, 0.9, 0.0, 0.0, 0.0], |p| p.hands_off),
    argument([2.4, 2.1, 0.0, 0.0, 0.0], |p| p.meets),
    argument([2.3, 2.0, 0.0, 0.0, 0.0], |p| p.meets_connected),
    argument([1.5, 1.1, 0.0, 0.0, 0.0], |p| p.relatives),
    argument([2.4, 0.0, 0.0, 0.0, 0.0], |p| p.net_income),
    argument([1.2, 0.0, 0.0, 0.0, 0.0], |p| p.paid_payers),
    argument([0.5, 0.0, 0.0, 0.0, 0.0], |p| p.pays_little),
];

/// Weight of the place in the chain of orders and money, and of taking no orders, where flows are told.
const COMMAND: f64 = 0.7;
const TAKES_NO_ORDERS: f64 = 0.8;

/// What speaks against anybody before anything is known.
const AGAINST: [f64; 5] = [-6.3, -5.1, -5.1, -4.5, -4.0];

/// Score of every person, 0 to 1; 0 for those without a contact.
pub(super) fn scores(table: &SignalTable, standing_noted: &[Option<Standing>]) -> Vec<f64> {
    let weighing = Weighing::of(table);
    let quiet = quietness(table);
    (0..table.standing.len())
        .map(|at| {
            let score = quiet * hidden(table, at) + (1.0 - quiet) * in_sight(table, &weighing, at);
            let score = score * (1.0 - 0.85 * table.busy[at]);
            let score = match standing_noted[at] {
                Some(Standing::Bystander) => score * 0.3,
                Some(Standing::Below) => score * 0.8,
                Some(Standing::Above) => score * 1.15,
                None => score,
            };
            if table.cleared.strength[at] > 0.0 { score.clamp(0.0, 1.0) } else { 0.0 }
        })
        .collect()
}

/// Shares of ties along which orders or payments were seen: at the first they are the odd loan, from the second on the
/// list shows a business.
const FLOWS: (f64, f64) = (0.04, 0.08);

/// How far the list is one in which organisers keep out of sight, 0 to 1: it shows who pays and orders whom, or two
/// or more busy people take up much of it. One alone may as well be a leader whose telephone was tapped.
pub(super) fn quietness(table: &SignalTable) -> f64 {
    let crowd = ramp(table.n_busy as f64, 1.0, 2.0) * ramp(table.share_with_busy, 0.05, 0.12);
    match table.told {
        Told::Flows | Told::Kinds => crowd.max(ramp(table.share_with_flows, FLOWS.0, FLOWS.1)),
        _ => crowd,
    }
}

/// How much speaks for an organiser in the background.
fn hidden(table: &SignalTable, at: usize) -> f64 {
    let told = table.told as usize;
    let position = &table.positions.of[at];
    let mut sum = AGAINST[told];
    for Argument { read, weight } in &ARGUMENTS {
        sum += weight[told] * (read(position).unwrap_or(0.5) - 0.5);
    }
    if table.told == Told::Flows {
        sum += COMMAND * (table.command.as_ref().map_or(0.5, |command| command.overall(at)) - 0.5);
        sum += TAKES_NO_ORDERS * (position.takes_no_orders.unwrap_or(0.5) - 0.5);
    }
    1.0 / (1.0 + (-sum).exp())
}

/// How much speaks for a leader in plain sight.
fn in_sight(table: &SignalTable, weighing: &Weighing, at: usize) -> f64 {
    let mut sum = 0.0;
    let mut total = 0.0;
    let mut add = |weight: f64, value: f64| {
        sum += weight * value;
        total += weight;
    };
    add(weighing.standing, table.standing[at]);
    add(weighing.control, table.control[at]);
    if let Some(command) = &table.command {
        add(weighing.command, command.overall(at));
    }
    for (weight, signal) in [
        (weighing.trust, &table.trust),
        (weighing.persistence, &table.persistence),
        (weighing.kinship, &table.kinship),
    ] {
        if let Some(signal) = signal {
            add(weight, signal[at]);
        }
    }
    sum / total
}

/// Share of the first places that were right in made networks whose lists told as much: what an order of this sort
/// is worth at best. Measured on seeds apart from those of the fit.
pub(super) fn worth(table: &SignalTable) -> f64 {
    const QUIET: [f64; 5] = [0.45, 0.25, 0.2, 0.3, 0.2];
    const IN_SIGHT: f64 = 0.42;
    let quiet = quietness(table);
    quiet * QUIET[table.told as usize] + (1.0 - quiet) * IN_SIGHT
}

impl super::signals::Command {
    /// The readings of one person's place in the flow, those about a chain counting double.
    pub(super) fn overall(&self, at: usize) -> f64 {
        let chain = self.height[at] + self.indirect[at] + self.dominance[at];
        (2.0 * chain + self.deference[at] + self.income[at]) / 8.0
    }
}
