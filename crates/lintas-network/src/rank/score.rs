//! Signals weighed into one score.
//!
//! The weights are arguments, not a fit: each stands for how much the literature gives the signal, the same for
//! every list. What a list cannot say is left out and the rest carry the weight.

use super::people::Standing;
use super::signals::{SignalTable, ramp};

/// How much each signal counts beside the others, given what the list can say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weighing {
    /// Central once the merely busy are set aside: leaders of observed groups mostly are (V. Krebs, Connections 24,
    /// 2002). Counts less where the list shows better than by contacts alone who stands where.
    standing: f64,
    /// Above others where orders and money run: the plainest sign there is (F. Calderoni 2012). Counts as far as the
    /// direction of the contacts can be trusted.
    command: f64,
    /// Nearer to all than the few contacts explain: brokers kept out of sight (C. Morselli 2010). Counts most where
    /// the list is full of the merely busy: it was then drawn around telephones and streets, and those who organise
    /// keep away from both.
    seclusion: f64,
    /// What falls apart without them (S. Borgatti 2006). Couriers and lieutenants hold as much together, so it counts
    /// little, and nothing where the list shows by kinds who is above whom.
    control: f64,
    /// Contacts that ask for trust rather than telephone traffic (B. Erickson, Social Forces 60, 1981).
    trust: f64,
    /// There in every phase, while others are replaced (P. Bright & J. Delaney, Global Crime 14, 2013).
    persistence: f64,
    /// Family ties to people of standing (L. Paoli, *Mafia Brotherhoods*, 2003).
    kinship: f64,
}

impl Weighing {
    /// Settles the weights for a list.
    pub(super) fn of(table: &SignalTable) -> Weighing {
        let tells_kinds = table.command.is_some() || table.trust.is_some();
        let crowd = ramp(table.share_with_busy, 0.03, 0.15);
        Weighing {
            standing: if tells_kinds { 0.6 } else { 1.0 },
            command: table.command.as_ref().map_or(0.0, |command| 1.5 * command.direction_told),
            seclusion: if tells_kinds { 0.7 } else { 1.4 * crowd },
            control: if tells_kinds { 0.0 } else { 0.1 },
            trust: 1.2,
            persistence: if tells_kinds { 0.2 } else { 0.2 + 0.3 * crowd },
            kinship: 0.4,
        }
    }
}

/// Score of every person, 0 to 1; 0 for those without a contact.
pub(super) fn scores(table: &SignalTable, standing_noted: &[Option<Standing>]) -> Vec<f64> {
    let weighing = Weighing::of(table);
    (0..table.standing.len())
        .map(|at| {
            let mut sum = 0.0;
            let mut total = 0.0;
            let mut add = |weight: f64, value: f64| {
                sum += weight * value;
                total += weight;
            };
            add(weighing.standing, table.standing[at]);
            add(weighing.seclusion, table.seclusion[at]);
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
            let mut score = sum / total * (1.0 - 0.85 * table.busy[at]);
            score *= match standing_noted[at] {
                Some(Standing::Bystander) => 0.3,
                Some(Standing::Below) => 0.8,
                Some(Standing::Above) => 1.15,
                None => 1.0,
            };
            if table.cleared.strength[at] > 0.0 { score.clamp(0.0, 1.0) } else { 0.0 }
        })
        .collect()
}

impl super::signals::Command {
    /// The readings of one person's place in the flow, those about a chain counting double.
    pub(super) fn overall(&self, at: usize) -> f64 {
        let chain = self.height[at] + self.indirect[at] + self.dominance[at];
        (2.0 * chain + self.deference[at] + self.income[at]) / 8.0
    }
}
